using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using Xunit.Abstractions;

namespace DigitalTwin.Verification.Mobility.TransportationNetworks;

/// <summary>
/// What closures cost on Sioux Falls, by a scan from the warm base, beside the difference of totals that TAP-B reaches at a gap below 1e-12 and the best-known base; and sums that select link
/// and skims have to have.
/// </summary>
public class AnalysisTests(ITestOutputHelper output)
{
    private static readonly PublishedEquilibrium Sioux = PublishedEquilibrium.All[1];

    private static readonly (string Links, double TotalTime)[] Closed =
    [
        ("6-8 8-6", 10_792_221.8837), ("10-16 16-10", 9_486_411.0876), ("4-5 5-4", 10_210_580.4017), ("12-13 13-12", 11_161_668.0220), ("1-3 3-1", 8_924_655.5155), ("10-16", 8_515_279.4268),
    ];

    [SharedDataFact]
    public void A_scan_finds_what_closures_cost()
    {
        var (model, state, _) = Solve(1e-10);
        var closures = Closed.Select(c => new Closure([.. c.Links.Split(' ').Select(model.Network.FindLink)])).ToArray();
        var costs = ClosureScan.Run(() => new(model.Network, model.Classes, model.Options), state, closures, threads: 2);
        var table = new VerificationTable();
        foreach (var ((links, time), cost) in Closed.Zip(costs)) table.Add($"SiouxFalls, {links} closed", "time lost", time - Sioux.TotalTime, cost.Time, 1e-6 * time);
        output.WriteLine(table.ToString());
        table.AssertAll();
        table.Publish("src/DigitalTwin.Mobility/README.md", "closure-costs");
    }

    [SharedDataFact]
    public void The_ranks_of_a_scan_are_those_of_solving_each_closure_from_nothing()
    {
        var (model, state, before) = Solve(1e-8);
        var closures = Closure.Each(model.Network, Enumerable.Range(0, model.Network.LinkCount), bothWays: true);
        var costs = ClosureScan.Run(() => new(model.Network, model.Classes, model.Options), state, closures);
        var cold = closures.Select(closure =>
        {
            var alone = model.InitialState();
            foreach (var link in closure.Links) alone.Closed[link] = true;
            return model.Solve(alone).TotalTime - before.TotalTime;
        }).ToArray();
        Assert.Equal(38, costs.Length);
        for (var i = 0; i < costs.Length; i++) Assert.Equal(cold[i], costs[i].Time, 1e-6 * (before.TotalTime + cold[i]));
        Assert.Equal(Ranks(cold), Ranks([.. costs.Select(c => c.Time)]));

        static int[] Ranks(double[] lost) => [.. Enumerable.Range(0, lost.Length).OrderByDescending(i => lost[i])];
    }

    [SharedDataFact]
    public void Whose_trips_links_carry_and_what_pairs_take_add_up_to_the_best_known_totals()
    {
        var (model, state, report) = Solve(1e-10);
        for (var link = 0; link < model.Network.LinkCount; link++)
        {
            var selected = SelectedLink.Of(model, state, link);
            Assert.Equal(state.Volume[link], selected.Trips.Sum(t => t.Vehicles), 1e-10 * state.Volume[link]);
            Assert.Equal(state.Volume[link], selected.Volume[link], 1e-10 * state.Volume[link]);
        }
        var (skims, demand, time, distance) = (new ZoneSkims(model, state), model.Classes[0].Demand, 0.0, 0.0);
        for (var origin = 0; origin < demand.ZoneCount; origin++)
        {
            skims.Look(0, origin);
            for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++)
            {
                time += demand.Trips[at] * skims.Time[demand.Destination[at]];
                distance += demand.Trips[at] * skims.Distance[demand.Destination[at]];
            }
        }
        Assert.Equal(report.TotalTime, time, 1e-11 * time);
        Assert.Equal(Sioux.TotalTime, time, 1e-6 * time);
        Assert.Equal(3_419_112.77, distance, 1);
    }

    private static (AssignmentModel Model, AssignmentState State, AssignmentReport Report) Solve(double gap)
    {
        var model = Sioux.Model(gap);
        var state = model.InitialState();
        return (model, state, model.Solve(state));
    }
}
