using DigitalTwin.Mobility.Assignment;
using FsCheck;
using FsCheck.Fluent;
using static DigitalTwin.Mobility.Tests.Assignment.MadeNetworks;

namespace DigitalTwin.Mobility.Tests.Assignment;

/// <summary>Any network, any change: going on must end where starting anew ends.</summary>
public class AnyWhatIfTests
{
    private const double Gap = 1e-10;

    private static void Always(Action<AssignmentModel, AssignmentState, AssignmentState> holds, double gap = Gap) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var model = AnyModel(random, gap);
            var (warm, cold) = (model.InitialState(), model.InitialState());
            Assert.True(model.Solve(warm).Converged);
            // Two changes in a row: the second goes on from a state that was mended once already.
            for (var change = 0; change < 2; change++)
            {
                Change(random, warm, cold);
                Assert.True(model.Solve(warm).Converged);
            }
            holds(model, warm, cold);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Going_on_after_any_change_reaches_the_objective_of_starting_anew() => Always((model, warm, cold) =>
    {
        var (after, anew) = (model.Solve(warm), model.Solve(cold));
        Assert.Equal(anew.Objective, after.Objective, 3 * Gap * anew.TotalCost + 1e-12);
        Assert.Equal(anew.Unserved, after.Unserved);
    });

    [Fact]
    public void After_any_change_flows_are_never_negative_and_carry_the_trips() => Always((model, warm, _) =>
    {
        var network = model.Network;
        var report = model.Solve(warm);
        for (var c = 0; c < model.Classes.Count; c++)
        {
            var (balance, trips) = (new double[network.NodeCount], model.Classes[c].Demand);
            for (var link = 0; link < network.LinkCount; link++)
            {
                var vehicles = warm.Vehicles[c][link];
                Assert.True(vehicles >= 0);
                Assert.True(vehicles == 0 || !warm.Closed[link] && !model.Classes[c].BannedLinks.Contains(link));
                balance[network.From[link]] += vehicles;
                balance[network.To[link]] -= vehicles;
            }
            for (var origin = 0; origin < network.ZoneCount; origin++)
                for (var at = trips.Start[origin]; at < trips.Start[origin + 1]; at++)
                {
                    if (trips.Destination[at] == origin || report.Unserved.Any(u => (u.Traveller, u.Origin, u.Destination) == (c, origin, trips.Destination[at]))) continue;
                    balance[origin] -= trips.Trips[at] * warm.DemandFactor[c];
                    balance[trips.Destination[at]] += trips.Trips[at] * warm.DemandFactor[c];
                }
            Assert.All(balance, b => Assert.Equal(0, b, 1e-9));
        }
    });

    [Fact]
    public void The_volume_of_a_link_is_what_the_classes_bring_on_it() => Always((model, warm, _) =>
    {
        for (var link = 0; link < model.Network.LinkCount; link++)
            Assert.Equal(model.Classes.Select((traveller, c) => traveller.CarUnits * warm.Vehicles[c][link]).Sum(), warm.Volume[link], 1e-9);
    });

    [Fact]
    public void The_gap_that_is_told_is_that_of_the_flows() => Always((model, warm, _) =>
    {
        var report = model.Solve(warm);
        Assert.Equal(GapByHand.Of(model, warm), report.Gap, 1e-9);
    }, gap: 1e-4);

    private static AssignmentModel AnyModel(Random random, double gap)
    {
        var nodes = random.Next(3, 13);
        var zones = random.Next(2, Math.Min(nodes, 6) + 1);
        var links = new List<MadeLink>();
        for (var node = 1; node <= nodes; node++) links.Add(AnyLink(random, node, node % nodes + 1));
        for (var more = random.Next(3 * nodes); more > 0; more--) links.Add(AnyLink(random, random.Next(1, nodes + 1), random.Next(1, nodes + 1)));
        var network = Of(nodes, zones, [.. links.Where(l => l.From != l.To)]);
        var classes = Enumerable.Range(0, random.Next(1, 3)).Select(c => new TravellerClass($"{c}", AnyTrips(random, zones))
        {
            TollFactor = random.Next(3),
            CarUnits = 1 + c,
            BannedLinks = c == 0 ? [] : [random.Next(network.LinkCount)],
        });
        return new(network, [.. classes], new() { Gap = gap });
    }

    private static MadeLink AnyLink(Random random, int from, int to) =>
        new(from, to, random.Next(1, 10), random.Next(3) * 0.15, random.Next(4) switch { 0 => 1, 1 => 2.5, _ => 4 }, random.Next(5, 40), random.Next(3));

    private static DemandTable AnyTrips(Random random, int zones) =>
        Trips(zones, [.. Enumerable.Range(1, zones).SelectMany(o => Enumerable.Range(1, zones).Where(_ => random.Next(4) > 0).Select(d => (o, d, (double)random.Next(1, 20))))]);

    /// <summary>Closes, opens, narrows, or asks for more or less, in both states alike.</summary>
    private static void Change(Random random, AssignmentState warm, AssignmentState cold)
    {
        var (link, c, kind, factor) = (random.Next(warm.Network.LinkCount), random.Next(warm.ClassCount), random.Next(4), 0.25 + 1.5 * random.NextDouble());
        foreach (var state in new[] { warm, cold })
        {
            if (kind <= 1) state.Closed[link] = !state.Closed[link];
            if (kind == 2) state.CapacityFactor[link] = factor;
            if (kind == 3) state.DemandFactor[c] = factor;
        }
    }
}
