using DigitalTwin.Cli.Terminals;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Estimation;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Worlds;

/// <summary>Estimates of who comes to lots in words, for a terminal.</summary>
internal static class EstimateText
{
    /// <summary>Days of a kind below which what one day had of its own still shows in the usual day.</summary>
    private const int FewDays = 5;

    public static void Write(Terminal terminal, IReadOnlyList<EstimateCsv.Lot> found)
    {
        var grid = new Grid(terminal.Say("lot", "停车场"), terminal.Say("days", "日类型"), terminal.Say("seen", "天数"), terminal.Say("cars a day", "日到达"), terminal.Say("peak hour", "高峰小时"), terminal.Say("mean stay", "平均停放"),
            terminal.Say("learned from", "依据"), terminal.Say("at most", "上限"), terminal.Say("off by, cars", "误差（辆）"));
        foreach (var (_, id, days, e) in found)
        {
            var perHour = e.Arrivals.Chunk(Math.Max(1, (int)Math.Round(3600 / e.Slot))).Select(hour => hour.Sum()).ToArray();
            grid.Add(id, WeekDays.ShortText(days), Words.Count(e.Days), $"{e.PerDay:0}", $"{Array.IndexOf(perHour, perHour.Max()):00}:00 ({perHour.Max():0})", Words.Age(TimeSpan.FromSeconds(e.Stay.Mean)), Evidence(terminal, e.Evidence),
                Words.Age(TimeSpan.FromSeconds(e.LongestStay)), $"{e.Error:0.0}");
        }
        grid.Write(terminal.Out);
        if (found.Where(f => f.Estimate.Days < FewDays).ToArray() is { Length: > 0 } few)
            terminal.Out.WriteLine(terminal.Say(
                $"Few days: {few.Length} of {Plural.For(found.Count, "the estimates (1)", $"these {found.Count} estimates")} {Plural.For(few.Length, "rests", "rest")} on fewer than {FewDays} days, where a single day's chance counts as usual ({Names(few.Select(f => $"{f.Place} {WeekDays.ShortText(f.Days)}"))}).",
                $"天数少：{found.Count} 项估计中有 {few.Length} 项依据不足 {FewDays} 天，个别日子的偶然会被当作常态（{Names(few.Select(f => $"{f.Place} {WeekDays.ShortText(f.Days)}"))}）。"));
        if (found.Where(f => f.Estimate.Unmoved > 0).ToArray() is { Length: > 0 } still)
            terminal.Out.WriteLine(terminal.Say(
                $"Stood still: {Plural.Of(still.Sum(f => f.Estimate.Unmoved), "half hour")} of counters that did not move while their lot usually does {Plural.For(still.Sum(f => f.Estimate.Unmoved), "was", "were")} passed over ({Names(still.Select(f => f.Place).Distinct())}).",
                $"停滞：已略过计数不变而车场通常有变化的 {Words.Count(still.Sum(f => f.Estimate.Unmoved))} 个半小时（{Names(still.Select(f => f.Place).Distinct())}）。"));
        if (found.Count(f => f.Estimate.Evidence == StayEvidence.Assumed) is > 0 and var assumed)
            terminal.Out.WriteLine(terminal.Say(
                $"Assumed: for {assumed} of them nothing recorded tells how long cars stay; twice as long a stay with half as many cars would look alike. --stay gives what is known, or feed 'entries' that are counted.",
                $"假设：其中 {assumed} 项的记录无法说明停放多久；停放时间加倍而车辆减半看起来一样。可用 --stay 给出已知值，或输入“entries”进场计数。"));
    }

    public static void Unseen(Terminal terminal, IReadOnlyList<(string Lot, byte Days)> unseen)
    {
        foreach (var kind in unseen.GroupBy(u => u.Days))
            terminal.Error.WriteLine(terminal.Say(
                $"Not enough recorded on {WeekDays.ShortText(kind.Key)} for {Plural.Of(kind.Count(), "lot")}, which {Plural.For(kind.Count(), "stays", "stay")} empty then: {Names(kind.Select(u => u.Lot))}.",
                $"{WeekDays.ShortText(kind.Key)} 记录不足的停车场 {kind.Count()} 个，届时无车：{Names(kind.Select(u => u.Lot))}。"));
    }

    /// <summary>Nothing says by which clock the lots' days begin: hours may be those of another part of the world.</summary>
    public static void Assumed(Terminal terminal) =>
        terminal.Error.WriteLine(terminal.Say(
            "Assumed: days and hours are those of +08:00, since the map has neither 'utc_offset' nor a climate to say which; --zone gives the local time, as in --zone Z.",
            "假设：日期与时刻按 +08:00，因地图既无 utc_offset 也无气候文件；可用 --zone 指定当地时区，如 --zone Z。"));

    public static void Made(Terminal terminal, string folder, IReadOnlyList<EstimateCsv.Lot> found, IReadOnlyList<string> said)
    {
        terminal.Out.WriteLine();
        foreach (var sentence in said) terminal.Out.WriteLine(sentence);
        terminal.Out.WriteLine(terminal.Say(
            $"{folder} is there: {Plural.Of(found.DistinctBy(f => f.Place).Count(), "lot")}, {string.Join(", ", found.GroupBy(f => f.Days).Select(kind => $"{Plural.Of((long)kind.Sum(f => f.Estimate.PerDay), "car")} a day on {WeekDays.ShortText(kind.Key)}"))}. Run it with a scenario that says 'map: {folder}', with 'warm-up: 24 h' so that cars of the day before stand in the lots.",
            $"已建立 {folder}：{Words.Count(found.DistinctBy(f => f.Place).Count())} 个停车场，{string.Join("，", found.GroupBy(f => f.Days).Select(kind => $"{WeekDays.ShortText(kind.Key)} 每日 {Words.Count((long)kind.Sum(f => f.Estimate.PerDay))} 辆"))}。在情景中写“map: {folder}”运行，并加“warm-up: 24 h”使前一天的车辆在场。"));
    }

    private static string Names(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return string.Join(", ", all.Take(3)) + (all.Length > 3 ? ", …" : "");
    }

    private static string Evidence(Terminal terminal, StayEvidence evidence) => evidence switch
    {
        StayEvidence.Given => terminal.Say("given", "给定"),
        StayEvidence.Entries => terminal.Say("entries counted", "进场计数"),
        StayEvidence.Fluctuation => terminal.Say("fading of deviations", "偏差消退"),
        StayEvidence.Emptying => terminal.Say("how fast it empties", "清空速度"),
        _ => terminal.Say("nothing: assumed", "无依据：假设"),
    };
}
