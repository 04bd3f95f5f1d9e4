using System.Xml.Linq;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Tests.Results;

public sealed class ResultsPackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Write(RunRecord record, ResultOptions? options = null)
    {
        RunFolder.Write(folder.Path, MadeUpRun.Manifest(), record, MadeUpRun.Wall, options);
        return folder["results.gpkg"];
    }

    private static List<object[]> Query(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private static object One(string path, string sql) => Query(path, sql)[0][0];

    [OgrFact]
    public void Ogrinfo_opens_every_layer_without_a_warning()
    {
        var path = Write(new MadeUpRun().Record());
        var (code, output, errors) = Ogr.Info("-al", "-so", path);
        Assert.Equal("", errors);
        Assert.Equal(0, code);
        Assert.DoesNotContain("Warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Layer name: water_junction\n", output, StringComparison.Ordinal);
        Assert.Contains("Layer name: water_junction_through_time\n", output, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 3000\n", output, StringComparison.Ordinal);    // 120 junctions at 25 instants
        Assert.Contains("pressure_worst_time: DateTime", output, StringComparison.Ordinal);
        Assert.Contains("FID Column = OGC_FID", output, StringComparison.Ordinal);
    }

    [OgrFact]
    public void Ogrinfo_reads_geometry_and_values_through_the_spatial_index()
    {
        var record = new MadeUpRun().Record();
        var place = ((Point)record.Layers[0].Geometries[37]).Coordinate;
        var (_, output, errors) = Ogr.Info("-q", "-spat", $"{place.X - 1e-6}", $"{place.Y - 1e-6}", $"{place.X + 1e-6}", $"{place.Y + 1e-6}", Write(record), "water_junction");
        Assert.Equal("", errors);
        Assert.Contains("asset (String) = water/junction/J-37\n", output, StringComparison.Ordinal);
        Assert.Equal(output.IndexOf("OGRFeature", StringComparison.Ordinal), output.LastIndexOf("OGRFeature", StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_says_that_it_is_a_GeoPackage_and_keeps_SQLites_promises()
    {
        var path = Write(new MadeUpRun().Record());
        Assert.Equal(0x47504B47L, One(path, "PRAGMA application_id"));
        Assert.Equal(10300L, One(path, "PRAGMA user_version"));
        Assert.Equal("ok", One(path, "PRAGMA integrity_check"));
        Assert.Empty(Query(path, "PRAGMA foreign_key_check"));
    }

    [Fact]
    public void The_spatial_index_holds_every_asset_and_its_box()
    {
        var record = new MadeUpRun().Record();
        var path = Write(record);
        Assert.Equal((long)record.Layers[1].AssetIds.Count, One(path, "SELECT count(*) FROM rtree_water_pipe_geom"));
        var box = record.Layers[1].Geometries[5].EnvelopeInternal;
        var row = Query(path, "SELECT minx, maxx, miny, maxy FROM rtree_water_pipe_geom WHERE id = 6")[0].Cast<double>().ToArray();
        Assert.True(row[0] <= box.MinX && row[1] >= box.MaxX && row[2] <= box.MinY && row[3] >= box.MaxY);    // 32-bit, rounded outwards
        Assert.Equal(6L, One(path, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'water_pipe'"));
    }

    [Fact]
    public void An_asset_has_its_minimum_mean_maximum_and_the_time_of_its_worst_value()
    {
        var record = new MadeUpRun().Record();
        var field = record.Layers[0].Fields[0];
        var asset = 44;
        var values = field.Values.Select(row => row[asset]).ToArray();
        var row = Query(Write(record), $"SELECT pressure_min, pressure_mean, pressure_max, pressure_worst_time, pressure_at_worst FROM water_junction WHERE fid = {asset + 1}")[0];
        Assert.Equal(values.Min(), Assert.IsType<double>(row[0]));
        Assert.Equal(values.Average(v => (double)v), Assert.IsType<double>(row[1]), 9);
        Assert.Equal(values.Max(), Assert.IsType<double>(row[2]));
        var worst = Array.IndexOf(values, values.Min());
        Assert.Equal(MadeUpRun.Day.At(field.Times[worst]).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"), row[3]);
        var means = field.Values.Select(r => r.Average(v => (double)v)).ToArray();
        Assert.Equal(field.Values[Array.IndexOf(means, means.Min())][asset], Assert.IsType<double>(row[4]));
    }

    [Fact]
    public void Values_through_time_join_their_asset_and_its_geometry()
    {
        var record = new MadeUpRun().Record();
        var rows = Query(Write(record), "SELECT asset, time, pressure, geom FROM water_junction_through_time WHERE asset = 'water/junction/J-7' ORDER BY time");
        Assert.Equal(25, rows.Count);
        Assert.Equal("2025-07-07T22:00:00.000Z", rows[0][1]);
        Assert.Equal(record.Layers[0].Fields[0].Values[3][7], (float)(double)rows[3][2]);
        Assert.Equal("GP"u8.ToArray(), ((byte[])rows[0][3])[..2]);
    }

    [Fact]
    public void Too_many_values_are_thinned_to_a_readable_interval_and_the_manifest_says_so()
    {
        var record = new MadeUpRun(stepMinutes: 5).Record();
        var path = Write(record, new() { PackageValues = 20_000 });
        var layers = RunManifestReader.Read(folder["run.json"], [])!.Layers;
        Assert.Equal((289, 49), (layers[0].Recorded, layers[0].Kept));    // every half an hour
        Assert.Equal(49L * 120, One(path, "SELECT count(*) FROM water_junction_series"));
        Assert.Equal("2025-07-07T22:30:00.000Z", One(path, "SELECT DISTINCT time FROM water_junction_series ORDER BY time LIMIT 1 OFFSET 1"));
        Assert.Equal(record.Layers[0].Fields[0].Values.Min(r => r[3]), (float)(double)One(path, "SELECT pressure_min FROM water_junction WHERE fid = 4"));
    }

    [Fact]
    public void A_layer_opens_in_QGIS_in_the_colours_of_the_report()
    {
        var path = Write(new MadeUpRun().Record());
        var styles = Query(path, "SELECT f_table_name, f_geometry_column, styleQML, useAsDefault FROM layer_styles ORDER BY id");
        Assert.Equal(["water_junction", "water_junction_through_time"], styles.Select(s => s[0]));
        foreach (var style in styles)
        {
            var qgis = XElement.Parse((string)style[2]);
            var column = qgis.Element("renderer-v2")!.Attribute("attr")!.Value;
            Assert.Equal(0L, One(path, $"SELECT count(*) FROM (SELECT \"{column}\", {style[1]} FROM {style[0]} LIMIT 0)"));    // the column is there
            string[] ranges = [.. qgis.Descendants("range").Select(r => r.Attribute("symbol")!.Value)], symbols = [.. qgis.Descendants("symbol").Select(s => s.Attribute("name")!.Value)];
            Assert.Equal(symbols, ranges);
            Assert.Equal(qgis.Descendants("range").Skip(1).Select(r => r.Attribute("lower")!.Value), qgis.Descendants("range").SkipLast(1).Select(r => r.Attribute("upper")!.Value));
            Assert.All(qgis.Descendants("symbol"), s => Assert.Equal("marker", s.Attribute("type")!.Value));
        }
        var temporal = XElement.Parse((string)styles[1][2]).Element("temporal")!;
        Assert.Equal(("time", "60"), (temporal.Attribute("startField")!.Value, temporal.Attribute("fixedDuration")!.Value));
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes()
    {
        var first = File.ReadAllBytes(Write(new MadeUpRun().Record()));
        var second = File.ReadAllBytes(Write(new MadeUpRun().Record()));
        Assert.Equal(first, second);
    }

    [Fact]
    public void What_is_not_known_is_null_and_counts_nowhere()
    {
        double[] times = [0, 300, 600];
        float[][] values = [[float.NaN, float.NaN], [5, float.NaN], [3, float.NaN]];
        var layer = new ResultLayer("odd \"layer\"", new("Odd"), ["a", "b"], [new Point(114, 30), Point.Empty],
            [new("p", "m", new("P"), times, values, KpiDirection.Less), new("late", "s", new("Late"), [600], [[1, 2]], KpiDirection.Neutral)]);
        var path = Write(new MadeUpRun().Record() with { Layers = [layer] });
        var rows = Query(path, "SELECT p_min, p_mean, p_max, p_worst_time FROM \"odd \"\"layer\"\"\"");
        Assert.Equal([3.0, 4.0, 5.0, "2025-07-07T22:10:00.000Z"], rows[0]);
        Assert.All(rows[1], value => Assert.IsType<DBNull>(value));
        Assert.Equal(1L, One(path, "SELECT count(*) FROM \"rtree_odd \"\"layer\"\"_geom\""));
        Assert.Equal(2L, One(path, "SELECT count(late) FROM \"odd \"\"layer\"\"_series\""));
    }

    public void Dispose() => folder.Dispose();
}
