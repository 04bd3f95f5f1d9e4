using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DigitalTwin.Storage.Sqlite;

/// <summary>A statement that is prepared once and run for every row, straight over SQLite's own calls: no boxed number, no search for a parameter's name. Parameters are numbered from 1.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public Statement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public Statement Whole(int parameter, long value)
    {
        _ = raw.sqlite3_bind_int64(statement, parameter, value);
        return this;
    }

    public Statement Number(int parameter, double value)
    {
        _ = double.IsNaN(value) ? raw.sqlite3_bind_null(statement, parameter) : raw.sqlite3_bind_double(statement, parameter, value);
        return this;
    }

    public Statement Text(int parameter, string? value)
    {
        _ = value is null ? raw.sqlite3_bind_null(statement, parameter) : raw.sqlite3_bind_text(statement, parameter, value);
        return this;
    }

    /// <summary>Runs an insertion.</summary>
    /// <returns>False when the row was there already.</returns>
    public bool Add()
    {
        var code = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE) Check(code);
        return raw.sqlite3_changes(database) > 0;
    }

    /// <summary>Whether a query has a row.</summary>
    public bool Any()
    {
        var code = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        if (code is not raw.SQLITE_ROW and not raw.SQLITE_DONE) Check(code);
        return code == raw.SQLITE_ROW;
    }

    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code & 0xFF, raw.sqlite3_extended_errcode(database));
    }
}
