using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using static DigitalTwin.Mobility.Tests.Assignment.MadeNetworks;

namespace DigitalTwin.Mobility.Tests.Assignment.Analysis;

public class SelectedLinkTests
{
    [Fact]
    public void Where_routes_are_unique_the_users_of_a_link_drive_them()
    {
        // Braess: a third each over 1-3-2, 1-4-2 and the bridge 1-3-4-2.
        var model = new AssignmentModel(Braess(), [Cars(2, (1, 2, 6))], new() { Gap = 1e-12 });
        var state = model.InitialState();
        model.Solve(state);
        Expect("3-4", 2, ("1-3", 2), ("1-4", 0), ("3-2", 0), ("3-4", 2), ("4-2", 2));
        Expect("1-3", 4, ("1-3", 4), ("1-4", 0), ("3-2", 2), ("3-4", 2), ("4-2", 2));
        Expect("4-2", 4, ("1-3", 2), ("1-4", 2), ("3-2", 0), ("3-4", 2), ("4-2", 4));

        void Expect(string link, double users, params (string Link, double Volume)[] flows)
        {
            var selected = SelectedLink.Of(model, state, model.Network.FindLink(link));
            var pair = Assert.Single(selected.Trips);
            Assert.Equal((0, 0, 1), (pair.Traveller, pair.Origin, pair.Destination));
            Assert.Equal(users, pair.Vehicles, 1e-6);
            Assert.Equal(users / 6, pair.Share, 1e-6);
            foreach (var (other, volume) in flows) Assert.Equal(volume, selected.Volume[model.Network.FindLink(other)], 1e-6);
        }
    }

    [Fact]
    public void Those_who_meet_go_on_in_the_same_proportions_whence_they_came()
    {
        // From 1 two equal ways lead to 5, from there one to 2 and one to 3: either way carries half of both trips.
        MadeLink[] links = [new(1, 4, 1, 1), new(1, 5, 2, 0.5), new(4, 5, 1, 1), new(5, 2, 1), new(5, 3, 1)];
        var model = new AssignmentModel(Of(5, 3, links), [Cars(3, (1, 2, 4), (1, 3, 12))], new() { Gap = 1e-12 });
        var state = model.InitialState();
        model.Solve(state);
        var over = state.Volume[1] / 16;
        Assert.InRange(over, 0.1, 0.9);
        var selected = SelectedLink.Of(model, state, 1);
        Assert.Equal(2, selected.Trips.Count);
        Assert.All(selected.Trips, t => Assert.Equal(over, t.Share, 1e-12));
        Assert.Equal(4 * over, selected.Volume[3], 1e-9);
        Assert.Equal(12 * over, selected.Volume[4], 1e-9);
    }

    [Fact]
    public void The_trips_over_any_link_are_its_volume_and_are_conserved_at_every_node()
    {
        var town = new SolvedTown();
        var (network, state) = (town.Network, town.State);
        for (var link = 0; link < network.LinkCount; link++)
        {
            var selected = SelectedLink.Of(town.Model, state, link);
            var units = selected.Trips.Sum(t => town.Classes[t.Traveller].CarUnits * t.Vehicles);
            Assert.Equal(state.Volume[link], units, 1e-11 * state.Volume[link] + 1e-11);
            Assert.Equal(state.Volume[link], selected.Volume[link], 1e-11 * state.Volume[link] + 1e-11);
            Assert.All(selected.Trips, t => Assert.InRange(t.Share, 0, 1 + 1e-12));
            var balance = new double[network.NodeCount];
            for (var other = 0; other < network.LinkCount; other++)
            {
                Assert.InRange(selected.Volume[other], 0, state.Volume[other] * (1 + 1e-11));
                balance[network.From[other]] -= selected.Volume[other];
                balance[network.To[other]] += selected.Volume[other];
            }
            foreach (var t in selected.Trips)
            {
                balance[t.Origin] += town.Classes[t.Traveller].CarUnits * t.Vehicles;
                balance[t.Destination] -= town.Classes[t.Traveller].CarUnits * t.Vehicles;
            }
            Assert.All(balance, b => Assert.Equal(0, b, 1e-8));
        }
    }

    [Fact]
    public void A_link_that_a_class_may_not_use_has_none_of_its_trips_and_a_closed_one_has_no_trips()
    {
        var town = new SolvedTown();
        Assert.DoesNotContain(SelectedLink.Of(town.Model, town.State, town.Network.FindLink("5-6")).Trips, t => t.Traveller == 1);
        var state = town.State.Clone();
        state.Closed[town.Network.FindLink("5-6")] = true;
        town.Model.Solve(state);
        Assert.Empty(SelectedLink.Of(town.Model, state, town.Network.FindLink("5-6")).Trips);
    }

    [Fact]
    public void Flows_by_link_only_do_not_say_whose_they_are()
    {
        var model = new AssignmentModel(Braess(), [Cars(2, (1, 2, 6))], new() { Gap = 1e-2, Method = AssignmentMethod.FrankWolfe });
        var state = model.InitialState();
        model.Solve(state);
        Assert.Throws<ArgumentException>(() => SelectedLink.Of(model, state, 0));
    }

    [Fact]
    public void Looking_can_be_cancelled()
    {
        var town = new SolvedTown();
        Assert.Throws<OperationCanceledException>(() => SelectedLink.Of(town.Model, town.State, 0, new CancellationToken(true)));
        Assert.Throws<OperationCanceledException>(() => AssignmentDifference.Between(town.Model, town.State, town.State, new CancellationToken(true)));
    }
}
