using Orleans.InProcess.Activations;
using Orleans.InProcess.Calls;

namespace Orleans.InProcess.Streams;

/// <summary>Asks a grain for the next elements. It may run while calls await, and takes as long as it takes.</summary>
internal sealed class Pull<T>(Enumeration<T> enumeration) : Call<(IReadOnlyList<T> Elements, bool Over)>(NextElements)
{
    private static readonly GrainMethod NextElements = new("the next elements", interleaves: true, timesOut: false);

    public override void Run(Activation activation)
    {
        enumeration.Join(activation);
        base.Run(activation);
    }

    public override ValueTask<(IReadOnlyList<T> Elements, bool Over)> InvokeOn(object grain) => enumeration.NextAsync(grain);

    public override bool MayBeForwarded(Activation ended) => enumeration.MayMove(this) && base.MayBeForwarded(ended);
}

/// <summary>Tells a grain that nobody wants more.</summary>
internal sealed class StopPulling<T>(Enumeration<T> enumeration) : Call<Nothing>(Stop)
{
    private static readonly GrainMethod Stop = new("the end of an enumeration", interleaves: true, timesOut: true);

    public override ValueTask<Nothing> InvokeOn(object grain)
    {
        var stopped = enumeration.DisposeAsync();
        return stopped.IsCompletedSuccessfully ? default : Nothing.After(stopped.AsTask());
    }

    public override bool MayBeForwarded(Activation ended) => enumeration.MayMove(this) && base.MayBeForwarded(ended);
}
