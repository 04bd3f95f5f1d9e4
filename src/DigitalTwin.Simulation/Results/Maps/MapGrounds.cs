using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Results.Report;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>What lies beneath the maps, drawn once for all of them: outlines of buildings, streets, districts. A map takes those of the domains that it does not show itself.</summary>
internal static class MapGrounds
{
    private static readonly string[] Beneath = ["city", "building", Destinations, "road"];

    /// <summary>Destinations are buildings or zones: they stand in for the buildings of a run that simulates none.</summary>
    private const string Destinations = "demand";

    /// <summary>Draws the grounds into a picture of no size, and returns their ids with their domains, in the order in which they lie on each other.</summary>
    public static IReadOnlyList<(string Domain, string Id)> Draw(Markup page, RunPackage package, IReadOnlyList<LayerLabel> layers, MapProjection projection)
    {
        var drawn = new List<(string, string)>();
        page.Open("svg", ("class", "grounds"), ("width", "0"), ("height", "0"), ("aria-hidden", "true")).Open("defs");
        foreach (var domain in Beneath)
        {
            foreach (var layer in layers.Where(l => PanelPlan.DomainOf(l) == domain && l.Assets <= MapBudget.MostElements))
            {
                var path = string.Concat(Once(package.Assets(layer.Name).Geometries).Select(g => ShapeTracer.Path(g, projection, 0)));
                if (path.Length == 0 || (domain == Destinations && drawn.Exists(d => d.Item1 == "building"))) continue;
                page.Leaf("path", ("id", "ground-" + drawn.Count), ("class", "ground " + (domain == Destinations ? "building" : domain)), ("d", path));
                drawn.Add((domain, "ground-" + drawn.Count));
            }
        }
        page.Close().Close().Line();
        return drawn;
    }

    /// <summary>The two directions of a street are one line here.</summary>
    private static IEnumerable<Geometry?> Once(IEnumerable<Geometry?> geometries)
    {
        var seen = new HashSet<(double, double, double, double)>();
        foreach (var geometry in geometries)
        {
            if (geometry is LineString { IsEmpty: false } line && line.Coordinates is [var first, .., var last])
            {
                if (seen.Contains((last.X, last.Y, first.X, first.Y))) continue;
                seen.Add((first.X, first.Y, last.X, last.Y));
            }
            yield return geometry;
        }
    }
}
