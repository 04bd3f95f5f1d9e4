using DigitalTwin.Mobility.Assignment;

namespace DigitalTwin.Mobility.Tests.Assignment;

/// <summary>The relative gap (A4) of a state from its flows and times alone, with cheapest paths by Floyd and Warshall. All nodes may be passed through.</summary>
internal static class GapByHand
{
    public static double Of(AssignmentModel model, AssignmentState state)
    {
        var network = model.Network;
        var (paid, least) = (0.0, 0.0);
        for (var c = 0; c < model.Classes.Count; c++)
        {
            var (traveller, cheapest) = (model.Classes[c], Cheapest(model, state, c));
            var (demand, factor) = (traveller.Demand, traveller.CarUnits * state.DemandFactor[c]);
            for (var link = 0; link < network.LinkCount; link++)
                paid += traveller.CarUnits * state.Vehicles[c][link] * (state.Time[link] + traveller.FixedCost(network, link));
            for (var origin = 0; origin < network.ZoneCount; origin++)
                for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++)
                    if (cheapest[origin, demand.Destination[at]] is var cost && double.IsFinite(cost)) least += factor * demand.Trips[at] * cost;
        }
        return least > 0 ? (paid - least) / least : 0;
    }

    private static double[,] Cheapest(AssignmentModel model, AssignmentState state, int c)
    {
        var (network, traveller, nodes) = (model.Network, model.Classes[c], model.Network.NodeCount);
        var cost = new double[nodes, nodes];
        for (var i = 0; i < nodes; i++)
            for (var j = 0; j < nodes; j++) cost[i, j] = i == j ? 0 : double.PositiveInfinity;
        for (var link = 0; link < network.LinkCount; link++)
        {
            if (state.Closed[link] || traveller.BannedLinks.Contains(link)) continue;
            ref var known = ref cost[network.From[link], network.To[link]];
            known = Math.Min(known, state.Time[link] + traveller.FixedCost(network, link));
        }
        for (var k = 0; k < nodes; k++)
            for (var i = 0; i < nodes; i++)
                for (var j = 0; j < nodes; j++) cost[i, j] = Math.Min(cost[i, j], cost[i, k] + cost[k, j]);
        return cost;
    }
}
