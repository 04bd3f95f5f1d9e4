using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Parking.Drivers;

/// <summary>
/// Reads groups of drivers from CSV: <c>group,quantity,value,spread,law,unit,source</c>, a row for each number, so that each has its source. Quantities are those of
/// <c>data/driver-groups.csv</c>; each has one unit. Rows may come in any order; a group comes where its first row does.
/// </summary>
public static class DriverGroupReader
{
    private const string Resource = "driver-groups.csv", Header = "group,quantity,value,spread,law,unit,source";

    /// <summary>Reads a file; every mistake goes into <paramref name="problems"/>, and a group with one is left out.</summary>
    public static IReadOnlyList<DriverGroup> Read(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var groups = new List<DriverGroupRows>();
        return HeadedCsv.Read(path, Header, csv => Row(csv, groups, problems), problems) ? Finished(groups, path, problems) : [];
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="file">How sentences name it.</param>
    /// <param name="problems">Receives every mistake.</param>
    public static IReadOnlyList<DriverGroup> Read(Stream stream, string file, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var groups = new List<DriverGroupRows>();
        return HeadedCsv.Read(stream, file, Header, csv => Row(csv, groups, problems), problems) ? Finished(groups, file, problems) : [];
    }

    internal static IReadOnlyList<DriverGroup> ReadShipped()
    {
        using var stream = typeof(DriverGroupReader).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its data file '{Resource}'.");
        var problems = new ProblemList();
        var groups = Read(stream, Resource, problems);
        problems.ThrowIfErrors();
        return groups;
    }

    private static IReadOnlyList<DriverGroup> Finished(List<DriverGroupRows> groups, string file, ProblemList problems) => [.. groups.Select(g => g.Finish(file, problems)).OfType<DriverGroup>()];

    private static void Row(CsvRecords csv, List<DriverGroupRows> groups, ProblemList problems)
    {
        if (csv.Count is < 6 or > 7)
        {
            problems.Error(csv.File, csv.Line, 1, $"The row has {Plural.Of(csv.Count, "field")}; '{Header}' has 7.");
            return;
        }
        var name = csv.Text(0).Trim();
        var group = groups.Find(g => g.Name == name);
        if (group is null) groups.Add(group = new DriverGroupRows(name, csv.Line));
        group.Take(csv, problems);
    }
}
