using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Twins;

/// <summary>What rules need of the past when a twin wakes up: since when a value has been beyond its limit, and since when it has been the very same.</summary>
internal static class RuleMemory
{
    public static IEnumerable<Want> Wants(RuleWatch watch, Twin twin, AlertBook alerts)
    {
        for (var i = 0; i < watch.Rules.Thresholds.Length; i++)
        {
            var (index, t) = (i, watch.Rules.Thresholds[i]);
            if (alerts.Find(t.Name) is not null || Beyond(twin, t) is not { } at) continue;
            if (t.Delay == TimeSpan.Zero) watch.Recall(i, at);
            else yield return new(Before(t.Property, at, t.Delay), samples => watch.Recall(index, StartOf(samples, at, s => RuleWatch.IsBeyond(t, s.Mean))));
        }
        foreach (var rule in watch.Rules.Staleness)
        {
            if (rule.StuckAfter is not { } stuck || ToldAt(twin, rule.Property) is not { } at) continue;
            yield return new(Before(rule.Property, at, stuck), samples =>
            {
                ref var row = ref twin.Find(rule.Property, Voice.Told);
                var (value, text) = (row.Value, row.Text);
                row.SameSince = StartOf(samples, at, s => s.Mean.Equals(value) && s.Text == text);
            });
        }
    }

    private static long? Beyond(Twin twin, Threshold t)
    {
        ref var row = ref twin.Known(t.Property);
        return !Unsafe.IsNullRef(ref row) && RuleWatch.IsBeyond(t, row.Value) ? row.ObservedAt : null;
    }

    private static long? ToldAt(Twin twin, string property)
    {
        ref var row = ref twin.Find(property, Voice.Told);
        return Unsafe.IsNullRef(ref row) ? null : row.ObservedAt;
    }

    private static HistoryQuery Before(string property, long at, TimeSpan time) =>
        new(property, Micros.Instant(Math.Max(0, at - Micros.Of(time))), Micros.Instant(at + 1), null, 100_000);

    /// <summary>The instant at which the run of samples that fulfil a condition up to the newest began.</summary>
    private static long StartOf(ImmutableArray<Sample> samples, long newest, Func<Sample, bool> holds)
    {
        var since = newest;
        for (var i = samples.Length - 1; i >= 0 && holds(samples[i]); i--) since = Micros.Of(samples[i].At);
        return since;
    }
}
