using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Variants;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// More spaces kept or booked than a lot or kerb has at that time, as the scenario's own events resize it. An error where it is so whatever the variant; a warning where it is so in some variants, for some of the places
/// that a pattern or a district names, only later, or only together with what the map keeps: then the question may be meant, and all spaces that there are are kept.
/// </summary>
/// <param name="scenario">The scenario; events that it lacks because of mistakes make this check silent.</param>
/// <param name="site">The lots and kerbs.</param>
/// <param name="problems">Where sentences go, one an event at most.</param>
public sealed class SpacesCheck(Scenario scenario, MobilitySite site, ProblemList problems)
{
    private const int MostNamed = 5;

    private readonly Dictionary<string, int> facilities = Enumerable.Range(0, site.Parking.Facilities.Count).ToDictionary(site.FacilityAsset, StringComparer.Ordinal);
    private readonly LocalClock clock = new(scenario.Period.Start);

    /// <summary>Reports them.</summary>
    public void Report()
    {
        if (scenario.Refused.Contains("resize") || scenario.Refused.Contains("reserve")) return;
        SpacesCourse[] courses = [.. EffectiveScenario.All(scenario).Select(variant => SpacesCourse.Of(variant, facilities, site.Parking.Facilities))];
        var asked = courses.SelectMany(c => c.Asked).DistinctBy(e => (e.Line, e.Column)).OrderBy(e => (e.Line, e.Column));
        foreach (var act in asked)
        {
            // What falls short in a variant that has the event: the place and the fewest spaces that it has when they are asked for.
            var variants = courses.Where(c => c.Asked.Any(e => IsSame(e, act))).ToArray();
            var everywhere = variants.Select(v => v.Short(act)).Aggregate((a, b) => a.Where(one => b.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => Math.Max(one.Value, b[one.Key])));
            var somewhere = Array.Find(variants, v => v.Short(act).Count > 0);
            if (everywhere.Count > 0) Short(act, everywhere, "");
            else if (somewhere is not null) Short(act, somewhere.Short(act), $" in variant '{somewhere.Variant}'");
            else if (variants.Select(v => v.Later(act)).FirstOrDefault(later => later is not null) is { } later) Warn(act, later);
            else if (act.Action.Name == "reserve" && Beside(act) is { } beside) Warn(act, beside);
        }
    }

    private void Short(ScenarioEvent act, Dictionary<string, int> places, string where)
    {
        var spaces = act.Number("spaces");
        var (done, outcome) = act.Action.Name == "book" ? ("booked", "no more are booked than there are") : ("kept", "all that there are are kept");
        var isCertain = where.Length == 0 && (places.Count == act.Targets.Count || places.Keys.Any(act.Written.Contains));
        var sentence = act.Targets.Count == 1
            ? $"{Plural.Of((long)spaces, "space")} of '{act.Targets[0]}' cannot be {done}{where}: {Has(places.First())}"
            : $"{Plural.Of((long)spaces, "space")} cannot be {done}{where} in {places.Count} of {act.Targets.Count} places, which {Plural.For(places.Count, "has", "have")} fewer: "
                + string.Join(", ", act.Targets.Where(places.ContainsKey).Take(MostNamed).Select(t => $"'{t}' ({places[t]})")) + (places.Count > MostNamed ? $" and {places.Count - MostNamed} more" : "");
        if (isCertain) problems.Error(scenario.File, act.Line, act.Column, sentence + ".");
        else Warn(act, $"{sentence}; {outcome}.");
    }

    private string Has(KeyValuePair<string, int> place)
    {
        var usual = site.Parking.Facilities[facilities[place.Key]].Capacity;
        return usual == place.Value ? $"it has {usual}" : $"it has {place.Value} at that time, where the map has {usual}";
    }

    /// <summary>What the map keeps at the same hours for others, or for the same, is kept besides.</summary>
    private string? Beside(ScenarioEvent act)
    {
        foreach (var target in act.Targets.Where(facilities.ContainsKey))
        {
            var facility = site.Parking.Facilities[facilities[target]];
            var (kept, when) = MostKept(facility, act.At, act.Until ?? scenario.Period.Duration);
            if (kept == 0 || kept + act.Number("spaces") <= facility.Capacity) continue;
            return $"'{target}' has {Plural.Of(facility.Capacity, "space")}, and the map keeps {kept} of them at {scenario.Period.At(when):yyyy-MM-dd HH:mm}: with {act.Number("spaces"):0} more nobody else finds one there.";
        }
        return null;
    }

    private (int Spaces, double When) MostKept(ParkingFacility facility, double first, double until)
    {
        var (best, today) = ((Spaces: 0, When: first), clock.Day(first));
        // The sum can only grow where a reserve begins; after a week they come again.
        var begins = from day in Enumerable.Range(0, 8) from reserve in facility.Reserves select ((today + day) * 86400.0) + reserve.When.From - clock.Start.TimeOfDay.TotalSeconds;
        foreach (var at in begins.Where(at => at > first && at < until).Prepend(first).Order())
            if (facility.Reserves.Where(r => r.When.Holds(clock, at)).Sum(r => r.Spaces) is var kept && kept > best.Spaces) best = (kept, at);
        return best;
    }

    private void Warn(ScenarioEvent act, string sentence) => problems.Warning(scenario.File, act.Line, act.Column, sentence);

    internal static bool IsSame(ScenarioEvent a, ScenarioEvent b) => (a.Line, a.Column) == (b.Line, b.Column);
}
