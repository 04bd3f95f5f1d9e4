using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>
/// A layer's values through time. Rows are numbered instant by instant and asset by asset, so a number says both, and the table
/// <c>layer_values</c> holds nothing but values; <c>layer_instants</c> says which rows belong to which instant. Two views read them as people
/// want: <c>layer_series</c> with time and asset, and <c>layer_through_time</c> with geometry too, for the temporal controller of QGIS. Asking
/// for an instant reads just its rows.
/// </summary>
internal static class TimeTable
{
    /// <summary>Every instant at which some field of the layer was recorded, ascending, s since the start.</summary>
    public static double[] InstantsOf(ResultLayer layer) => [.. layer.Fields.SelectMany(f => f.Times).Distinct().Order()];

    public static void Write(GeoPackageFile file, ResultLayer layer, double[] instants, int stride, SimulatedPeriod period, CancellationToken cancellation)
    {
        var assets = layer.AssetIds.Count;
        Declare(file, layer);
        var at = layer.Fields.Select(f => RowAt(f.Times)).ToArray();
        var rows = new float[layer.Fields.Count][];
        long fid = 0;
        using var insertInstant = file.Insert(layer.Name + "_instants", 4);
        using var insertValues = file.Insert(layer.Name + "_values", 1 + rows.Length);
        for (int i = 0, kept = 1; i < instants.Length; i += stride, kept++)
        {
            cancellation.ThrowIfCancellationRequested();
            insertInstant.Whole(1, kept).Text(2, GeoPackageFile.Instant(period.At(instants[i]))).Whole(3, fid + 1).Whole(4, fid + assets).Run();
            for (var f = 0; f < rows.Length; f++) rows[f] = at[f].TryGetValue(instants[i], out var row) ? layer.Fields[f].Values[row] : [];
            for (var asset = 0; asset < assets; asset++)
            {
                insertValues.Whole(1, ++fid);
                for (var f = 0; f < rows.Length; f++) insertValues.Number(2 + f, asset < rows[f].Length ? Exact(rows[f][asset]) : double.NaN);
                insertValues.Run();
            }
        }
    }

    private static Dictionary<double, int> RowAt(double[] times)
    {
        var rows = new Dictionary<double, int>(times.Length);
        for (var i = 0; i < times.Length; i++) rows.TryAdd(times[i], i);
        return rows;
    }

    private static void Declare(GeoPackageFile file, ResultLayer layer)
    {
        string values = GeoPackageFile.Quote(layer.Name + "_values"), instants = GeoPackageFile.Quote(layer.Name + "_instants");
        var fields = layer.Fields.Select(f => GeoPackageFile.Quote(f.Name)).ToArray();
        file.Run($"CREATE TABLE {values} (fid INTEGER PRIMARY KEY NOT NULL" + string.Concat(fields.Select(f => $", {f} FLOAT")) + ")");
        file.Run($"CREATE TABLE {instants} (fid INTEGER PRIMARY KEY NOT NULL, time DATETIME NOT NULL, first_fid INTEGER NOT NULL, last_fid INTEGER NOT NULL)");

        // CROSS JOIN fixes the order of the loops: instants (few), the rows of each (a range of the primary key), the asset of each row.
        var join = $" FROM {instants} i CROSS JOIN {values} v ON v.fid BETWEEN i.first_fid AND i.last_fid" +
                   $" CROSS JOIN {GeoPackageFile.Quote(layer.Name)} a ON a.fid = v.fid - i.first_fid + 1";
        var columns = ", a.asset AS asset, i.time AS time" + string.Concat(fields.Select(f => $", v.{f} AS {f}")) + join;
        string series = layer.Name + "_series", through = layer.Name + "_through_time";
        file.Run($"CREATE VIEW {GeoPackageFile.Quote(series)} AS SELECT v.fid AS OGC_FID{columns}");
        file.Run($"CREATE VIEW {GeoPackageFile.Quote(through)} AS SELECT v.fid AS OGC_FID, a.{AssetTable.Geometry} AS {AssetTable.Geometry}{columns}");

        file.Announce(series, "attributes", $"{layer.Title.En}: time series", $"{layer.Title.In("zh")}：时间序列", null);
        file.Announce(through, "features", $"{layer.Title.En} through time", $"{layer.Title.In("zh")}：随时间变化", AssetTable.ExtentOf(layer.Geometries));
        file.AnnounceGeometry(through, AssetTable.Geometry, AssetTable.TypeOf(layer.Geometries));
        foreach (var view in (string[])[series, through])
        {
            file.Describe(view, "time", "Time (UTC)", "时刻（协调世界时）");
            file.Describe(view, "asset", "Asset", "资产编号");
            foreach (var field in layer.Fields) file.Describe(view, field.Name, $"{field.Title.En} ({field.Unit})", field.Title.In("zh"));
        }
    }

    // A float widened shows digits it never had (0.1 becomes 0.10000000149011612); the decimal it prints as reads better and rounds back to it.
    private static double Exact(float value)
    {
        if (!float.IsFinite(value)) return double.NaN;
        var scaled = Math.Round(value * 1e6) / 1e6;
        return (float)scaled == value ? scaled : value;
    }
}
