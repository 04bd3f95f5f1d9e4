namespace DigitalTwin.Mobility.Routing.DayToDay;

/// <summary>
/// The travel times of a day as drivers met them. Traffic is measured when it leaves a link; whoever chooses a way asks by when a link is entered. So each measured time is put at the entry that it belongs to, its exit less
/// itself, and times between are on a straight line (RT5).
/// </summary>
internal static class ExperiencedTimes
{
    /// <summary>Times by entry from times by exit.</summary>
    /// <param name="network">Roads.</param>
    /// <param name="interval">Length of the intervals, s; the first begins at 0.</param>
    /// <param name="measured">Mean time of those that left, s: all intervals of link 0, then of link 1 …; infinite while closed.</param>
    public static TravelTimes ByEntry(Roads.RoadNetwork network, double interval, double[] measured)
    {
        var intervals = measured.Length / network.Links.Count;
        var (times, entries) = (new double[measured.Length], new double[intervals]);
        for (var link = 0; link < network.Links.Count; link++)
        {
            var exits = measured.AsSpan(link * intervals, intervals);
            var own = times.AsSpan(link * intervals, intervals);
            if (exits.ContainsAnyExceptInRange(0, double.MaxValue)) exits.CopyTo(own);
            else Resample(exits, own, entries, interval);
        }
        return new TravelTimes(network, 0, interval, times);
    }

    private static void Resample(ReadOnlySpan<double> exits, Span<double> own, double[] entries, double interval)
    {
        for (var k = 0; k < exits.Length; k++)
        {
            var entry = (k + 0.5) * interval - exits[k];
            // Means of vehicles may say that one overtook; nobody does.
            entries[k] = k > 0 ? Math.Max(entry, entries[k - 1]) : entry;
        }
        var next = 0;
        for (var k = 0; k < own.Length; k++)
        {
            var entered = (k + 0.5) * interval;
            while (next < exits.Length && entries[next] < entered) next++;
            if (next == 0) own[k] = exits[0];
            else if (next == exits.Length) own[k] = exits[^1];
            else
            {
                var share = (entered - entries[next - 1]) / (entries[next] - entries[next - 1]);
                own[k] = (1 - share) * exits[next - 1] + share * exits[next];
            }
        }
    }
}
