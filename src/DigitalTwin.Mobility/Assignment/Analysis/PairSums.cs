using DigitalTwin.Numerics.Statistics;

namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>Sums over the pairs of zones of a state, for its totals.</summary>
internal sealed class PairSums
{
    private CompensatedSum carried, notCarried, shortest;

    /// <summary>Adds the trips of a pair at the cost of its cheapest path, which is infinite where none leads.</summary>
    public void Add(double trips, double carUnits, double cost)
    {
        if (double.IsInfinity(cost)) notCarried.Add(trips);
        else
        {
            carried.Add(trips);
            shortest.Add(carUnits * trips * cost);
        }
    }

    /// <summary>The totals of the state.</summary>
    /// <param name="model">Model.</param>
    /// <param name="state">Solved state.</param>
    /// <param name="isOfItsTrips">Whether the trips that were added are those that the state carries; if not, they are counted where they leave.</param>
    public FlowTotals Totals(AssignmentModel model, AssignmentState state, bool isOfItsTrips)
    {
        var (time, cost, carUnitCost, distance) = FlowTotals.OverLinks(model, state);
        return isOfItsTrips
            ? new(time, cost, distance, carried.Value, notCarried.Value, shortest.Value > 0 ? (carUnitCost - shortest.Value) / shortest.Value : 0)
            : new(time, cost, distance, Departing(model, state), double.NaN, double.NaN);
    }

    private static double Departing(AssignmentModel model, AssignmentState state)
    {
        var sum = default(CompensatedSum);
        for (var c = 0; c < state.ClassCount; c++)
            for (var origin = 0; origin < model.Network.ZoneCount; origin++)
                if (OriginFlows.Of(state, c, origin) is { } flows) sum.Add(flows.Departing() / model.Classes[c].CarUnits);
        return sum.Value;
    }
}
