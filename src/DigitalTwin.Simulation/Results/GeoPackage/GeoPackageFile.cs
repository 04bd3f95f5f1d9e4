using System.Globalization;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>
/// A new OGC GeoPackage 1.3 (OGC 12-128r17): an SQLite file with the tables the standard requires, written in one transaction. Journal and
/// synchronisation are off, because the file has a temporary name until it is complete. The bytes depend on what is put in and nothing else.
/// </summary>
internal sealed class GeoPackageFile : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string written;
    private readonly int system;
    private bool hasSchemaExtension;

    static GeoPackageFile() => SQLitePCL.Batteries_V2.Init();

    /// <summary>
    /// Creates the file; <paramref name="stamp"/> is the time that the contents table gives as that of the last change, <paramref name="system"/> the reference system of all geometry.
    /// </summary>
    public GeoPackageFile(string path, DateTimeOffset stamp, int system = GeometryBlob.Wgs84)
    {
        File.Delete(path);
        (written, this.system) = (Instant(stamp), system);
        connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        connection.Open();
        Run("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536");
        Run($"PRAGMA application_id = {0x47504B47}; PRAGMA user_version = 10300");
        Run("BEGIN");
        Run(GeoPackageSchema.Core);
    }

    /// <summary>An instant as the standard writes a DATETIME: <c>2025-07-07T22:00:00.000Z</c>.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A name as an SQL identifier.</summary>
    public static string Quote(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Run(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    public Insertion Insert(string table, int columns) => new(connection.Handle!, table, columns);

    /// <summary>Announces a table or view: <paramref name="kind"/> is <c>features</c> or <c>attributes</c>.</summary>
    public void Announce(string table, string kind, string identifier, string description, Envelope? extent)
    {
        var box = extent is null || extent.IsNull ? null : extent;
        Run("INSERT INTO gpkg_contents VALUES (@table, @kind, @identifier, @description, @written, @minx, @miny, @maxx, @maxy, @srs)",
            ("@table", table), ("@kind", kind), ("@identifier", identifier), ("@description", description), ("@written", written),
            ("@minx", box?.MinX), ("@miny", box?.MinY), ("@maxx", box?.MaxX), ("@maxy", box?.MaxY),
            ("@srs", kind == "features" ? system : null));
    }

    /// <summary>Announces the geometry column of a table or view.</summary>
    public void AnnounceGeometry(string table, string column, string geometryType) =>
        Run("INSERT INTO gpkg_geometry_columns VALUES (@table, @column, @type, @srs, 0, 0)",
            ("@table", table), ("@column", column), ("@type", geometryType), ("@srs", system));

    /// <summary>Announces an extension of the standard; <paramref name="table"/> and <paramref name="column"/> as it says.</summary>
    public void AnnounceExtension(string? table, string? column, string name, string definition, string scope) =>
        Run("INSERT INTO gpkg_extensions VALUES (@table, @column, @name, @definition, @scope)",
            ("@table", table), ("@column", column), ("@name", name), ("@definition", definition), ("@scope", scope));

    /// <summary>Gives a column its title and meaning, unit included (the standard's schema extension).</summary>
    public void Describe(string table, string column, string title, string meaning)
    {
        if (!hasSchemaExtension)
        {
            Run(GeoPackageSchema.DataColumns);
            foreach (var part in (string[])["gpkg_data_columns", "gpkg_data_column_constraints"])
                AnnounceExtension(part, null, "gpkg_schema", "http://www.geopackage.org/spec/#extension_schema", "read-write");
            hasSchemaExtension = true;
        }
        Run("INSERT INTO gpkg_data_columns VALUES (@table, @column, NULL, @title, @meaning, NULL, NULL)",
            ("@table", table), ("@column", column), ("@title", title), ("@meaning", meaning));
    }

    /// <summary>Makes everything permanent.</summary>
    public void Commit() => Run("COMMIT");

    public void Dispose() => connection.Dispose();
}
