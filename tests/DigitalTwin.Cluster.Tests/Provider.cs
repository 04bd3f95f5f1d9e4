using Npgsql;

namespace DigitalTwin.Cluster.Tests;

/// <summary>Asks the database as Orleans' ADO.NET providers do: the query by its key, the values by the names and types that the provider gives them.</summary>
internal sealed class Provider(NpgsqlDataSource source)
{
    /// <summary>The rows of the answer, each with its columns by name.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> AskAsync(string key, params (string Name, object? Value, NpgsqlTypes.NpgsqlDbType Type)[] values)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var find = new NpgsqlCommand("SELECT QueryText FROM OrleansQuery WHERE QueryKey = $1", connection) { Parameters = { new() { Value = key } } };
        await using var ask = new NpgsqlCommand((string)(await find.ExecuteScalarAsync() ?? throw new KeyNotFoundException(key)), connection);
        foreach (var (name, value, type) in values) ask.Parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
        await using var reader = await ask.ExecuteReaderAsync();
        var rows = new List<IReadOnlyDictionary<string, object?>>();
        while (await reader.ReadAsync())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i)));
        return rows;
    }

    /// <summary>The single value of the answer.</summary>
    public async Task<T> AskOneAsync<T>(string key, params (string Name, object? Value, NpgsqlTypes.NpgsqlDbType Type)[] values) =>
        (T)Assert.Single(Assert.Single(await AskAsync(key, values)).Values)!;
}
