using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.History;

namespace DigitalTwin.Grains.Twins;

/// <summary>
/// What a twin knows, and what it makes of what it is told: pure, without Orleans and without a store. Every change of a turn goes into a <see cref="Draft"/>,
/// which its grain has kept before it answers.
/// </summary>
internal sealed class Twin
{
    /// <summary>The source of what twins derive.</summary>
    public const string Self = "twin";

    private readonly TwinBehaviour behaviour;
    private NewestTable newest;
    private AlertBook? alerts;
    private CommandBook? commands;
    private RuleWatch? watch;

    public Twin(TwinSite site, string asset, TwinBehaviour behaviour, TwinRecord record)
    {
        (Site, Asset, this.behaviour) = (site, asset, behaviour);
        newest = new(record);
        if (!record.Alerts.IsDefaultOrEmpty) alerts = new(record.Alerts);
        if (!record.Outcomes.IsDefaultOrEmpty) commands = new(record.Outcomes);
        var rules = record.Rules ?? site.DefaultRules(TypeOf(asset));
        if (rules.Thresholds.Length + rules.Staleness.Length > 0) watch = new(rules);
    }

    public TwinSite Site { get; }

    public string Asset { get; }

    public Rules Rules => watch?.Rules ?? Rules.None;

    /// <summary>True when only the history can say what is right: the grain lets go of what it knows and reads it again.</summary>
    public bool NeedsReload { get; private set; }

    public AlertBook Alerts => alerts ??= new([]);

    public ReadOnlySpan<Newest> Newest => newest.Rows;

    /// <summary>What is known of a property, told or derived; a null reference for nothing.</summary>
    public ref Newest Known(string property) => ref newest.Known(property);

    public ref Newest Find(string property, Voice voice) => ref newest.Find(property, voice);

    /// <summary>The newest number of a property; NaN when there is none.</summary>
    public double Number(string property)
    {
        ref var row = ref newest.Known(property);
        return Unsafe.IsNullRef(ref row) ? double.NaN : row.Value;
    }

    /// <summary>The newest word of a property; null when there is none.</summary>
    public string? Word(string property)
    {
        ref var row = ref newest.Known(property);
        return Unsafe.IsNullRef(ref row) ? null : row.Text;
    }

    /// <summary>Takes one observation; what is refused, and what is known already, leaves no trace.</summary>
    public Reception Take(Observation o, Draft draft)
    {
        if (o.Quality == Quality.Bad) return new(ReceptionKind.OutOfOrder);
        var at = Micros.Of(o.ObservedAt);
        ref var row = ref newest.Find(o.Property, Twins.Newest.VoiceOf(o.Origin));
        Newest? older = null;
        if (Unsafe.IsNullRef(ref row))
        {
            if (newest.Properties() >= TelemetryLimits.PropertiesPerAsset && Unsafe.IsNullRef(ref newest.Known(o.Property)))
                return new(ReceptionKind.Refused, $"'{Asset}' has {TelemetryLimits.PropertiesPerAsset} properties already; '{o.Property}' would be one more.");
            newest.Add(new(o, at, draft.Now));
            row = ref newest.Find(o.Property, Twins.Newest.VoiceOf(o.Origin));
        }
        else
        {
            if (row.ObservedAt == at && row.Source == o.Source) return new(ReceptionKind.Duplicate);
            if (!row.GivesWayTo(at)) return new(ReceptionKind.OutOfOrder);
            var value = new Newest(o, at, draft.Now);
            value.Replace(row);
            older = row;
            row = value;
        }
        if (row.Voice != Voice.Simulated)
        {
            watch?.Judge(row, Alerts, draft);
            if (row.Voice == Voice.Told)
            {
                if (older is { } before) behaviour.TakeOver(this, before, o, draft);
                behaviour.Take(this, o, draft);
            }
        }
        return new(ReceptionKind.Accepted);
    }

    /// <summary>Takes the journal's answer to an observation that was neither newest nor known: it was new.</summary>
    public void TakeLate(Observation o, Draft draft)
    {
        if (o.Quality != Quality.Bad && o.Origin is Origin.Observed or Origin.Assumed) behaviour.TakeLate(this, o, draft);
    }

    /// <summary>Ends a turn in which something was taken.</summary>
    public void Settle(Draft draft) => behaviour.Settle(this, draft);

    /// <summary>Keeps a value that follows from others, at an instant or, when one was derived then already, a microsecond after that.</summary>
    public void Derive(string property, double value, long at, Draft draft, string source = Self)
    {
        ref var last = ref newest.Find(property, Voice.Derived);
        if (!Unsafe.IsNullRef(ref last)) at = Math.Max(at, last.ObservedAt + 1);
        Bring(new(Asset, property, value, Micros.Instant(at), source, Origin: Origin.Derived), draft);
    }

