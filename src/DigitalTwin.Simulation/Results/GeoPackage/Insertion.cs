using SQLitePCL;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>
/// An INSERT that is prepared once and run for every row, straight over SQLite's own calls: millions of rows without a boxed number.
/// Parameters are numbered from 1.
/// </summary>
internal sealed class Insertion : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public Insertion(sqlite3 database, string table, int columns)
    {
        this.database = database;
        var marks = string.Join(",", Enumerable.Range(1, columns).Select(i => $"?{i}"));
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO {GeoPackageFile.Quote(table)} VALUES ({marks})", out statement));
    }

    public Insertion Null(int parameter) => Check(raw.sqlite3_bind_null(statement, parameter));

    public Insertion Whole(int parameter, long value) => Check(raw.sqlite3_bind_int64(statement, parameter, value));

    public Insertion Text(int parameter, string value) => Check(raw.sqlite3_bind_text(statement, parameter, value));

    public Insertion Blob(int parameter, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_blob(statement, parameter, value));

    /// <summary>Binds a number; NULL when it is not known or not finite.</summary>
    public Insertion Number(int parameter, double value) =>
        double.IsFinite(value) ? Check(raw.sqlite3_bind_double(statement, parameter, value)) : Null(parameter);

    public void Run()
    {
        var code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_DONE) Check(code);
        Check(raw.sqlite3_reset(statement));
    }

    public void Dispose() => statement.Dispose();

    private Insertion Check(int code) =>
        code == raw.SQLITE_OK ? this : throw new IOException($"SQLite could not write the GeoPackage: {raw.sqlite3_errmsg(database).utf8_to_string()}.");
}
