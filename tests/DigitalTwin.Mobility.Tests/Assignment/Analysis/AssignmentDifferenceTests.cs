using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using static DigitalTwin.Mobility.Tests.Assignment.MadeNetworks;

namespace DigitalTwin.Mobility.Tests.Assignment.Analysis;

public class AssignmentDifferenceTests
{
    private static (AssignmentModel Model, AssignmentState Before) Bridge()
    {
        var model = new AssignmentModel(Braess(), [Cars(2, (1, 2, 6))], new() { Gap = 1e-12 });
        var state = model.InitialState();
        model.Solve(state);
        return (model, state);
    }

    private static AssignmentDifference Close(AssignmentModel model, AssignmentState before, params string[] links)
    {
        var now = before.Clone();
        foreach (var link in links) now.Closed[model.Network.FindLink(link)] = true;
        model.Solve(now);
        return AssignmentDifference.Between(model, before, now);
    }

    [Fact]
    public void Without_the_bridge_everybody_is_home_sooner()
    {
        var (model, before) = Bridge();
        var difference = Close(model, before, "3-4");
        Assert.Equal((552.0, 498.0), (Math.Round(difference.Before.Time, 5), Math.Round(difference.Now.Time, 5)));
        Assert.Equal((6.0, 6.0, 0.0), (difference.Before.Trips, difference.Now.Trips, difference.Now.TripsNotCarried));
        Assert.InRange(difference.Before.Gap, -1e-11, 1e-11);
        var pair = Assert.Single(difference.Pairs);
        Assert.Equal((92.0, 83.0, -54.0), (Math.Round(pair.Before, 5), Math.Round(pair.Now, 5), Math.Round(pair.Loss, 4)));
        Assert.Equal(-54, difference.Leaving[0].Loss, 1e-4);
        Assert.Equal(-54, difference.Entering[1].Loss, 1e-4);
        Assert.Equal((0.0, 6.0), (difference.TripsThatPay(0.05), difference.TripsThatPay(-0.05)));
        Assert.Equal(["3-4", "1-3", "4-2"], difference.MostChanged(-1, 5).Select(l => model.Network.LinkIds[l]).OrderBy(l => l == "3-4" ? "" : l));
        Assert.Equal(["1-4", "3-2"], difference.MostChanged(1, 5).Select(l => model.Network.LinkIds[l]).Order());
        Assert.Equal(-2, difference.Volume(model.Network.FindLink("3-4")), 1e-6);
    }

    [Fact]
    public void Who_cannot_travel_any_more_is_named_and_makes_no_winner()
    {
        var (model, before) = Bridge();
        var difference = Close(model, before, "3-2", "4-2");
        Assert.Empty(difference.Pairs);
        Assert.Equal((0, 1, 6.0), Assert.Single(difference.CutOff) is var pair ? (pair.Origin, pair.Destination, pair.Trips) : default);
        Assert.Equal((0.0, 6.0, 0.0), (difference.Now.Trips, difference.Now.TripsNotCarried, difference.Now.Time));
        Assert.Equal(new ZoneChange(0, 0, 6), difference.Leaving[0]);
        Assert.Equal(new ZoneChange(0, 0, 6), difference.Entering[1]);
    }

    [Fact]
    public void Nothing_changed_is_no_difference()
    {
        var town = new SolvedTown();
        var difference = AssignmentDifference.Between(town.Model, town.State, town.State.Clone());
        Assert.Equal(difference.Before, difference.Now);
        Assert.Empty(difference.Pairs);
        Assert.Empty(difference.MostChanged(1, 9).Concat(difference.MostChanged(-1, 9)));
        Assert.Equal(town.Report.TotalTime, difference.Now.Time, 1e-9);
        Assert.Equal(town.Report.TotalCost, difference.Now.Cost, 1e-9);
        Assert.Equal(town.Report.TotalDistance, difference.Now.Distance, 1e-9);
        Assert.Equal(town.Report.Trips, difference.Now.Trips, 1e-9);
        Assert.Equal(town.Report.Gap, difference.Now.Gap, 1e-13);
    }

    [Fact]
    public void What_the_zones_lose_is_what_the_pairs_lose()
    {
        var town = new SolvedTown();
        var now = town.State.Clone();
        now.CapacityFactor[town.Network.FindLink("6-10")] = 0.3;
        now.DemandFactor[0] = 1.1;
        town.Model.Solve(now);
        var difference = AssignmentDifference.Between(town.Model, town.State, now);
        var loss = difference.Pairs.Sum(p => p.Loss);
        Assert.True(loss > 0);
        Assert.Equal(loss, difference.Leaving.Sum(z => z.Loss), 1e-8 * loss);
        Assert.Equal(loss, difference.Entering.Sum(z => z.Loss), 1e-8 * loss);
        Assert.Equal(difference.Now.Trips, difference.Leaving.Sum(z => z.Trips), 1e-8);
        Assert.True(difference.Pairs.Zip(difference.Pairs.Skip(1)).All(p => p.First.Loss >= p.Second.Loss));
    }

    [Fact]
    public void Other_trips_than_the_base_carried_are_noticed()
    {
        var (model, before) = Bridge();
        var other = new AssignmentModel(model.Network, [Cars(2, (1, 2, 3))], model.Options);
        var now = before.Clone();
        other.Solve(now);
        var difference = AssignmentDifference.Between(other, before, now);
        Assert.False(difference.KnowsTripsBefore);
        Assert.Equal((6.0, 3.0), (Math.Round(difference.Before.Trips, 9), difference.Now.Trips));
        Assert.True(double.IsNaN(difference.Before.Gap));
    }
}
