namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// Numbers as single letters, so that thousands of curves fit into a page: 85 levels between two values, finer towards the lower one (level² is even in the value),
/// because delays and queues are mostly small. Differences have 42 levels either way of zero, finer towards it. An exclamation mark is what is not known.
/// </summary>
internal static class Levels
{
    /// <summary>Highest level.</summary>
    public const int Top = 84;

    /// <summary>Level of a difference of zero.</summary>
    public const int Middle = Top / 2;

    /// <summary>The letter of what is not known.</summary>
    public const char Unknown = '!';

    /// <summary>The letters of the levels: those that neither HTML nor JSON writes otherwise.</summary>
    public static string Letters { get; } = string.Concat(Enumerable.Range(35, 92).Select(c => (char)c).Where(c => !"&'+<>\\`".Contains(c)));

    /// <summary>Letter of a value between low and high.</summary>
    public static char Of(double value, double low, double high) =>
        !double.IsFinite(value) ? Unknown : Letters[(int)Math.Round(Top * Math.Sqrt(Math.Clamp((value - low) / (high - low), 0, 1)))];

    /// <summary>Letter of a difference of at most <paramref name="reach"/> either way.</summary>
    public static char OfDifference(double value, double reach) =>
        !double.IsFinite(value) ? Unknown : Letters[Middle + (int)Math.Round(Middle * Math.Sign(value) * Math.Sqrt(Math.Min(1, Math.Abs(value) / reach)))];

    /// <summary>The value that a letter stands for.</summary>
    public static double Value(char letter, double low, double high) =>
        letter == Unknown ? double.NaN : low + ((high - low) * Math.Pow((double)Letters.IndexOf(letter, StringComparison.Ordinal) / Top, 2));
}
