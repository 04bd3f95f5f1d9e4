using System.Collections.Immutable;
using Orleans.InProcess.Verification;

namespace DigitalTwin.Orleans.InProcess.Tests.Verification;

[GenerateSerializer]
public sealed record Positional(string Name, ImmutableArray<double> Values, DateTimeOffset? At)
{
    [Id(0)]
    public int More { get; init; }
}

[GenerateSerializer]
public readonly record struct Small(int X, [property: Id(5)] int Y);

[GenerateSerializer]
public class Mutable
{
    [Id(0)]
    public Dictionary<string, List<Mutable>> Children { get; set; } = [];

    [field: NonSerialized]
    public Stream? Opened { get; set; }

    public int Computed => Children.Count;
}

[GenerateSerializer]
public sealed class Forgetful
{
    [Id(0)]
    public int Kept { get; set; }

    public int Lost { get; set; }
}

[GenerateSerializer]
public sealed class Twice
{
    [Id(3)]
    public int A { get; set; }

    [Id(3)]
    public int B { get; set; }
}

public sealed record Unmarked(int X);

public readonly struct Foreign;

[GenerateSerializer]
public readonly record struct ForeignSurrogate;

[RegisterConverter]
public sealed class ForeignConverter : IConverter<Foreign, ForeignSurrogate>
{
    public Foreign ConvertFromSurrogate(in ForeignSurrogate surrogate) => default;

    public ForeignSurrogate ConvertToSurrogate(in Foreign value) => default;
}

public interface IGoodGrain : IGrainWithStringKey
{
    Task<Positional> A(Small small, ReadOnlyMemory<byte> bytes, Guid? id, CancellationToken cancel);

    ValueTask<(int, string[])> B(Mutable mutable, IReadOnlyList<Positional> list, IGoodGrain other, DayOfWeek day);

    IAsyncEnumerable<Small> C(TimeSpan time, Foreign foreign, InvalidDataException error);

    Task D(int[,] grid, object anything, Uri uri, decimal price);
}

public interface IBadGrain : IGrainWithStringKey
{
    int Now { get; }

    int Wait();

    void Shout(string word);

    Task Generic<T>(T value);

    Task Reference(ref int value);

    Task<Unmarked> Unmarked(List<Unmarked> list);

    Task Forgetful(Forgetful forgetful);

    Task Open(Stream stream);

    Task Same(Twice[] twice);

    Task Later(Action action);
}

public sealed class TravelTests
{
    [Fact]
    public void What_Orleans_can_carry_is_accepted() => Assert.Empty(Travel.Mistakes(typeof(IGoodGrain)));

    [Fact]
    public void Every_mistake_is_one_sentence() => Assert.Equal(
    [
        "IBadGrain.Forgetful, parameter 'forgetful': Forgetful.Lost has no [Id] and would be lost; [NonSerialized] says that this is meant.",
        "IBadGrain.Generic is generic; write a method for each type.",
        "IBadGrain.Later, parameter 'action': Action is a delegate; pass a grain or an observer.",
        "IBadGrain.Open, parameter 'stream': Stream is a type that Orleans does not know; a surrogate with [RegisterConverter] would carry it.",
        "IBadGrain.Reference: 'value' is passed by reference; messages carry values only.",
        "IBadGrain.Same, parameter 'twice': Twice gives the [Id(3)] twice.",
        "IBadGrain.Shout returns Void; a grain's method returns Task, ValueTask or IAsyncEnumerable.",
        "IBadGrain.Unmarked, parameter 'list': Unmarked has no [GenerateSerializer].",
        "IBadGrain.Unmarked, result: Unmarked has no [GenerateSerializer].",
        "IBadGrain.Wait returns Int32; a grain's method returns Task, ValueTask or IAsyncEnumerable.",
        "IBadGrain.get_Now: an interface of grains has methods only, no properties and no events.",
    ], Travel.Mistakes(typeof(IBadGrain)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Mistakes_are_told_when_the_first_reference_is_asked_for()
    {
        await using var silo = await SiloOfATest.StartAsync();
        var error = Assert.Throws<InvalidOperationException>(() => silo.Grains.GetGrain<IBadGrain>("x"));
        Assert.Equal(12, error.Message.Split(Environment.NewLine).Length);
    }
}
