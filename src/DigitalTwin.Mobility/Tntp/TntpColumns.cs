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

    private TntpColumns(int[] column, int width) => (this.column, Width) = (column, width);

    /// <summary>Place of a column in a line, or -1 when there is none.</summary>
    public int this[TntpColumn wanted] => column[(int)wanted];

    /// <summary>Number of columns that the header names.</summary>
    public int Width { get; }

    /// <summary>Names of the columns that a link must have, as sentences give them.</summary>
    public static string Needed => string.Join(", ", Names.Take((int)TntpColumn.Speed).Select(n => n.Column));

    /// <summary>Name of a column, as sentences give it.</summary>
    public static string NameOf(TntpColumn column) => Names[(int)column].Column;

    /// <summary>Reads the names; null when a column that must be there is not named.</summary>
    public static TntpColumns? Of(string header)
    {
        var words = (header.Contains('\t', StringComparison.Ordinal) ? header.Split('\t') : header.Split(' ')).Select(Plain).Where(w => w.Length > 0).ToArray();
        var column = new int[Names.Length];
        for (var i = 0; i < column.Length; i++) column[i] = Array.FindIndex(words, w => Names[i].Names.Contains(w));
        return column.Take((int)TntpColumn.Speed).All(c => c >= 0) ? new(column, words.Length) : null;
    }

    /// <summary>The order that almost all files have.</summary>
    public static TntpColumns Usual() => new([.. Enumerable.Range(0, Names.Length)], Names.Length);

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
