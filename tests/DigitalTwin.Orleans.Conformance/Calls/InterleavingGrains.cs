using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace DigitalTwin.Orleans.Conformance.Calls;

public interface IInterleavingGrain : IGrainWithStringKey
{
    /// <summary>Says that it has begun ("name begun") and ends when the signal "name" is raised.</summary>
    Task Wait(string name);

    [AlwaysInterleave]
    Task WaitAlways(string name);

    [ReadOnly]
    Task WaitReading(string name);

    Task<string> CallBack(IInterleavingGrain other);

    Task<string> Answer();
}

public interface IPlainInterleavingGrain : IInterleavingGrain;

public interface IReentrantGrain : IInterleavingGrain;

public interface IChoosyGrain : IInterleavingGrain;

public abstract class InterleavingGrain : Grain
{
    public Task Wait(string name) => WaitHere(name);

    public Task WaitAlways(string name) => WaitHere(name);

    public Task WaitReading(string name) => WaitHere(name);

    public async Task<string> CallBack(IInterleavingGrain other) => $"called {await other.Answer()}";

    public Task<string> Answer() => Task.FromResult(this.GetPrimaryKeyString());

    private static async Task WaitHere(string name)
    {
        Signal.Of($"{name} begun").Raise();
        await Signal.Of(name).Wait();
    }
}

public sealed class PlainInterleavingGrain : InterleavingGrain, IPlainInterleavingGrain;

[Reentrant]
public sealed class ReentrantGrain : InterleavingGrain, IReentrantGrain;

[MayInterleave(nameof(IsPolite))]
public sealed class ChoosyGrain : InterleavingGrain, IChoosyGrain
{
    public static bool IsPolite(IInvokable request) =>
        request.GetArgumentCount() == 1 && request.GetArgument(0) is string name && name.StartsWith("please", StringComparison.Ordinal);
}
