using Npgsql;

namespace DigitalTwin.Cluster.Tests;

/// <summary>A test that needs a PostgreSQL server; skipped with a sentence where there is none to start.</summary>
public class PostgresFactAttribute : FactAttribute
{
    /// <summary>Looks for the server's binaries.</summary>
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}

/// <summary>Databases of the server that the tests of this run share.</summary>
internal static class Postgres
{
    /// <summary>Makes a new, empty database; returns its connection string.</summary>
    public static Task<string> NewDatabaseAsync() => Task.Run(PostgresServer.Instance.NewDatabase);

    /// <summary>Runs statements.</summary>
    public static async Task ExecuteAsync(this NpgsqlDataSource source, string statements)
    {
        await using var command = source.CreateCommand(statements);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The single value of a query.</summary>
    public static async Task<T> ScalarAsync<T>(this NpgsqlDataSource source, string query)
    {
        await using var command = source.CreateCommand(query);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
