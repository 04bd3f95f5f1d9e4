namespace DigitalTwin.Simulation.Results.Charts;

/// <summary>Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten (after Heckbert 1990, "Nice numbers for graph labels").</summary>
internal static class NiceTicks
{
    /// <summary>Ticks that enclose [low, high] with about <paramref name="count"/> intervals.</summary>
    public static double[] Around(double low, double high, int count)
    {
        if (high - low <= 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high))) (low, high) = low == 0 ? (0, 1) : (low - (0.1 * Math.Abs(low)), low + (0.1 * Math.Abs(low)));    // the same but for rounding
        var step = Step(high - low, count, low);
        var first = Math.Floor((low / step) + 1e-9);
        var last = Math.Ceiling((high / step) - 1e-9);
        if (last <= first) last = first + 1;
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Clean((first + i) * step, step))];
    }

    /// <summary>The round step that divides a range into about so many intervals.</summary>
    public static double Step(double range, int count, double reference = 0)
    {
        if (!(range > 0)) range = reference == 0 ? 1 : Math.Abs(reference) * 0.2;
        var rough = range / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var fraction = rough / power;
        return power * (fraction < 1.5 ? 1 : fraction < 3.5 ? 2 : fraction < 7.5 ? 5 : 10);
    }

    /// <summary>A tick's label with as many decimals as the step needs.</summary>
    public static string Label(double tick, double step)
    {
        if (Math.Abs(tick) >= 1e7 || (step < 1e-5 && tick != 0)) return tick.ToString("0.###e0").Replace('-', '−');
        var decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9));
        return tick.ToString("#,##0" + (decimals == 0 ? "" : "." + new string('0', decimals))).Replace('-', '−');
    }

    private static double Clean(double tick, double step) => Math.Abs(tick) < step * 1e-9 ? 0 : tick;
}
