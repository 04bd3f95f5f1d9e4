using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Water;
using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Tests.Water;

public class WaterDomainTests
{
    private static readonly Recording Day = new(new DateTimeOffset(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8)), 0, 86400, 300, 3600);

    [Fact]
    public void Networks_that_nothing_joins_are_parts_of_their_own()
    {
        var whole = Villages.Network(3);
        var parts = NetworkPart.Split(whole);
        Assert.Equal(3, parts.Count);
        Assert.Equal(Enumerable.Range(0, whole.Nodes.Count), parts.SelectMany(p => p.Nodes).Order());
        Assert.Equal(Enumerable.Range(0, whole.Links.Count), parts.SelectMany(p => p.Links).Order());
        Assert.All(parts, p => Assert.Equal((1, 2, 2), (p.Network.Pumps.Count, p.Network.Tanks.Count, p.Network.Controls.Count)));
        Assert.Equal("2-J0", parts[1].Network.Nodes.Ids[0]);
        Assert.Equal("2-J4", parts[1].Network.Nodes.Ids[parts[1].Network.Links.From[4]]);
    }

    [Fact]
    public void A_rule_joins_the_networks_that_it_looks_at()
    {
        var apart = Villages.Network(3);
        var joined = new WaterNetwork
        {
            Name = "j", Nodes = apart.Nodes, Links = apart.Links, Tanks = apart.Tanks, Pumps = apart.Pumps, Valves = [], Patterns = apart.Patterns,
            Curves = apart.Curves, Controls = apart.Controls, Options = apart.Options, Times = apart.Times, Energy = apart.Energy,
            Rules = [new Rule("r", [new(Conjunction.If, PremiseObject.Node, apart.NodeIndex("3-T"), PremiseVariable.Level, Relation.Less, 1, null)],
                [new RuleAction(apart.LinkIndex("1-PU"), InitialStatus.Open, double.NaN)], [], 1)],
        };
        Assert.Equal(2, NetworkPart.Split(joined).Count);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(8, 2)]
    public async Task The_same_bits_however_the_networks_are_dealt_out(int partitions, int threads) =>
        Assert.Equal((await RunAsync([], partitions: 1)).ResultHash, (await RunAsync([], partitions: partitions, threads: threads)).ResultHash);

    [Fact]
    public async Task What_is_delivered_and_lost_came_out_of_reservoirs_and_tanks()
    {
        var record = await RunAsync([Action(3600 * 10, "burst", "water/pipe/1-P2", ("opening", 0.03))]);
        var asked = Sum(record, "water.demand");
        // 18 junctions of 2 L/s, mean multiplier 1.0.
        Assert.Equal(18 * 0.002 * 86400 * 1.0, asked, asked * 0.01);
        Assert.True(Kpi(record, "water.burst-loss") > 100);
        Assert.Equal(Kpi(record, "water.unserved"), asked - Sum(record, "water.delivered"), 1e-6 * asked);
    }

    [Fact]
    public async Task A_burst_that_is_isolated_loses_no_more_water()
    {
        var burst = Action(3600 * 10, "burst", "water/pipe/1-P2", ("opening", 0.05));
        var left = await RunAsync([burst]);
        var isolated = await RunAsync([burst, Action(3600 * 11, "isolate", "water/pipe/1-P2")]);
        Assert.InRange(Kpi(isolated, "water.burst-loss") / Kpi(left, "water.burst-loss"), 0.02, 0.2);
        var series = isolated.Series.Single(s => s.Name == "water.burst");
        Assert.All(series.Times.Zip(series.Values), p => Assert.Equal(p.First > 3600 * 10 && p.First <= 3600 * 11, p.Second > 0));
        Assert.Equal(["action.burst", "action.isolate"], isolated.Log.Where(e => e.Kind.StartsWith("action", StringComparison.Ordinal)).Select(e => e.Kind));
    }

    [Fact]
    public async Task A_burst_flows_as_through_an_orifice()
    {
        var record = await RunAsync([Action(0, "burst", "water/pipe/1-P2", ("opening", 0.03))], steps: 1);
        var pressures = record.Layers.Single(l => l.Name == "water_junction");
        var head = new[] { "water/junction/1-J2", "water/junction/1-J3" }
            .Select(id => (double)pressures.Fields[0].Values[^1][pressures.AssetIds.ToList().IndexOf(id)]);
        var expected = head.Sum(p => 0.6 * Math.PI * 0.03 * 0.03 / 4 / 2 * Math.Sqrt(2 * 9.80665 * p)) * 3600;
        Assert.Equal(expected, record.Series.Single(s => s.Name == "water.burst").Values[0], expected * 0.01);
    }

    [Fact]
    public async Task A_tripped_pump_stays_off_whatever_its_controls_say_and_starts_again_at_the_end()
    {
        var trip = Action(3600, "trip", "water/pump/1-PU");
        var record = await RunAsync([trip, trip with { Time = 3600 * 20, Undo = true }]);
        var pumps = record.Layers.Single(l => l.Name == "water_pump");
        var flow = pumps.Fields[0];
        for (var i = 0; i < flow.Times.Length; i++)
        {
            if (flow.Times[i] > 3600 && flow.Times[i] <= 3600 * 20) Assert.Equal(0, flow.Values[i][0], 1e-6);
        }
        Assert.Contains(Enumerable.Range(0, flow.Times.Length), i => flow.Times[i] > 3600 * 20 && flow.Values[i][0] > 0.001);
        Assert.True(Kpi(record, "water.unserved") > 10);
        Assert.Contains(record.Log, e => e.Kind == "water.shortage");
    }

    [Fact]
    public async Task Demand_noise_belongs_to_the_replication_and_not_to_the_variant()
    {
        var noisy = new WaterSettings { DemandNoise = 0.2, DemandDayNoise = 0.1 };
        var one = await RunAsync([], settings: noisy);
        var again = await RunAsync([], settings: noisy, partitions: 2);
        var other = await RunAsync([], settings: noisy, seed: 2);
        Assert.Equal(one.ResultHash, again.ResultHash);
        Assert.NotEqual(one.ResultHash, other.ResultHash);
        Assert.NotEqual(Sum(one, "water.demand"), Sum(await RunAsync([]), "water.demand"));
    }

    [Fact]
    public async Task Heat_raises_demand_above_its_threshold()
    {
        var cool = await RunAsync([], air: 20, settings: new WaterSettings { HeatSlope = 0.02, HeatAbove = 25 });
        var hot = await RunAsync([], air: 35, settings: new WaterSettings { HeatSlope = 0.02, HeatAbove = 25 });
        Assert.Equal(1.2, Sum(hot, "water.demand") / Sum(cool, "water.demand"), 1e-5);
    }

    [Fact]
    public async Task Fire_flow_demand_changes_and_their_ends_add_up()
    {
        var asked = Sum(await RunAsync([]), "water.demand");
        var fire = Action(3600 * 2, "fire", "water/junction/2-J1", ("flow", 0.01));
        var withFire = await RunAsync([fire, fire with { Time = 3600 * 4, Undo = true }]);
        Assert.Equal(asked + 0.01 * 7200, Sum(withFire, "water.demand"), 1e-6 * asked);
        var halved = Action(0, "demand", "water/junction/2-J1", ("factor", 0.5));
        Assert.True(Sum(await RunAsync([halved]), "water.demand") < asked);
        Assert.Equal(asked, Sum(await RunAsync([halved, halved with { Undo = true }]), "water.demand"), 1e-6 * asked);
    }

    [Fact]
    public async Task A_run_goes_on_from_its_saved_state_to_the_same_bits()
    {
        DueAction[] actions = [Action(3600 * 10, "burst", "water/pipe/1-P2", ("opening", 0.05)), Action(3600 * 12, "demand", "water/junction/2-J1", ("factor", 2))];
        var whole = await RunAsync(actions);
        var first = Run(actions, 2);
        await first.AdvanceAsync(145);
        var saved = RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!;
        var second = Run(actions, 2);
        await second.RestoreAsync(saved);
        await second.AdvanceAsync(288);
        Assert.Equal(whole.ResultHash, second.Record("v", 1, [], []).ResultHash);
        Assert.Equal(whole.Log, second.Log);
    }

    private static DueAction Action(double time, string name, string target, params (string Name, double Value)[] values) =>
        new(time, "water", name, [target], values.ToDictionary(v => v.Name, v => v.Value), new Dictionary<string, string>(), false);

    private static CityRun Run(IReadOnlyList<DueAction> actions, int partitions, int threads = 1, WaterSettings? settings = null, double air = 20, ulong seed = 1, int steps = 288)
    {
        var network = Villages.Network(3);
        var site = new WaterSite(
            network, new int[network.Nodes.Count], [.. Enumerable.Repeat(100.0, network.Nodes.Count)],
            i => new Point(network.Nodes.X[i], network.Nodes.Y[i]), i => new Point(network.Nodes.X[network.Links.From[i]], network.Nodes.Y[network.Links.From[i]]));
        var water = new WaterDomain(site, settings ?? new WaterSettings(), Day with { Duration = steps * 300 });
        return new CityRun(new RunPlan([new Air(air), water], 300, steps, [.. actions.OrderBy(a => a.Time)]), partitions, new KeyedRandom(seed), new Workers(threads));
    }

    private static async Task<RunRecord> RunAsync(
        IReadOnlyList<DueAction> actions, int partitions = 1, int threads = 1, WaterSettings? settings = null, double air = 20, ulong seed = 1, int steps = 288)
    {
        var run = Run(actions, partitions, threads, settings, air, seed, steps);
        await run.AdvanceAsync(steps);
        return run.Record("v", 1, [.. WaterKpis.All.Select(k => k.Name)], []);
    }

    private static double Kpi(RunRecord record, string name) => record.Kpis.Single(k => k.Kpi.Name == name).Value;

    /// <summary>Integral of a series in m³/h over its steps, m³.</summary>
    private static double Sum(RunRecord record, string name) => record.Series.Single(s => s.Name == name).Values.Sum() * 300 / 3600;
}
