using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>A timer of a grain. It ends with the activation, or when it is disposed of.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets new times; during a callback they hold from its end on.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}

/// <summary>How a grain timer runs.</summary>
public readonly struct GrainTimerCreationOptions
{
    /// <summary>A timer that waits for its turn and does not keep its grain.</summary>
    public GrainTimerCreationOptions() { }

    /// <summary>A timer that waits for its turn and does not keep its grain.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period) => (DueTime, Period) = (dueTime, period);

    /// <summary>When it fires first; infinite: never.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>The pause between the end of a callback and the next; infinite: it fires once.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether the callback may run while calls await.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether the callback counts as use of the grain.</summary>
    public bool KeepAlive { get; init; }
}
