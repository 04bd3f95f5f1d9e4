using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>Cuts the nodes into parts of about as much traffic, one for each worker: what a node's links can carry, in the order of the nodes, which is near together in most sources.</summary>
internal static class NodeParts
{
    public static int[] Of(RoadNetwork network, int parts)
    {
        var weight = new double[network.Nodes.Count];
        for (var link = 0; link < network.Links.Count; link++) weight[network.Links.To[link]] += network.Links.Capacity[link];
        var (part, sum, total) = (new int[weight.Length], 0.0, weight.Sum());
        for (var node = 0; node < part.Length; node++)
        {
            part[node] = total > 0 ? Math.Min(parts - 1, (int)(sum / total * parts)) : 0;
            sum += weight[node];
        }
        return part;
    }
}
