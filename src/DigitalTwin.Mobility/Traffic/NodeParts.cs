using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// Cuts the nodes into parts, which workers advance side by side. Parts lie in one piece where coordinates allow, have about as much traffic each (what the links into their nodes can carry), and are cut through links that take
/// long: for as long as a car or a gap takes from one end of such a link to the other, two parts do not concern each other.
/// </summary>
internal sealed class NodeParts
{
    // Parts for each worker: some, so that who has less to do can take one from others; few, so that their edges stay short.
    private const int EachWorker = 4;

    // Slices for which parts should not concern each other: what is wanted most, and what else will do. More than the first saves little.
    private static readonly int[] Spans = [16, 8, 4, 2, 1];

    // Nodes that such links would tie together make up this share of a part at the most.
    private const double LargestCluster = 0.5;

    private readonly RoadNetwork network;
    private readonly double[] weight;
    private readonly int[] cut;

    public NodeParts(TrafficPlan plan, ParkingSupply supply, FacilityPlaces places, int workers)
    {
        network = plan.Network;
        Count = workers == 1 ? 1 : Math.Clamp(workers * EachWorker, 1, Math.Max(1, network.Nodes.Count));
        OfNode = new int[network.Nodes.Count];
        weight = new double[OfNode.Length];
        for (var link = 0; link < network.Links.Count; link++) weight[network.Links.To[link]] += network.Links.Capacity[link];
        if (Count > 1) Cut(plan, supply, places);
        cut = [.. Enumerable.Range(0, network.Links.Count).Where(link => OfNode[network.Links.From[link]] != OfNode[network.Links.To[link]])];
    }

    /// <summary>Number of parts.</summary>
    public int Count { get; }

    /// <summary>Part of each node.</summary>
    public int[] OfNode { get; }

    /// <summary>Slices for which nothing that happens in a part reaches another.</summary>
    /// <param name="driveTime">Time to drive each link, s.</param>
    /// <param name="backTime">Time in which a gap travels up each link, s.</param>
    /// <param name="slice">Length of a slice, s.</param>
    public long Lookahead(double[] driveTime, double[] backTime, double slice)
    {
        var least = double.PositiveInfinity;
        foreach (var link in cut) least = Math.Min(least, Math.Min(driveTime[link], backTime[link]));
        return double.IsInfinity(least) ? long.MaxValue / 4 : Math.Max(1, (long)(least / (slice * (1 + TrafficPlan.Hair))));
    }

    private void Cut(TrafficPlan plan, ParkingSupply supply, FacilityPlaces places)
    {
        foreach (var span in Spans)
        {
            var clusters = new NodeClusters(OfNode.Length);
            // Who leaves a facility enters the road at another node, at once.
            for (var f = 0; f < supply.Facilities.Count; f++) clusters.Join(places.NodeOf[f], supply.Facilities[f].ExitNode);
            for (var link = 0; link < network.Links.Count; link++)
            {
                if (Math.Min(plan.FreeTime[link], plan.BackTime[link]) < span * plan.LeastTime && span > 1) clusters.Join(network.Links.From[link], network.Links.To[link]);
            }
            var groups = clusters.All(network.Nodes, weight);
            if (span > 1 && groups.Max(g => g.Weight) > LargestCluster * weight.Sum() / Count) continue;
            Bisect(groups, 0, Count);
            return;
        }
    }

    // Halves along the longer side, again and again.
    private void Bisect(Span<NodeCluster> clusters, int first, int count)
    {
        if (count == 1 || clusters.Length <= 1)
        {
            foreach (var cluster in clusters)
            {
                foreach (var node in cluster.Nodes) OfNode[node] = first;
            }
            return;
        }
        var (west, east, south, north, total) = (double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, 0.0);
        foreach (var cluster in clusters)
        {
            (west, east, south, north) = (Math.Min(west, cluster.X), Math.Max(east, cluster.X), Math.Min(south, cluster.Y), Math.Max(north, cluster.Y));
            total += cluster.Weight;
        }
        var alongX = east - west >= north - south;
        clusters.Sort((a, b) => (alongX ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y)) is var order and not 0 ? order : a.Nodes[0].CompareTo(b.Nodes[0]));
        var (left, split, sum) = (count / 2, 1, clusters[0].Weight);
        while (split < clusters.Length - 1 && sum + clusters[split].Weight / 2 < total * left / count) sum += clusters[split++].Weight;
        Bisect(clusters[..split], first, left);
        Bisect(clusters[split..], first + left, count - left);
    }
}
