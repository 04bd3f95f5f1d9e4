using DigitalTwin.Mobility.Assignment.Costs;
using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Linear;

/// <summary>Everybody on the cheapest path of the moment: the corner of the set of flows to which Frank and Wolfe look. Workspace of one thread.</summary>
internal sealed class AllOrNothing(PathGraph graph, IReadOnlyList<TravellerClass> classes)
{
    private readonly ShortestPaths paths = new(graph);
    private readonly double[] need = new double[graph.NodeCount];

    /// <summary>Trips that no path carries, of the last loading.</summary>
    public List<UnservedTrips> Unserved { get; } = [];

    /// <summary>Loads all demand.</summary>
    /// <returns>What it costs, passenger-car units.</returns>
    public double Load(AssignmentState state, LinkCosts costs, LinkFlows into, CancellationToken cancellation)
    {
        into.Clear();
        Unserved.Clear();
        var total = 0.0;
        for (var c = 0; c < classes.Count; c++)
        {
            costs.See(c);
            var demand = classes[c].Demand;
            for (var origin = 0; origin < demand.ZoneCount; origin++)
            {
                if (demand.Start[origin] == demand.Start[origin + 1]) continue;
                cancellation.ThrowIfCancellationRequested();
                paths.Begin();
                paths.Offer(graph.Sender[origin], 0, -1);
                paths.Run(costs.Cost);
                total += Load(c, origin, state.DemandFactor[c], into.ByClass[c]);
            }
        }
        into.Sum();
        return total;
    }

    private double Load(int c, int origin, double factor, double[] flows)
    {
        var (demand, units, total) = (classes[c].Demand, classes[c].CarUnits, 0.0);
        need.AsSpan().Clear();
        for (var i = demand.Start[origin]; i < demand.Start[origin + 1]; i++)
        {
            var (destination, trips) = (demand.Destination[i], factor * demand.Trips[i]);
            if (destination == origin || trips == 0) continue;
            if (double.IsPositiveInfinity(paths.Cost[destination]))
            {
                Unserved.Add(new(c, origin, destination, trips));
                continue;
            }
            need[destination] = units * trips;
            total += units * trips * paths.Cost[destination];
        }
        for (var i = paths.ReachedCount - 1; i > 0; i--)
        {
            var (node, last) = (paths.Reached[i], paths.Last[paths.Reached[i]]);
            flows[last] += need[node];
            need[graph.Tail[last]] += need[node];
        }
        return total;
    }
}
