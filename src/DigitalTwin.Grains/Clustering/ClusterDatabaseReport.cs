namespace DigitalTwin.Grains.Clustering;

/// <summary>What <see cref="ClusterDatabase.InitialiseAsync"/> found and did.</summary>
/// <param name="Steps">The steps that were applied now; empty when the tables were there.</param>
/// <param name="Queries">How many queries were written or renewed.</param>
/// <param name="Foreign">
/// True when the database had Orleans' queries before and not from us (its own scripts were run): it serves as it is and nothing was changed.
/// </param>
public sealed record ClusterDatabaseReport(IReadOnlyList<string> Steps, int Queries, bool Foreign)
{
    /// <summary>The report in a sentence.</summary>
    public override string ToString() => (Foreign, Steps.Count, Queries) switch
    {
        (true, _, _) => "The database already has Orleans' tables and queries, made by other scripts; it serves a cluster as it is, and nothing was changed.",
        (_, 0, 0) => "The database is ready for a cluster; nothing had to be changed.",
        (_, 0, _) => $"The database is ready for a cluster: renewed {Count(Queries, "query", "queries")}.",
        _ => $"The database is ready for a cluster: applied {string.Join(", ", Steps)}; wrote {Count(Queries, "query", "queries")}.",
    };

    private static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n} {many}";
}
