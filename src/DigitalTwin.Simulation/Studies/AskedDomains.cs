using DigitalTwin.Cities;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Mobility;

namespace DigitalTwin.Simulation.Studies;

/// <summary>
/// What a scenario is about: a domain is asked for by its KPIs, by events that act on it and by its settings. Roads are simulated when they are asked for (or when there is no water network), water unless only
/// roads are: nobody waits for what nobody wants to know.
/// </summary>
/// <param name="Water">Whether water is asked for.</param>
/// <param name="Roads">Whether roads and parking are.</param>
internal readonly record struct AskedDomains(bool Water, bool Roads)
{
    /// <summary>The KPIs of a scenario that asks for all: those of what its map has.</summary>
    public static IReadOnlyList<KpiDeclaration> Answerable(Scenario scenario, City city)
    {
        var hasRoads = city is { Roads: not null, Demand: not null };
        var hasWeather = EffectiveScenario.All(scenario).All(v => WeatherSetup.Inputs(city, v) is not null);
        return [.. scenario.Kpis.Where(k => k.Name[..k.Name.IndexOf('.', StringComparison.Ordinal)] switch
        {
            "water" => city.Water is not null,
            "weather" => hasWeather,
            "road" => hasRoads,
            "parking" => hasRoads && city.Parking is not null,
            _ => true,
        })];
    }

    /// <summary>What a scenario asks for.</summary>
    public static AskedDomains Of(Scenario scenario)
    {
        var acted = scenario.Events.Concat(scenario.Variants.SelectMany(v => v.Events)).Select(e => e.Action.Domain).ToHashSet(StringComparer.Ordinal);
        var set = scenario.Variants.SelectMany(v => v.Settings.Keys).ToArray();
        bool Asked(string domain, params string[] kpis) => acted.Contains(domain) || set.Any(s => s.StartsWith(domain + ".", StringComparison.Ordinal))
            || scenario.Kpis.Any(k => kpis.Any(prefix => k.Name.StartsWith(prefix, StringComparison.Ordinal)));
        return new(Asked("water", "water."), Asked(MobilityVocabulary.Domain, "road.", "parking."));
    }
}
