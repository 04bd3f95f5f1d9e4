using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tntp;

/// <summary>What the columns of a table of links are, by the names that stand in the comment above it; without known names the usual order.</summary>
internal sealed class TntpColumns
{
    // Names in use, without case, blanks and signs; what stands in brackets (units) is passed over.
    private static readonly (string Column, string[] Names)[] Names =
    [
        ("init node", ["initnode", "init", "from", "fromnode", "tail", "tailnode", "anode"]),
        ("term node", ["termnode", "term", "to", "tonode", "head", "headnode", "bnode"]),
        ("capacity", ["capacity", "totalcapacity", "cap"]),
        ("length", ["length", "distance"]),
        ("free-flow time", ["freeflowtime", "fft", "fftt", "ftime", "freeflowtraveltime"]),
        ("B", ["b", "alpha"]),
        ("power", ["power", "beta"]),
        ("speed", ["speed", "speedlimit", "ffspeed", "freeflowspeed"]),
        ("toll", ["toll", "tolls"]),
        ("type", ["linktype", "type"]),
    ];

    private readonly int[] column;

    private TntpColumns(int[] column, IReadOnlyList<string> names) => (this.column, Called) = (column, names);

    /// <summary>Place of a column in a line, or -1 when there is none.</summary>
    public int this[TntpColumn wanted] => column[(int)wanted];

    /// <summary>What the header calls its columns, in its order.</summary>
    public IReadOnlyList<string> Called { get; }

    /// <summary>Columns that the header names and nobody reads.</summary>
    public IEnumerable<string> Unread => Called.Where((_, at) => !column.Contains(at));

    /// <summary>Names of the columns that a link must have, as sentences give them.</summary>
    public static string Needed => string.Join(", ", Names.Take((int)TntpColumn.Speed).Select(n => n.Column));

    /// <summary>Name of a column, as sentences give it.</summary>
    public static string NameOf(TntpColumn column) => Names[(int)column].Column;

    /// <summary>Reads the names; null when a column that must be there is not named.</summary>
    public static TntpColumns? Of(string header)
    {
        var (called, column) = Found(header);
        return column.Take((int)TntpColumn.Speed).All(c => c >= 0) ? new(column, called) : null;
    }

    /// <summary>
    /// A column that must be there and that a header of the right width does not name, where the usual order, which would be taken instead, is not that of the columns that it does name; with the nearest of its names. Null when nothing is in doubt.
    /// </summary>
    public static (string Column, string Hint)? Missing(string header, int width)
    {
        var (called, column) = Found(header);
        if (called.Length != width || Enumerable.Range(0, column.Length).All(c => column[c] < 0 || column[c] == c)) return null;
        var missing = Array.FindIndex(column, c => c < 0);
        return (Names[missing].Column, NearestName.Hint(Names[missing].Names[0], called.Where((_, at) => !column.Contains(at))));
    }

    /// <summary>The order that almost all files have.</summary>
    public static TntpColumns Usual() => new([.. Enumerable.Range(0, Names.Length)], []);

    private static (string[] Called, int[] Column) Found(string header)
    {
        string[] called = [.. (header.Contains('\t', StringComparison.Ordinal) ? header.Split('\t') : header.Split(' ')).Select(w => w.Trim()).Where(w => Plain(w).Length > 0)];
        return (called, [.. Names.Select(name => Array.FindIndex(called, w => name.Names.Contains(Plain(w))))]);
    }

    private static string Plain(string word)
    {
        var bracket = word.IndexOf('(', StringComparison.Ordinal);
        return new string([.. (bracket < 0 ? word : word[..bracket]).Where(char.IsLetter)]).ToLowerInvariant();
    }
}

/// <summary>Columns of a table of links.</summary>
internal enum TntpColumn
{
    Init,
    Term,
    Capacity,
    Length,
    FreeTime,
    B,
    Power,
    Speed,
    Toll,
    Type,
}
