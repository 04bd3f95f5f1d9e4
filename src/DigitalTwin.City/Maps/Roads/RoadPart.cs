using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Geodesy;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>Reads the roads of a map and looks at where they lie.</summary>
internal static class RoadPart
{
    private const double FarFromPlace = 300_000;

    public static (RoadNetwork? Network, RoadReport? Report) Read(MapFile map, List<string> assumptions, ProblemList problems)
    {
        if (map.RoadFile is not { } file) return default;
        var before = problems.ErrorCount;
        var plan = RoadGeoJson.Read(file, problems);
        var network = RoadBuilder.Build(plan, map.RoadDefaults, file, problems, out var report);
        if (network.Links.Count == 0)
        {
            if (problems.ErrorCount == before) problems.Warning(file, 0, 0, "The file holds no street.");
            return default;
        }
        Look(map, network, file, problems);
        Doubt(report, file, problems);
        Say(network, report, assumptions);
        return (network, report);
    }

    private static void Look(MapFile map, RoadNetwork network, string file, ProblemList problems)
    {
        int outside = 0, far = 0, firstOutside = 0, firstFar = 0;
        for (var link = 0; link < network.Links.Count; link++)
        {
            if (RoadLayers.LineOf(network, link) is not { } line) continue;
            var box = line.EnvelopeInternal;
            if (map.Extent is { } e && (box.MinX < e[0] || box.MinY < e[1] || box.MaxX > e[2] || box.MaxY > e[3]))
            {
                if (outside++ == 0) firstOutside = link;
            }
            else if (SphereDistance.Between(map.Longitude, map.Latitude, box.MinX, box.MinY) > FarFromPlace && far++ == 0) firstFar = link;
        }
        if (outside > 0)
            problems.Error(file, 0, 0, $"{outside} of {network.Links.Count} links {Plural.For(outside, "leaves", "leave")} the 'extent' of {MapFile.FileName}, '{network.Links.Ids[firstOutside]}' ({Place(network, firstOutside)}) among them.");
        if (far > 0)
            problems.Warning(file, 0, 0, $"{far} of {network.Links.Count} links {Plural.For(far, "lies", "lie")} more than 300 km from the map's 'place', '{network.Links.Ids[firstFar]}' ({Place(network, firstFar)}) among them.");
    }

    private static string Place(RoadNetwork network, int link)
    {
        var at = RoadLayers.LineOf(network, link)!.GetCoordinateN(0);
        return $"{at.X:F5}, {at.Y:F5}";
    }

    private static void Doubt(RoadReport report, string file, ProblemList problems)
    {
        if (report.Crossings is [var crossing, ..])
            problems.Warning(file, 0, 0,
                $"{Count(report.Crossings.Count, "pair")} of streets cross or touch without a node, '{crossing.First}' and '{crossing.Second}' at ({crossing.Longitude:F6}, {crossing.Latitude:F6}) among them; no one can turn there. Streets are cut at junctions; a bridge has its own 'layer'.");
        if (report.NearlyTouching is [var near, ..])
            problems.Warning(file, 0, 0,
                $"{Count(report.NearlyTouching.Count, "pair")} of nodes nearly touch but are not joined, '{near.First}' and '{near.Second}' {near.Distance:F2} m apart among them; ends up to {report.Defaults.SnapTolerance:0.###} m apart are one node ('snap').");
    }

    private static void Say(RoadNetwork network, RoadReport report, List<string> assumptions)
    {
        if (report.SnappedEnds > 0)
            assumptions.Add($"{Count(report.SnappedEnds, "end")} of streets were joined to a node up to {report.FarthestSnap:F2} m away.");
        var uses = report.Uses;
        (int Count, string What)[] taken = [(uses.Speed, "speed"), (uses.Lanes, "lanes"), (uses.Capacity, "capacity"), (uses.Storage, "storage"), (uses.GreenShare, "green share")];
        var said = string.Join(", ", taken.Where(t => t.Count > 0).Select(t => $"{t.What} ({t.Count})"));
        if (said.Length > 0) assumptions.Add($"Of {network.Links.Count} links, some do not say their {said}; those are taken from their class, lanes and length.");
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
