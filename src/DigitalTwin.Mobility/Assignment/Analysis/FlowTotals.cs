using DigitalTwin.Numerics.Statistics;

namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>What all vehicles of a solved state do together.</summary>
/// <param name="Time">Time of all vehicles.</param>
/// <param name="Cost">Their generalised cost, as time.</param>
/// <param name="Distance">Their way, in the unit of length.</param>
/// <param name="Trips">Trips carried between zones, vehicles.</param>
/// <param name="TripsNotCarried">Trips that no path carries.</param>
/// <param name="Gap">Relative gap (A4) of the flows; NaN where the trips that they carry are not known any more.</param>
public readonly record struct FlowTotals(double Time, double Cost, double Distance, double Trips, double TripsNotCarried, double Gap)
{
    /// <summary>Sums over the links of a solved state.</summary>
    internal static (double Time, double Cost, double CarUnitCost, double Distance) OverLinks(AssignmentModel model, AssignmentState state)
    {
        CompensatedSum time = default, cost = default, carUnitCost = default, distance = default;
        for (var c = 0; c < state.ClassCount; c++)
            for (var link = 0; link < model.Network.LinkCount; link++)
            {
                var vehicles = state.Vehicles[c][link];
                if (vehicles == 0) continue;
                var each = state.Time[link] + model.Classes[c].FixedCost(model.Network, link);
                time.Add(vehicles * state.Time[link]);
                cost.Add(vehicles * each);
                carUnitCost.Add(model.Classes[c].CarUnits * vehicles * each);
                distance.Add(vehicles * model.Network.Length[link]);
            }
        return (time.Value, cost.Value, carUnitCost.Value, distance.Value);
    }
}
