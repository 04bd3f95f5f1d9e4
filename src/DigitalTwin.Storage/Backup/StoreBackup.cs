using System.Data.Common;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Schema;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Backup;

/// <summary>
/// A backup is a store in a SQLite file of its own, as of one instant, whatever kind of store it is of; so a backup can be opened as it is, restored into either kind, and a city can move from
/// its embedded store to a database server. It has a temporary name until it is complete.
/// </summary>
internal static class StoreBackup
{
    public static async Task WriteAsync(Database source, string file, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(file);
        if (File.Exists(path)) throw new IOException($"'{file}' is there already; a backup does not overwrite.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".unfinished";
        Remove(unfinished);
        try
        {
            if (!await source.CopyPagesAsync(unfinished, cancellation).ConfigureAwait(false)) await CopyRowsAsync(source, unfinished, cancellation).ConfigureAwait(false);
            File.Move(unfinished, path);
        }
        catch (DbException e)
        {
            throw new StoreException($"The backup '{file}' could not be written ({e.Message}).", e);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    public static async Task ReadAsync(Database target, GroupCommit writer, string file, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"There is no backup '{file}'.", file);
        var from = BackupFile.Open(file);
        await using (from.ConfigureAwait(false))
        {
            Migration.Refuse(await Migration.VersionAsync(from, cancellation).ConfigureAwait(false), $"'{file}'");
            await writer.WriteAsync(group => FillAsync(group, target, from, cancellation), cancellation).ConfigureAwait(false);
        }
    }

    private static async Task CopyRowsAsync(Database source, string file, CancellationToken cancellation)
    {
        var from = await source.ReadAsync(cancellation).ConfigureAwait(false);
        await using (from.ConfigureAwait(false))
        {
            var to = BackupFile.Create(file);
            await using (to.ConfigureAwait(false))
            {
                await Migration.RunAsync(to, DateTimeOffset.UnixEpoch, $"'{file}'", cancellation).ConfigureAwait(false);
                await to.RunAsync("delete from head", cancellation).ConfigureAwait(false);
                foreach (var table in Tables.Names) await TableAsync(from, to, table, cancellation).ConfigureAwait(false);
                await to.CommitAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task<bool> FillAsync(Group group, Database target, SqlSession from, CancellationToken cancellation)
    {
        var to = group.Session;
        if (!group.IsEmpty) throw new InvalidOperationException($"{target.Name} is not empty: a backup is restored into a new store only.");
        foreach (var table in Tables.Names.Where(t => t != "head")) await TableAsync(from, to, table, cancellation).ConfigureAwait(false);
        await group.AdoptAsync(from, cancellation).ConfigureAwait(false);
        return true;
    }

    private static async Task TableAsync(SqlSession from, SqlSession to, string table, CancellationToken cancellation)
    {
        var columns = await from.ColumnsAsync(table, cancellation).ConfigureAwait(false);
        var rows = from.StreamAsync($"select {string.Join(',', columns)} from {table}", reader =>
        {
            var row = new object?[columns.Count];
            for (var i = 0; i < row.Length; i++) row[i] = reader.GetValue(i) is { } value and not (DBNull or double.NaN) ? value : null;
            return row;
        }, cancellation);
        await to.Dialect.InsertAsync(to, table, columns, rows, cancellation).ConfigureAwait(false);
    }

    private static void Remove(string file)
    {
        foreach (var end in (ReadOnlySpan<string>)["", "-journal"]) File.Delete(file + end);
    }
}
