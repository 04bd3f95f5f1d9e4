using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>The instants that a panel's slider stops at: round times of the local clock, at most two dozen, and the worst instants of the first field.</summary>
internal static class MapFrames
{
    private const int Most = 24;
    private static readonly int[] RoundMinutes = [5, 10, 15, 20, 30, 60, 120, 180, 360, 720, 1440];

    /// <summary>Chooses among the instants that are kept.</summary>
    /// <param name="kept">Instants, ascending.</param>
    /// <param name="period">The simulated period, for its clock.</param>
    /// <param name="worst">Instants not to be missed, s since the start.</param>
    public static IReadOnlyList<DateTimeOffset> Of(IReadOnlyList<DateTimeOffset> kept, SimulatedPeriod period, IEnumerable<double> worst)
    {
        IEnumerable<DateTimeOffset> regular = kept;
        if (kept.Count > Most)
        {
            regular = RoundMinutes.Select(m => kept.Where(t => t.ToOffset(period.Start.Offset).TimeOfDay.TotalMinutes % m == 0).ToArray()).FirstOrDefault(r => r.Length is > 1 and <= Most)
                ?? kept.Where((_, i) => i % ((kept.Count + Most - 1) / Most) == 0).ToArray();
        }
        var also = worst.Select(s => period.At(s)).Where(kept.Contains);
        return [.. regular.Concat(also).Distinct().Order()];
    }
}
