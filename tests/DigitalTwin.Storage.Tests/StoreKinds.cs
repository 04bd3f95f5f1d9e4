namespace DigitalTwin.Storage.Tests;

/// <summary>The two kinds of store.</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}

/// <summary>The kinds that this machine can try: what a store promises is tested on each.</summary>
internal static class StoreKinds
{
    public static StoreKind[] Here { get; } = PostgresServer.Missing is null ? [StoreKind.Sqlite, StoreKind.Postgres] : [StoreKind.Sqlite];

    public static TheoryData<StoreKind> All => [.. Here];
}


/// <summary>A fact that needs a PostgreSQL server, skipped with a sentence where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}

/// <summary>Says it when the tests ran on one kind only.</summary>
public class Both_kinds
{
    [PostgresFact]
    public void Of_store_are_tested_here() => Assert.Equal(2, StoreKinds.Here.Length);
}
