using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

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
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Error(path, 0, 0, $"The file cannot be opened: {(e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message.TrimEnd('.'))}.");
            return [];
        }
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="file">How sentences name it.</param>
    /// <param name="problems">Receives every mistake.</param>
    public static IReadOnlyList<DriverGroup> Read(Stream stream, string file, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(problems);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        var csv = new CsvRecords(new Utf8Lines(memory, file));
        var groups = new List<DriverGroupRows>();
        var headed = false;
        // All bytes are in memory: reading never waits.
        while (csv.ReadAsync(default).AsTask().GetAwaiter().GetResult())
        {
            if (csv.Mistake is { } mistake) problems.Error(file, csv.Line, csv.MistakeColumn, mistake);
            else if (csv.Count == 0) continue;
            else if (headed) Row(csv, groups, problems);
            else if (!(headed = IsHeader(csv, problems))) return [];
        }
        if (!headed) problems.Error(file, 0, 0, $"The file is empty; it begins with the header '{Header}'.");
        return [.. groups.Select(g => g.Finish(file, problems)).OfType<DriverGroup>()];
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

    private static bool IsHeader(CsvRecords csv, ProblemList problems)
    {
        var found = string.Join(',', Enumerable.Range(0, csv.Count).Select(i => csv.Text(i).Trim().TrimStart('\uFEFF')));
        if (found == Header) return true;
        problems.Error(csv.File, csv.Line, 1, $"The header is '{found}'; '{Header}' is accepted.");
        return false;
    }

    private static void Row(CsvRecords csv, List<DriverGroupRows> groups, ProblemList problems)
    {
        if (csv.Count is < 6 or > 7)
        {
            problems.Error(csv.File, csv.Line, 1, $"The row has {csv.Count} fields; '{Header}' has 7.");
            return;
        }
        var name = csv.Text(0).Trim();
        var group = groups.Find(g => g.Name == name);
        if (group is null) groups.Add(group = new DriverGroupRows(name, csv.Line));
        group.Take(csv, problems);
    }
}
