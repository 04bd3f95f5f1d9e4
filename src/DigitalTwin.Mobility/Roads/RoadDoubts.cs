using System.Globalization;
using DigitalTwin.Numerics.Geodesy;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Roads;

/// <summary>What is allowed in a road network but seldom meant, a sentence for each kind with the first link of it.</summary>
public static class RoadDoubts
{
    private const double Slowest = 5 / 3.6, Fastest = 130 / 3.6, LeastPerLane = 100 / 3600.0, MostPerLane = 2600 / 3600.0;

    /// <summary>The sentences; none when nothing looks odd.</summary>
    public static IReadOnlyList<string> Find(RoadNetwork network, RoadConnectivity connectivity)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(connectivity);
        var links = network.Links;
        var found = new List<string>();
        Say(link => !connectivity.IsReached[link], "cannot", "cannot", "be driven from the largest part of the network");
        Say(link => !connectivity.Reaches[link], "does not", "do not", "lead to the largest part of the network");
        Say(link => IsRoad(link) && links.FreeSpeed[link] is < Slowest or > Fastest, "is", "are", "slower than 5 or faster than 130 km/h");
        Say(link => IsRoad(link) && links.Capacity[link] / Math.Max(1, links.Lanes[link]) is < LeastPerLane or > MostPerLane, "has", "have", "a capacity below 100 or above 2,600 vehicles/h and lane");
        Say(link => IsRoad(link) && links.Storage[link] > Math.Max(2, links.Lanes[link] * links.Length[link] / 4), "stores", "store", "more cars than fit bumper to bumper (4 m each)");
        Say(link => IsRoad(link) && Drawn(network, link) is var drawn && drawn > 10 && links.Length[link] / drawn is < 0.8 or > 1.5, "is", "are", "much shorter or longer than drawn; units may be wrong");
        Say(link => links.From[link] == links.To[link], "begins and ends", "begin and end", "at one node");
        Duplicates();
        var used = new bool[network.Nodes.Count];
        for (var link = 0; link < links.Count; link++) used[links.From[link]] = used[links.To[link]] = true;
        if (Array.IndexOf(used, false) is var lonely and >= 0) found.Add($"{used.Count(u => !u)} of {used.Length} nodes {Plural.For(used.Count(u => !u), "has", "have")} no link, '{network.Nodes.Ids[lonely]}' among them.");
        return found;

        bool IsRoad(int link) => links.Class[link] != RoadClass.Connector;

        void Say(Predicate<int> doubt, string verbOfOne, string verb, string what)
        {
            var (count, first) = (0, 0);
            for (var link = 0; link < links.Count; link++)
                if (doubt(link) && count++ == 0) first = link;
            if (count > 0) found.Add(string.Create(CultureInfo.InvariantCulture, $"{count} of {links.Count} links {Plural.For(count, verbOfOne, verb)} {what}, '{links.Ids[first]}' among them."));
        }

        void Duplicates()
        {
            var seen = new Dictionary<(int, int, double), int>();
            var (count, first, second) = (0, 0, 0);
            for (var link = 0; link < links.Count; link++)
                if (!seen.TryAdd((links.From[link], links.To[link], Math.Round(links.Length[link])), link) && count++ == 0)
                    (first, second) = (seen[(links.From[link], links.To[link], Math.Round(links.Length[link]))], link);
            if (count > 0) found.Add($"{count} of {links.Count} links {Plural.For(count, "lies", "lie")} beside another of the same ends and length, '{links.Ids[second]}' beside '{links.Ids[first]}' among them; are they drawn twice?");
        }
    }

    /// <summary>Length as drawn, m; NaN when it is not.</summary>
    private static double Drawn(RoadNetwork network, int link)
    {
        if (network.Links.Course[link] is { } course) return EarthPlane.Length(course);
        var (from, to, nodes) = (network.Links.From[link], network.Links.To[link], network.Nodes);
        return SphereDistance.Between(nodes.Longitude[from], nodes.Latitude[from], nodes.Longitude[to], nodes.Latitude[to]);
    }
}
