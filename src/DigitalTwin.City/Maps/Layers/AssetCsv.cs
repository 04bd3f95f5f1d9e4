using System.Globalization;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Text.Tables;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Layers;

/// <summary>
/// Reads assets from a CSV file: one a row, <c>id</c> and if known <c>longitude</c> and <c>latitude</c> (<c>lon</c> and <c>lat</c>, <c>x</c> and <c>y</c>) in degrees of WGS 84, everything else an attribute. A second row that says the same of an asset
/// is passed over, so that a log of readings can give the assets that it is about.
/// </summary>
internal sealed class AssetCsv(AssetSource source, IReadOnlyList<AssetCsvColumn> columns, ProblemList problems)
{
    private readonly Dictionary<string, (string Raw, int Line, string[] Values)> byId = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private CsvRecords csv = null!;
    private List<(string Name, int Field)> taken = [];
    private int id, longitude, latitude;
    private bool isXy;

    /// <summary>The assets as features; mistakes are reported.</summary>
    public List<GeoFeature> Read(List<string> statements)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(source.Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(source.Path, 0, 0, $"The file cannot be read: {error.Message}");
            return [];
        }
        csv = new(new Utf8Lines(new MemoryStream(bytes), source.Path));
        if (!Next())
        {
            problems.Error(source.Path, 1, 1, "The file is empty; a line of names and one asset a row are expected.");
            return [];
        }
        if (!Header()) return [];
        while (Next()) Row();
        Say(statements);
        return Features();
    }

    private bool Next() => csv.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private bool Header()
    {
        string[] names = [.. Enumerable.Range(0, csv.Count).Select(i => csv.Text(i).Trim())];
        if (csv.Mistake is { } mistake) problems.Error(source.Path, csv.Line, csv.MistakeColumn, mistake);
        var before = problems.ErrorCount;
        foreach (var twice in names.GroupBy(n => n).Where(g => g.Key.Length > 0 && g.Count() > 1))
            problems.Error(source.Path, 1, csv.Column(Array.LastIndexOf(names, twice.Key)), $"Two columns are called '{twice.Key}'.");
        foreach (var wanted in columns.Where(c => !names.Contains(c.Header)))
            problems.Error(source.Path, 1, 1, $"There is no column '{wanted.Header}'; there are {string.Join(", ", names)}.{NearestName.Hint(wanted.Header, names)}");
        var all = columns.Count > 0 ? columns : [.. names.Where(n => n.Length > 0).Select(n => new AssetCsvColumn(n, n))];
        (id, longitude, latitude) = (Find("id"), Find("longitude", "lon", "lng"), Find("latitude", "lat"));
        // Drawings too have an x and a y: they are degrees only where both are there and nothing else is, and where their numbers can be.
        if (isXy = longitude < 0 && latitude < 0 && Find("x") >= 0 && Find("y") >= 0) (longitude, latitude) = (Find("x"), Find("y"));
        if (id < 0 && problems.ErrorCount == before)
            problems.Error(source.Path, 1, 1, $"No column is the 'id'; there are {string.Join(", ", names)}. --columns names it, as in id={(names.Length > 0 ? names[0] : "code")}.");
        if (longitude < 0 != latitude < 0) problems.Error(source.Path, 1, 1, "One of 'longitude' and 'latitude' is there without the other; accepted are longitude and latitude, lon and lat, x and y, in degrees of WGS 84.");
        taken = [.. all.Select(c => (c.Name, Array.IndexOf(names, c.Header))).Where(c => c.Item2 >= 0 && c.Item2 != id && c.Item2 != longitude && c.Item2 != latitude)];
        return problems.ErrorCount == before && csv.Mistake is null;

        int Find(params ReadOnlySpan<string> called)
        {
            foreach (var name in called)
                foreach (var column in all)
                    if (column.Name == name) return Array.IndexOf(names, column.Header);
            return -1;
        }
    }

    private void Row()
    {
        if (csv.Mistake is { } mistake) problems.Error(source.Path, csv.Line, csv.MistakeColumn, mistake);
        if (csv.Count == 0) return;
        var most = Math.Max(id, Math.Max(longitude, taken.Select(t => t.Field).DefaultIfEmpty(-1).Max()));
        if (csv.Count <= Math.Max(most, latitude))
        {
            problems.Error(source.Path, csv.Line, 1, $"The row has {Plural.Of(csv.Count, "field")}; at least {Math.Max(most, latitude) + 1} are expected.");
            return;
        }
        var raw = csv.Text(id);
        var local = AssetId.LocalOf(raw);
        string[] values = [.. taken.Select(t => csv.Text(t.Field).Trim()), longitude < 0 ? "" : csv.Text(longitude).Trim(), latitude < 0 ? "" : csv.Text(latitude).Trim()];
        if (!AssetId.IsLocal(local))
            problems.Error(source.Path, csv.Line, csv.Column(id), local.Length == 0 ? "The id is empty." : $"The id has {local.Length} characters; at most {AssetId.LongestLocal} are accepted.");
        else if (byId.TryAdd(local, (raw, csv.Line, values))) order.Add(local);
        else if (byId[local].Raw != raw)
            problems.Error(source.Path, csv.Line, csv.Column(id), $"'{raw}' and '{byId[local].Raw}' in line {byId[local].Line} are both '{local}' as ids.");
        else if (Differs(values, byId[local].Values) is var differs and >= 0)
            problems.Error(source.Path, csv.Line, 1,
                $"'{raw}' stands here a second time with '{values[differs]}' as '{NameOf(differs)}'; line {byId[local].Line} has '{byId[local].Values[differs]}'. Rows of one asset must agree in what is taken of them.");
    }

    private static int Differs(string[] values, string[] first)
    {
        for (var i = 0; i < values.Length; i++)
            if (values[i] != first[i]) return i;
        return -1;
    }

    private string NameOf(int value) => value < taken.Count ? taken[value].Name : value == taken.Count ? "longitude" : "latitude";

    private void Say(List<string> statements)
    {
        if (isXy && order.Exists(local => byId[local].Values[^2].Length > 0) && !order.Exists(local => IsPlace(byId[local].Values[^2], byId[local].Values[^1])))
        {
            // Numbers of a drawing: attributes, as they were written.
            foreach (var local in order) byId[local] = byId[local] with { Values = [.. byId[local].Values, "", ""] };
            taken.AddRange([("x", longitude), ("y", latitude)]);
            statements.Add($"'x' and 'y' of {Path.GetFileName(source.Path)} are no degrees of WGS 84 and stay attributes; its assets have no place. As places are accepted: longitude and latitude, lon and lat, x and y, in degrees.");
        }
        var changed = order.Where(local => byId[local].Raw != local).ToArray();
        if (changed.Length > 0)
            statements.Add($"{changed.Length} of {order.Count} ids in {Path.GetFileName(source.Path)} have blanks, where ids of assets have hyphens: '{byId[changed[0]].Raw}' is '{source.Type}/{changed[0]}'.");
    }

    private List<GeoFeature> Features()
    {
        // A column is numbers when every value that is there is one; codes such as 007 are not.
        bool[] numeric = [.. Enumerable.Range(0, taken.Count).Select(i => order.Select(local => byId[local].Values[i]).Where(v => v.Length > 0).All(IsNumber))];
        var features = new List<GeoFeature>(order.Count);
        foreach (var local in order)
        {
            var (_, line, values) = byId[local];
            var properties = new List<KeyValuePair<string, GeoValue>>();
            for (var i = 0; i < taken.Count; i++)
                if (values[i].Length > 0) properties.Add(new(taken[i].Name, numeric[i] ? GeoValue.Of(Number(values[i])) : GeoValue.Of(values[i])));
            features.Add(new(local, Place(local, line, values[^2], values[^1]), properties));
        }
        return features;
    }

    private Point? Place(string local, int line, string x, string y)
    {
        if (x.Length == 0 && y.Length == 0) return null;
        if (IsPlace(x, y)) return new(Number(x), Number(y));
        problems.Error(source.Path, line, 1, $"The place of '{local}' ({x}, {y}) is not a longitude and a latitude in degrees.");
        return null;
    }

    private static bool IsPlace(string x, string y) => IsNumber(x) && IsNumber(y) && Math.Abs(Number(x)) <= 180 && Math.Abs(Number(y)) <= 90;

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && text.TrimStart('+', '-') is not ['0', >= '0' and <= '9', ..];

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
