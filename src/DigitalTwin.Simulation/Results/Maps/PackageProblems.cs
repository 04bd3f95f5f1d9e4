using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>Opens packages for maps, and says in a sentence why a map is missing.</summary>
internal static class PackageProblems
{
    /// <summary>The package of a run; null where there is none, with a warning where it cannot be read.</summary>
    public static RunPackage? Opened(RunSummary run, ProblemList problems)
    {
        if (!File.Exists(Path.Combine(run.Folder, RunFolder.PackageFile))) return null;
        RunPackage? package = null;
        try
        {
            package = new RunPackage(run.Folder);
            if (run.Manifest.Layers.Count > 0) package.Instants(run.Manifest.Layers[0].Name);
            return package;
        }
        catch (Exception e) when (IsDamage(e))
        {
            package?.Dispose();
            Tell(run, e, problems);
            return null;
        }
    }

    /// <summary>A damaged file makes its readers throw anything.</summary>
    public static bool IsDamage(Exception e) => e is not (OutOfMemoryException or OperationCanceledException);

    /// <summary>Warns that a run's map cannot be drawn; once for each package.</summary>
    public static void Tell(RunSummary run, Exception e, ProblemList problems)
    {
        var path = Path.Combine(run.Folder, RunFolder.PackageFile);
        if (!problems.Any(p => p.File == path)) problems.Warning(path, 0, 0, $"The map cannot be drawn, because the GeoPackage cannot be read: {e.Message}");
    }
}
