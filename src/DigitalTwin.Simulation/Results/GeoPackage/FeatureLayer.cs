using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>Features without time, one row each: what a solver by itself found.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Title">What it is.</param>
/// <param name="Geometries">By feature; null where it has no place.</param>
/// <param name="Columns">Columns.</param>
public sealed record FeatureLayer(string Name, string Title, IReadOnlyList<Geometry?> Geometries, IReadOnlyList<FeatureColumn> Columns)
{
    /// <summary>Writes layers as a GeoPackage that opens in QGIS; the file appears whole or not at all.</summary>
    /// <param name="path">File.</param>
    /// <param name="stamp">When the contents were changed last.</param>
    /// <param name="areDegrees">Whether coordinates are longitude and latitude; else they are of a plane of which nothing is known.</param>
    /// <param name="layers">Layers.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, DateTimeOffset stamp, bool areDegrees, IReadOnlyList<FeatureLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        AtomicFile.WritePath(path, partial =>
        {
            var system = areDegrees ? GeometryBlob.Wgs84 : GeometryBlob.UndefinedPlane;
            using var file = new GeoPackageFile(partial, stamp, system);
            foreach (var layer in layers) layer.Write(file, system);
            file.Commit();
        });
    }

    private void Write(GeoPackageFile file, int system)
    {
        var type = AssetTable.TypeOf(Geometries);
        file.Run($"CREATE TABLE {GeoPackageFile.Quote(Name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {AssetTable.Geometry} {type}" +
                 string.Concat(Columns.Select(c => $", {GeoPackageFile.Quote(c.Name)} {c.Type}")) + ")");
        file.Announce(Name, "features", Title, Title, AssetTable.ExtentOf(Geometries));
        file.AnnounceGeometry(Name, AssetTable.Geometry, type);
        foreach (var column in Columns) file.Describe(Name, column.Name, column.Name, column.Meaning);
        var wkb = new WKBWriter(ByteOrder.LittleEndian);
        using (var insert = file.Insert(Name, 2 + Columns.Count))
        {
            for (var i = 0; i < Geometries.Count; i++)
            {
                insert.Whole(1, i + 1);
                if (Geometries[i] is { } geometry) insert.Blob(2, GeometryBlob.Encode(geometry, wkb, system));
                else insert.Null(2);
                for (var c = 0; c < Columns.Count; c++) Columns[c].Bind(insert, 3 + c, i);
                insert.Run();
            }
        }
        SpatialIndex.Build(file, Name, AssetTable.Geometry, Geometries);
    }
}
