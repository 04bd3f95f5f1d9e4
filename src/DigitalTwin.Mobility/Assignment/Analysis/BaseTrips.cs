namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>The trips of a base by pair of zones, each with its mean time, cost and distance there: what falls away from its totals when some of them are cut off.</summary>
internal sealed class BaseTrips
{
    private readonly (DemandTable Demand, PairMean[] Means)[] classes;

    private BaseTrips(FlowTotals totals, (DemandTable, PairMean[])[] classes) => (Totals, this.classes) = (totals, classes);

    private readonly record struct PairMean(double Time, double Cost, double Distance);

    /// <summary>Totals of the base.</summary>
    public FlowTotals Totals { get; }

    public static BaseTrips Of(AssignmentModel model, AssignmentState state, CancellationToken cancellation)
    {
        var (skims, sums, classes) = (new ZoneSkims(model, state), new PairSums(), new (DemandTable, PairMean[])[state.ClassCount]);
        for (var c = 0; c < classes.Length; c++)
        {
            var traveller = model.Classes[c];
            var (demand, means) = (traveller.Demand, new PairMean[traveller.Demand.Trips.Length]);
            classes[c] = (demand, means);
            for (var origin = 0; origin < demand.ZoneCount; origin++)
            {
                if (demand.Start[origin] == demand.Start[origin + 1]) continue;
                cancellation.ThrowIfCancellationRequested();
                skims.Look(c, origin);
                for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++)
                {
                    var to = demand.Destination[at];
                    if (to == origin) continue;
                    sums.Add(demand.Trips[at] * state.DemandFactor[c], traveller.CarUnits, skims.Cost[to]);
                    means[at] = new(skims.Time[to], skims.Time[to] + traveller.TollFactor * skims.Toll[to] + traveller.DistanceFactor * skims.Distance[to], skims.Distance[to]);
                }
            }
        }
        return new(sums.Totals(model, state, true), classes);
    }

    /// <summary>What trips that are not carried any more took in the base; those that it does not carry either do not count.</summary>
    public (double Trips, double Time, double Cost, double Distance) CutOff(IReadOnlyList<UnservedTrips> unserved)
    {
        double trips = 0, time = 0, cost = 0, distance = 0;
        foreach (var cut in unserved)
        {
            var (demand, means) = classes[cut.Traveller];
            var at = Array.BinarySearch(demand.Destination, demand.Start[cut.Origin], demand.Start[cut.Origin + 1] - demand.Start[cut.Origin], cut.Destination);
            if (double.IsInfinity(means[at].Time)) continue;
            trips += cut.Trips;
            time += cut.Trips * means[at].Time;
            cost += cut.Trips * means[at].Cost;
            distance += cut.Trips * means[at].Distance;
        }
        return (trips, time, cost, distance);
    }
}