    /// <summary>Puts back what was last told of a property, where the store gives only the newer value that was derived from it.</summary>
    public void RestoreTold(string property, Newest kept)
    {
        if (Unsafe.IsNullRef(ref newest.Find(property, Voice.Told))) newest.Add(new(kept.ToReading() with { Property = property, Origin = Origin.Observed }));
    }

    /// <summary>Keeps a value that a person or a program brings about: as seen in a live world, as assumed in any other.</summary>
    public void Tell(string property, double value, string? text, string by, Draft draft)
    {
        var at = Site.IsLive ? draft.Now : Micros.Of(Site.World.ForkedAt ?? Site.World.CreatedAt);
        ref var last = ref newest.Known(property);
        if (!Unsafe.IsNullRef(ref last)) at = Math.Max(at, last.ObservedAt + 1);
        var source = by.Length <= TelemetryLimits.NameLength ? by : by[..TelemetryLimits.NameLength];
        Bring(new(Asset, property, value, Micros.Instant(at), source, Quality.Good, text, Site.IsLive ? Origin.Observed : Origin.Assumed), draft);
    }

    /// <summary>Takes the clock into account.</summary>
    public void JudgeByClock(Draft draft)
    {
        if (!Site.IsLive) return;
        watch?.JudgeByClock(newest, Alerts, draft);
        behaviour.JudgeByClock(this, draft);
    }

    /// <summary>When a threshold's delay goes by if nothing new comes, µs since 1970; null when none is running.</summary>
    public long? DelayDue() => Site.IsLive ? watch?.DelayDue(newest, Alerts) : null;

    /// <summary>Sets what is watched. Alerts of rules that are gone are over; the newest values are judged by the new ones.</summary>
    public void Watch(Rules rules, string requester, Draft draft)
    {
        RuleCheck.ThrowIfMistaken(rules);
        HashSet<string> kept = [.. rules.Thresholds.Select(t => t.Name), .. rules.Staleness.SelectMany(s => new[] { RuleWatch.SilentRule(s.Property), RuleWatch.StuckRule(s.Property) })];
        foreach (var alert in Alerts.Active)
            if (alert.Kind is AlertKind.Threshold or AlertKind.Silent or AlertKind.Stuck && !kept.Contains(alert.Rule)) Alerts.Clear(draft, alert.Rule, Micros.Instant(draft.Now));
        watch = new(rules);
        foreach (var row in newest.Rows)
            if (row.Voice != Voice.Simulated) watch.Judge(row, Alerts, draft);
        (draft.Rules, draft.Audit) = (rules, new(requester, "twin.watch", Asset, $"{{\"thresholds\":{rules.Thresholds.Length},\"staleness\":{rules.Staleness.Length}}}"));
    }

    /// <summary>Notes who has seen the active alert of a rule.</summary>
    public Alert? Acknowledge(string rule, string by, Draft draft)
    {
        var alert = alerts?.Acknowledge(draft, rule, by);
        if (!draft.IsEmpty) draft.Audit = new(by, "alert.acknowledge", Asset, $"{{\"rule\":{System.Text.Json.JsonSerializer.Serialize(rule)}}}");
        return alert;
    }

    /// <summary>Carries out a command once.</summary>
    public CommandOutcome Do(Command command, Draft draft)
    {
        var now = Micros.Instant(draft.Now);
        if (CommandBook.Mistakes(command) is { Count: > 0 } mistakes) return new(command, CommandStatus.Refused, string.Join(" ", mistakes), now);
        if (commands?.Earlier(command, now) is { } earlier) return earlier;
        var deed = Site.World.Kind == WorldKind.Run
            ? Deed.Refused($"The world '{Site.World.Name}' is the outcome of a run and stays as it is; fork it to change something.")
            : behaviour.Do(this, command, draft) ?? CommonCommands.Do(this, command, draft, behaviour.CommandsOf(Asset));
        var outcome = new CommandOutcome(command, deed.Status, deed.Sentence, now);
        (commands ??= new([])).Add(outcome);
        draft.Keep(outcome);
        draft.Audit = new(command.Requester, "twin.command", Asset, System.Text.Json.JsonSerializer.Serialize(new { command.Key, command.Name, Status = deed.Status.ToString() }));
        return outcome;
    }

    /// <summary>What it knows now.</summary>
    public TwinState State(long now) => TwinStates.Of(this, alerts, behaviour, now);

    /// <summary>What of the history it needs to wake up.</summary>
    public IEnumerable<Want> Wants() => watch is null ? behaviour.Wants(this) : behaviour.Wants(this).Concat(RuleMemory.Wants(watch, this, Alerts));

    /// <summary>Says that <see cref="NeedsReload"/>.</summary>
    public void Reload() => NeedsReload = true;

    public static string TypeOf(string asset)
    {
        var second = asset.IndexOf('/', asset.IndexOf('/') + 1);
        return second < 0 ? "" : NamePool.Of(asset[..second]);
    }

    private void Bring(Observation o, Draft draft)
    {
        if (Take(o, draft).Kind == ReceptionKind.Accepted) draft.Keep(o);
    }
}
