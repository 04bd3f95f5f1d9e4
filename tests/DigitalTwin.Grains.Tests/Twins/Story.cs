using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Grains.Twins;
using DigitalTwin.Storage.History;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Grains.Tests.Twins;

/// <summary>One twin without Orleans and without a store, told things minute by minute; remembers the alerts it kept.</summary>
internal sealed class Story
{
    public static readonly DateTimeOffset Start = HeldClock.Morning;
    public static readonly TwinRecord Nothing = new([], [], [], [], null);

    private readonly Dictionary<(string Rule, DateTimeOffset RaisedAt), Alert> alerts = [];

    public Story(string asset = "water/junction/J-1", TwinBehaviour? behaviour = null, Rules? rules = null, WorldKind kind = WorldKind.Live, TwinRecord? record = null, ICityAssets? assets = null)
    {
        var world = new World("w", kind, TestCity.Map, kind == WorldKind.Live ? null : "live", kind == WorldKind.Live ? null : Start, null, Start);
        Twin = new(new(world, assets ?? TestCity.Assets(), _ => Rules.None), asset, behaviour ?? new Plain(), (record ?? Nothing) with { Rules = rules ?? record?.Rules });
        Now = Start;
    }

    public Twin Twin { get; }

    public DateTimeOffset Now { get; set; }

    /// <summary>All alerts that were kept, as they were last.</summary>
    public IReadOnlyCollection<Alert> Kept => alerts.Values;

    /// <summary>How often something was written about alerts.</summary>
    public int AlertWrites { get; private set; }

    /// <summary>What was derived or brought about, in order.</summary>
    public List<Observation> Derived { get; } = [];

    public static DateTimeOffset Minute(double minute) => Start.AddMinutes(minute);

    /// <summary>An observation at a minute, which is also the time by the clock unless told otherwise.</summary>
    public ReceptionKind Tell(string property, double value, double minute, double? arrives = null, string source = "scada", Quality quality = Quality.Good, string? text = null)
    {
        Now = Minute(arrives ?? minute);
        return Turn(draft => Twin.Take(new(Twin.Asset, property, text is null ? value : double.NaN, Minute(minute), source, quality, text), draft).Kind, settle: true);
    }

    public void Pass(double untilMinute)
    {
        Now = Minute(untilMinute);
        Turn(draft =>
        {
            Twin.JudgeByClock(draft);
            return 0;
        });
    }

    public CommandOutcome Do(string key, string name, (string Name, double Value)[]? numbers = null, (string Name, string Word)[]? words = null, string by = "operator") => Turn(draft => Twin.Do(new(
        key, name, by, (numbers ?? []).ToDictionary(n => n.Name, n => n.Value).ToImmutableDictionary(), (words ?? []).ToDictionary(w => w.Name, w => w.Word).ToImmutableDictionary()), draft));

    public double Figure(string name) => Twin.State(Micros.Of(Now)).Figures.Single(f => f.Name == name).Value;

    public T Turn<T>(Func<Draft, T> turn, bool settle = false)
    {
        var draft = new Draft(Twin.Asset, Micros.Of(Now));
        var result = turn(draft);
        if (settle) Twin.Settle(draft);
        AlertWrites += draft.Alerts.Count;
        foreach (var alert in draft.Alerts) alerts[(alert.Rule, alert.RaisedAt)] = alert;
        Derived.AddRange(draft.Derived);
        return result;
    }

    private sealed class Plain : TwinBehaviour;
}
