using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Twins;

/// <summary>
/// Judges the newest values of a twin by its rules. A threshold is crossed by instants of observation: beyond its limit since one, and still at another a delay later, or until
/// that delay has gone by on the clock since the newest value came. In between, and within the hysteresis afterwards, nothing is raised again.
/// </summary>
internal sealed class RuleWatch
{
    private const long Not = long.MinValue;
    private readonly long[] beyondSince;

    public RuleWatch(Rules rules)
    {
        Rules = rules;
        beyondSince = new long[rules.Thresholds.Length];
        Array.Fill(beyondSince, Not);
    }

    public Rules Rules { get; }

    /// <summary>Takes a new newest value into account.</summary>
    public void Judge(in Newest newest, AlertBook alerts, Draft draft)
    {
        for (var i = 0; i < beyondSince.Length; i++)
            if (Rules.Thresholds[i].Property == newest.Property) Cross(i, newest, alerts, draft);
        if (newest.Voice != Voice.Told) return;
        foreach (var rule in Rules.Staleness)
        {
            if (rule.Property != newest.Property) continue;
            alerts.Clear(draft, SilentRule(rule.Property), Micros.Instant(newest.ObservedAt));
            if (rule.StuckAfter is not { } stuck) continue;
            if (newest.ObservedAt - newest.SameSince < Micros.Of(stuck)) alerts.Clear(draft, StuckRule(rule.Property), Micros.Instant(newest.ObservedAt));
            else alerts.Raise(draft, AlertText.Stuck(draft.Asset, StuckRule(rule.Property), newest));
        }
    }

    /// <summary>Takes the clock into account: sensors that have gone silent, delays that have gone by.</summary>
    public void JudgeByClock(in NewestTable table, AlertBook alerts, Draft draft)
    {
        for (var i = 0; i < beyondSince.Length; i++)
            if (DueAt(i, table) <= draft.Now) RaiseThreshold(i, table.Known(Rules.Thresholds[i].Property), alerts, draft);
        foreach (var rule in Rules.Staleness)
        {
            if (SilentAt(rule, table) is not { } at || at > draft.Now) continue;
            alerts.Raise(draft, AlertText.Silent(draft.Asset, SilentRule(rule.Property), rule, table.Find(rule.Property, Voice.Told), at));
        }
    }

    /// <summary>When a delay goes by unless a new value comes, µs since 1970; null when none is running.</summary>
    public long? DelayDue(in NewestTable table, AlertBook alerts)
    {
        long? first = null;
        for (var i = 0; i < beyondSince.Length; i++)
            if (alerts.Find(Rules.Thresholds[i].Name) is null && DueAt(i, table) is var due and < long.MaxValue && !(due >= first)) first = due;
        return first;
    }

    /// <summary>When a sensor will have been silent for too long, by the clock; null when it is not watched or was never heard.</summary>
    public static long? SilentAt(Staleness rule, in NewestTable table)
    {
        if (rule.SilentAfter is not { } after) return null;
        ref var newest = ref table.Find(rule.Property, Voice.Told);
        return Unsafe.IsNullRef(ref newest) ? null : newest.ArrivedAt + Micros.Of(after);
    }

    public static string SilentRule(string property) => "silent:" + property;

    public static string StuckRule(string property) => "stuck:" + property;

    /// <summary>Says since when a property has been beyond a limit, which a twin that wakes up knows from its history.</summary>
    public void Recall(int threshold, long since) => beyondSince[threshold] = since;

    public static bool IsBeyond(Threshold t, double value) => t.Side == Side.Above ? value > t.Limit : value < t.Limit;

    private static bool IsBack(Threshold t, double value) => t.Side == Side.Above ? value <= t.Limit - t.Hysteresis : value >= t.Limit + t.Hysteresis;

    private void Cross(int i, in Newest newest, AlertBook alerts, Draft draft)
    {
        var t = Rules.Thresholds[i];
        if (double.IsNaN(newest.Value)) return;
        if (alerts.Find(t.Name) is not null)
        {
            if (!IsBack(t, newest.Value)) return;
            alerts.Clear(draft, t.Name, Micros.Instant(newest.ObservedAt));
            beyondSince[i] = Not;
        }
        else if (!IsBeyond(t, newest.Value)) beyondSince[i] = Not;
        else
        {
            if (beyondSince[i] == Not) beyondSince[i] = newest.ObservedAt;
            if (newest.ObservedAt - beyondSince[i] >= Micros.Of(t.Delay)) RaiseThreshold(i, newest, alerts, draft);
        }
    }

    private long DueAt(int i, in NewestTable table)
    {
        if (beyondSince[i] == Not) return long.MaxValue;
        ref var newest = ref table.Known(Rules.Thresholds[i].Property);
        if (Unsafe.IsNullRef(ref newest)) return long.MaxValue;
        return newest.ArrivedAt + Math.Max(0, Micros.Of(Rules.Thresholds[i].Delay) - (newest.ObservedAt - beyondSince[i]));
    }

    private void RaiseThreshold(int i, in Newest newest, AlertBook alerts, Draft draft) =>
        alerts.Raise(draft, AlertText.Crossed(draft.Asset, Rules.Thresholds[i], newest, beyondSince[i]));
}
