using System.Collections.Immutable;
using Orleans.InProcess.Activations;
using Orleans.Serialization.Invocation;

namespace Orleans.InProcess.Calls;

/// <summary>Something that asks for a turn of a grain: a call, a tick of a timer, the next elements of an enumeration.</summary>
internal abstract class Request(GrainMethod method) : IInvokable
{
    private const int MostForwards = 10;
    private byte forwards;

    public GrainMethod Method { get; } = method;

    public Request? Next { get; set; }

    public Request? Previous { get; set; }

    /// <summary>The activation that waits for the answer, if a grain does.</summary>
    public Activation? Caller { get; set; }

    /// <summary>When it was sent, by the silo's clock; ticks of the clock.</summary>
    public long Sent { get; set; }

    /// <summary>What travels in <see cref="Runtime.RequestContext"/>.</summary>
    public ImmutableDictionary<string, object>? Context { get; set; }

    /// <summary>Whether it has been going on for so long that its beginning no longer tells when the grain was used last.</summary>
    public bool IsOverdue { get; set; }

    public virtual bool Interleaves => Method.AlwaysInterleaves;

    public virtual bool KeepsAlive => true;

    public bool ReadsOnly => Method.ReadsOnly;

    /// <summary>Whether nobody waits any more, because the time was up or the caller cancelled.</summary>
    public abstract bool IsAnswered { get; }

    /// <summary>Runs up to the first await; <see cref="Activation.Finished"/> follows, now or later.</summary>
    public abstract void Run(Activation activation);

    /// <summary>Answers with an error. False: it was answered before.</summary>
    public abstract bool Fail(Exception error);

    /// <summary>Answers a caller who stops waiting, and lets the grain know. False: it was answered before.</summary>
    public virtual bool GiveUp(Exception error) => Fail(error);

    /// <summary>Whether it may go on to another activation when this one ends; otherwise it has been answered.</summary>
    public virtual bool MayBeForwarded(Activation ended)
    {
        if (++forwards <= MostForwards) return true;
        Fail(new Runtime.OrleansException($"{Method} of {ended} was passed on {MostForwards} times, and each activation ended before it was served."));
        return false;
    }

    public virtual int GetArgumentCount() => 0;

    public virtual object? GetArgument(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    public string GetInterfaceName() => Method.InterfaceName;

    public string GetMethodName() => Method.Name;
}
