using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Charts;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// Six classes between round numbers, from good to bad: pale blue over sand and orange to dark red, ever darker, so that a map is quiet where nothing is wrong and the order survives
/// any colour vision and a black-and-white print. All maps of a panel share one scale. Classes are of one width, or, where most values are far below the largest (delays, queues), as
/// 1, 2, 5, 10. What is neither better nor worse goes from pale to dark blue.
/// </summary>
internal sealed class ColourScale
{
    private static readonly string[] BadToGood = ["#6A1020", "#AE3524", "#D96B2D", "#EDA24F", "#F3CE85", "#C6D3E0"];
    private static readonly string[] MoreToLess = ["#08306B", "#1F5F9E", "#4A8FC0", "#80B4D4", "#B3D1E3", "#DCE6EE"];
    private readonly double[] breaks;
    private readonly KpiDirection worse;

    private ColourScale(double[] breaks, double step, KpiDirection worse) => (this.breaks, Step, this.worse) = (breaks, step, worse);

    /// <summary>Least distance between the breaks.</summary>
    public double Step { get; }

    /// <summary>The five values between the classes, ascending.</summary>
    public IReadOnlyList<double> Breaks => breaks;

    /// <summary>How many classes there are.</summary>
    public static int Classes => BadToGood.Length;

    /// <summary>A scale for values: the middle classes span all but the outer fiftieths of them.</summary>
    public static ColourScale For(IEnumerable<float> values, KpiDirection worse)
    {
        var known = values.Where(float.IsFinite).Select(v => (double)v).Order().ToArray();
        double low = known.Length == 0 ? 0 : known[known.Length / 50], high = known.Length == 0 ? 1 : known[^((known.Length / 50) + 1)];
        if (known.Length > 0 && known[0] >= 0 && known[known.Length / 2] < high / 8 && Uneven(known[^((known.Length / 200) + 1)]) is { } uneven) return new(uneven, uneven[0], worse);
        var step = NiceTicks.Step(high - low, BadToGood.Length - 1, low);
        var first = Math.Round(((low + high) / 2 / step) - ((BadToGood.Length - 2) / 2.0)) * step;
        // What is never negative needs no class for it.
        if (first <= 0 && known.Length > 0 && known[0] >= 0) first = step;
        return new([.. Enumerable.Range(0, BadToGood.Length - 1).Select(i => first + (i * step))], step, worse);
    }

    /// <summary>The five last numbers of 1, 2, 5, 10, 20 … up to a value.</summary>
    private static double[]? Uneven(double most)
    {
        if (!(most > 0)) return null;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)) - 1);
        double[] series = [.. ((double[])[0.5, 1, 2, 5, 10, 20, 50]).Select(m => m * power).Where(b => b <= most * 1.0001)];
        return series[^(BadToGood.Length - 1)..];
    }

    /// <summary>Class of a value, 0 for the lowest values; -1 when it is not known.</summary>
    public int ClassOf(float value)
    {
        if (!float.IsFinite(value)) return -1;
        var index = 0;
        while (index < breaks.Length && value >= breaks[index]) index++;
        return index;
    }

    /// <summary>Colour of a class; grey for what is not known.</summary>
    public string Colour(int index) => index < 0 ? "#B8BEC6" : (worse == KpiDirection.Neutral ? MoreToLess : BadToGood)[worse == KpiDirection.Less ? index : BadToGood.Length - 1 - index];

    /// <summary>How bad a class is (or how much, where nothing is bad), 0 for the best; -1 when not known.</summary>
    public int Badness(int index) => index < 0 ? -1 : worse == KpiDirection.Less ? BadToGood.Length - 1 - index : index;

    /// <summary>The values of a class in words: <c>below 10</c>, <c>10–15</c>, <c>30 and above</c>.</summary>
    public LocalizedText Label(int index)
    {
        string Of(double value) => NiceTicks.Label(value, Step);
        if (index == 0) return new($"below {Of(breaks[0])}", $"低于 {Of(breaks[0])}");
        if (index == breaks.Length) return new($"{Of(breaks[^1])} and above", $"{Of(breaks[^1])} 及以上");
        return new($"{Of(breaks[index - 1])}–{Of(breaks[index])}");
    }
}
