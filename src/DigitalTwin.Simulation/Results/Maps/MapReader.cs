using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>Reads from a run's <c>results.gpkg</c> what a map of cells shows.</summary>
internal static class MapReader
{
    /// <summary>The map of one field of a run at its worst instant; null when it has none, with a warning when its package cannot be read.</summary>
    public static ResultMap? Read(RunSummary run, PanelPlan plan, string fieldName, ProblemList problems)
    {
        var layer = run.Manifest.Layers.FirstOrDefault(l => plan.Layers.Any(p => p.Name == l.Name) && l.Fields.Any(f => f.Name == fieldName));
        if (layer?.Fields.First(f => f.Name == fieldName) is not { WorstInstant: not null } field || PackageProblems.Opened(run, problems) is not { } opened) return null;
        using var package = opened;
        try
        {
            var (ids, geometries) = package.Assets(layer.Name);
            return ResultMap.Of(layer.Title, field, ids, geometries, package.AtWorst(layer.Name, field.Name, ids.Count), plan.Layers.Where(l => l.Name != layer.Name).SelectMany(l => package.Assets(l.Name).Geometries));
        }
        catch (Exception e) when (PackageProblems.IsDamage(e))
        {
            PackageProblems.Tell(run, e, problems);
            return null;
        }
    }
}
