using DigitalTwin.Cities;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Buildings;
using DigitalTwin.Simulation.Mobility;

namespace DigitalTwin.Simulation.Studies;

/// <summary>
/// What a scenario is about: a domain is asked for by its KPIs, by events that act on it and by its settings. What is asked for is simulated; a scenario that asks for nothing but weather is about the first of
/// water, roads and buildings that its map has: nobody waits for what nobody wants to know.
/// </summary>
/// <param name="Water">Whether water is asked for.</param>
/// <param name="Roads">Whether roads and parking are.</param>
/// <param name="Buildings">Whether buildings are.</param>
internal readonly record struct AskedDomains(bool Water, bool Roads, bool Buildings)
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
            "building" => hasWeather && city.Buildings is not null,
            _ => true,
        })];
    }

    /// <summary>What of a city is simulated for a scenario.</summary>
    public static AskedDomains In(City city, Scenario scenario)
    {
        var asked = Of(scenario);
        var (hasWater, hasRoads, hasBuildings) = (city.Water is not null, city is { Roads: not null, Demand: not null }, city.Buildings is not null);
        if (asked is { Water: false, Roads: false, Buildings: false }) asked = new(hasWater, !hasWater && hasRoads, !hasWater && !hasRoads);
        return new(asked.Water && hasWater, asked.Roads && hasRoads, asked.Buildings && hasBuildings);
    }

    /// <summary>What a scenario asks for.</summary>
    public static AskedDomains Of(Scenario scenario)
    {
        var acted = scenario.Events.Concat(scenario.Variants.SelectMany(v => v.Events)).Select(e => e.Action.Domain).ToHashSet(StringComparer.Ordinal);
        var set = scenario.Variants.SelectMany(v => v.Settings.Keys).ToArray();
        bool Asked(string domain, params string[] kpis) => acted.Contains(domain) || set.Any(s => s.StartsWith(domain + ".", StringComparison.Ordinal))
            || scenario.Kpis.Any(k => kpis.Any(prefix => k.Name.StartsWith(prefix, StringComparison.Ordinal)));
        return new(Asked("water", "water."), Asked(MobilityVocabulary.Domain, "road.", "parking."), Asked(BuildingsVocabulary.Domain, "building."));
    }
}
