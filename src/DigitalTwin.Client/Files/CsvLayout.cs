using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Client.Files;

/// <summary>
/// What each column of a table of observations is. Long tables have one observation a row (<c>property</c> and <c>value</c>), wide ones a column for each property.
/// </summary>
internal sealed class CsvLayout
{
    private const string Example = "asset,property,value,observed_at,source,quality";
    private static readonly string[] Reserved = ["asset", "property", "value", "observed_at", "source", "quality", "text"];

    private readonly CsvRecords header;
    private readonly ProblemList problems;
    private readonly string[] names;
    private readonly int[] fieldOf;

    private CsvLayout(CsvRecords header, ObservationFormat format, ProblemList problems)
    {
        (this.header, this.problems) = (header, problems);
        names = [.. Enumerable.Range(0, header.Count).Select(i => header.Text(i).Trim())];
        fieldOf = [.. Reserved.Select(Named)];
        Choose(format.Columns);
        if (format.Columns.Count == 0) Wide = IsLong ? [] : Rest();
        if (IsLong && (Property < 0 || (Value < 0 && Text < 0))) Missing(Property < 0 ? "property" : "value");
        if (!IsLong && Wide.Count == 0 && !problems.HasErrors) Missing("value");
        if (Asset < 0) Missing("asset");
        if (ObservedAt < 0) Missing("observed_at");
        HashSet<int> used = [.. fieldOf, .. Wide.Select(w => w.Field)];
        Ignored = [.. Enumerable.Range(0, names.Length).Where(i => !used.Contains(i)).Select(i => names[i])];
        if (format.Columns.Count == 0)
            foreach (var name in Ignored)
                if (NearestName.Of(name, Reserved.Where(r => fieldOf[Array.IndexOf(Reserved, r)] < 0)) is { } near)
                    problems.Error(header.File, 1, header.Column(Array.IndexOf(names, name)), $"The column '{name}' is not known. Did you mean '{near}'?");
    }

    public int Asset => fieldOf[0];

    public int Property => fieldOf[1];

    public int Value => fieldOf[2];

    public int ObservedAt => fieldOf[3];

    public int Source => fieldOf[4];

    public int Quality => fieldOf[5];

    public int Text => fieldOf[6];

    /// <summary>What stands before and behind an owner's id, or null where the column holds whole asset ids.</summary>
    public (string Before, string Behind)? Around { get; private set; }

    /// <summary>Columns that hold a property each.</summary>
    public IReadOnlyList<(int Field, string Property)> Wide { get; private set; } = [];

    /// <summary>Columns that are passed over.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>Fields that a row has at least.</summary>
    public int Needed => Math.Max(fieldOf.Max(), Wide.Select(w => w.Field).DefaultIfEmpty(-1).Max()) + 1;

    private bool IsLong => Property >= 0 || Value >= 0;

    /// <summary>Reads the first line; null, with every mistake, when it names no usable columns.</summary>
    public static CsvLayout? Of(CsvRecords header, ObservationFormat format, ProblemList problems)
    {
        if (header.Mistake is { } mistake) problems.Error(header.File, header.Line, header.MistakeColumn, mistake);
        else if (header.Count == 1 && header[0].IndexOfAny(";\t"u8) is var at and >= 0)
            problems.Error(header.File, header.Line, 1, $"The columns are separated by {(header[0][at] == ';' ? "semicolons" : "tabs")}; commas are expected, as in {Example}.");
        else
        {
            var layout = new CsvLayout(header, format, problems);
            return problems.HasErrors ? null : layout;
        }
        return null;
    }

    private static string Fold(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private int Named(string reserved)
    {
        var found = -1;
        for (var i = 0; i < names.Length; i++)
        {
            if (Fold(names[i]) != Fold(reserved)) continue;
            if (found >= 0) problems.Error(header.File, header.Line, header.Column(i), $"Two columns are '{reserved}'.");
            found = i;
        }
        return found;
    }

    private void Choose(IReadOnlyList<ColumnChoice> choices)
    {
        var wide = new List<(int, string)>();
        foreach (var choice in choices)
        {
            var reserved = Array.IndexOf(Reserved, Array.Find(Reserved, r => Fold(r) == Fold(choice.Name)));
            var column = choice.Header;
            if (reserved == 0 && column.IndexOf('{') is var open and >= 0 && column.IndexOf('}', open) is var close and >= 0)
            {
                Around = (column[..open], column[(close + 1)..]);
                column = column[(open + 1)..close];
            }
            var at = Array.IndexOf(names, column);
            if (at < 0) problems.Error(header.File, header.Line, 1, $"There is no column '{column}'; there are {string.Join(", ", names)}.{NearestName.Hint(column, names)}");
            else if (reserved >= 0) fieldOf[reserved] = at;
            else if (!IsProperty(choice.Name)) problems.Error(header.File, 0, 0, $"'{choice.Name}' is no property; a property is small letters, digits and hyphens, as in 'air-temperature'.");
            else wide.Add((at, choice.Name));
        }
        Wide = wide;
    }

    private List<(int, string)> Rest()
    {
        var rest = new List<(int, string)>();
        for (var i = 0; i < names.Length; i++)
        {
            if (Array.IndexOf(fieldOf, i) >= 0 || names[i].Length == 0) continue;
            if (IsProperty(names[i])) rest.Add((i, names[i]));
            else problems.Error(header.File, header.Line, header.Column(i), $"The column '{names[i]}' is no property (small letters, digits and hyphens); --columns says what it is, as in level='{names[i]}'.");
        }
        return rest;
    }

    private void Missing(string name)
    {
        var near = names.Length == 0 ? "" : NearestName.Hint(name, names.Where((_, i) => Array.IndexOf(fieldOf, i) < 0));
        problems.Error(header.File, header.Line, 1, $"No column is '{name}'; the first line names the columns, as in {Example}, or --columns says what they are.{near}");
    }

    private static bool IsProperty(string name) =>
        name.Length is > 0 and <= TelemetryLimits.NameLength && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
