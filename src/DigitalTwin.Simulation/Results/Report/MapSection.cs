using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.Maps;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>
/// A panel of maps for each domain: as it stands on paper the first contender and how the others differ from it; on a screen any field and instant of any. What has too many assets is
/// drawn as cells, one picture a contender.
/// </summary>
internal static class MapSection
{
    private const int MostMaps = 6;
    private const double GridWidth = 2000, LeastHeight = 800, MostHeight = 2200, Margin = 60;

    public static void Write(Markup page, Comparison comparison, ProblemList problems, CancellationToken cancellation)
    {
        var first = comparison.Contenders[0].Runs[0];
        var plans = PanelPlan.Of(first.Manifest.Layers);
        if (plans.Count == 0 || PackageProblems.Opened(first, problems) is not { } opened) return;
        using var package = opened;
        try
        {
            if (package.Extent() is not { } box) return;
            var projection = new MapProjection([new Coordinate(box.MinX, box.MinY), new Coordinate(box.MaxX, box.MaxY)], GridWidth, LeastHeight, MostHeight, Margin);
            var contenders = comparison.Contenders.Take(MostMaps).ToArray();
            var grounds = MapGrounds.Draw(page, package, first.Manifest.Layers, projection);
            foreach (var plan in plans)
            {
                cancellation.ThrowIfCancellationRequested();
                if (plan.Assets > MapBudget.MostElements) CellMaps.Write(page, comparison, contenders, plan, problems, cancellation);
                else if (new PanelReader(contenders, plan, projection).Read(problems, cancellation) is { } panel)
                    MapPanelMarkup.Write(page, comparison, contenders, panel, projection, [.. grounds.Where(g => g.Domain != plan.Domain).Select(g => g.Id)]);
            }
        }
        catch (Exception e) when (PackageProblems.IsDamage(e))
        {
            PackageProblems.Tell(first, e, problems);
        }
    }
}
