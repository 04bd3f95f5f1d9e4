using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace DigitalTwin.Grains.Clustering;

/// <summary>How the initialiser speaks to PostgreSQL.</summary>
internal static class Statements
{
    /// <summary>Runs a statement, its values at $1, $2 …; returns how many rows it changed.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Every text is a constant or an embedded script of ours.")]
    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string text, CancellationToken cancellation, params string[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        await using var disposed = command.ConfigureAwait(false);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The texts of a query's first column.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Every text is a constant of ours.")]
    public static async Task<IReadOnlySet<string>> TextsAsync(this NpgsqlConnection connection, string text, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand(text, connection);
        await using var disposed = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await using var closed = reader.ConfigureAwait(false);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) texts.Add(reader.GetString(0));
        return texts;
    }

    /// <summary>True when the search path finds a table of that name.</summary>
    public static async Task<bool> HasTableAsync(this NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection);
        await using var disposed = command.ConfigureAwait(false);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table });
        return (bool)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    /// <summary>True when the database's own query for gateways, ours or another's, names one; 3 is the status of an active silo.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "It is the query that every client of the cluster runs.")]
    public static async Task<bool> HasGatewayAsync(this NpgsqlConnection connection, string cluster, CancellationToken cancellation)
    {
        var query = (await connection.TextsAsync("SELECT QueryText FROM OrleansQuery WHERE QueryKey = 'GatewaysQueryKey'", cancellation).ConfigureAwait(false)).Single();
        var command = new NpgsqlCommand(query, connection);
        await using var disposed = command.ConfigureAwait(false);
        command.Parameters.AddWithValue("DeploymentId", cluster);
        command.Parameters.AddWithValue("Status", 3);
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is not null;
    }
}
