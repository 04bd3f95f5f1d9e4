using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Which links are the two directions of one street: <c>S-12.f</c> and <c>S-12.b</c>.</summary>
internal static class StreetSides
{
    /// <summary>For every link the other direction, or -1.</summary>
    public static int[] Of(RoadNetwork roads)
    {
        var links = roads.Links;
        var opposite = new int[links.Count];
        for (var link = 0; link < opposite.Length; link++)
        {
            var id = links.Ids[link];
            var other = id.EndsWith(".f", StringComparison.Ordinal) ? roads.FindLink(id[..^2] + ".b") : id.EndsWith(".b", StringComparison.Ordinal) ? roads.FindLink(id[..^2] + ".f") : -1;
            opposite[link] = other >= 0 && links.From[other] == links.To[link] && links.To[other] == links.From[link] ? other : -1;
        }
        return opposite;
    }
}
