using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using static DigitalTwin.Mobility.Tests.Assignment.MadeNetworks;

namespace DigitalTwin.Mobility.Tests.Assignment.Analysis;

public class ClosureScanTests
{
    [Fact]
    public void A_closure_costs_what_solving_without_the_links_from_nothing_costs_more()
    {
        // Of several classes the flows are unique together, but not each by itself; so cars are alone here.
        var town = new SolvedTown(lorries: false);
        var closures = Closure.Each(town.Network, Closure.Roads(town.Network), bothWays: true);
        Assert.Equal(24, closures.Count);
        var costs = ClosureScan.Run(town.Make, town.State, closures);
        for (var i = 0; i < closures.Count; i++)
        {
            var cold = town.Model.InitialState();
            foreach (var link in closures[i].Links) cold.Closed[link] = true;
            var report = town.Model.Solve(cold);
            Assert.True(costs[i].Converged);
            Assert.Equal(report.TotalTime - town.Report.TotalTime, costs[i].Time, 1e-6 * report.TotalTime);
            Assert.Equal(report.TotalCost - town.Report.TotalCost, costs[i].Cost, 1e-6 * report.TotalCost);
            Assert.Equal(report.TotalDistance - town.Report.TotalDistance, costs[i].Distance, 1e-5 * report.TotalDistance);
            Assert.Equal(closures[i].Links.Sum(l => town.State.Volume[l]), costs[i].Volume, 1e-9);
            Assert.Equal(0, costs[i].TripsCutOff);
        }
    }

    [Fact]
    public void The_same_bits_come_out_on_any_number_of_threads_and_after_a_stop()
    {
        var town = new SolvedTown(3, 1e-6);
        var closures = Closure.Each(town.Network, Enumerable.Range(0, town.Network.LinkCount), bothWays: false);
        var alone = ClosureScan.Run(town.Make, town.State, closures);
        foreach (var threads in new[] { 2, 5 }) Assert.Equal(alone, ClosureScan.Run(town.Make, town.State, closures, threads));

        using var stop = new CancellationTokenSource();
        var found = new Dictionary<int, ClosureCost>();
        Assert.ThrowsAny<OperationCanceledException>(() => ClosureScan.Run(town.Make, town.State, closures, 2, 0, null, Keep, stop.Token));
        Assert.InRange(found.Count, 5, closures.Count - 1);
        var before = found.Count;
        Assert.Equal(alone, ClosureScan.Run(town.Make, town.State, closures, 1, 0, new Dictionary<int, ClosureCost>(found), (i, _) => Assert.True(found.TryAdd(i, default))));
        Assert.Equal(closures.Count, found.Count);

        void Keep(int closure, ClosureCost cost)
        {
            found.Add(closure, cost);
            if (found.Count == 5) stop.Cancel();
        }
    }

    [Fact]
    public void Some_capacity_can_be_left_so_that_nobody_is_cut_off()
    {
        MadeLink[] links = [new(1, 2, 10, 1, 1, 100)];
        var (network, cars) = (Of(2, 2, links), Cars(2, (1, 2, 50)));
        AssignmentModel Make() => new(network, [cars]);
        var state = Make().InitialState();
        Make().Solve(state);
        // 50 travellers at 10 (1 + 50/100), and with a tenth of the capacity at 10 (1 + 50/10).
        var cost = Assert.Single(ClosureScan.Run(Make, state, Closure.Each(network, [0], bothWays: false), left: 0.1));
        Assert.Equal(50 * (60 - 15), cost.Time, 1e-9);
        Assert.Equal(0, cost.TripsCutOff);
        Assert.Throws<ArgumentOutOfRangeException>(() => ClosureScan.Run(Make, state, [], left: 1));
    }

    [Fact]
    public void Whom_a_closure_cuts_off_makes_it_no_cheaper()
    {
        // Two towns, 1 and 2, each with its road to 3: closing one leaves the other's travellers where they are.
        MadeLink[] links = [new(1, 3, 10, 0.1, 1, 10, Length: 4), new(2, 3, 20, Length: 5), new(3, 1, 7)];
        AssignmentModel Make() => new(Of(3, 3, links), [Cars(3, (1, 3, 50), (2, 3, 7), (2, 1, 1))], new() { Gap = 1e-12 });
        var first = Make();
        var cars = first.Classes;
        AssignmentModel Again() => new(first.Network, cars, first.Options);
        var state = first.InitialState();
        first.Solve(state);
        var costs = ClosureScan.Run(Again, state, Closure.Each(first.Network, [0, 1, 2], bothWays: false));
        Assert.Equal([50, 8, 1], costs.Select(c => c.TripsCutOff));
        Assert.All(costs, c => Assert.Equal((0.0, 0.0, 0.0), (Math.Round(c.Time, 9), Math.Round(c.Cost, 9), Math.Round(c.Distance, 9))));
    }

    [Fact]
    public void A_link_that_nobody_uses_costs_nothing_and_is_not_solved()
    {
        MadeLink[] links = [new(1, 2, 1), new(1, 2, 5), new(2, 1, 1)];
        var network = Of(2, 2, links);
        IReadOnlyList<TravellerClass> cars = [Cars(2, (1, 2, 3))];
        AssignmentModel Make() => new(network, cars);
        var state = Make().InitialState();
        Make().Solve(state);
        var costs = ClosureScan.Run(Make, state, Closure.Each(network, [1, 0, 1], bothWays: false), threads: 4);
        Assert.Equal([12.0, 0.0], costs.Select(c => c.Time));
        Assert.Equal(0, costs[1].Iterations);
        Assert.Empty(ClosureScan.Run(Make, state, []));
    }

    [Fact]
    public void The_other_direction_of_a_parallel_link_is_its_own()
    {
        var network = Of(4, 2, [new(1, 3, 1), new(1, 3, 1), new(3, 1, 1), new(3, 1, 1), new(3, 4, 1), new(4, 2, 1), new(2, 4, 1)], firstThrough: 3);
        Assert.Equal(["1-3 3-1", "1-3#2 3-1#2", "3-4", "4-2 2-4"], Closure.Each(network, Enumerable.Range(0, 7), bothWays: true).Select(c => c.Name(network)));
        Assert.Equal(["3-4"], Closure.Roads(network).Select(l => network.LinkIds[l]));
    }
}
