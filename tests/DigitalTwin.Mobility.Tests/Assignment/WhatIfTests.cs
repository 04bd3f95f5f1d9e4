using DigitalTwin.Mobility.Assignment;
using static DigitalTwin.Mobility.Tests.Assignment.MadeNetworks;

namespace DigitalTwin.Mobility.Tests.Assignment;

public class WhatIfTests
{
    private static readonly AssignmentOptions Fine = new() { Gap = 1e-11 };

    /// <summary>A grid of two-way streets with trips between all corners, seeded so that no two links are alike.</summary>
    private static (AssignmentNetwork Network, DemandTable Trips) Grid(int side)
    {
        var links = new List<MadeLink>();
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                var node = y * side + x + 1;
                if (x + 1 < side) Street(node, node + 1);
                if (y + 1 < side) Street(node, node + side);
            }
        var zones = side * side;
        return (Of(zones, zones, links), Trips(zones, [.. Enumerable.Range(1, zones).SelectMany(o => Enumerable.Range(1, zones).Where(d => d != o).Select(d => (o, d, 3.0 + (o * 7 + d * 3) % 11)))]));

        void Street(int a, int b)
        {
            links.Add(new(a, b, 1 + (a * 13 + b) % 5 * 0.2, 0.15, 4, 120 + (a * 7 + b) % 9 * 10));
            links.Add(new(b, a, 1 + (b * 13 + a) % 5 * 0.2, 0.15, 4, 120 + (b * 7 + a) % 9 * 10));
        }
    }

    public static TheoryData<string> Changes => ["closed", "narrowed", "more demand", "less demand"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Going_on_after_a_change_ends_where_starting_anew_ends(string change)
    {
        var (network, trips) = Grid(6);
        var model = new AssignmentModel(network, [new("cars", trips)], Fine);
        var (warm, cold) = (model.InitialState(), model.InitialState());
        var before = model.Solve(warm);
        foreach (var state in new[] { warm, cold })
        {
            if (change == "closed") state.Closed[network.FindLink("15-16")] = state.Closed[network.FindLink("16-15")] = true;
            if (change == "narrowed") state.CapacityFactor[network.FindLink("15-16")] = 0.3;
            if (change == "more demand") state.DemandFactor[0] = 1.4;
            if (change == "less demand") state.DemandFactor[0] = 0.6;
        }
        var (after, anew) = (model.Solve(warm), model.Solve(cold));
        Assert.True(after.Converged && anew.Converged);
        Assert.Equal(anew.Objective, after.Objective, 1e-9 * anew.Objective);
        Assert.True(Math.Abs(after.Objective - before.Objective) > 1e-4 * before.Objective);
        for (var link = 0; link < network.LinkCount; link++) Assert.Equal(cold.Volume[link], warm.Volume[link], 1e-2);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(7)]
    public void Closing_every_so_many_links_at_once_and_opening_them_again_ends_where_starting_anew_ends(int apart)
    {
        var (network, trips) = Grid(6);
        var model = new AssignmentModel(network, [new("cars", trips)], Fine);
        var (open, warm, cold) = (model.InitialState(), model.InitialState(), model.InitialState());
        var before = model.Solve(open);
        warm.Take(open);
        for (var link = 0; link < network.LinkCount; link += apart) warm.Closed[link] = cold.Closed[link] = true;
        var (after, anew) = (model.Solve(warm), model.Solve(cold));
        Assert.True(after.Converged && anew.Converged);
        Assert.Equal(anew.Objective, after.Objective, 1e-9 * anew.Objective);
        for (var link = 0; link < network.LinkCount; link += apart) Assert.Equal(0, warm.Volume[link]);
        warm.Closed.AsSpan().Clear();
        var again = model.Solve(warm);
        Assert.True(again.Converged);
        Assert.Equal(before.Objective, again.Objective, 1e-9 * before.Objective);
    }

    [Fact]
    public void A_state_that_takes_the_values_of_another_goes_on_to_the_same_bits_whatever_it_held()
    {
        var (network, trips) = Grid(6);
        var model = new AssignmentModel(network, [new("cars", trips)]);
        var before = model.InitialState();
        model.Solve(before);
        var (fresh, used) = (before.Clone(), before.Clone());
        used.Closed[network.FindLink("15-16")] = true;
        used.DemandFactor[0] = 1.5;
        model.Solve(used);
        used.Take(before);
        foreach (var state in new[] { fresh, used }) state.Closed[network.FindLink("8-9")] = true;
        Assert.Equal(model.Solve(fresh).LinksSeen, model.Solve(used).LinksSeen);
        Assert.Equal(fresh.Volume, used.Volume);
        Assert.Throws<ArgumentException>(() => used.Take(new AssignmentModel(network, [new("cars", trips), new("lorries", trips)]).InitialState()));
    }

    [Fact]
    public void Going_on_after_a_closure_takes_less_than_half_the_work_of_starting_anew()
    {
        var (network, trips) = Grid(10);
        var model = new AssignmentModel(network, [new("cars", trips)], new() { Gap = 1e-6 });
        AssignmentState Empty()
        {
            var state = model.InitialState();
            state.DemandFactor[0] = 0.05;
            return state;
        }
        var before = Empty();
        model.Solve(before);
        // Every 28th link by what it carried: main streets and lanes.
        var closures = Enumerable.Range(0, network.LinkCount).OrderByDescending(link => before.Volume[link]).Where((_, rank) => rank % 28 == 0);
        var ratios = new List<double>();
        foreach (var link in closures)
        {
            var (warm, cold) = (before.Clone(), Empty());
            warm.Closed[link] = cold.Closed[link] = true;
            var (after, anew) = (model.Solve(warm), model.Solve(cold));
            Assert.Equal(anew.Objective, after.Objective, 1e-6 * anew.Objective);
            ratios.Add((double)anew.LinksSeen / after.LinksSeen);
        }
        ratios.Sort();
        Assert.True(ratios[ratios.Count / 2] >= 2, string.Join(", ", ratios));
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-4)]
    [InlineData(1e-5)]
    public void The_gap_after_a_closure_is_that_of_the_flows(double gap)
    {
        var (network, trips) = Grid(7);
        var model = new AssignmentModel(network, [new("cars", trips)], new() { Gap = gap });
        var before = model.InitialState();
        before.DemandFactor[0] = 0.15;
        model.Solve(before);
        for (var link = 0; link < network.LinkCount; link += 3)
        {
            var closed = before.Clone();
            closed.Closed[link] = true;
            var report = model.Solve(closed);
            Assert.True(report.Gap <= gap);
            Assert.Equal(GapByHand.Of(model, closed), report.Gap, 1e-9);
        }
    }

    [Fact]
    public void Opening_what_was_closed_brings_the_first_equilibrium_back()
    {
        var (network, trips) = Grid(5);
        var model = new AssignmentModel(network, [new("cars", trips)], Fine);
        var state = model.InitialState();
        var first = model.Solve(state);
        state.Closed[3] = true;
        Assert.True(model.Solve(state).Objective > first.Objective);
        state.Closed[3] = false;
        Assert.Equal(first.Objective, model.Solve(state).Objective, 1e-9 * first.Objective);
    }

    [Fact]
    public void What_a_clone_does_leaves_the_state_as_it_was()
    {
        var (network, trips) = Grid(4);
        var model = new AssignmentModel(network, [new("cars", trips)], Fine);
        var state = model.InitialState();
        model.Solve(state);
        var (volumes, clone) = (state.Volume.ToArray(), state.Clone());
        clone.Closed[0] = true;
        model.Solve(clone);
        Assert.Equal(volumes, state.Volume);
        Assert.NotEqual(volumes, clone.Volume);
        Assert.Equal(0, clone.Volume[0]);
    }

    [Fact]
    public void The_same_input_gives_the_same_bits()
    {
        var (network, trips) = Grid(6);
        double[] Volumes()
        {
            var model = new AssignmentModel(network, [new("cars", trips)], Fine);
            var state = model.InitialState();
            model.Solve(state);
            return state.Volume;
        }
        Assert.Equal(Volumes(), Volumes());
    }

    [Fact]
    public void What_enters_a_node_leaves_it()
    {
        var (network, trips) = Grid(6);
        var model = new AssignmentModel(network, [new("cars", trips)], Fine);
        var state = model.InitialState();
        model.Solve(state);
        var balance = new double[network.NodeCount];
        for (var link = 0; link < network.LinkCount; link++)
        {
            balance[network.From[link]] -= state.Volume[link];
            balance[network.To[link]] += state.Volume[link];
        }
        for (var zone = 0; zone < network.ZoneCount; zone++)
            for (var i = trips.Start[zone]; i < trips.Start[zone + 1]; i++)
            {
                balance[zone] += trips.Trips[i];
                balance[trips.Destination[i]] -= trips.Trips[i];
            }
        Assert.All(balance, b => Assert.Equal(0, b, 1e-8));
    }

    [Fact]
    public void A_stopped_assignment_goes_on_to_the_same_equilibrium()
    {
        var (network, trips) = Grid(6);
        var model = new AssignmentModel(network, [new("cars", trips)], Fine);
        var state = model.InitialState();
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => model.Solve(state, at => { if (at.Iteration == 2) stop.Cancel(); }, stop.Token));
        var whole = model.Solve(model.InitialState());
        Assert.Equal(whole.Objective, model.Solve(state).Objective, 1e-9 * whole.Objective);
    }
}
