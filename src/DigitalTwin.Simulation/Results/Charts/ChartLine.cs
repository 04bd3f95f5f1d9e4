namespace DigitalTwin.Simulation.Results.Charts;

/// <summary>One contender's line in a chart: the mean over its replications, and the band between the least and the most of them.</summary>
/// <param name="Contender">Which contender, for its colour.</param>
/// <param name="Times">s since the start.</param>
/// <param name="Mean">Mean over the replications.</param>
/// <param name="Low">Least of them.</param>
/// <param name="High">Most of them.</param>
internal sealed record ChartLine(int Contender, double[] Times, double[] Mean, double[] Low, double[] High)
{
    private const int MostPoints = 600;

    /// <summary>The line over the replications' series; those on other instants than the first's are left out of the band.</summary>
    public static ChartLine Of(int contender, IReadOnlyList<TimeSeries> replications)
    {
        var times = replications[0].Times;
        var alike = replications.Where(r => r.Times.AsSpan().SequenceEqual(times)).ToArray();
        double[] mean = new double[times.Length], low = new double[times.Length], high = new double[times.Length];
        for (var t = 0; t < times.Length; t++)
        {
            var known = alike.Select(r => r.Values[t]).Where(double.IsFinite).ToArray();
            (mean[t], low[t], high[t]) = known.Length == 0 ? (double.NaN, double.NaN, double.NaN) : (known.Average(), known.Min(), known.Max());
        }
        return new ChartLine(contender, times, mean, low, high).Thinned();
    }

    /// <summary>Whether the replications differ anywhere.</summary>
    public bool HasBand => Low.Zip(High).Any(p => p.First < p.Second);

    /// <summary>Long series keep the lowest and the highest point of each bucket, so that no peak is lost.</summary>
    private ChartLine Thinned()
    {
        if (Times.Length <= MostPoints) return this;
        var keep = new SortedSet<int> { 0, Times.Length - 1 };
        var buckets = MostPoints / 2;
        for (var b = 0; b < buckets; b++)
        {
            int from = (int)((long)b * Times.Length / buckets), to = (int)((long)(b + 1) * Times.Length / buckets);
            int least = from, most = from;
            for (var i = from; i < to; i++)
            {
                if (!(Mean[i] >= Mean[least])) least = i;
                if (!(Mean[i] <= Mean[most])) most = i;
            }
            keep.Add(least);
            keep.Add(most);
        }
        return this with { Times = Pick(Times), Mean = Pick(Mean), Low = Pick(Low), High = Pick(High) };

        double[] Pick(double[] all) => [.. keep.Select(i => all[i])];
    }
}
