using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Syntax;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>One event: when, which action on which assets, with which parameters.</summary>
internal static class EventReading
{
    /// <summary>Keys that every event may have beside its action and the action's parameters.</summary>
    public static IReadOnlyList<string> CommonKeys { get; } = ["at", "until", "every", "name"];

    private const int MostOccurrences = 10_000;

    /// <summary>Reads a list of events; repeated ones become as many occurrences.</summary>
    /// <param name="context">Words and problems.</param>
    /// <param name="node">The list; null for none.</param>
    /// <param name="period">When the scenario is; null when that could not be read.</param>
    /// <param name="refused">Receives the names of events in which there was a mistake.</param>
    public static List<ScenarioEvent> ReadAll(ReadingContext context, SyntaxNode? node, Period? period, ICollection<string>? refused = null)
    {
        var events = new List<ScenarioEvent>();
        if (node is null) return events;
        if (node is not SequenceNode list)
        {
            context.Error(node, $"'events' must be a list, one '- {{ at: …, action: asset }}' a line; found {node.Kind}.");
            return events;
        }
        foreach (var item in list.Items)
        {
            var before = events.Count;
            Read(context, item, period, events);
            if (events.Count > before || item is not MappingNode mapping) continue;
            if (mapping.Find("name") is ScalarNode { IsEmpty: false } name) refused?.Add(name.Text);
            context.Refused.UnionWith(mapping.Entries.Select(entry => entry.Key.Text).Where(key => context.Vocabulary.Actions.Any(action => action.Name == key)));
        }
        return events;
    }

    private static void Read(ReadingContext context, SyntaxNode node, Period? period, List<ScenarioEvent> events)
    {
        if (Fields.Of(node, "an event", context) is not { } fields) return;
        var name = fields.Node.Find("name") is { } label ? context.Text(label, "name") ?? "" : "";
        var atNode = fields.Require("at", "\"17:30\"");
        var at = atNode is not null && period is not null ? EventTime.Read(context, atNode, "at", period, 0) : null;
        var untilNode = fields.Take("until");
        var (untilGood, until) = untilNode is null || period is null || at is null ? (true, null) : EventTime.ReadUntil(context, untilNode, period, at.Value);
        var every = fields.Take("every") is { } interval ? Interval(context, interval) : null;
        fields.Accept(["name"]);

        var actions = context.Vocabulary.Actions;
        var verbs = fields.Node.Entries.Where(entry => actions.Any(action => action.Name == entry.Key.Text)).ToList();
        if (verbs.Count != 1)
        {
            Confused(context, fields, verbs.ConvertAll(verb => verb.Key.Text));
            return;
        }
        var (key, value) = (verbs[0].Key, verbs[0].Value);
        fields.Accept([key.Text]);
        var (action, written, targets) = Choose(context, value, key.Text);
        if (action is null)
        {
            // Which action is meant is unknown, so its parameters cannot be held against anything.
            fields.Accept(actions.Where(a => a.Name == key.Text).SelectMany(a => a.Parameters).Select(p => p.Name));
            fields.Close();
            return;
        }
        var parameters = Parameters(context, fields, action, targets);
        fields.Close();
        if (untilNode is not null && !action.TakesUntil) context.Error(untilNode, $"'{action.Name}' cannot be undone, so it takes no 'until'.");
        if (at is not { } first || !untilGood || parameters is null || period is null) return;
        var one = new ScenarioEvent
        {
            Name = name, At = first, Until = until, Action = action, Written = written, Targets = targets, Parameters = parameters, Line = node.Line, Column = node.Column,
        };
        Repeat(context, node, one, every, period, events);
    }

    private static void Repeat(ReadingContext context, SyntaxNode node, ScenarioEvent one, double? every, Period period, List<ScenarioEvent> events)
    {
        if (every is not { } interval)
        {
            events.Add(one);
            return;
        }
        if (one.Until - one.At > interval)
        {
            context.Error(node, "The event is to be repeated before it is undone; make 'every' longer or 'until' earlier.");
            return;
        }
        if ((period.Duration - one.At) / interval > MostOccurrences)
        {
            context.Error(node, $"The event would happen {(period.Duration - one.At) / interval:N0} times; at most {MostOccurrences:N0} are run.");
            return;
        }
        for (var k = 0; one.At + k * interval < period.Duration; k++)
        {
            var until = one.Until + k * interval;
            events.Add(one with { At = one.At + k * interval, Until = until < period.Duration ? until : null });
        }
    }

    private static double? Interval(ReadingContext context, SyntaxNode node) => node is ScalarNode { Text: "day" }
        ? 86400
        : context.Quantity(node, "every", "s", 60, 366 * 86400.0)?.Value;

