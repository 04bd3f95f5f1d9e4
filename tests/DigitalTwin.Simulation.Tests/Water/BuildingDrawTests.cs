using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Water;

namespace DigitalTwin.Simulation.Tests.Water;

public class BuildingDrawTests
{
    private static readonly Recording Morning = new(new DateTimeOffset(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8)), 0, 4 * 3600, 300, 3600);

    /// <summary>m³: the hydraulic solution is found to a thousandth of the flows.</summary>
    private const double Accuracy = 0.01;

    [Fact]
    public async Task A_new_building_draws_from_its_node_and_lowers_the_pressure_there()
    {
        var (without, with) = (await RunAsync(0, 0), await RunAsync(0, 0.004));
        Assert.Equal(0.004 * 4 * 3600, with.Delivered - without.Delivered, Accuracy);
        Assert.True(with.Pressure < without.Pressure);
        Assert.Equal(without.OtherDelivered, with.OtherDelivered, Accuracy);
    }

    [Fact]
    public async Task What_is_torn_down_leaves_its_node_dry_at_most_and_never_makes_it_a_source()
    {
        var gone = await RunAsync(0, -1);
        // The first step has no solution before it, from which the node's own demand could be known.
        Assert.InRange(gone.Delivered, 0, 0.002 * 0.4 * 300 + Accuracy);
        Assert.True(gone.OtherDelivered > 0);
    }

    [Fact]
    public async Task Where_the_buildings_demand_is_the_whole_the_files_is_left_out_at_their_node_alone()
    {
        var (file, whole) = (await RunAsync(0, 0), await RunAsync(0.003, 0, whole: true));
        Assert.Equal(0.003 * 4 * 3600, whole.Delivered, Accuracy);
        Assert.Equal(file.OtherDelivered, whole.OtherDelivered, Accuracy);
    }

    [Fact]
    public async Task A_run_with_buildings_goes_on_from_its_saved_state()
    {
        var whole = Run(0, 0.004, out _);
        await whole.AdvanceAsync(int.MaxValue);
        var first = Run(0, 0.004, out _);
        await first.AdvanceAsync(17);
        var saved = RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!;
        var second = Run(0, 0.004, out _);
        await second.RestoreAsync(saved);
        await second.AdvanceAsync(int.MaxValue);
        Assert.Equal(whole.ResultHash(), second.ResultHash());
    }

    private static async Task<(double Delivered, double OtherDelivered, double Pressure)> RunAsync(double demand, double change, bool whole = false)
    {
        var run = Run(demand, change, out var seen, whole);
        await run.AdvanceAsync(int.MaxValue);
        return (seen.Delivered, seen.Other, seen.Pressure);
    }

    /// <summary>Two villages; a building hangs on 1-J2, another on nothing.</summary>
    private static CityRun Run(double demand, double change, out Taps taps, bool whole = false)
    {
        var network = Villages.Network(2);
        var site = new WaterSite(network, new int[network.Nodes.Count], new double[network.Nodes.Count], _ => null, _ => null) { BuildingNode = [network.NodeIndex("1-J2"), -1] };
        taps = new Taps([demand, 99], [change, 99], network.NodeIndex("1-J2"), network.NodeIndex("2-J2"));
        var water = new WaterDomain(site, new WaterSettings { DemandOfBuildings = whole }, Morning, readsWeather: false);
        return new CityRun(new RunPlan([taps, water], 300, 48, []), 2, new KeyedRandom(1), new Workers(1));
    }

    /// <summary>Buildings that draw what a test says, and a meter that looks at two nodes.</summary>
    private sealed class Taps(double[] demand, double[] change, int node, int other) : IDomain, IPartition, IMeter
    {
        public double Delivered { get; private set; }

        public double Other { get; private set; }

        public double Pressure { get; private set; } = double.PositiveInfinity;

        public string Name => "buildings";

        public IReadOnlyList<Quantity> Produces { get; } =
            [new("building.water", "m³/s", new IndexSet("building", 2)), new("building.water-change", "m³/s", new IndexSet("building", 2))];

        public IReadOnlyList<Consumption> Consumes => [];

        public IReadOnlyList<int[]> Elements => [[0, 1], [0, 1]];

        public int PartitionCount(int most) => 1;

        public IPartition CreatePartition(int part, int most, KeyedRandom random) => this;

        public IMeter CreateMeter() => this;

        public ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation) => new(new StepOutput([demand, change], []));

        public ValueTask<ReadOnlyMemory<byte>> SaveAsync() => new(ReadOnlyMemory<byte>.Empty);

        public ValueTask LoadAsync(ReadOnlyMemory<byte> state) => default;

        public IReadOnlyList<LogEntry> Observe(StepWindow step, Exchange exchange)
        {
            Delivered += exchange.Now("water.delivered").Span[node];
            Other += exchange.Now("water.delivered").Span[other];
            Pressure = Math.Min(Pressure, exchange.Now("water.pressure").Span[node]);
            return [];
        }

        public IReadOnlyList<KpiValue> Kpis() => [];

        public IReadOnlyList<TimeSeries> Series() => [];

        public IReadOnlyList<ResultLayer> Layers() => [];

        public void Save(BinaryWriter writer)
        {
        }

        public void Load(BinaryReader reader)
        {
        }
    }
}
