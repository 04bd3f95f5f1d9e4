using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using static DigitalTwin.Mobility.Tests.Assignment.MadeNetworks;

namespace DigitalTwin.Mobility.Tests.Assignment.Analysis;

public class ZoneSkimsTests
{
    [Fact]
    public void Costs_are_those_of_the_cheapest_paths_for_each_class()
    {
        var town = new SolvedTown();
        var skims = new ZoneSkims(town.Model, town.State);
        for (var c = 0; c < 2; c++)
        {
            var seer = town.Classes[c];
            var cheapest = SolvedTown.Cheapest(town.Network, link => seer.BannedLinks.Contains(link) ? double.PositiveInfinity : town.State.Time[link] + seer.FixedCost(town.Network, link));
            for (var origin = 0; origin < town.Network.ZoneCount; origin++)
            {
                skims.Look(c, origin);
                for (var to = 0; to < town.Network.ZoneCount; to++) Assert.Equal(cheapest[origin, to], skims.Cost[to], 1e-12);
            }
        }
    }

    [Fact]
    public void Trips_times_time_distance_and_toll_are_the_totals()
    {
        var town = new SolvedTown(gap: 1e-5);
        var skims = new ZoneSkims(town.Model, town.State);
        double time = 0, distance = 0, cost = 0;
        for (var c = 0; c < 2; c++)
        {
            var (demand, sees) = (town.Classes[c].Demand, town.Classes[c]);
            for (var origin = 0; origin < demand.ZoneCount; origin++)
            {
                skims.Look(c, origin);
                for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++)
                {
                    var (trips, to) = (demand.Trips[at] * town.State.DemandFactor[c], demand.Destination[at]);
                    time += trips * skims.Time[to];
                    distance += trips * skims.Distance[to];
                    cost += trips * (skims.Time[to] + sees.TollFactor * skims.Toll[to] + sees.DistanceFactor * skims.Distance[to]);
                }
            }
        }
        Assert.Equal(town.Report.TotalTime, time, 1e-11 * time);
        Assert.Equal(town.Report.TotalDistance, distance, 1e-11 * distance);
        Assert.Equal(town.Report.TotalCost, cost, 1e-11 * cost);
    }

    [Fact]
    public void A_zone_that_no_path_reaches_is_infinitely_far_and_paths_do_not_lead_through_zones()
    {
        // 1 and 2 are joined by 4; zone 3 would be a shorter way, but nothing drives through it.
        MadeLink[] links = [new(1, 3, 1), new(3, 2, 1), new(1, 4, 5, Length: 7, Toll: 2), new(4, 2, 5, Length: 7)];
        var model = new AssignmentModel(Of(4, 3, links, firstThrough: 4), [Cars(3, (1, 2, 1))]);
        var state = model.InitialState();
        model.Solve(state);
        var skims = new ZoneSkims(model, state);
        skims.Look(0, 0);
        Assert.Equal([0, 10, 1], skims.Cost);
        Assert.Equal([0, 14, 1], skims.Distance);
        Assert.Equal([0, 2, 0], skims.Toll);
        skims.Look(0, 2);
        Assert.Equal([double.PositiveInfinity, 1, 0], skims.Cost);
        skims.Look(0, 1);
        Assert.Equal([double.PositiveInfinity, 0, double.PositiveInfinity], skims.Time);
    }

    [Fact]
    public void Flows_by_link_only_give_the_cheapest_paths()
    {
        var model = new AssignmentModel(Braess(), [Cars(2, (1, 2, 6))], new() { Gap = 1e-3, Method = AssignmentMethod.BiconjugateFrankWolfe, MostIterations = 100_000 });
        var state = model.InitialState();
        model.Solve(state);
        var skims = new ZoneSkims(model, state);
        skims.Look(0, 0);
        Assert.Equal(92, skims.Cost[1], 0.5);
        Assert.Equal(skims.Cost[1], skims.Time[1], 1e-12);
    }
}
