namespace DigitalTwin.Simulation.Experiments;

/// <summary>A branch in one replication: what is carried out in one go, by one run.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Replication">Which replication, from 1.</param>
/// <param name="FromStep">The step with which it begins.</param>
/// <param name="After">Name of the stretch that it continues, or null at the beginning of time.</param>
public sealed record Stretch(Branch Branch, int Replication, int FromStep, string? After)
{
    /// <summary>Unique in its experiment and fit for a file name: <c>isolated-r02</c>.</summary>
    public string Name => $"{Branch.Name}-r{Replication:00}";

    /// <summary>True when it ends in the record of a run.</summary>
    public bool IsTail => Branch.Children.Count == 0;
}

/// <summary>How far a stretch has come.</summary>
/// <param name="NextStep">The step that comes next.</param>
/// <param name="StepsSimulated">Steps simulated for it since it was begun or taken up again; more than it has come when some had to be repeated.</param>
public readonly record struct StretchProgress(int NextStep, int StepsSimulated);

/// <summary>Carries stretches out: with objects in this process (<see cref="LocalCarrier"/>), or with grains wherever they are.</summary>
public interface IStretchCarrier
{
    /// <summary>Whether a state of the stretch is kept, from within it or from its end, so that it can go on without the one before it.</summary>
    ValueTask<bool> IsKeptAsync(Stretch stretch);

    /// <summary>
    /// Carries a stretch out, from its own kept state or from the end of the one it continues. When it returns, the end is kept for those that go on
    /// from it, or, for a tail, its run has been handed over.
    /// </summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="reached">Told how far it has come, in order; perhaps not of every step.</param>
    /// <param name="stop">Ends it at the end of the step under way, or half a second later within it; either way what is kept is good.</param>
    Task CarryOutAsync(Stretch stretch, Action<StretchProgress> reached, CancellationToken stop);

    /// <summary>Forgets what is kept of a stretch.</summary>
    ValueTask ForgetAsync(Stretch stretch);
}
