using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>Which facilities are moved with which node (the one at which their link ends), and which kerbs lie along which link.</summary>
internal sealed class FacilityPlaces
{
    private readonly int[] nodeStart, ofNode, linkStart, kerbs;

    public FacilityPlaces(RoadNetwork network, ParkingSupply supply)
    {
        var facilities = supply.Facilities;
        NodeOf = [.. facilities.Select(f => network.Links.To[f.Link])];
        (nodeStart, ofNode) = Lists(NodeOf, network.Nodes.Count);
        (linkStart, kerbs) = Lists([.. facilities.Select(f => f.Kind == FacilityKind.Kerb ? f.Link : -1)], network.Links.Count);
    }

    /// <summary>Node at which a facility's link ends.</summary>
    public int[] NodeOf { get; }

    /// <summary>Facilities of a node, ascending.</summary>
    public ReadOnlySpan<int> At(int node) => ofNode.AsSpan(nodeStart[node]..nodeStart[node + 1]);

    /// <summary>Kerbs along a link, ascending.</summary>
    public ReadOnlySpan<int> KerbsOf(int link) => kerbs.AsSpan(linkStart[link]..linkStart[link + 1]);

    private static (int[] Start, int[] Facilities) Lists(int[] owner, int owners)
    {
        var start = new int[owners + 1];
        foreach (var o in owner.Where(o => o >= 0)) start[o + 1]++;
        for (var o = 0; o < owners; o++) start[o + 1] += start[o];
        var (list, next) = (new int[start[owners]], start[..owners]);
        for (var f = 0; f < owner.Length; f++)
        {
            if (owner[f] >= 0) list[next[owner[f]]++] = f;
        }
        return (start, list);
    }
}
