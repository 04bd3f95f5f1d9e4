namespace DigitalTwin.Verification;

/// <summary>
/// The folder of real inputs that verification reads in place: the environment variable DIGITALTWIN_SHARED, or a folder <c>shared</c> with a
/// <c>DESIGN.md</c> beside or above the test assembly.
/// </summary>
internal static class SharedData
{
    /// <summary>The folder, or null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The path of a file or folder under <c>shared/data</c>.</summary>
    public static string Path(params string[] parts) =>
        System.IO.Path.Combine([Folder ?? throw new InvalidOperationException("There is no shared data."), "data", .. parts]);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DIGITALTWIN_SHARED") is { Length: > 0 } given) return Directory.Exists(given) ? given : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = System.IO.Path.Combine(folder.FullName, "shared");
            if (File.Exists(System.IO.Path.Combine(shared, "DESIGN.md"))) return shared;
        }
        return null;
    }
}

/// <summary>A fact that needs the shared data, and is skipped with a sentence where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Folder is null) Skip = "The folder shared/data is not beside this clone; set DIGITALTWIN_SHARED to its parent to run this case.";
    }
}

/// <summary>A theory that needs the shared data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (SharedData.Folder is null) Skip = "The folder shared/data is not beside this clone; set DIGITALTWIN_SHARED to its parent to run this case.";
    }
}
