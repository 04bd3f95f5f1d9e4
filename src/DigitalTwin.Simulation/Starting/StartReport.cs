using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Simulation.Starting;

/// <summary>What a run took from a world, what it assumed instead, and how old each was.</summary>
/// <param name="World">The world.</param>
/// <param name="Instant">The instant at which it was taken.</param>
/// <param name="Hash">Hash of the starting point.</param>
/// <param name="RunStart">The simulated instant at which the run begins with it.</param>
/// <param name="Lines">One for each property of each type of asset.</param>
/// <param name="Remarks">What was out of range, not understood or in conflict, one sentence each.</param>
public sealed record StartReport(
    string World, DateTimeOffset Instant, string Hash, DateTimeOffset RunStart, IReadOnlyList<StartLine> Lines, IReadOnlyList<LocalizedText> Remarks);

/// <summary>What was known of one property of one type of asset.</summary>
/// <param name="AssetType">The type: <c>water/tank</c>.</param>
/// <param name="Property">The property: <c>level</c>.</param>
/// <param name="Assets">How many assets could have said it.</param>
/// <param name="Observed">Of how many a measured, counted or derived value was taken.</param>
/// <param name="Simulated">Of how many the value of an earlier run.</param>
/// <param name="ByHand">Of how many a value that somebody put into a forked world.</param>
/// <param name="Stale">Of how many the value was too old.</param>
/// <param name="Unusable">Of how many the value was bad, out of all sense or not understood.</param>
/// <param name="Newest">Age of the newest value taken; null without any.</param>
/// <param name="Median">The middle age.</param>
/// <param name="Oldest">The greatest age.</param>
/// <param name="Otherwise">What holds where nothing was taken; null when nothing takes this property yet and it is only kept.</param>
public sealed record StartLine(
    string AssetType, string Property, int Assets, int Observed, int Simulated, int ByHand, int Stale, int Unusable,
    TimeSpan? Newest, TimeSpan? Median, TimeSpan? Oldest, LocalizedText? Otherwise)
{
    /// <summary>Of how many assets a value was taken.</summary>
    public int Taken => Observed + Simulated + ByHand;

    /// <summary>Of how many assets the world said nothing.</summary>
    public int Unknown => Math.Max(0, Assets - Taken - Stale - Unusable);

    /// <summary>True when no domain takes this property yet: it is carried along for those that will.</summary>
    public bool IsKept => Otherwise is null;
}
