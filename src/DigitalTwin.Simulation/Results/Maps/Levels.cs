using System.Text;

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

    /// <summary>Letter of a difference of at most <paramref name="reach"/> either way; the middle one, and only that, is a difference within noise.</summary>
    public static char OfDifference(double value, bool isSure, double reach) =>
        !double.IsFinite(value) ? Unknown
        : !isSure ? Letters[Middle]
        : Letters[Middle + (Math.Sign(value) * Math.Max(1, (int)Math.Round(Middle * Math.Sqrt(Math.Min(1, Math.Abs(value) / reach)))))];

    /// <summary>Shortens runs: a space and a letter stand for so many more of the letter before (that letter's level and three).</summary>
    public static string Packed(ReadOnlySpan<char> letters)
    {
        var text = new StringBuilder(letters.Length);
        for (var i = 0; i < letters.Length;)
        {
            var end = i + 1;
            while (end < letters.Length && letters[end] == letters[i] && end - i <= Top + 3) end++;
            text.Append(letters[i]);
            if (end - i > 3) text.Append(' ').Append(Letters[end - i - 4]);
            else text.Append(letters[i], end - i - 1);
            i = end;
        }
        return text.ToString();
    }

    /// <summary>The value that a letter stands for.</summary>
    public static double Value(char letter, double low, double high) =>
        letter == Unknown ? double.NaN : low + ((high - low) * Math.Pow((double)Letters.IndexOf(letter, StringComparison.Ordinal) / Top, 2));
}
