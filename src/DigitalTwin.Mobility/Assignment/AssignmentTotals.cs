using DigitalTwin.Mobility.Assignment.Paths;
using DigitalTwin.Numerics.Statistics;

namespace DigitalTwin.Mobility.Assignment;

/// <summary>How a solver ended.</summary>
internal readonly record struct Outcome(double Excess, double ShortestTotal, int Iterations, IReadOnlyList<UnservedTrips> Unserved)
{
    public long LinksSeen { get; init; }

    public double Gap => ShortestTotal > 0 ? Excess / ShortestTotal : 0;
}

/// <summary>Sums over links of a solved state.</summary>
internal static class AssignmentTotals
{
    /// <summary>Fills in the vehicles of each class, and the time on each link, for the volumes that were found.</summary>
    public static void Spread(AssignmentModel model, AssignmentState state, PathGraph graph)
    {
        var (network, zones) = (model.Network, model.Network.ZoneCount);
        for (var c = 0; c < state.ClassCount; c++)
        {
            var vehicles = state.Vehicles[c];
            if (model.Options.Method == AssignmentMethod.Bush)
            {
                // One class alone is all there is.
                if (state.ClassCount == 1) state.Volume.AsSpan().CopyTo(vehicles);
                else vehicles.AsSpan().Clear();
            }
            for (var i = c * zones; state.ClassCount > 1 && i < (c + 1) * zones; i++)
            {
                if (state.Bushes[i] is not { } bush) continue;
                foreach (var link in bush.In.AsSpan(0, bush.LinkCount)) vehicles[graph.Row[link.Link]] += link.Flow;
            }
            if (model.Classes[c].CarUnits is var units && units != 1)
                foreach (ref var amount in vehicles.AsSpan()) amount /= units;
        }
        for (var link = 0; link < network.LinkCount; link++) state.Time[link] = model.Time(state, link, state.Volume[link]);
    }

    public static AssignmentReport Report(AssignmentModel model, AssignmentState state, Outcome outcome)
    {
        var network = model.Network;
        CompensatedSum objective = default, time = default, cost = default, distance = default;
        for (var link = 0; link < network.LinkCount; link++)
        {
            objective.Add(model.Integral(state, link, state.Volume[link]));
            for (var c = 0; c < model.Classes.Count; c++)
            {
                if (state.Vehicles[c][link] is var vehicles && vehicles == 0) continue;
                var besides = model.Classes[c].FixedCost(network, link) * vehicles;
                objective.Add(model.Classes[c].CarUnits * besides);
                time.Add(state.Time[link] * vehicles);
                cost.Add(state.Time[link] * vehicles + besides);
                distance.Add(network.Length[link] * vehicles);
            }
        }
        double trips = 0, carUnits = 0;
        for (var c = 0; c < model.Classes.Count; c++)
        {
            var carried = model.Classes[c].Demand.TotalBetweenZones * state.DemandFactor[c] - outcome.Unserved.Where(u => u.Traveller == c).Sum(u => u.Trips);
            trips += carried;
            carUnits += carried * model.Classes[c].CarUnits;
        }
        return new()
        {
            Converged = outcome.Gap <= model.Options.Gap,
            Gap = outcome.Gap,
            AverageExcess = carUnits > 0 ? outcome.Excess / carUnits : 0,
            Iterations = outcome.Iterations,
            LinksSeen = outcome.LinksSeen,
            Objective = objective.Value,
            TotalTime = time.Value,
            TotalCost = cost.Value,
            TotalDistance = distance.Value,
            Trips = trips,
            Unserved = outcome.Unserved,
        };
    }
}
