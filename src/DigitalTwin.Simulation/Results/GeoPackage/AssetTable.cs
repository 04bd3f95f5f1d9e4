using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Manifests;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>
/// A layer as a features table: one row for each asset with its geometry and, for each field, minimum, mean, maximum, the time of its
/// worst value, and its value at the instant at which the layer as a whole stood worst.
/// </summary>
internal static class AssetTable
{
    public const string Geometry = "geom";

    public static void Write(GeoPackageFile file, ResultLayer layer, IReadOnlyList<FieldDigest> digests, SimulatedPeriod period, CancellationToken cancellation)
    {
        var columns = digests.SelectMany(d => Columns(d, period)).ToArray();
        var type = TypeOf(layer.Geometries);
        file.Run($"CREATE TABLE {GeoPackageFile.Quote(layer.Name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {Geometry} {type}, asset TEXT NOT NULL" +
                 string.Concat(columns.Select(c => $", {GeoPackageFile.Quote(c.Name)} {c.Type}")) + ")");
        file.Announce(layer.Name, "features", layer.Title.En, layer.Title.In("zh"), ExtentOf(layer.Geometries));
        file.AnnounceGeometry(layer.Name, Geometry, type);
        foreach (var column in columns) file.Describe(layer.Name, column.Name, column.Title, column.Meaning);

        var wkb = new WKBWriter(ByteOrder.LittleEndian);
        using (var insert = file.Insert(layer.Name, 3 + columns.Length))
        {
            for (var i = 0; i < layer.AssetIds.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                insert.Whole(1, i + 1).Text(3, layer.AssetIds[i]);
                if (layer.Geometries[i] is { } geometry) insert.Blob(2, GeometryBlob.Encode(geometry, wkb));
                else insert.Null(2);
                for (var c = 0; c < columns.Length; c++) columns[c].Bind(insert, 4 + c, i);
                insert.Run();
            }
        }
        SpatialIndex.Build(file, layer.Name, Geometry, layer.Geometries);
    }

    public static Envelope ExtentOf(IReadOnlyList<Geometry?> geometries)
    {
        var extent = new Envelope();
        foreach (var geometry in geometries)
            if (geometry is not null) extent.ExpandToInclude(geometry.EnvelopeInternal);
        return extent;
    }

    /// <summary>The one type all geometries have, or GEOMETRY when they differ.</summary>
    public static string TypeOf(IReadOnlyList<Geometry?> geometries)
    {
        var types = geometries.OfType<Geometry>().Select(g => g.GeometryType.ToUpperInvariant()).Distinct().Take(2).ToArray();
        return types.Length == 1 ? types[0] : "GEOMETRY";
    }

    private static IEnumerable<Column> Columns(FieldDigest digest, SimulatedPeriod period)
    {
        var field = digest.Field;
        var title = field.Title.En;
        var worst = field.Worse == KpiDirection.Neutral ? "max" : "worst";
        var times = field.Times.Select(t => GeoPackageFile.Instant(period.At(t))).ToArray();
        yield return new($"{field.Name}_min", "DOUBLE", $"{title}, minimum ({field.Unit})", "Smallest value of the run.",
            (insert, p, i) => insert.Number(p, digest.Minimum[i]));
        yield return new($"{field.Name}_mean", "DOUBLE", $"{title}, mean ({field.Unit})", "Mean over the recorded instants.",
            (insert, p, i) => insert.Number(p, digest.Mean[i]));
        yield return new($"{field.Name}_max", "DOUBLE", $"{title}, maximum ({field.Unit})", "Largest value of the run.",
            (insert, p, i) => insert.Number(p, digest.Maximum[i]));
        yield return new($"{field.Name}_{worst}_time", "DATETIME", $"{title}, time of the {(worst == "max" ? "maximum" : "worst value")} (UTC)", "First instant of that value.",
            (insert, p, i) => _ = digest.WorstIndex[i] < 0 ? insert.Null(p) : insert.Text(p, times[digest.WorstIndex[i]]));
        if (digest.WorstInstant < 0) yield break;
        yield return new(AtWorst(field.Name), "DOUBLE", $"{title} at {times[digest.WorstInstant]} ({field.Unit})",
            $"Value at the instant at which the mean over the layer was {(field.Worse == KpiDirection.Less ? "lowest" : "highest")}.",
            (insert, p, i) => insert.Number(p, digest.AtWorst[i]));
    }

    /// <summary>The column with a field's values at the layer's worst instant.</summary>
    public static string AtWorst(string field) => $"{field}_at_worst";

    private sealed record Column(string Name, string Type, string Title, string Meaning, Action<Insertion, int, int> Bind);
}
