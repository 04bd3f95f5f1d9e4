using DigitalTwin.Numerics.Statistics;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Results.Comparing;

/// <summary>What a difference from the first contender amounts to.</summary>
public enum Verdict
{
    /// <summary>Not a bit of difference.</summary>
    Same,

    /// <summary>Better, and surely so when there is an interval.</summary>
    Better,

    /// <summary>Worse, and surely so when there is an interval.</summary>
    Worse,

    /// <summary>Different in a KPI that is neither better nor worse either way.</summary>
    Different,

    /// <summary>The interval contains zero: the replications do not tell.</summary>
    Unclear,
}

/// <summary>How a contender's KPI differs from the first contender's.</summary>
/// <param name="Estimate">Mean difference, in the KPI's unit.</param>
/// <param name="Interval">Its 95 % confidence interval; null with fewer than two replications.</param>
/// <param name="Percent">The difference in per cent of the first contender's mean; null when that mean is 0, a value is negative, or the difference is over ten times the mean.</param>
/// <param name="PercentInterval">The interval in per cent of the same.</param>
/// <param name="Paired">Whether replications were compared pair by pair, as runs that share their seed allow.</param>
/// <param name="Verdict">What it amounts to.</param>
public sealed record KpiDifference(
    double Estimate, ConfidenceInterval? Interval, double? Percent, ConfidenceInterval? PercentInterval, bool Paired, Verdict Verdict)
{
    private const double MostTimes = 10;

    /// <summary>The difference between two sets of values; null when either has no known value.</summary>
    internal static KpiDifference? Between(IReadOnlyList<(int Replication, double Value)> first, IReadOnlyList<(int Replication, double Value)> second, bool sameSeed, KpiDirection direction)
    {
        var (a, b, paired) = Matched(first, second, sameSeed);
        if (a.Length == 0 || b.Length == 0) return null;
        var difference = paired ? MeanDifference.Paired(a, b) : MeanDifference.Unpaired(a, b);
        var interval = difference.Interval();
        var size = Math.Abs(Sample.Of(a).Mean);
        // A share of something that may be negative, or of next to nothing, misleads.
        var isShare = size > 0 && double.IsFinite(size) && Math.Abs(difference.Estimate) <= MostTimes * size && !a.Concat(b).Any(value => value < 0);
        var inPercent = isShare ? 100 / size : (double?)null;
        return new(difference.Estimate, interval, difference.Estimate * inPercent,
            interval is { } i && inPercent is { } scale ? new(i.Low * scale, i.High * scale, i.Confidence) : null, paired,
            Judge(difference.Estimate, interval, direction));
    }

    private static (double[] First, double[] Second, bool Paired) Matched(
        IReadOnlyList<(int Replication, double Value)> first, IReadOnlyList<(int Replication, double Value)> second, bool sameSeed)
    {
        var pairs = sameSeed ? first.Join(second, a => a.Replication, b => b.Replication, (a, b) => (a, b)).ToArray() : [];
        return pairs.Length > 0
            ? ([.. pairs.Select(p => p.a.Value)], [.. pairs.Select(p => p.b.Value)], true)
            : ([.. first.Select(a => a.Value)], [.. second.Select(b => b.Value)], false);
    }

    private static Verdict Judge(double estimate, ConfidenceInterval? interval, KpiDirection direction)
    {
        if (estimate == 0 && (interval is null || interval is { Low: 0, High: 0 })) return Verdict.Same;
        if (interval is { } i && i.Contains(0)) return Verdict.Unclear;
        return direction switch
        {
            KpiDirection.Neutral => Verdict.Different,
            KpiDirection.Less => estimate < 0 ? Verdict.Better : Verdict.Worse,
            _ => estimate > 0 ? Verdict.Better : Verdict.Worse,
        };
    }
}
