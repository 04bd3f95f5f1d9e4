using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>How many spaces each lot and kerb has, and how many of them are kept, as the events of one variant follow each other. What happens at one time is looked at when all of it has happened.</summary>
internal sealed class SpacesCourse
{
    private readonly Dictionary<string, int> facilities;
    private readonly StandingSpaces sizes;
    private readonly StandingChanges kept = new();
    private readonly List<string> groups = [];
    private readonly Dictionary<(int Line, int Column), ScenarioEvent> asked = [];
    private readonly Dictionary<(int Line, int Column), Dictionary<string, int>> lacking = [];
    private readonly Dictionary<(int Line, int Column), string> later = [];
    private readonly List<(string Target, ScenarioEvent By)> standing = [];

    private SpacesCourse(string variant, Dictionary<string, int> facilities, IReadOnlyList<ParkingFacility> supply) => (Variant, this.facilities, sizes) = (variant, facilities, new(supply));

    /// <summary>The variant's name.</summary>
    public string Variant { get; }

    /// <summary>The events that keep or book spaces, each once however often it occurs.</summary>
    public IReadOnlyCollection<ScenarioEvent> Asked => asked.Values;

    /// <summary>The course of a variant.</summary>
    public static SpacesCourse Of(EffectiveScenario variant, Dictionary<string, int> facilities, IReadOnlyList<ParkingFacility> supply)
    {
        var course = new SpacesCourse(variant.Variant.Name, facilities, supply);
        var entries = variant.Schedule.Where(e => e.Event.Action is { Domain: MobilityVocabulary.Domain, Name: "resize" or "reserve" or "book" });
        foreach (var instant in entries.GroupBy(e => e.Time)) course.Happen([.. instant], variant.Scenario.Period);
        return course;
    }

    /// <summary>The places that lack spaces when an event asks for them, and the most that they have at such a time.</summary>
    public Dictionary<string, int> Short(ScenarioEvent act) => lacking.GetValueOrDefault((act.Line, act.Column)) ?? [];

    /// <summary>What another event takes of spaces that stay kept; null when nothing does.</summary>
    public string? Later(ScenarioEvent act) => later.GetValueOrDefault((act.Line, act.Column));

    private void Happen(ScheduledAction[] instant, Period period)
    {
        foreach (var entry in instant)
        {
            var (act, undo) = (entry.Event, entry.Phase == ActionPhase.Undo);
            foreach (var (target, facility) in Places(act))
            {
                if (act.Action.Name == "resize") sizes.Change(facility, act.At, undo, name => act.Find(name)?.Number);
                else if (act.Action.Name == "reserve")
                {
                    kept.Change(facility, act.At, undo, act.Number("spaces"), Group(act));
                    if (undo) standing.RemoveAll(s => s.Target == target && SpacesCheck.IsSame(s.By, act));
                    else standing.Add((target, act));
                }
            }
        }
        foreach (var act in instant.Where(e => e.Phase == ActionPhase.Begin && e.Event.Action.Name != "resize").Select(e => e.Event)) Ask(act);
        if (instant.Any(e => e.Event.Action.Name == "resize")) Shrink(instant[0].Time, period);
    }

    private void Ask(ScenarioEvent act)
    {
        asked.TryAdd((act.Line, act.Column), act);
        foreach (var (target, facility) in Places(act).Where(place => act.Number("spaces") > sizes.Of(place.Facility)))
        {
            if (!lacking.TryGetValue((act.Line, act.Column), out var places)) lacking.Add((act.Line, act.Column), places = []);
            places[target] = Math.Max(places.GetValueOrDefault(target), sizes.Of(facility));
        }
    }

    private void Shrink(double time, Period period)
    {
        foreach (var (target, by) in standing)
        {
            var facility = facilities[target];
            if (by.At >= time || by.Number("spaces") <= sizes.Of(facility) || kept.Of(facility) is not { } top || top.Amount != by.Number("spaces")) continue;
            later.TryAdd((by.Line, by.Column), $"'{target}' has {Plural.Of(sizes.Of(facility), "space")} from {period.At(time):yyyy-MM-dd HH:mm} on, and {by.Number("spaces"):0} {Plural.For(by.Number("spaces"), "stays", "stay")} kept: nobody else finds one there.");
        }
    }

    private IEnumerable<(string Target, int Facility)> Places(ScenarioEvent act)
    {
        foreach (var target in act.Targets)
            if (facilities.TryGetValue(target, out var facility)) yield return (target, facility);
    }

    private ulong Group(ScenarioEvent act)
    {
        var name = act.Find("for")?.Text ?? "";
        if (!groups.Contains(name)) groups.Add(name);
        return (ulong)groups.IndexOf(name);
    }
}
