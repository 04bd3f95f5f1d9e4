using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Units;
using DigitalTwin.Scenarios.Variants;

namespace DigitalTwin.Scenarios.Explanation;

/// <summary>The moments of all variants in one order, each with the variants in which it happens.</summary>
internal static class TimelineOf
{
    public static List<TimelineRow> All(IReadOnlyList<EffectiveScenario> variants)
    {
        var rows = new List<TimelineRow>();
        var places = new Dictionary<(double, LocalizedText, string, string), int>();
        foreach (var variant in variants)
        {
            if (variant.Weather.Storm is { } storm)
            {
                var details = storm.ReturnPeriod is { } years ? $"{years:0.##} a" : $"{storm.Depth * 1000:0.#} mm";
                Add(rows, places, new(storm.Begins, new("storm begins", "暴雨开始"), "", $"{details}, {new Quantity(storm.Duration, UnitTable.Time)}", [variant.Variant.Name]));
                Add(rows, places, new(storm.Begins + storm.Duration, new("storm ends", "暴雨结束"), "", "", [variant.Variant.Name]));
            }
            foreach (var entry in variant.Schedule) Add(rows, places, Row(entry, variant.Variant.Name));
        }
        var period = variants[0].Scenario.Period;
        var nobody = new List<string>();
        if (period.WarmUp > 0) rows.Add(new(period.First, new("warm-up begins", "预热开始"), "", "", nobody));
        rows.Add(new(0, new("start", "开始"), "", "", nobody));
        rows.Add(new(period.Duration, new("end", "结束"), "", "", nobody));
        return [.. rows.Where(row => row.Time <= period.Duration).OrderBy(row => row.Time).ThenBy(row => row.Variants.Count > 0)];
    }

    private static TimelineRow Row(ScheduledAction entry, string variant)
    {
        var e = entry.Event;
        var begins = entry.Phase == ActionPhase.Begin;
        var name = e.Name.Length == 0 ? "" : $" [{e.Name}]";
        LocalizedText what = begins ? new(e.Action.Name + name) : new($"end of {e.Action.Name}{name}", $"{e.Action.Name}{name} 结束");
        return new(entry.Time, what, Assets(e), begins ? string.Join(", ", e.Parameters.Values.Select(p => $"{p.Name} {p}")) : "", [variant]);
    }

    /// <summary>The assets as written, and how many a pattern stands for.</summary>
    public static string Assets(ScenarioEvent e) => e.Written.Count switch
    {
        0 => "",
        1 => e.Targets.Count > 1 ? $"{e.Written[0]} ({e.Targets.Count})" : e.Written[0],
        <= 3 => string.Join(", ", e.Written),
        _ => $"{e.Written[0]}, {e.Written[1]} … ({e.Targets.Count})",
    };

    /// <summary>Adds a row, or its variant to a row that says the same.</summary>
    private static void Add(List<TimelineRow> rows, Dictionary<(double, LocalizedText, string, string), int> places, TimelineRow row)
    {
        if (places.TryAdd((row.Time, row.What, row.Assets, row.Details), rows.Count)) rows.Add(row);
        else if (places[(row.Time, row.What, row.Assets, row.Details)] is var same && !rows[same].Variants.Contains(row.Variants[0])) rows[same] = rows[same] with { Variants = [.. rows[same].Variants, row.Variants[0]] };
    }
}
