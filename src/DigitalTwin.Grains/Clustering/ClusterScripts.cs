namespace DigitalTwin.Grains.Clustering;

/// <summary>
/// Our SQL for PostgreSQL: the steps that make the tables, each applied once and in order, and the queries that Orleans' ADO.NET
/// providers look up by key and fill in by column name. A query is data of the provider's contract; its tables are ours.
/// </summary>
internal static class ClusterScripts
{
    private const string Folder = "Clustering/";

    /// <summary>The steps that make the tables, in the order in which they are applied.</summary>
    public static IReadOnlyList<(string Name, string Text)> Steps { get; } = [.. Read("Tables/")];

    /// <summary>The queries by the key under which a provider asks for them.</summary>
    public static IReadOnlyDictionary<string, string> Queries { get; } = Read("Queries/").ToDictionary(script => script.Name, script => script.Text);

    private static IEnumerable<(string Name, string Text)> Read(string kind)
    {
        var assembly = typeof(ClusterScripts).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var name = resource.Replace('\\', '/');
            if (!name.StartsWith(Folder + kind, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (Path.GetFileNameWithoutExtension(name), reader.ReadToEnd());
        }
    }
}
