using DigitalTwin.Numerics.Statistics;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// One field of a panel's elements: for every contender the mean over its replications and half the width of its 95 % interval, and how it differs from the
/// first contender, replication by replication where they share their seeds. Tables have a row for each frame: the mean of the period first, then the instants.
/// </summary>
internal sealed class ElementValues
{
    private static readonly Lazy<double>[] Quantiles = [.. Enumerable.Range(0, 64).Select(n => new Lazy<double>(() => ConfidenceInterval.Around(0, 1, Math.Max(1, n)).High))];

    /// <param name="byReplication">By contender, replication and frame the elements' values.</param>
    /// <param name="pairs">By contender whether its replications are compared pair by pair with the first one's.</param>
    public ElementValues(IReadOnlyList<IReadOnlyList<float[][]>> byReplication, IReadOnlyList<bool> pairs)
    {
        Mean = [.. byReplication.Select(runs => Table(runs, sample => sample.Mean))];
        Half = [.. byReplication.Select(runs => Table(runs, sample => HalfWidth(sample)))];
        Difference = new float[byReplication.Count][][];
        IsSure = new bool[byReplication.Count][][];
        for (var c = 1; c < byReplication.Count; c++) (Difference[c], IsSure[c]) = Compare(byReplication[0], byReplication[c], pairs[c]);
        HasReplications = byReplication.Any(runs => runs.Count > 1);
    }

    /// <summary>By contender, frame and element the mean over the replications; NaN where none is known.</summary>
    public float[][][] Mean { get; }

    /// <summary>By contender, frame and element half the width of the 95 % interval of that mean; NaN with fewer than two replications.</summary>
    public float[][][] Half { get; }

    /// <summary>By contender from the second, frame and element how much it exceeds the first contender.</summary>
    public float[][][] Difference { get; }

    /// <summary>Whether that difference is beyond the noise of the replications: its 95 % interval leaves zero out. All are with a single replication, which tells nothing of noise.</summary>
    public bool[][][] IsSure { get; }

    /// <summary>Whether there is any noise to compare with.</summary>
    public bool HasReplications { get; }

    private static float[][] Table(IReadOnlyList<float[][]> runs, Func<Sample, double> of)
    {
        var table = new float[runs[0].Length][];
        var known = new double[runs.Count];
        for (var frame = 0; frame < table.Length; frame++)
        {
            table[frame] = new float[runs[0][frame].Length];
            for (var e = 0; e < table[frame].Length; e++)
            {
                var n = 0;
                foreach (var run in runs)
                    if (float.IsFinite(run[frame][e])) known[n++] = run[frame][e];
                table[frame][e] = n == 0 ? float.NaN : (float)of(Sample.Of(known.AsSpan(0, n)));
            }
        }
        return table;
    }

    private static double HalfWidth(Sample sample) =>
        sample.Count < 2 ? double.NaN : sample.StandardError * Quantile(sample.Count - 1);

    /// <summary>Student's t for 97.5 % with ν degrees of freedom, looked up once: a city asks a million times.</summary>
    private static double Quantile(int freedom) => freedom < Quantiles.Length ? Quantiles[freedom].Value : ConfidenceInterval.Around(0, 1, freedom).High;

    private static (float[][] Difference, bool[][] IsSure) Compare(IReadOnlyList<float[][]> first, IReadOnlyList<float[][]> second, bool isPaired)
    {
        var frames = first[0].Length;
        var (difference, sure) = (new float[frames][], new bool[frames][]);
        double[] a = new double[first.Count], b = new double[second.Count];
        for (var frame = 0; frame < frames; frame++)
        {
            var elements = first[0][frame].Length;
            (difference[frame], sure[frame]) = (new float[elements], new bool[elements]);
            for (var e = 0; e < elements; e++)
            {
                var (n, m) = isPaired ? Pairs(first, second, frame, e, a, b) : (Known(first, frame, e, a), Known(second, frame, e, b));
                if (n == 0 || m == 0)
                {
                    difference[frame][e] = float.NaN;
                    continue;
                }
                var between = isPaired ? MeanDifference.Paired(a.AsSpan(0, n), b.AsSpan(0, m)) : MeanDifference.Unpaired(a.AsSpan(0, n), b.AsSpan(0, m));
                difference[frame][e] = (float)between.Estimate;
                sure[frame][e] = between.Estimate != 0 && IsBeyondNoise(between, first.Count == 1 && second.Count == 1);
            }
        }
        return (difference, sure);
    }

    private static bool IsBeyondNoise(MeanDifference between, bool isSingle) =>
        !(between.DegreesOfFreedom > 0) ? isSingle
        : between.DegreesOfFreedom == Math.Floor(between.DegreesOfFreedom) ? Math.Abs(between.Estimate) > between.StandardError * Quantile((int)between.DegreesOfFreedom)
        : between.Interval() is { } interval && !interval.Contains(0);

    private static (int, int) Pairs(IReadOnlyList<float[][]> first, IReadOnlyList<float[][]> second, int frame, int e, double[] a, double[] b)
    {
        var n = 0;
        for (var r = 0; r < Math.Min(first.Count, second.Count); r++)
        {
            if (!float.IsFinite(first[r][frame][e]) || !float.IsFinite(second[r][frame][e])) continue;
            (a[n], b[n]) = (first[r][frame][e], second[r][frame][e]);
            n++;
        }
        return (n, n);
    }

    private static int Known(IReadOnlyList<float[][]> runs, int frame, int e, double[] into)
    {
        var n = 0;
        foreach (var run in runs)
            if (float.IsFinite(run[frame][e])) into[n++] = run[frame][e];
        return n;
    }
}
