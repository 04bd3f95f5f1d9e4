using System.Globalization;

namespace DigitalTwin.Numerics.Text;

/// <summary>English numbers of things: <c>1 lot</c>, <c>2,000 lots</c>. Chinese has no such forms.</summary>
public static class Plural
{
    /// <summary>A number with what it counts.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for another number; that for one with an s unless given.</param>
    public static string Of(long count, string one, string? many = null) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {For(count, one, many ?? one + "s")}";

    /// <summary>One of two words by a number: <c>1 of 4 nodes lies</c>, <c>2 of 4 nodes lie</c>.</summary>
    public static string For(double count, string one, string many) => count == 1 ? one : many;
}