    /// <summary>An event without an action, or with several.</summary>
    private static void Confused(ReadingContext context, Fields fields, List<string> verbs)
    {
        var actions = context.Vocabulary.Actions.Select(action => action.Name).Distinct().ToList();
        if (verbs.Count > 1)
        {
            context.Error(fields.Node, $"An event does one thing; found {string.Join(" and ", verbs.Select(v => $"'{v}'"))}. Write one event for each.");
            return;
        }
        var parameters = context.Vocabulary.Actions.SelectMany(action => action.Parameters).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var strange = fields.Node.Entries.Select(e => e.Key).Where(k => !CommonKeys.Contains(k.Text) && !parameters.Contains(k.Text)).ToList();
        foreach (var key in strange)
            context.Error(key, $"'{key.Shortened}' is no action; accepted: {string.Join(", ", actions)}.{NearestName.Hint(key.Text, actions)}");
        if (strange.Count == 0) context.Error(fields.Node, $"An event needs an action, one of {string.Join(", ", actions)}.");
    }

    /// <summary>Which of the actions of one name is meant: the one that takes the types of all the assets. Wrong assets are reported and left out.</summary>
    private static (ActionDeclaration? Action, IReadOnlyList<string> Written, IReadOnlyList<string> Targets) Choose(
        ReadingContext context, SyntaxNode value, string name)
    {
        var candidates = context.Vocabulary.Actions.Where(action => action.Name == name).ToList();
        if (candidates is [{ TargetTypes.Count: 0 } lone])
        {
            if (value is not (ScalarNode { IsEmpty: true } or ScalarNode { Text: "true" }))
                context.Error(value, $"'{name}' is about no asset; write '{name}: true'. Found {value.Kind}.");
            return (lone, [], []);
        }
        var types = candidates.SelectMany(action => action.TargetTypes).Distinct().ToList();
        var (good, written, targets) = candidates.Exists(action => action.Introduces)
            ? TargetReading.ReadNew(context, value, types, $"'{name}'") : TargetReading.Read(context, value, types, $"'{name}'");
        if (!good) context.Refused.Add(name);
        var fitting = candidates.Find(candidate => targets.TrueForAll(id => Takes(candidate, id)));
        if (fitting is null)
            context.Error(value, $"'{name}' is asked of assets of several domains at once; write one event for each: {string.Join("; ", candidates.Select(c => string.Join(", ", c.TargetTypes)))}.");
        return (good || candidates.Count == 1 ? fitting : null, written, targets);
    }

    private static bool Takes(ActionDeclaration action, string id) =>
        Glob.IsPattern(id)
            ? AssetPattern.TypeOf(id) is not { } pattern || action.TargetTypes.Any(type => Glob.Matches(pattern, type))
            : action.TargetTypes.Contains(AssetPattern.TypeOf(id) ?? "");

    private static Dictionary<string, ParameterValue>? Parameters(
        ReadingContext context, Fields fields, ActionDeclaration action, IReadOnlyList<string> targets)
    {
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        var good = true;
        foreach (var declared in action.Parameters)
        {
            var fits = declared.OnlyFor.Count == 0 || targets.All(id => Glob.IsPattern(id) || declared.OnlyFor.Contains(AssetPattern.TypeOf(id) ?? ""));
            if (fields.Take(declared.Name) is not { } node)
            {
                if (!declared.Required || !fits) continue;
                context.Error(fields.Node, $"'{action.Name}' needs '{declared.Name}': {Example(declared)}.");
                good = false;
            }
            else if (!fits)
            {
                context.Error(node, $"'{declared.Name}' is only for {string.Join(", ", declared.OnlyFor)}.");
                good = false;
            }
            else if (context.Parameter(node, declared.Name, declared) is { } value) values.Add(declared.Name, value);
            else good = false;
        }
        foreach (var group in action.OneOf)
        {
            var given = group.Where(name => fields.Node.Find(name) is not null).ToList();
            if (given.Count == 1) continue;
            context.Error(fields.Node, $"'{action.Name}' needs exactly one of {string.Join(", ", group.Select(n => $"'{n}'"))}; found {(given.Count == 0 ? "none" : string.Join(" and ", given.Select(n => $"'{n}'")))}.");
            good = false;
        }
        return good ? values : null;
    }

    private static string Example(ParameterDeclaration declared) => declared.Kind switch
    {
        ParameterKind.Quantity => string.Join(" or ", declared.Unit.Split('|', StringSplitOptions.TrimEntries).Select(u => Numerics.Units.Quantity.Accepted(Numerics.Units.Unit.Parse(u)))),
        ParameterKind.Choice => "one of " + string.Join(", ", declared.Choices),
        ParameterKind.Number => "a number is wanted",
        ParameterKind.Flag => "true or false",
        ParameterKind.Shares => "names and their shares, as in { name: 40 % }",
        _ => "a text is wanted",
    };
}
