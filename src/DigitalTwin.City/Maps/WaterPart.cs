using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Geodesy;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cities.Maps;

/// <summary>Reads the water part of a map and looks at where it lies.</summary>
internal static class WaterPart
{
    private const double FarFromPlace = 300_000;

    public static (WaterNetwork? Network, WaterPlaces? Places) Read(MapFile map, List<string> assumptions, ProblemList problems)
    {
        if (map.WaterFile is null) return default;
        var before = problems.ErrorCount;
        var file = EpanetReader.Read(map.WaterFile, problems);
        if (problems.ErrorCount > before) return default;
        WaterNetwork network;
        try
        {
            network = file.ToNetwork();
        }
        catch (InputException error)
        {
            foreach (var problem in error.Problems) problems.Add(problem with { File = map.WaterFile });
            return default;
        }
        var people = map.PopulationFile is null ? Estimate(network, assumptions) : PopulationReader.Read(map.PopulationFile, network, problems);
        var places = new WaterPlaces(network, map.WaterCoordinates, people);
        Look(map, network, places, problems);
        return (network, places);
    }

    private static double[] Estimate(WaterNetwork network, List<string> assumptions)
    {
        assumptions.Add($"The map does not say how many people depend on each junction; {Population.LitresPerPersonPerDay} litres of mean demand count as one person and day.");
        return Population.FromDemand(network);
    }

    private static void Look(MapFile map, WaterNetwork network, WaterPlaces places, ProblemList problems)
    {
        var nodes = network.Nodes;
        var (absent, wrong, outside, far) = (new Finding(), new Finding(), new Finding(), new Finding());
        for (var i = 0; i < nodes.Count; i++)
        {
            var (x, y) = (places.Longitude[i], places.Latitude[i]);
            if (double.IsNaN(nodes.X[i]) || double.IsNaN(nodes.Y[i])) absent.Add(i);
            else if (double.IsNaN(x)) wrong.Add(i);
            else if (map.Extent is { } e && (x < e[0] || y < e[1] || x > e[2] || y > e[3])) outside.Add(i);
            else if (SphereDistance.Between(map.Longitude, map.Latitude, x, y) > FarFromPlace) far.Add(i);
        }
        var file = map.WaterFile!;
        if (absent.Count > 0)
            problems.Warning(file, 0, 0, $"{absent.Count} of {nodes.Count} nodes {Plural.For(absent.Count, "has", "have")} no coordinates, '{nodes.Ids[absent.First]}' among them; they are assets without a place.");
        if (wrong.Count > 0)
            problems.Error(file, 0, 0,
                $"The coordinates of {wrong.Count} of {nodes.Count} nodes are no place in {map.WaterCoordinates.Name}, '{nodes.Ids[wrong.First]}' ({nodes.X[wrong.First]}, {nodes.Y[wrong.First]}) among them; 'crs' in {MapFile.FileName} says what they mean.");
        if (outside.Count > 0)
            problems.Error(file, 0, 0,
                $"{outside.Count} of {nodes.Count} nodes lie outside the 'extent' of {MapFile.FileName}, '{nodes.Ids[outside.First]}' ({places.Longitude[outside.First]:F5}, {places.Latitude[outside.First]:F5}) among them.");
        if (far.Count > 0)
            problems.Warning(file, 0, 0,
                $"{far.Count} of {nodes.Count} nodes lie more than 300 km from the map's 'place', '{nodes.Ids[far.First]}' ({places.Longitude[far.First]:F4}, {places.Latitude[far.First]:F4}) among them; is 'crs' right?");
    }

    private struct Finding
    {
        public int Count;
        public int First;

        public void Add(int node)
        {
            if (Count++ == 0) First = node;
        }
    }
}
