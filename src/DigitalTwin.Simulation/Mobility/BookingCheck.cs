using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Variants;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>What is impossible about spaces that a scenario books, in all its variants: a variant that closes the lot asks what becomes of the drivers.</summary>
public static class BookingCheck
{
    /// <summary>Reports a place to which nobody can drive, more spaces than a lot has, and a lot that is closed then.</summary>
    public static void Check(Scenario scenario, MobilitySite site, ScenarioEvent act, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(problems);
        if (act.Find("to")?.Text is { } to && site.PlaceOf(to) < 0) Error($"Nobody can drive to '{to}': neither it nor anything near it is a place of the map's demand.{NearestName.Hint(to, site.Demand.Places.Ids)}");
        foreach (var target in act.Targets.Where(t => site.FacilityOf(t) >= 0))
        {
            ScenarioEvent[][] before = [.. EffectiveScenario.All(scenario).Where(Has).Select(v => v.Events.Where(e => e.At <= act.At && e.Targets.Contains(target)).ToArray())];
            var capacity = site.Parking.Facilities[site.FacilityOf(target)].Capacity;
            if (act.Find("spaces")?.Number is { } spaces && spaces > capacity && before.All(events => !events.Any(e => e.Action.Name == "resize")))
                Error($"{spaces:0} spaces of '{target}' cannot be booked: it has {capacity}.");
            if (before.Length > 0 && Array.TrueForAll(before, events => Closing(events) is not null))
                Error($"No space of '{target}' can be booked at that time: it is closed since line {Closing(before[0])!.Line}.");
        }

        bool Has(EffectiveScenario variant) => variant.Events.Any(e => (e.Line, e.Column) == (act.Line, act.Column));
        void Error(string sentence) => problems.Error(scenario.File, act.Line, act.Column, sentence);

        ScenarioEvent? Closing(ScenarioEvent[] events) =>
            events.LastOrDefault(e => e.Action.Name is "open" || (e.Action.Name is "close" && (e.Until ?? double.PositiveInfinity) > act.At)) is { Action.Name: "close" } closing ? closing : null;
    }
}
