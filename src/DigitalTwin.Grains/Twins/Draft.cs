using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Journal;

namespace DigitalTwin.Grains.Twins;

/// <summary>What a turn of a twin wants kept together; becomes one entry of the journal.</summary>
internal sealed class Draft(string asset, long now)
{
    private ImmutableArray<Alert>.Builder? alerts;
    private ImmutableArray<CommandOutcome>.Builder? outcomes;
    private List<Observation>? derived;

    /// <summary>The asset.</summary>
    public string Asset => asset;

    /// <summary>µs since 1970 by the clock.</summary>
    public long Now => now;

    /// <summary>Alerts that were raised, acknowledged, changed or cleared, as they now are.</summary>
    public IReadOnlyList<Alert> Alerts => (IReadOnlyList<Alert>?)alerts ?? [];

    /// <summary>Values that follow from what was told, or that a command brings about.</summary>
    public IReadOnlyList<Observation> Derived => (IReadOnlyList<Observation>?)derived ?? [];

    public Rules? Rules { get; set; }

    public AuditNote? Audit { get; set; }

    public bool IsEmpty => alerts is null && outcomes is null && derived is null && Rules is null && Audit is null;

    public void Keep(Observation value) => (derived ??= []).Add(value);

    public void Keep(CommandOutcome outcome) => (outcomes ??= ImmutableArray.CreateBuilder<CommandOutcome>()).Add(outcome);

    /// <summary>Keeps an alert as it now is; of several states within one turn the last.</summary>
    public void Keep(Alert alert)
    {
        alerts ??= ImmutableArray.CreateBuilder<Alert>();
        for (var i = 0; i < alerts.Count; i++)
        {
            if (alerts[i].Rule != alert.Rule || alerts[i].RaisedAt != alert.RaisedAt) continue;
            alerts[i] = alert;
            return;
        }
        alerts.Add(alert);
    }

    /// <summary>The entry, with observations that were taken before those that follow from them.</summary>
    public TwinEntry ToEntry(string world, ImmutableArray<Observation> taken) => new(
        world, asset, Micros.Instant(now), derived is null ? taken : taken.AddRange(derived),
        alerts?.ToImmutable() ?? [], outcomes?.ToImmutable() ?? [], Rules, Audit);
}
