using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Charts;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// Seven classes of a difference about zero: brown for worse, blue for better, pale grey for about the same. Both arms grow darker alike, so the picture survives any colour vision.
/// Where neither way is worse, brown is more.
/// </summary>
internal sealed class DifferenceScale
{
    private static readonly string[] WorseToBetter = ["#8A3A0C", "#D07C2C", "#F0C48F", "#DDE1E6", "#A5CDE2", "#3E8CBB", "#0C4570"];
    private readonly bool lessIsWorse;

    private DifferenceScale(double step, double reach, bool lessIsWorse)
    {
        Step = step;
        Reach = reach;
        Breaks = [-2 * step, -step, -step / 5, step / 5, step, 2 * step];
        this.lessIsWorse = lessIsWorse;
    }

    /// <summary>Width of a strong class; a fifth of it counts as about the same.</summary>
    public double Step { get; }

    /// <summary>The largest difference either way.</summary>
    public double Reach { get; }

    /// <summary>The six values between the classes, ascending.</summary>
    public IReadOnlyList<double> Breaks { get; }

    /// <summary>Colours of the classes, for ascending values.</summary>
    public IReadOnlyList<string> Colours => lessIsWorse ? WorseToBetter : [.. WorseToBetter.Reverse()];

    /// <summary>A scale for the differences that are beyond noise (for all, when none is): its strongest classes are reached by about a seventh of the places that differ at any time, so that one closed lot does not make all others look alike.</summary>
    public static DifferenceScale For(ElementValues values, KpiDirection worse)
    {
        var sure = Largest(values, onlySure: true);
        if (sure.Length == 0) sure = Largest(values, onlySure: false);
        Array.Sort(sure);
        var reach = Math.Max(sure.LastOrDefault(), 1e-9);
        var large = sure.Length == 0 ? 1 : Math.Max(sure[^((sure.Length / 7) + 1)], 1e-9);
        return new(NiceTicks.Step(large, 2), reach, worse == KpiDirection.Less);
    }

    /// <summary>Class of a difference, 0 for the lowest.</summary>
    public int ClassOf(double value)
    {
        var index = 0;
        while (index < Breaks.Count && value >= Breaks[index]) index++;
        return index;
    }

    /// <summary>A class in words.</summary>
    public LocalizedText Label(int index)
    {
        string Of(double value) => (value > 0 ? "+" : "") + NiceTicks.Label(value, Step / 5);
        if (index == 0) return new($"below {Of(Breaks[0])}", $"低于 {Of(Breaks[0])}");
        if (index == Breaks.Count) return new($"{Of(Breaks[^1])} and above", $"{Of(Breaks[^1])} 及以上");
        return index == 3 ? new("about the same, or within noise", "基本不变，或在随机波动内") : new($"{Of(Breaks[index - 1])} … {Of(Breaks[index])}");
    }

    /// <summary>For every element that differs the size of its largest difference.</summary>
    private static double[] Largest(ElementValues values, bool onlySure)
    {
        var largest = new double[values.Mean[0][0].Length];
        for (var c = 1; c < values.Difference.Length; c++)
            for (var f = 0; f < values.Difference[c].Length; f++)
                for (var e = 0; e < largest.Length; e++)
                    if (values.Difference[c][f][e] is var d && float.IsFinite(d) && (!onlySure || values.IsSure[c][f][e])) largest[e] = Math.Max(largest[e], Math.Abs((double)d));
        return [.. largest.Where(d => d > 0)];
    }
}
