using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>A column that a table may have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether the table is useless without it.</param>
/// <param name="Unit">SI unit of its numbers when they have one; the header then says in which unit they are (<c>dwell_min</c>), or each cell does (<c>90 min</c>).</param>
/// <param name="Also">Other names for it.</param>
internal sealed record TableColumn(string Name, bool IsRequired = false, Unit? Unit = null, params IReadOnlyList<string> Also);

/// <summary>The line of names above a table: where each column stands and in which unit it is. What is missing, twice or not used is reported.</summary>
internal sealed class TableHeader
{
    private readonly string[] names;
    private readonly bool[] taken;

    public TableHeader(CsvRecords csv, TableColumn[] columns, IReadOnlyDictionary<string, string> called, string file, ProblemList problems)
    {
        var before = problems.ErrorCount;
        names = [.. Enumerable.Range(0, csv.Count).Select(i => csv.Text(i).Trim())];
        taken = new bool[names.Length];
        (Field, Unit) = (new int[columns.Length], new Unit?[columns.Length]);
        for (var i = 0; i < names.Length; i++)
            if (names[i].Length > 0 && Array.IndexOf(names, names[i]) < i) problems.Error(file, 1, csv.Column(i), $"Two columns are called '{names[i]}'.");
        for (var c = 0; c < columns.Length; c++)
        {
            IReadOnlyList<string> wanted = called.TryGetValue(columns[c].Name, out var given) ? [given] : [columns[c].Name, .. columns[c].Also];
            Field[c] = Locate(columns[c].Unit, wanted, out Unit[c]);
            if (Field[c] < 0 && (columns[c].IsRequired || given is not null))
                problems.Error(file, 1, 1, $"There is no column '{wanted[0]}'; there are {string.Join(", ", names.Take(20).Select(NamedTable.Short))}.{NearestName.Hint(wanted[0], names)}");
        }
        for (var i = 0; i < names.Length; i++)
            if (!taken[i] && MistakenUnit(names[i], columns) is { } sentence) problems.Error(file, 1, csv.Column(i), sentence);
        IsUsable = problems.ErrorCount == before;
        var ignored = names.Where((name, i) => !taken[i] && name.Length > 0).ToArray();
        if (IsUsable && ignored.Length > 0)
            problems.Note(file, 1, 0, $"The column{(ignored.Length == 1 ? "" : "s")} {string.Join(", ", ignored.Take(12).Select(n => $"'{NamedTable.Short(n)}'"))}{(ignored.Length > 12 ? " …" : "")} {(ignored.Length == 1 ? "is" : "are")} not used.");
    }

    /// <summary>Number of columns of the file.</summary>
    public int Width => names.Length;

    /// <summary>Whether nothing is wrong with it.</summary>
    public bool IsUsable { get; }

    /// <summary>Place of each column in the file, -1 for none.</summary>
    public int[] Field { get; }

    /// <summary>Unit that the header says for each column, or null.</summary>
    public Unit?[] Unit { get; }

    /// <summary>A column that is called as one with a unit, which nothing else is, and whose ending is no unit for it: its numbers would be lost.</summary>
    private string? MistakenUnit(string header, TableColumn[] columns)
    {
        var underscore = header.LastIndexOf('_');
        if (underscore < 1) return null;
        for (var c = 0; c < columns.Length; c++)
            if (columns[c].Unit is { } si && Field[c] < 0 && columns[c].Also.Prepend(columns[c].Name).Any(name => header.AsSpan(0, underscore).Equals(name, StringComparison.OrdinalIgnoreCase)))
                return $"'{header[(underscore + 1)..]}' is no unit for '{header[..underscore]}'; one as in '{columns[c].Name}_{si.Symbol}' is accepted.";
        return null;
    }

    /// <summary>The first place with one of the names, with or without a unit behind it; a name may have its unit in itself (<c>Parked_min</c>).</summary>
    private int Locate(Unit? si, IReadOnlyList<string> wanted, out Unit? unit)
    {
        unit = null;
        for (var i = 0; i < names.Length; i++)
            foreach (var name in wanted)
            {
                var isIt = names[i].Equals(name, StringComparison.OrdinalIgnoreCase);
                if (si is { } wantedUnit && UnitBehind(names[i], isIt ? null : name, wantedUnit) is { } behind) (isIt, unit) = (true, behind);
                if (!isIt) continue;
                taken[i] = true;
                return i;
            }
        return -1;
    }

    /// <summary>The unit behind the last underscore of a header whose name is before it, or is all of it (null).</summary>
    private static Unit? UnitBehind(string header, string? name, Unit si)
    {
        var underscore = header.LastIndexOf('_');
        if (underscore < 1 || (name is not null && !header.AsSpan(0, underscore).Equals(name, StringComparison.OrdinalIgnoreCase))) return null;
        return Numerics.Units.Unit.TryParse(header.AsSpan(underscore + 1), out var unit) && unit.Dimension == si.Dimension ? unit : null;
    }
}
