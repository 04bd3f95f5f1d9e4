using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Emissions;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// Roads and parking in the loop: reads rain and air temperature of the districts, gives what happens on links and in lots. A road network is one partition however many are wanted: cars drive through all
/// of it, and the model spreads its nodes over threads itself.
/// </summary>
public sealed class MobilityDomain : IDomain
{
    private readonly MobilitySite site;
    private readonly MobilitySettings settings;
    private readonly Recording recording;
    private readonly MobilityModel model;
    private readonly MobilityQuantities quantities;
    private readonly MobilityStart? start;
    private readonly EmissionModel emissions;
    private readonly Experience? experience;
    private readonly IReadOnlyList<AddedSite> added;

    /// <summary>Prepares the domain for a variant.</summary>
    /// <param name="site">Roads, parking and demand in their city.</param>
    /// <param name="settings">The variant's settings.</param>
    /// <param name="recording">When the run starts and what is recorded.</param>
    /// <param name="readsWeather">Whether there is weather to read; without, roads are dry.</param>
    /// <param name="start">From where it starts; null for empty lots.</param>
    /// <param name="threads">Threads of the model; they change no bit.</param>
    /// <param name="events">What happens on the days on which drivers learn, in the order of time; none for usual days.</param>
    /// <param name="told">Told of every day on which they learn.</param>
    /// <param name="learnsWith">A domain of the same place, events and <see cref="MobilitySettings.Learned"/>: what its drivers have learned these know too. Null for none.</param>
    public MobilityDomain(
        MobilitySite site, MobilitySettings settings, Recording recording, bool readsWeather = true, MobilityStart? start = null, int threads = 1, IReadOnlyList<DueAction>? events = null, Action<string>? told = null,
        MobilityDomain? learnsWith = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(recording);
        (this.site, this.settings, this.recording, this.start) = (site, settings, recording, start);
        Consumes =
        [
            .. readsWeather ? (Consumption[])[Read("weather.precipitation"), Read("weather.air-temperature")] : [],
            .. site.HearsOfBuildings ? (Consumption[])
            [
                new("building.standing", Moment.ThisStep, new("a building sends and receives trips while it stands", "建筑存在期间产生与吸引出行")),
                new("building.standing-since", Moment.ThisStep, new("from the second on at which it is built or demolished", "自建成或拆除时刻起")),
            ] : [],
        ];
        var options = new MobilityOptions { Threads = threads, Clock = new LocalClock(recording.Start.AddSeconds(recording.First)), InformedOfTraffic = settings.Replanning };
        model = Model(options);
        if (settings.Iterations > 0) experience = learnsWith?.experience ?? new Experience(site, settings, Model(options with { InformedOfTraffic = 0 }), recording, start, events ?? [], told);
        quantities = new MobilityQuantities(site);
        emissions = new EmissionModel(settings.Over(site.Fleet));
        added = TripsOfBuildings.Sites(site, settings.Over(site.Demand));

        MobilityModel Model(MobilityOptions with) => new(site.Roads, site.Parking, site.Demand.Places, settings.Over(site.Drivers), with);

        static Consumption Read(string quantity) => new(quantity, Moment.ThisStep, new("each road reads its district", "各路段读取所在城区"));
    }

    /// <inheritdoc/>
    public string Name => MobilityVocabulary.Domain;

    /// <inheritdoc/>
    public IReadOnlyList<Quantity> Produces => quantities.All;

    /// <inheritdoc/>
    public IReadOnlyList<Consumption> Consumes { get; }

    /// <inheritdoc/>
    public int PartitionCount(int most) => 1;

    /// <inheritdoc/>
    public IPartition CreatePartition(int part, int most, KeyedRandom random) =>
        new Partition(new TrafficInProgress(site, settings, model, recording, random, start, added, experience), quantities);

    /// <inheritdoc/>
    public IMeter CreateMeter() => new MobilityMeter(site, recording, emissions);

    private sealed class Partition(TrafficInProgress traffic, MobilityQuantities quantities) : IPartition
    {
        public IReadOnlyList<int[]> Elements { get; } = quantities.Elements();

        public ValueTask<StepOutput> AdvanceAsync(StepInput input, CancellationToken cancellation) =>
            new(new StepOutput(traffic.Tally.Values, traffic.Advance(input, cancellation)));

        public ValueTask<ReadOnlyMemory<byte>> SaveAsync() => new(Bytes.Of(traffic.Save));

        public ValueTask LoadAsync(ReadOnlyMemory<byte> state)
        {
            Bytes.Read(state.ToArray(), traffic.Load);
            return default;
        }
    }
}
