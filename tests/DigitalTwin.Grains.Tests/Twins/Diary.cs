using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.Twins;
using DigitalTwin.Storage.History;
using DigitalTwin.Storage.Journal;

namespace DigitalTwin.Grains.Tests.Twins;

/// <summary>A twin with a history in memory that does what a store does: knows duplicates, gives back records and windows. The twin can be put to sleep and woken from it at any time.</summary>
internal sealed class Diary(string asset, Func<TwinBehaviour> behaviour)
{
    private readonly List<(Observation Value, DateTimeOffset ArrivedAt)> history = [];
    private readonly HashSet<(string, string, long)> identities = [];
    private readonly Dictionary<(string, DateTimeOffset), Alert> alerts = [];
    private readonly List<CommandOutcome> outcomes = [];
    private Twin? twin;

    public DateTimeOffset Now { get; set; } = Story.Start;

    public IEnumerable<Observation> History => history.Select(h => h.Value);

    public IEnumerable<Alert> Alerts => alerts.Values;

    public int Wakings { get; private set; }

    public Twin Twin => twin ??= Wake();

    public void Sleep() => twin = null;

    public ImmutableArray<Reception> Tell(params Observation[] batch)
    {
        var intake = new Intake(Twin, [.. batch], _ => null, Micros.Of(Now));
        if (intake.HasEntry && intake.Confirm(Append(intake.ToEntry()), Micros.Of(Now)) is { } late) Append(late.ToEntry("w", []));
        if (Twin.NeedsReload) Sleep();
        return intake.Receptions;
    }

    public Observation Seen(string property, double value, double minute, string source = "gate") => new(asset, property, value, Story.Minute(minute), source);

    public CommandOutcome Do(Command command)
    {
        var draft = new Draft(asset, Micros.Of(Now));
        var outcome = Twin.Do(command, draft);
        if (!draft.IsEmpty) Append(draft.ToEntry("w", []));
        return outcome;
    }

    public double Figure(string name) => Twin.State(Micros.Of(Now)).Figures.Single(f => f.Name == name).Value;

    private ImmutableArray<bool> Append(TwinEntry entry)
    {
        foreach (var alert in entry.Alerts) alerts[(alert.Rule, alert.RaisedAt)] = alert;
        outcomes.AddRange(entry.Outcomes);
        return [.. entry.Observations.Select(o =>
        {
            var isNew = identities.Add((o.Property, o.Source, Micros.Of(o.ObservedAt)));
            if (isNew) history.Add((o, entry.ArrivedAt));
            return isNew;
        })];
    }

    private Twin Wake()
    {
        Wakings++;
        var newest = history.Where(h => h.Value.Quality != Quality.Bad).GroupBy(h => h.Value.Property)
            .Select(g => g.Aggregate((a, b) => b.Value.ObservedAt >= a.Value.ObservedAt ? b : a))
            .Select(h => new Reading(h.Value.Property, h.Value.Value, h.Value.Text, h.Value.ObservedAt, h.ArrivedAt, h.Value.Quality, h.Value.Source, h.Value.Origin));
        var site = new Story(asset, kind: WorldKind.Live).Twin.Site;
        var woken = new Twin(site, asset, behaviour(), new TwinRecord([.. newest], [], [.. alerts.Values.Where(a => a.IsActive)], [.. outcomes], null));
        foreach (var want in woken.Wants()) want.Recall(Samples(want.Query));
        var draft = new Draft(asset, Micros.Of(Now));
        woken.Settle(draft);
        if (!draft.IsEmpty) Append(draft.ToEntry("w", []));
        return woken;
    }

    private ImmutableArray<Sample> Samples(HistoryQuery q)
    {
        var inside = history.Where(h => h.Value.Property == q.Property && h.Value.Quality != Quality.Bad && h.Value.ObservedAt >= q.From && h.Value.ObservedAt < q.Until).Select(h => h.Value).OrderBy(o => o.ObservedAt);
        if (q.Bucket is not { } bucket) return [.. inside.Take(q.Most).Select(o => new Sample(o.ObservedAt, 1, o.Value, o.Value, o.Value, o.Text))];
        return [.. inside.GroupBy(o => Micros.Of(o.ObservedAt) / Micros.Of(bucket))
            .Select(g => new Sample(Micros.Instant(g.Key * Micros.Of(bucket)), g.Count(), g.Min(o => o.Value), g.Average(o => o.Value), g.Max(o => o.Value)))];
    }
}
