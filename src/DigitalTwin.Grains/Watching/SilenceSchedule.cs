using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.Watching;

/// <summary>When a twin has to be looked at, by what the store knows of it: without waking it.</summary>
internal static class SilenceSchedule
{
    /// <summary>What a derived value was last set right by; it stands for the sensor that the derived value hides.</summary>
    public const string AnchorEnding = "-anchor";

    /// <summary>When the first of its sensors will have been silent for too long, µs since 1970; null when none that is watched was ever heard.</summary>
    public static long? Due(Rules rules, IReadOnlyList<Reading> readings)
    {
        long? first = null;
        foreach (var rule in rules.Staleness)
        {
            if (rule.SilentAfter is not { } after || Heard(rule.Property, readings) is not { } heard) continue;
            var due = Micros.Of(heard.ArrivedAt) + Micros.Of(after);
            if (!(due >= first)) first = due;
        }
        return first;
    }

    /// <summary>Whether a threshold's delay may be running, which only the twin can tell.</summary>
    public static bool MayBeWaiting(Rules rules, IReadOnlyList<Reading> readings)
    {
        foreach (var threshold in rules.Thresholds)
        {
            if (threshold.Delay == TimeSpan.Zero) continue;
            foreach (var reading in readings)
                if (reading.Property == threshold.Property && reading.Origin != Origin.Simulated && RuleWatch.IsBeyond(threshold, reading.Value)) return true;
        }
        return false;
    }

    /// <summary>The shortest silence that is one, so that a twin that is silent already is looked at again after that.</summary>
    public static TimeSpan Shortest(Rules rules) => rules.Staleness.Where(s => s.SilentAfter is not null).Select(s => s.SilentAfter!.Value).DefaultIfEmpty(TimeSpan.MaxValue).Min();

    private static Reading? Heard(string property, IReadOnlyList<Reading> readings)
    {
        Reading? anchor = null, told = null;
        foreach (var reading in readings)
        {
            if (reading.Origin == Origin.Simulated) continue;
            if (reading.Property == property && reading.Origin != Origin.Derived) told = reading;
            if (reading.Property.Length == property.Length + AnchorEnding.Length && reading.Property.StartsWith(property, StringComparison.Ordinal) && reading.Property.EndsWith(AnchorEnding, StringComparison.Ordinal)) anchor = reading;
        }
        return told ?? anchor;
    }
}
