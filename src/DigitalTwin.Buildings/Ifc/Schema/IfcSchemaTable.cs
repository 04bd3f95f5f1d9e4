namespace DigitalTwin.Buildings.Ifc.Schema;

/// <summary>The generations that an entity or attribute belongs to, both ends included.</summary>
internal readonly record struct IfcSchemaRange(IfcSchema Since, IfcSchema Until)
{
    public static readonly IfcSchemaRange All = new(IfcSchema.Ifc2x, IfcSchema.Ifc4x3);

    public bool Has(IfcSchema schema) => schema >= Since && schema <= Until;

    /// <summary>Reads <c>4</c> or <c>4..</c> (since) and <c>..2x3</c> (until).</summary>
    public static IfcSchemaRange Parse(string text) =>
        text.StartsWith("..", StringComparison.Ordinal) ? new(IfcSchema.Ifc2x, Schema(text[2..])) : new(Schema(text.TrimEnd('.')), IfcSchema.Ifc4x3);

    private static IfcSchema Schema(string text) => text switch
    {
        "2x" => IfcSchema.Ifc2x,
        "2x3" => IfcSchema.Ifc2x3,
        "4" => IfcSchema.Ifc4,
        "4x3" => IfcSchema.Ifc4x3,
        _ => throw new FormatException($"ifc-schema.txt: '{text}' is no schema; 2x, 2x3, 4 and 4x3 are."),
    };
}

/// <summary>A line of the table.</summary>
internal sealed record IfcSchemaLine(string Name, string? Supertype, IfcSchemaRange Range, IReadOnlyList<(string Name, IfcSchemaRange Range)> Attributes)
{
    /// <summary>Reads <c>[4..] Name &lt; Supertype : A B@4</c>.</summary>
    public static IfcSchemaLine Parse(string line)
    {
        var range = IfcSchemaRange.All;
        if (line[0] == '[')
        {
            var close = line.IndexOf(']', StringComparison.Ordinal);
            range = IfcSchemaRange.Parse(line[1..close]);
            line = line[(close + 1)..];
        }
        var (head, attributes) = Split(line, ':');
        var (name, supertype) = Split(head, '<');
        return new(name, supertype.Length == 0 ? null : supertype, range, [.. attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Attribute)]);
    }

    private static (string Name, IfcSchemaRange Range) Attribute(string text)
    {
        var (name, range) = Split(text, '@');
        return (name, range.Length == 0 ? IfcSchemaRange.All : IfcSchemaRange.Parse(range));
    }

    private static (string Left, string Right) Split(string text, char at)
    {
        var position = text.IndexOf(at, StringComparison.Ordinal);
        return position < 0 ? (text.Trim(), "") : (text[..position].Trim(), text[(position + 1)..].Trim());
    }
}

/// <summary>The embedded table <c>ifc-schema.txt</c>.</summary>
internal static class IfcSchemaTable
{
    private static readonly Lazy<IReadOnlyList<IfcSchemaLine>> Table = new(Read);

    public static IReadOnlyList<IfcSchemaLine> Lines => Table.Value;

    private static IReadOnlyList<IfcSchemaLine> Read() =>
        [.. EmbeddedText.Lines("ifc-schema.txt").Select(IfcSchemaLine.Parse)];
}
