using DigitalTwin.Mobility.Assignment;
using static DigitalTwin.Mobility.Tests.Assignment.MadeNetworks;

namespace DigitalTwin.Mobility.Tests.Assignment;

public class EquilibriumTests
{
    private static readonly AssignmentOptions Fine = new() { Gap = 1e-12 };

    [Fact]
    public void A_new_road_makes_every_driver_of_Braess_slower()
    {
        var model = new AssignmentModel(Braess(), [Cars(2, (1, 2, 6))], Fine);
        var state = model.InitialState();
        Assert.Equal(552, model.Solve(state).TotalTime, 1e-6);
        Assert.Equal([4.0, 2, 2, 2, 4], state.Volume.Select(v => Math.Round(v, 6)));

        state.Closed[model.Network.FindLink("3-4")] = true;
        Assert.Equal(498, model.Solve(state).TotalTime, 1e-6);
    }

    [Fact]
    public void All_drivers_of_Pigou_crowd_the_narrow_road_though_together_they_would_do_best_on_both()
    {
        var selfish = new AssignmentModel(Pigou(), [Cars(2, (1, 2, 1))], Fine);
        Assert.Equal(1, selfish.Solve(selfish.InitialState()).TotalTime, 1e-9);

        var wise = new AssignmentModel(Pigou(), [Cars(2, (1, 2, 1))], Fine with { Goal = AssignmentGoal.SystemOptimum });
        var state = wise.InitialState();
        var report = wise.Solve(state);
        Assert.Equal(0.75, report.TotalTime, 1e-9);
        Assert.Equal(0.75, report.Objective, 1e-9);
        Assert.Equal(0.5, state.Volume[1], 1e-9);
    }

    [Fact]
    public void On_parallel_roads_that_are_used_the_time_is_the_same()
    {
        // 10 + x = 15 + x/2 and x + y = 30: 40/3 and 50/3.
        var network = Of(2, 2, [new(1, 2, 10, 0.1), new(1, 2, 15, 1.0 / 30)]);
        var model = new AssignmentModel(network, [Cars(2, (1, 2, 30))], Fine);
        var state = model.InitialState();
        var report = model.Solve(state);
        Assert.True(report.Converged);
        Assert.Equal(40.0 / 3, state.Volume[0], 1e-9);
        Assert.Equal(50.0 / 3, state.Volume[1], 1e-9);
        Assert.Equal(state.Time[0], state.Time[1], 1e-9);
    }

    [Fact]
    public void Traffic_does_not_pass_through_a_zone_that_is_not_a_through_node()
    {
        // The way over zone 2 is short, that over node 4 long.
        MadeLink[] links = [new(1, 2, 1), new(2, 3, 1), new(1, 4, 5), new(4, 3, 5)];
        foreach (var (first, time) in new[] { (1, 2.0), (4, 10.0) })
        {
            var model = new AssignmentModel(Of(4, 3, links, first), [Cars(3, (1, 3, 7))], Fine);
            Assert.Equal(7 * time, model.Solve(model.InitialState()).TotalTime, 1e-9);
        }
    }

    [Fact]
    public void A_zone_that_a_closure_cuts_off_is_named_and_the_rest_is_carried()
    {
        var network = Of(3, 3, [new(1, 2, 1, 1), new(2, 3, 1, 1)]);
        var model = new AssignmentModel(network, [Cars(3, (1, 2, 5), (1, 3, 7))], Fine);
        var state = model.InitialState();
        state.Closed[1] = true;
        var report = model.Solve(state);
        Assert.Equal("No path leads from zone 1 to 3: 7 trips are not carried.", Assert.Single(report.Sentences(network)));
        Assert.Equal(5, state.Volume[0]);
        Assert.Equal(5, report.Trips);

        state.Closed[1] = false;
        Assert.Empty(model.Solve(state).Unserved);
        Assert.Equal([12.0, 7.0], state.Volume);
    }
}
