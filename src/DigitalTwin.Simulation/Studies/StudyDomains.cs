using DigitalTwin.Cities;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Simulation.Buildings;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Water;
using DigitalTwin.Simulation.Weather;

namespace DigitalTwin.Simulation.Studies;

/// <summary>The domains of a study: variants that ask the same of one share it, with whatever it has prepared. Safe to ask from many threads.</summary>
internal sealed class StudyDomains(City city, CitySites sites, Recording recording, StudyStart? starting)
{
    private readonly Lock gate = new();
    private readonly Dictionary<WaterSettings, WaterDomain> waters = [];
    private readonly Dictionary<(MobilitySettings Settings, bool ReadsWeather, int Threads, string Adapted), MobilityDomain> roads = [];
    private readonly Dictionary<BuildingsSettings, BuildingsDomain> buildings = [];

    /// <summary>
    /// Threads inside of each run: all that there are for a run that is alone and whose roads share their stage with no other domain; one otherwise, so that runs and what is inside of them never take
    /// more than were given. It changes no bit; set before the runs are planned.
    /// </summary>
    public int ThreadsInside { get; set; } = 1;

    /// <summary>Told what is done before the first step of a run, where that takes long; by any thread.</summary>
    public Action<string>? Told { get; set; }

    /// <summary>The domains of a variant.</summary>
    public IReadOnlyList<IDomain> Of(EffectiveScenario variant)
    {
        var domains = new List<IDomain>();
        var weather = WeatherSetup.Inputs(city, variant);
        if (weather is not null && starting is not null) weather = starting.Weather(weather, variant);
        if (weather is not null) domains.Add(new WeatherDomain(sites.Weather, weather, WeatherSetup.Options(variant), recording));
        if (sites.Water is not null) domains.Add(Water(WaterSettings.Of(variant.Settings), weather is not null));
        if (sites.Mobility is not null) domains.Add(Roads(variant, weather is not null));
        if (sites.Buildings is not null && weather is not null) domains.Add(Buildings(BuildingsSettings.Of(variant.Settings)));
        return domains;
    }

    /// <summary>Whether drivers learn the days before a variant with its events.</summary>
    public static bool Adapts(EffectiveScenario variant) => MobilitySettings.Of(variant.Settings) is { Iterations: > 0, LearnsEvents: true };

    /// <summary>Whether drivers know something else in two variants when they begin: who has learned days with events knows those events from the beginning. Rain and what happens outside of roads and parking is not learned.</summary>
    public static bool KnowOtherwise(EffectiveScenario a, EffectiveScenario b) => (Adapts(a) || Adapts(b)) && !Learned(a).SequenceEqual(Learned(b), new Likeness());

    private static IEnumerable<ScheduledAction> Learned(EffectiveScenario variant) =>
        Adapts(variant) ? variant.Schedule.Where(entry => entry.Event.Action.Domain == MobilityVocabulary.Domain) : [];

    private sealed class Likeness : IEqualityComparer<ScheduledAction>
    {
        public bool Equals(ScheduledAction x, ScheduledAction y) => x.IsLike(y);

        public int GetHashCode(ScheduledAction obj) => obj.Time.GetHashCode();
    }

    /// <summary>An entry of a schedule as the loop is given it.</summary>
    public static DueAction Due(ScheduledAction entry) => new(
        entry.Time, entry.Event.Action.Domain, entry.Event.Action.Name, entry.Event.Targets,
        entry.Event.Parameters.Where(p => p.Value.Text.Length == 0).ToDictionary(p => p.Key, p => p.Value.Number, StringComparer.Ordinal),
        entry.Event.Parameters.Where(p => p.Value.Text.Length > 0).ToDictionary(p => p.Key, p => p.Value.Text, StringComparer.Ordinal),
        entry.Phase == ActionPhase.Undo) { Begun = entry.Event.At };

    private WaterDomain Water(WaterSettings settings, bool readsWeather)
    {
        lock (gate)
        {
            if (!waters.TryGetValue(settings, out var domain))
                waters.Add(settings, domain = new WaterDomain(sites.Water!, settings, recording, readsWeather, starting?.Water(settings)));
            return domain;
        }
    }

    private MobilityDomain Roads(EffectiveScenario variant, bool readsWeather)
    {
        var settings = MobilitySettings.Of(variant.Settings);
        lock (gate)
        {
            // Who has learned with the events of a variant knows something else than in the others, but for those with the same events.
            var adapted = Adapts(variant) ? EffectiveScenario.All(variant.Scenario).First(v => Adapts(v) && !KnowOtherwise(v, variant)).Variant.Name : "";
            var key = (settings, readsWeather, ThreadsInside, adapted);
            if (!roads.TryGetValue(key, out var domain))
            {
                var twin = roads.FirstOrDefault(r => r.Key.Adapted == adapted && r.Key.Settings.Learned == settings.Learned).Value;
                DueAction[] events = [.. Learned(variant).Select(Due)];
                roads.Add(key, domain = new MobilityDomain(sites.Mobility!, settings, recording, readsWeather, starting?.Roads(settings), ThreadsInside, events, text => Told?.Invoke(text), twin));
            }
            return domain;
        }
    }

    private BuildingsDomain Buildings(BuildingsSettings settings)
    {
        lock (gate)
        {
            if (!buildings.TryGetValue(settings, out var domain)) buildings.Add(settings, domain = new BuildingsDomain(sites.Buildings!, settings, recording));
            return domain;
        }
    }
}
