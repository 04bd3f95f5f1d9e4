using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Emissions;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The settings of mobility for one variant; see <see cref="MobilityVocabulary"/> for what each means.</summary>
public sealed record MobilitySettings
{
    /// <summary>Multiplies the trips of the day (-).</summary>
    public double Demand { get; init; } = 1;

    /// <summary>Whether signs and apps tell how many spaces are free.</summary>
    public bool Guidance { get; init; }

    /// <summary>Share of drivers who see the guidance (-); null for what their groups say.</summary>
    public double? Informed { get; init; }

    /// <summary>Multiplies how long drivers search (-).</summary>
    public double SearchPatience { get; init; } = 1;

    /// <summary>Share of drivers who learn of travel times on their way (-).</summary>
    public double Replanning { get; init; } = new MobilityOptions().InformedOfTraffic;

    /// <summary>Days on which drivers learn before the run, at most.</summary>
    public int Iterations { get; init; }

    /// <summary>Relative gap at which days are enough (-).</summary>
    public double IterationGap { get; init; } = 0.01;

    /// <summary>Whether drivers learn on days with the scenario's events, and not on usual ones.</summary>
    public bool LearnsEvents { get; init; }

    /// <summary>How much of what the Highway Capacity Manual says of rain and snow is done to speed and capacity (-).</summary>
    public double RainEffect { get; init; } = 1;

    /// <summary>Rain that counts no more when it is heavier, mm/h.</summary>
    public double HeaviestRain { get; init; } = 50;

    /// <summary>Shares of cars that are laid over the map's fleet; null for the map's fleet.</summary>
    public ShareList? Fleet { get; init; }

    /// <summary>The greatest age of an occupancy from which a run starts.</summary>
    public TimeSpan StartOccupancyAge { get; init; } = TimeSpan.FromHours(2);

    /// <summary>These settings as far as days of learning depend on them: those are dry, nobody leaves his plan on them, and nobody measures what cars emit.</summary>
    public MobilitySettings Learned => this with { Fleet = null, RainEffect = 1, HeaviestRain = double.PositiveInfinity, Replanning = 0 };

    /// <summary>The settings of a variant; what it does not give keeps its default.</summary>
    public static MobilitySettings Of(IReadOnlyDictionary<string, ParameterValue> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var standard = new MobilitySettings();
        return new MobilitySettings
        {
            Demand = Number("demand") ?? standard.Demand,
            Guidance = Number("guidance") > 0,
            Informed = Number("informed") / 100,
            SearchPatience = Number("search-patience") ?? standard.SearchPatience,
            Replanning = Number("replanning") / 100 ?? standard.Replanning,
            Iterations = (int)(Number("iterations") ?? standard.Iterations),
            IterationGap = Number("iteration-gap") / 100 ?? standard.IterationGap,
            LearnsEvents = given.GetValueOrDefault($"{MobilityVocabulary.Domain}.learn")?.Text == "adapted",
            RainEffect = Number("rain-effect") ?? standard.RainEffect,
            HeaviestRain = Number("heaviest-rain") ?? standard.HeaviestRain,
            Fleet = given.GetValueOrDefault($"{MobilityVocabulary.Domain}.fleet")?.Shares,
            StartOccupancyAge = Number("start.occupancy-age") is { } seconds ? TimeSpan.FromSeconds(seconds) : standard.StartOccupancyAge,
        };

        double? Number(string name) => given.GetValueOrDefault($"{MobilityVocabulary.Domain}.{name}")?.Number;
    }

    /// <summary>The demand with these settings laid over it.</summary>
    public DemandModel Over(DemandModel demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return Demand == 1 ? demand : demand.Scaled(Demand);
    }

    /// <summary>The groups of drivers with these settings laid over them.</summary>
    public IReadOnlyList<DriverGroup> Over(IReadOnlyList<DriverGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (Informed is null && SearchPatience == 1) return groups;
        return [.. groups.Select(g => g with
        {
            InformedShare = Informed ?? g.InformedShare,
            SearchPatience = g.SearchPatience with { Mean = g.SearchPatience.Mean * SearchPatience, Spread = g.SearchPatience.Spread * SearchPatience },
        })];
    }

    /// <summary>The cars with these settings laid over them.</summary>
    public VehicleFleet Over(VehicleFleet fleet)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        return Fleet is null ? fleet : fleet.With(Shares(Fleet));
    }

    /// <summary>Shares of a scenario as the library knows them.</summary>
    public static IReadOnlyList<FleetShare> Shares(ShareList given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return [.. given.Parts.Select(p => new FleetShare(p.Key, p.Value))];
    }

    /// <summary>What these settings assume, for a reader.</summary>
    /// <param name="readsWeather">Whether there is weather to read.</param>
    public IEnumerable<LocalizedText> Assumptions(bool readsWeather)
    {
        if (readsWeather && RainEffect > 0)
            yield return new($"Rain and snow slow traffic and take capacity as the Highway Capacity Manual says of urban streets (7th edition, equations 29-25 and 29-26), up to {HeaviestRain:0.#} mm/h; heavier rain counts as that.",
                $"雨雪对车速与通行能力的影响按《道路通行能力手册》（第 7 版，式 29-25、29-26）计，雨强上限 {HeaviestRain:0.#} mm/h。");
        if (Iterations > 0)
            yield return LearnsEvents
                ? new($"Drivers know the scenario's events: they have learned their ways and where to park on up to {Iterations} such days, in dry weather.", $"驾驶人已适应情景事件：事先经历至多 {Iterations} 个同样（无降水）的日子。")
                : new($"Drivers know the usual day: they have learned their ways and where to park on up to {Plural.Of(Iterations, "day")} without the scenario's events, in dry weather.", $"驾驶人熟悉平常日：事先经历至多 {Iterations} 个无事件、无降水的日子。");
        if (Demand != 1) yield return new($"The trips of the day are multiplied by {Demand:0.###}.", $"全日出行量乘以 {Demand:0.###}。");
    }
}
