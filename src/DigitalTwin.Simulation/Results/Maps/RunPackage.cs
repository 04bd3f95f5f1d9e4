using System.Globalization;
using DigitalTwin.Simulation.Results.GeoPackage;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>Reads a run's <c>results.gpkg</c>: assets with their geometry, and values at some instants, row by row as they were written.</summary>
internal sealed class RunPackage : IDisposable
{
    private readonly SqliteConnection connection;

    static RunPackage() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Opens the package of a run's folder for reading.</summary>
    /// <exception cref="SqliteException">It is no such file.</exception>
    public RunPackage(string folder)
    {
        var path = Path.Combine(folder, RunFolder.PackageFile);
        connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
    }

    /// <summary>Ids and geometries of a layer's assets, in their order.</summary>
    public (List<string> Ids, List<Geometry?> Geometries) Assets(string layer)
    {
        var (ids, geometries) = (new List<string>(), new List<Geometry?>());
        var wkb = new WKBReader();
        using var reader = Query($"SELECT asset, {AssetTable.Geometry} FROM {GeoPackageFile.Quote(layer)} ORDER BY fid");
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
            geometries.Add(reader.IsDBNull(1) ? null : GeometryBlob.Decode(reader.GetFieldValue<byte[]>(1), wkb));
        }
        return (ids, geometries);
    }

    /// <summary>The instants of which a layer keeps values, ascending, and the first row of each.</summary>
    public List<(DateTimeOffset At, long FirstRow)> Instants(string layer)
    {
        var instants = new List<(DateTimeOffset, long)>();
        using var reader = Query($"SELECT time, first_fid FROM {GeoPackageFile.Quote(layer + "_instants")} ORDER BY fid");
        while (reader.Read()) instants.Add((DateTimeOffset.Parse(reader.GetString(0), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), reader.GetInt64(1)));
        return instants;
    }

    /// <summary>Values of fields at an instant, one array a field; NaN where not known.</summary>
    public float[][] At(string layer, IReadOnlyList<string> fields, long firstRow, int assets) =>
        Read($"SELECT {Columns(fields)} FROM {GeoPackageFile.Quote(layer + "_values")} WHERE fid BETWEEN {firstRow} AND {firstRow + assets - 1} ORDER BY fid", fields.Count, assets);

    /// <summary>Means of fields over all recorded instants, one array a field.</summary>
    public float[][] Means(string layer, IReadOnlyList<string> fields, int assets) =>
        Read($"SELECT {Columns([.. fields.Select(f => f + "_mean")])} FROM {GeoPackageFile.Quote(layer)} ORDER BY fid", fields.Count, assets);

    /// <summary>Values of a field at the instant at which its layer stood worst.</summary>
    public float[] AtWorst(string layer, string field, int assets) =>
        Read($"SELECT {GeoPackageFile.Quote(AssetTable.AtWorst(field))} FROM {GeoPackageFile.Quote(layer)} ORDER BY fid", 1, assets)[0];

    /// <summary>The box around all layers, degrees; null when nothing has a place.</summary>
    public Envelope? Extent()
    {
        using var reader = Query("SELECT min(min_x), max(max_x), min(min_y), max(max_y) FROM gpkg_contents");
        return reader.Read() && !reader.IsDBNull(0) ? new(reader.GetDouble(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3)) : null;
    }

    public void Dispose() => connection.Dispose();

    private static string Columns(IReadOnlyList<string> fields) => string.Join(", ", fields.Select(GeoPackageFile.Quote));

    private float[][] Read(string sql, int fields, int assets)
    {
        var values = new float[fields][];
        for (var f = 0; f < fields; f++)
        {
            values[f] = new float[assets];
            Array.Fill(values[f], float.NaN);
        }
        using var reader = Query(sql);
        for (var row = 0; row < assets && reader.Read(); row++)
            for (var f = 0; f < fields; f++)
                if (!reader.IsDBNull(f)) values[f][row] = (float)reader.GetDouble(f);
        return values;
    }

    // The command lives as long as its reader; both end with the connection.
    private SqliteDataReader Query(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }
}
