using System.Globalization;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Schema;

/// <summary>Brings a database to the version of the schema that this program knows, in one transaction; does nothing when it is there already.</summary>
internal static class Migration
{
    /// <summary>The version this program reads and writes.</summary>
    public static int Newest => Tables.Migrations.Count;

    /// <exception cref="StoreException">The store was written by a newer program.</exception>
    public static async Task RunAsync(Database database, DateTimeOffset at, CancellationToken cancellation)
    {
        var session = await database.WriteAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await RunAsync(session, at, database.Name, cancellation).ConfigureAwait(false);
            await session.CommitAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The same within a transaction that is open already.</summary>
    public static async Task RunAsync(SqlSession session, DateTimeOffset at, string name, CancellationToken cancellation)
    {
        if (session.Dialect.Alone is { } alone) await session.RunAsync(alone, cancellation).ConfigureAwait(false);
        await session.RunAsync("create table if not exists schema_version (version bigint not null primary key, applied_at bigint not null)", cancellation).ConfigureAwait(false);
        var version = await VersionAsync(session, cancellation).ConfigureAwait(false);
        Refuse(version, name);
        for (; version < Newest; version++)
        {
            await session.RunAsync(session.Dialect.Translate(Tables.Migrations[version]), cancellation).ConfigureAwait(false);
            await session.RunAsync("insert into schema_version values (@version, @at)", cancellation, ("@version", version + 1L), ("@at", Micros.Of(at))).ConfigureAwait(false);
        }
    }

    public static async Task<int> VersionAsync(SqlSession session, CancellationToken cancellation) =>
        (int)await session.FirstAsync("select coalesce(max(version), 0) from schema_version", r => r.GetInt64(0), cancellation).ConfigureAwait(false);

    public static void Refuse(int version, string name)
    {
        if (version > Newest)
            throw new StoreException(string.Create(CultureInfo.InvariantCulture,
                $"{name} has version {version} of the schema, and this program knows versions up to {Newest}: use the program that wrote it, or a newer one."));
    }
}
