using System.Text;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>
/// A layer's values through time: the table <c>layer_series</c> with a row for each instant and asset, in that order, and the view
/// <c>layer_through_time</c> that joins it with id and geometry, which is what the temporal controller of QGIS wants.
/// </summary>
internal static class TimeTable
{
    public static string SeriesOf(string layer) => layer + "_series";

    public static string ViewOf(string layer) => layer + "_through_time";

    /// <summary>Every instant at which some field of the layer was recorded, ascending, s since the start.</summary>
    public static double[] InstantsOf(ResultLayer layer) => [.. layer.Fields.SelectMany(f => f.Times).Distinct().Order()];

    public static void Write(GeoPackageFile file, ResultLayer layer, double[] instants, int stride, SimulatedPeriod period, CancellationToken cancellation)
    {
        string series = SeriesOf(layer.Name), view = ViewOf(layer.Name);
        Declare(file, layer, series, view);
        var at = layer.Fields.Select(f => RowAt(f.Times)).ToArray();
        var rows = new float[layer.Fields.Count][];
        long fid = 0;
        using var insert = file.Insert(series, 3 + rows.Length);
        for (var i = 0; i < instants.Length; i += stride)
        {
            cancellation.ThrowIfCancellationRequested();
            var time = Encoding.UTF8.GetBytes(GeoPackageFile.Instant(period.At(instants[i])));
            for (var f = 0; f < rows.Length; f++) rows[f] = at[f].TryGetValue(instants[i], out var row) ? layer.Fields[f].Values[row] : [];
            for (var asset = 0; asset < layer.AssetIds.Count; asset++)
            {
                insert.Whole(1, ++fid).Text(2, time).Whole(3, asset + 1);
                for (var f = 0; f < rows.Length; f++) insert.Number(4 + f, asset < rows[f].Length ? Exact(rows[f][asset]) : double.NaN);
                insert.Run();
            }
        }
    }

    private static Dictionary<double, int> RowAt(double[] times)
    {
        var rows = new Dictionary<double, int>(times.Length);
        for (var i = 0; i < times.Length; i++) rows.TryAdd(times[i], i);
        return rows;
    }

    private static void Declare(GeoPackageFile file, ResultLayer layer, string series, string view)
    {
        var fields = layer.Fields.Select(f => GeoPackageFile.Quote(f.Name)).ToArray();
        file.Run($"CREATE TABLE {GeoPackageFile.Quote(series)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, time DATETIME NOT NULL, asset_fid INTEGER NOT NULL" +
                 string.Concat(fields.Select(f => $", {f} FLOAT")) + ")");
        file.Announce(series, "attributes", $"{layer.Title.En}: values", $"{layer.Title.In("zh")}：时间序列", null);
        file.Run($"CREATE VIEW {GeoPackageFile.Quote(view)} AS SELECT s.fid AS OGC_FID, a.{AssetTable.Geometry} AS {AssetTable.Geometry}, a.asset AS asset, s.time AS time" +
                 string.Concat(fields.Select(f => $", s.{f} AS {f}")) +
                 $" FROM {GeoPackageFile.Quote(series)} s JOIN {GeoPackageFile.Quote(layer.Name)} a ON a.fid = s.asset_fid");
        file.Announce(view, "features", $"{layer.Title.En} through time", $"{layer.Title.In("zh")}：随时间变化", AssetTable.ExtentOf(layer.Geometries));
        file.AnnounceGeometry(view, AssetTable.Geometry, AssetTable.TypeOf(layer.Geometries));
        file.Describe(series, "time", "Time (UTC)", "Instant of the row.");
        file.Describe(series, "asset_fid", "Asset", $"fid of the asset in {layer.Name}.");
        foreach (var field in layer.Fields)
            foreach (var table in (string[])[series, view]) file.Describe(table, field.Name, $"{field.Title.En} ({field.Unit})", field.Title.In("zh"));
    }

    // A float widened shows digits it never had (0.1 becomes 0.10000000149011612); the decimal it prints as reads better and rounds back to it.
    private static double Exact(float value)
    {
        if (!float.IsFinite(value)) return double.NaN;
        var scaled = Math.Round(value * 1e6) / 1e6;
        return (float)scaled == value ? scaled : value;
    }
}
