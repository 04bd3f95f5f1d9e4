using DigitalTwin.Cities;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Simulation.Starting;

namespace DigitalTwin.Simulation.Studies;

/// <content>Reading a scenario and its map, and holding one against the other: every mistake of both in one round.</content>
public sealed partial class Study
{
    /// <summary>
    /// Reads a scenario and its map. Every mistake in either is reported; the result is null when there was one.
    /// </summary>
    /// <param name="path">The scenario's file.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <param name="start">The world's state from which it starts; null for what the files of the map say.</param>
    /// <param name="standIn">An instant for a scenario that begins where a world is when there is no world: to check and explain it, not to run it.</param>
    public static Study? Open(string path, ProblemList problems, StartingPoint? start = null, DateTimeOffset? standIn = null)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (ScenarioReader.Open(path, problems) is not { } document) return null;
        var before = problems.ErrorCount;
        var city = document.MapFolder is { } folder && Directory.Exists(folder) ? City.Load(folder, problems) : null;
        var isMapGood = city is not null && problems.ErrorCount == before;
        var vocabulary = city is null ? Vocabulary : Words(city) with { Assets = new CityDirectory(city) };
        var clock = CityClock.Of(city).UtcOffset;
        var (scenario, isWhole) = ScenarioReader.Understand(document, vocabulary, problems, (start?.Instant ?? standIn)?.ToOffset(clock));
        if (scenario is null || city is null || !isMapGood) return null;
        if (!isWhole || problems.HasErrors)
        {
            // What is wrong elsewhere is told in the same round.
            BuildingsSetup.Added(scenario, city, problems);
            MobilitySetup.CheckEvents(scenario, city, problems);
            return null;
        }

        if (scenario.Kpis.Count == Vocabulary.Kpis.Count) scenario = scenario with { Kpis = AskedDomains.Answerable(scenario, city) };
        if (start is not null) scenario = StudyStart.Prepare(scenario, city, start, problems);
        BuildingsSetup.Check(scenario, city, problems);
        var added = BuildingsSetup.Added(scenario, city, problems);
        if (problems.HasErrors)
        {
            MobilitySetup.CheckEvents(scenario, city, problems);
            return null;
        }
        var study = new Study(city, scenario, start, added);
        foreach (var variant in EffectiveScenario.All(scenario)) WeatherSetup.Check(city, variant, problems);
        MobilitySetup.Check(scenario, city, study.sites.Mobility, problems);
        if (city.Water is null && study.sites.Mobility is null && study.sites.Buildings is null && EffectiveScenario.All(scenario).All(v => WeatherSetup.Inputs(city, v) is null))
            problems.Error(path, 0, 0, $"The map '{city.Name}' has neither a water network nor weather nor roads with demand nor buildings: there is nothing in it to simulate.");
        if (city.Water is null && scenario.Kpis.Any(k => k.Name.StartsWith("water.", StringComparison.Ordinal)))
            problems.Error(path, 0, 0, $"The scenario asks for KPIs of water, but the map '{city.Name}' has no water network.");
        // An hour is daylight saving, which a scenario says by the offset of its start.
        if (city.Clock.Source != ClockSource.Nobody && (scenario.Period.Start.Offset - city.Clock.UtcOffset).Duration() is var apart && apart > TimeSpan.FromHours(1))
            problems.Warning(path, 0, 0, $"The scenario's clock shows UTC{UtcOffset.Text(scenario.Period.Start.Offset)}, as its 'start' says, and the map's {city.Clock}: opening hours, tariffs and the trips of a day follow the scenario's.");
        return problems.HasErrors ? null : study;
    }
}
