using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Variants;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Spaces that a scenario books in a lot that is closed then, in all its variants: a variant that closes the lot asks what becomes of the drivers.</summary>
public static class BookingCheck
{
    /// <summary>Reports them, unless events that close or open are left out because of mistakes.</summary>
    public static void Check(Scenario scenario, ScenarioEvent act, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(problems);
        if (scenario.Refused.Contains("close") || scenario.Refused.Contains("open")) return;
        foreach (var target in act.Targets)
        {
            ScenarioEvent[][] before = [.. EffectiveScenario.All(scenario).Where(Has).Select(v => v.Events.Where(e => e.At <= act.At && e.Targets.Contains(target)).ToArray())];
            if (before.Length > 0 && Array.TrueForAll(before, events => Closing(events) is not null))
                problems.Error(scenario.File, act.Line, act.Column, $"No space of '{target}' can be booked at that time: it is closed since line {Closing(before[0])!.Line}.");
        }

        bool Has(EffectiveScenario variant) => variant.Events.Any(e => (e.Line, e.Column) == (act.Line, act.Column));

        ScenarioEvent? Closing(ScenarioEvent[] events) =>
            events.LastOrDefault(e => e.Action.Name is "open" || (e.Action.Name is "close" && (e.Until ?? double.PositiveInfinity) > act.At)) is { Action.Name: "close" } closing ? closing : null;
    }
}
