namespace DigitalTwin.Storage.Tests;

/// <summary>The two kinds of store: every test of what a store does runs on both.</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}

/// <summary>A test of each kind of store, with the sentence that says why one is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}
