using DigitalTwin.Buildings.Records;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>Reads a table of buildings: a line of names, then one building a row, told apart by <c>id</c>. Columns may be called otherwise where <c>city.yaml</c> says so; empty fields say nothing.</summary>
internal sealed class BuildingCsv(BuildingFile file, ProblemList problems)
{
    private readonly List<BuildingRecord> records = [];
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly BuildingProperties properties = new(file.Path, file.Name, problems);
    private CsvRecords csv = null!;
    private string[] names = [];

    public List<BuildingRecord> Read()
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file.Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(file.Path, 0, 0, $"The file cannot be read: {error.Message}");
            return [];
        }
        csv = new(new Utf8Lines(new MemoryStream(bytes), file.Path));
        if (!Next()) problems.Error(file.Path, 1, 1, "The file is empty; a line of names with 'id' and one building a row are expected.");
        else if (Header())
            while (Next()) Row();
        return records;
    }

    private bool Next() => csv.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private bool Header()
    {
        string[] found = [.. Enumerable.Range(0, csv.Count).Select(i => csv.Text(i).Trim().TrimStart('\uFEFF'))];
        var before = problems.ErrorCount;
        if (csv.Mistake is { } mistake) problems.Error(file.Path, csv.Line, csv.MistakeColumn, mistake);
        foreach (var (property, column) in file.Columns.OrderBy(c => c.Key, StringComparer.Ordinal))
            if (Array.IndexOf(found, column) < 0) problems.Error(file.Path, 1, 1, $"There is no column '{column}' for '{property}'; there are {string.Join(", ", found)}.{NearestName.Hint(column, found)}");
        names = [.. found.Select(name => file.Columns.FirstOrDefault(c => c.Value == name).Key ?? name)];
        foreach (var twice in names.Where(n => n.Length > 0).GroupBy(n => n).Where(g => g.Count() > 1)) problems.Error(file.Path, 1, 1, $"Two columns are '{twice.Key}'.");
        if (Array.IndexOf(names, "id") < 0) problems.Error(file.Path, 1, 1, $"No column is the 'id'; there are {string.Join(", ", found)}.{NearestName.Hint("id", found)}");
        return problems.ErrorCount == before;
    }

    private void Row()
    {
        if (csv.Mistake is { } mistake) problems.Error(file.Path, csv.Line, csv.MistakeColumn, mistake);
        if (csv.Count == 0) return;
        if (csv.Count != names.Length)
        {
            problems.Error(file.Path, csv.Line, 1, $"The row has {csv.Count} fields; the first line names {names.Length}.");
            return;
        }
        var id = csv.Text(Array.IndexOf(names, "id")).Trim();
        if (!AssetId.IsLocal(id))
        {
            problems.Error(file.Path, csv.Line, csv.Column(Array.IndexOf(names, "id")), id.Length == 0 ? "The id is empty." : $"'{id}' is no id: it has a blank or more than {AssetId.LongestLocal} characters.");
            return;
        }
        if (!seen.TryAdd(id, csv.Line))
        {
            problems.Error(file.Path, csv.Line, 1, $"The id '{id}' stands here a second time; the first is in line {seen[id]}.");
            return;
        }
        var values = Enumerable.Range(0, names.Length).Where(i => names[i].Length > 0 && csv.Text(i).Trim().Length > 0).Select(i => new KeyValuePair<string, GeoValue>(names[i], GeoValue.Of(csv.Text(i).Trim())));
        records.Add(properties.Record(id, [.. values], csv.Line, 1));
    }
}
