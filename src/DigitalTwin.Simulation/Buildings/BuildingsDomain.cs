using DigitalTwin.Buildings;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>Buildings in the loop: read the weather of their district, the water that came and the people who are on their way; give people, power, heat and water. A district's buildings are a partition.</summary>
public sealed class BuildingsDomain : IDomain
{
    private readonly BuildingsSite site;
    private readonly BuildingsSettings settings;
    private readonly Recording recording;
    private readonly BuildingsQuantities quantities;
    private readonly BuildingsOptions options;
    private readonly Lock gate = new();
    private readonly Dictionary<(int Part, int Most), BuildingsModel> models = [];
    private readonly bool readsWater, readsRoads;

    /// <summary>Prepares the domain for a variant.</summary>
    /// <param name="site">The buildings in their city.</param>
    /// <param name="settings">The variant's settings.</param>
    /// <param name="recording">When the run starts and what is recorded.</param>
    public BuildingsDomain(BuildingsSite site, BuildingsSettings settings, Recording recording)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(recording);
        (this.site, this.settings, this.recording) = (site, settings, recording);
        options = settings.Over(site.Options) with { Clock = new LocalClock(recording.Start) };
        quantities = new BuildingsQuantities(site.Buildings.Count);
        (readsWater, readsRoads) = (site.WaterNode.Length > 0, site.Place.Length > 0 && settings.PeopleByTrips);
        Consumes =
        [
            .. OutdoorsOfDistricts.Quantities.Select(q => new Consumption(q, Moment.ThisStep, new("each building reads its district", "各建筑读取所在城区"))),
            .. readsWater ? (Consumption[])[Water("water.delivered"), Water("water.unserved")] : [],
            .. readsRoads ? (Consumption[])[new("road.people-missing", Moment.PreviousStep, new("each building reads its place of demand", "各建筑读取所在出行地点"))] : [],
        ];

        static Consumption Water(string quantity) => new(quantity, Moment.PreviousStep, new("each building reads the node that supplies it", "各建筑读取供水节点"));
    }

    /// <inheritdoc/>
    public string Name => BuildingsVocabulary.Domain;

    /// <inheritdoc/>
    public IReadOnlyList<Quantity> Produces => quantities.All;

    /// <inheritdoc/>
    public IReadOnlyList<Consumption> Consumes { get; }

    /// <inheritdoc/>
    public int PartitionCount(int most) => Split.Count(site.Districts.Count, most);

    /// <inheritdoc/>
    public IPartition CreatePartition(int part, int most, KeyedRandom random) => new Partition(this, part, most, random);

    /// <inheritdoc/>
    public IMeter CreateMeter() => new BuildingsMeter(site, options, recording);

    private BuildingsModel Model(int part, int most, int[] mine)
    {
        lock (gate)
        {
            if (!models.TryGetValue((part, most), out var model))
                models.Add((part, most), model = new BuildingsModel(
                    [.. mine.Select(b => site.Buildings[b])], site.Uses, options, Array.ConvertAll(mine, b => site.District[b]), [.. mine.Select(b => site.Horizons[b])]));
            return model;
        }
    }

    private sealed class Partition : IPartition
    {
        private readonly BuildingsInProgress buildings;
        private readonly bool readsWater, readsRoads;

        public Partition(BuildingsDomain domain, int part, int most, KeyedRandom random)
        {
            (readsWater, readsRoads) = (domain.readsWater, domain.readsRoads);
            var districts = Split.Part(domain.site.Districts.Count, most, part).ToHashSet();
            int[] mine = [.. Enumerable.Range(0, domain.site.Buildings.Count).Where(b => districts.Contains(domain.site.District[b]))];
            buildings = new BuildingsInProgress(domain.site, domain.settings, mine, domain.Model(part, most, mine), random);
            Elements = [.. domain.quantities.All.Select(_ => mine)];
        }

        public IReadOnlyList<int[]> Elements { get; }

        public ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation)
        {
            var read = OutdoorsOfDistricts.Quantities.Count;
            var water = readsWater ? (input.Quantities[read], input.Quantities[read + 1]) : default;
            var missing = readsRoads ? input.Quantities[^1] : default;
            return new(new StepOutput(buildings.Values, buildings.Advance(input, water, missing, cancellation)));
        }

        public ValueTask<ReadOnlyMemory<byte>> SaveAsync() => new(Bytes.Of(buildings.Save));

        public ValueTask LoadAsync(ReadOnlyMemory<byte> state)
        {
            Bytes.Read(state.ToArray(), buildings.Load);
            return default;
        }
    }
}
