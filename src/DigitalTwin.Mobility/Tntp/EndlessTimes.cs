using System.Globalization;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>
/// Links whose free-flow time is infinite, as Munich's connectors have it. Over no length that can only be a division by 0 when the file was made: such a link takes no time. Over a length it is a link that
/// nobody can ever use, and it is left out. Both are told, once each.
/// </summary>
internal sealed class EndlessTimes(TntpLines lines)
{
    private (int Count, int Line, string Link) connectors, impassable;

    /// <summary>How many links were left out.</summary>
    public int LeftOut => impassable.Count;

    /// <summary>Whether the free-flow time of a link is infinite.</summary>
    public static bool Has(List<Field> fields, TntpColumns columns) => fields[columns[TntpColumn.FreeTime]].Text.TrimStart('+').ToLowerInvariant() is "inf" or "infinity" or "∞" or "1.#inf";

    /// <summary>Counts such a link.</summary>
    /// <returns>Whether it is left out.</returns>
    public bool Count(List<Field> fields, TntpColumns columns)
    {
        var link = $"{fields[columns[TntpColumn.Init]].Text}-{fields[columns[TntpColumn.Term]].Text}";
        var isLong = Value(fields[columns[TntpColumn.Length]]) > 0;
        ref var group = ref (isLong ? ref impassable : ref connectors);
        group = group.Count == 0 ? (1, lines.Line, link) : group with { Count = group.Count + 1 };
        return isLong;
    }

    /// <summary>Says what was done.</summary>
    public void Tell()
    {
        if (connectors.Count > 0)
            lines.Problems.Warning(lines.File, connectors.Line, 0, $"{Plural.Of(connectors.Count, "link")} of no length, {connectors.Link} {(connectors.Count == 1 ? "here" : "the first")}, {Plural.For(connectors.Count, "has an infinite free-flow time", "have infinite free-flow times")}; {Plural.For(connectors.Count, "its", "their")} time is taken as 0.");
        if (impassable.Count > 0)
            lines.Problems.Warning(lines.File, impassable.Line, 0, $"{Plural.Of(impassable.Count, "link")}, {impassable.Link} {(impassable.Count == 1 ? "here" : "the first")}, {Plural.For(impassable.Count, "has an infinite free-flow time: nobody can use it, and it is", "have infinite free-flow times: nobody can use them, and they are")} left out.");
    }

    private static double Value(Field field) => double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
