using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>
/// What it takes to go from one zone to all others at the flows of a solved state. Cost is that of the cheapest path. Time, distance and toll of a pair that has trips are means over the routes
/// that they use (N3), so that trips times these add up to the totals; of a pair without trips, and where a solution keeps flows by link only, they are those of the
/// cheapest path. Infinite where no path leads; 0 from a zone to itself, about which an assignment knows nothing. Workspace of one thread.
/// </summary>
public sealed class ZoneSkims
{
    private readonly AssignmentModel model;
    private readonly AssignmentState state;
    private readonly PathGraph graph;
    private readonly ShortestPaths paths;
    private readonly double[] cost, time, distance, toll;
    private readonly Mean[] byNode, byPosition;
    private int seen = -1;

    /// <summary>Prepares a state's skims.</summary>
    /// <param name="model">Model of its network and classes.</param>
    /// <param name="state">Solved state.</param>
    public ZoneSkims(AssignmentModel model, AssignmentState state)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        (this.model, this.state, graph) = (model, state, new PathGraph(model.Network));
        paths = new(graph);
        var (links, zones) = (graph.LinkCount, model.Network.ZoneCount);
        (cost, time, distance, toll) = (new double[links], new double[links], new double[links], new double[links]);
        (byNode, byPosition) = (new Mean[graph.NodeCount], new Mean[graph.NodeCount]);
        (Cost, Time, Distance, Toll) = (new double[zones], new double[zones], new double[zones], new double[zones]);
        graph.Gather(state.Time, time);
        graph.Gather(model.Network.Length, distance);
        graph.Gather(model.Network.Toll, toll);
    }

    /// <summary>By destination: generalised cost of the cheapest path, as time.</summary>
    public double[] Cost { get; }

    /// <summary>By destination: travel time.</summary>
    public double[] Time { get; }

    /// <summary>By destination: length of the way.</summary>
    public double[] Distance { get; }

    /// <summary>By destination: toll.</summary>
    public double[] Toll { get; }

    /// <summary>Looks from an origin with the eyes of a class of travellers.</summary>
    public void Look(int traveller, int origin)
    {
        See(traveller);
        paths.Begin();
        paths.Offer(graph.Sender[origin], 0, -1);
        paths.Run(cost);
        FollowTree();
        for (var zone = 0; zone < Cost.Length; zone++) Take(zone, paths.Cost[zone], byNode[zone]);
        if (OriginFlows.Of(state, traveller, origin) is { } flows)
        {
            FollowFlows(flows);
            TakeUsed(model.Classes[traveller].Demand, origin);
        }
        Take(origin, 0, default);
    }

    private void See(int traveller)
    {
        if (seen == traveller) return;
        seen = traveller;
        var (sees, network) = (model.Classes[traveller], model.Network);
        var byRow = new double[network.LinkCount];
        for (var row = 0; row < byRow.Length; row++) byRow[row] = state.Closed[row] ? double.PositiveInfinity : state.Time[row] + sees.FixedCost(network, row);
        foreach (var row in sees.BannedLinks) byRow[row] = double.PositiveInfinity;
        graph.Gather(byRow, cost);
    }

    private void FollowTree()
    {
        byNode.AsSpan().Fill(Mean.Nowhere);
        for (var i = 0; i < paths.ReachedCount; i++)
        {
            var (node, last) = (paths.Reached[i], paths.Last[paths.Reached[i]]);
            byNode[node] = last < 0 ? default : byNode[graph.Tail[last]].Plus(time[last], distance[last], toll[last], 1);
        }
    }

    private void FollowFlows(OriginFlows flows)
    {
        byPosition[0] = default;
        for (var position = 1; position < flows.Count; position++)
        {
            var (sum, arriving) = (default(Mean), flows.Arriving(position));
            foreach (ref readonly var link in flows.Into(position))
                if (link.Flow > 0) sum = sum.Plus(byPosition[link.Tail].Plus(time[link.Link], distance[link.Link], toll[link.Link], 1), link.Flow / arriving);
            byPosition[position] = sum;
            if (arriving > 0) byNode[flows.Node(position)] = sum;
        }
    }

    private void TakeUsed(DemandTable demand, int origin)
    {
        foreach (var zone in demand.Destination.AsSpan(demand.Start[origin], demand.Start[origin + 1] - demand.Start[origin])) Take(zone, Cost[zone], byNode[zone]);
    }

    private void Take(int zone, double least, in Mean mean) => (Cost[zone], Time[zone], Distance[zone], Toll[zone]) = (least, mean.Time, mean.Distance, mean.Toll);

    private readonly record struct Mean(double Time, double Distance, double Toll)
    {
        public static Mean Nowhere { get; } = new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);

        public Mean Plus(double time, double distance, double toll, double times) => new(Time + times * time, Distance + times * distance, Toll + times * toll);

        public Mean Plus(in Mean other, double times) => Plus(other.Time, other.Distance, other.Toll, times);
    }
}
