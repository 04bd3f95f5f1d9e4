using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results.GeoPackage;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>Reads from a run's <c>results.gpkg</c> what its map shows.</summary>
internal static class MapReader
{
    /// <summary>The map of one field of a run; null when it has none, with a warning when its package cannot be read.</summary>
    public static ResultMap? Read(RunSummary run, string layerName, string fieldName, ProblemList problems)
    {
        var path = Path.Combine(run.Folder, RunFolder.PackageFile);
        var layer = run.Manifest.Layers.FirstOrDefault(other => other.Name == layerName);
        if (layer?.Fields.FirstOrDefault(other => other.Name == fieldName) is not { WorstInstant: not null } field || !File.Exists(path)) return null;
        SQLitePCL.Batteries_V2.Init();
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            var (ids, geometries, values) = Assets(connection, layer.Name, AssetTable.AtWorst(field.Name));
            return ResultMap.Of(layer.Title, field, ids, geometries, values, ResultMap.NetworkOf(layer, run.Manifest.Layers).SelectMany(other => Geometries(connection, other.Name)));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))    // a damaged file makes its readers throw anything
        {
            problems.Warning(path, 0, 0, $"The map cannot be drawn, because the GeoPackage cannot be read: {e.Message}");
            return null;
        }
    }

    private static (List<string> Ids, List<Geometry?> Geometries, float[] Values) Assets(SqliteConnection connection, string layer, string column)
    {
        var (ids, geometries, values) = (new List<string>(), new List<Geometry?>(), new List<float>());
        var wkb = new WKBReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT asset, {AssetTable.Geometry}, {GeoPackageFile.Quote(column)} FROM {GeoPackageFile.Quote(layer)} ORDER BY fid";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
            geometries.Add(reader.IsDBNull(1) ? null : GeometryBlob.Decode(reader.GetFieldValue<byte[]>(1), wkb));
            values.Add(reader.IsDBNull(2) ? float.NaN : reader.GetFloat(2));
        }
        return (ids, geometries, [.. values]);
    }

    private static IEnumerable<Geometry?> Geometries(SqliteConnection connection, string layer)
    {
        var wkb = new WKBReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {AssetTable.Geometry} FROM {GeoPackageFile.Quote(layer)} WHERE {AssetTable.Geometry} IS NOT NULL ORDER BY fid";
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return GeometryBlob.Decode(reader.GetFieldValue<byte[]>(0), wkb);
    }
}
