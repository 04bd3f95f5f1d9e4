using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Twins;

/// <summary>
/// The alerts of a twin that are not over. A rule has one at most: it is raised once, stays the same alert until it is cleared, and what confirms it in between
/// is not written. Nobody's acknowledgement is lost but when the alert becomes more serious, which has to be seen anew.
/// </summary>
internal sealed class AlertBook
{
    private readonly List<Alert> active;

    public AlertBook(ImmutableArray<Alert> active) => this.active = [.. active.Where(a => a.IsActive)];

    /// <summary>Active alerts, the most serious first, then the oldest.</summary>
    public ImmutableArray<Alert> Active => [.. active.OrderByDescending(a => a.Severity).ThenBy(a => a.RaisedAt).ThenBy(a => a.Rule, StringComparer.Ordinal)];

    public IEnumerable<string> Rules => active.Select(a => a.Rule);

    public Alert? Find(string rule)
    {
        foreach (var alert in active)
            if (alert.Rule == rule) return alert;
        return null;
    }

    /// <summary>Raises an alert, or confirms the active one of its rule.</summary>
    public void Raise(Draft draft, Alert alert)
    {
        var index = active.FindIndex(a => a.Rule == alert.Rule);
        if (index < 0) active.Add(alert);
        else if (active[index].Severity == alert.Severity) return;
        else alert = active[index] = Changed(active[index], alert);
        draft.Keep(alert);
    }

    /// <summary>Ends the alert of a rule at an instant; nothing happens when there is none.</summary>
    public void Clear(Draft draft, string rule, DateTimeOffset at)
    {
        var index = active.FindIndex(a => a.Rule == rule);
        if (index < 0) return;
        draft.Keep(active[index] with { ClearedAt = at < active[index].RaisedAt ? active[index].RaisedAt : at });
        active.RemoveAt(index);
    }

    /// <summary>Notes who has seen the alert of a rule; the first stays.</summary>
    public Alert? Acknowledge(Draft draft, string rule, string by)
    {
        var index = active.FindIndex(a => a.Rule == rule);
        if (index < 0) return null;
        if (active[index].AcknowledgedBy is not null) return active[index];
        active[index] = active[index] with { AcknowledgedBy = by, AcknowledgedAt = Micros.Instant(draft.Now) };
        draft.Keep(active[index]);
        return active[index];
    }

    private static Alert Changed(Alert old, Alert now)
    {
        var changed = old with { Severity = now.Severity, Value = now.Value, Text = now.Text };
        return now.Severity > old.Severity ? changed with { AcknowledgedBy = null, AcknowledgedAt = null } : changed;
    }
}
