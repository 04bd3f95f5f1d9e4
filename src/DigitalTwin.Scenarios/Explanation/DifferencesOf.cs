using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Scenarios.Explanation;

/// <summary>In words: what each variant changes.</summary>
internal static class DifferencesOf
{
    public static List<DifferenceRow> All(Scenario scenario)
    {
        var rows = new List<DifferenceRow>();
        foreach (var variant in scenario.Variants)
        {
            var before = rows.Count;
            void Add(string en, string zh) => rows.Add(new(variant.Name, new(en, zh)));
            foreach (var name in variant.Without) Add($"without the event '{name}'", $"没有事件“{name}”");
            // Occurrences of one repeated event stand at one place of the document.
            foreach (var occurrences in variant.Events.GroupBy(e => (e.Line, e.Column))) Event(scenario.Period, [.. occurrences], Add);
            foreach (var (key, value) in variant.Settings)
            {
                if (scenario.Settings.TryGetValue(key, out var below) && below == value) continue;
                var was = below is null ? "" : $" ({below})";
                Add($"{key} = {value}{was}", $"{key} = {value}{was}");
            }
            Weather(scenario.Weather, variant.Weather, scenario.Period, Add);
            if (rows.Count == before) Add("as the scenario says", "与情景相同");
        }
        return rows;
    }

    private static void Event(Period period, ScenarioEvent[] occurrences, Action<string, string> add)
    {
        var e = occurrences[0];
        var interval = occurrences.Length > 1 ? new Numerics.Units.Quantity(occurrences[1].At - e.At, Numerics.Units.UnitTable.Time).ToString() : "";
        var (again, zhAgain) = interval.Length == 0 ? ("", "") : ($", {Plural.Of(occurrences.Length, "time")}, every {interval}", $"，每 {interval} 一次，共 {occurrences.Length} 次");
        var at = Reading.EventTime.Say(period, e.At);
        var until = e.Until is { } end ? Reading.EventTime.Say(period, end) : null;
        var what = string.Join(' ', new[] { e.Action.Name, TimelineOf.Assets(e), string.Join(", ", e.Parameters.Values.Select(p => $"{p.Name} {p}")) }.Where(part => part.Length > 0));
        add($"at {at}{(until is null ? "" : $" until {until}")}{again}: {what}", $"{at}{(until is null ? "" : $" 至 {until}")}{zhAgain}：{what}");
    }

    private static void Weather(WeatherSpec below, WeatherSpec own, Period period, Action<string, string> add)
    {
        if (own.Climate != below.Climate)
        {
            var file = own.Climate is null ? null : Path.GetFileName(own.Climate);
            add($"climate {file ?? "of the map"}", $"气候资料：{file ?? "地图自带"}");
        }
        if (own.Storm != below.Storm)
        {
            if (own.Storm is not { } storm) add("without the storm", "没有暴雨");
            else
            {
                var size = storm.ReturnPeriod is { } years ? $"{years:0.##} a" : $"{storm.Depth * 1000:0.#} mm";
                var begins = Reading.EventTime.Say(period, storm.Begins);
                var length = new Quantity(storm.Duration, UnitTable.Time);
                add($"a storm of {size}, {length}, from {begins}", $"暴雨 {size}，历时 {length}，{begins} 开始");
            }
        }
        if (own.Temperature != below.Temperature)
        {
            if (own.Temperature is not { } change) add("the climate's own temperature", "气温不变");
            else if (change.Peak is { } peak) add($"days peak at {peak:0.#} °C", $"日最高气温 {peak:0.#} °C");
            else add($"air temperature {change.Offset:+0.#;-0.#;0} K", $"气温 {change.Offset:+0.#;-0.#;0} K");
        }
        if (!own.Stations.SequenceEqual(below.Stations))
            add($"other values at {Plural.Of(own.Stations.Count, "station")}", $"{own.Stations.Count} 个气象站数值另设");
    }
}
