namespace DigitalTwin.Testing;

/// <summary>The checkout that the tests run in; every project under tests/ holds this file.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution, above the running assembly.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DigitalTwin.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside a checkout: no DigitalTwin.sln above them.");
    }
}
