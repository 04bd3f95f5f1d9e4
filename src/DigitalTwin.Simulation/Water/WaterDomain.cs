using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>The water network in the loop: reads the air temperature of the districts, gives pressures, flows and volumes.</summary>
public sealed class WaterDomain : IDomain
{
    private const string AirTemperature = "weather.air-temperature";

    private readonly WaterSite site;
    private readonly WaterSettings settings;
    private readonly Recording recording;
    private readonly WaterQuantities quantities;
    private readonly WaterModel[] models;
    private readonly NetworkPart[] parts;
    private readonly WaterStart? start;
    private readonly double[] zoneLoss = [];

    /// <summary>Prepares the domain for a variant.</summary>
    /// <param name="site">The network in its city.</param>
    /// <param name="settings">The variant's settings.</param>
    /// <param name="recording">When the run starts and what is recorded.</param>
    /// <param name="readsWeather">Whether there is weather to read; without, heat raises no demand.</param>
    /// <param name="start">From where it starts; null for what the network file says.</param>
    public WaterDomain(WaterSite site, WaterSettings settings, Recording recording, bool readsWeather = true, WaterStart? start = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(recording);
        var network = site.Network.With(settings.Over(site.Network.Options), Clocked(site.Network.Times, recording));
        (this.site, this.settings, this.recording) = (site with { Network = network }, settings, recording);
        Consumes =
        [
            .. readsWeather ? (Consumption[])[new(AirTemperature, Moment.ThisStep, new("each junction reads its district", "各节点读取所在城区"))] : [],
            .. site.BuildingNode.Length > 0
                ? (Consumption[])[new(settings.DemandOfBuildings ? "building.water" : "building.water-change", Moment.ThisStep, new("each junction sums its buildings", "各节点汇总所接建筑"))] : [],
        ];
        this.start = start;
        quantities = new WaterQuantities(network, ScalesDemand);
        parts = [.. NetworkPart.Split(network)];
        models = [.. parts.Select(p => new WaterModel(p.Network))];
        if (start is not null) zoneLoss = ZoneLosses.Of(this.site, start, parts, models);
    }

    /// <inheritdoc/>
    public string Name => "water";

    /// <inheritdoc/>
    public IReadOnlyList<Quantity> Produces => quantities.All;

    /// <inheritdoc/>
    public IReadOnlyList<Consumption> Consumes { get; }

    /// <inheritdoc/>
    public int PartitionCount(int most) => Split.Count(parts.Length, most);

    /// <inheritdoc/>
    public IPartition CreatePartition(int part, int most, KeyedRandom random) => new Partition(this, Split.Part(parts.Length, most, part), random);

    /// <inheritdoc/>
    public IMeter CreateMeter() => new WaterMeter(site, settings, recording, ScalesDemand);

    private bool ScalesDemand => start is { ScalesDemand: true };

    private sealed class Partition : IPartition
    {
        private readonly NetworkInProgress[] networks;
        private readonly double[][] outputs;
        private readonly bool readsWeather, readsBuildings;

        public Partition(WaterDomain domain, int[] mine, KeyedRandom random)
        {
            var first = domain.recording.First;
            var scaling = domain.ScalesDemand ? new DemandScaling(domain.site, domain.settings, domain.start!, domain.zoneLoss, random, first) : null;
            networks = [.. mine.Select(i => new NetworkInProgress(
                domain.parts[i], domain.models[i].Share(), domain.settings, domain.site, first, random, domain.start, scaling))];
            (readsWeather, readsBuildings) = (domain.Consumes.Any(c => c.Quantity == AirTemperature), domain.site.BuildingNode.Length > 0);
            var network = domain.site.Network;
            Elements = domain.quantities.Elements(
                [.. networks.SelectMany(n => n.Part.Nodes)],
                [.. networks.SelectMany(n => n.Part.Links)],
                [.. networks.SelectMany(n => n.Part.Network.Tanks.Select(t => TankIndex(network, n.Part.Nodes[t.Node])))],
                [.. networks.SelectMany(n => n.Part.Network.Pumps.Select(p => PumpIndex(network, n.Part.Links[p.Link])))]);
            outputs = [.. Elements.Select(e => new double[e.Length])];
        }

        public IReadOnlyList<int[]> Elements { get; }

        public ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation)
        {
            var log = new List<LogEntry>();
            var airTemperature = readsWeather ? input.Quantities[0] : default;
            var buildingDemand = readsBuildings ? input.Quantities[^1] : default;
            foreach (var network in networks) network.Advance(input.Window, airTemperature, buildingDemand, input.Actions, log, cancellation);
            for (var q = 0; q < outputs.Length; q++)
            {
                var at = 0;
                foreach (var network in networks)
                {
                    network.Tally.Values[q].CopyTo(outputs[q], at);
                    at += network.Tally.Values[q].Length;
                }
            }
            return new(new StepOutput(outputs, log));
        }

        public ValueTask<ReadOnlyMemory<byte>> SaveAsync() => new(Bytes.Of(writer =>
        {
            foreach (var network in networks) network.Save(writer);
        }));

        public ValueTask LoadAsync(ReadOnlyMemory<byte> state)
        {
            Bytes.Read(state.ToArray(), reader =>
            {
                foreach (var network in networks) network.Load(reader);
            });
            return default;
        }
    }

    /// <summary>The network's times moved to the scenario's clock: patterns and clock controls follow the time of day at which the run begins.</summary>
    internal static WaterTimes Clocked(WaterTimes times, Recording recording)
    {
        const double Day = 86400;
        var clock = (recording.Start.TimeOfDay.TotalSeconds + recording.First) % Day;
        if (clock < 0) clock += Day;
        var since = (clock - times.StartClockTime % Day + Day) % Day;
        return times with { Duration = recording.Duration - recording.First, StartClockTime = clock, PatternStart = times.PatternStart + since };
    }

    private static int TankIndex(WaterNetwork network, int node) => Index(network.Tanks, t => t.Node == node);

    private static int PumpIndex(WaterNetwork network, int link) => Index(network.Pumps, p => p.Link == link);

    private static int Index<T>(IReadOnlyList<T> list, Func<T, bool> found)
    {
        for (var i = 0; i < list.Count; i++)
            if (found(list[i])) return i;
        return -1;
    }
}
