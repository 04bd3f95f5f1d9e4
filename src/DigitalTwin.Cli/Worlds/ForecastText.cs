using System.Collections.Immutable;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Worlds;

/// <summary>What lots will hold in words, for a terminal.</summary>
internal static class ForecastText
{
    /// <summary>A lot's next hours.</summary>
    public static void Write(Terminal terminal, ImmutableArray<Forecast> forecasts)
    {
        if (forecasts.Length == 0) return;
        var grid = new Grid(terminal.Say("expected at", "预计时刻"), terminal.Say("cars", "车辆"), terminal.Say($"{forecasts[0].Coverage * 100:0.#} % between", $"{forecasts[0].Coverage * 100:0.#} % 区间"), "", "");
        foreach (var f in forecasts) grid.Add(Words.Instant(f.At), $"{f.Expected:0}", $"{f.Lower:0}", $"{f.Upper:0}", f.IsGuess ? terminal.Say("a guess", "推测") : "");
        grid.Write(terminal.Out);
        Guesses(terminal, forecasts.Count(f => f.IsGuess));
    }

    /// <summary>A row for each lot.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<string> lots, IReadOnlyList<ImmutableArray<Forecast>> forecasts)
    {
        if (forecasts.FirstOrDefault(f => f.Length > 0) is { IsDefault: false } any)
        {
            var grid = new Grid([terminal.Say("lot", "停车场"), .. any.Select(f => Words.Instant(f.At))]);
            for (var i = 0; i < lots.Count; i++)
                if (forecasts[i].Length > 0) grid.Add([lots[i], .. any.Select(column => forecasts[i].FirstOrDefault(f => f.At == column.At) is { Coverage: > 0 } f ? $"{f.Expected:0} ({f.Lower:0} - {f.Upper:0}){(f.IsGuess ? "?" : "")}" : "")]);
            grid.Write(terminal.Out);
        }
        Guesses(terminal, forecasts.Sum(f => f.Count(one => one.IsGuess)));
        string[] silent = [.. lots.Where((_, i) => forecasts[i].Length == 0)];
        if (silent.Length > 0)
            terminal.Error.WriteLine(terminal.Say(
                $"Nothing can be said of {silent.Length} of {Plural.Of(lots.Count, "lot")}: a forecast needs some weeks of readings of 'occupancy', some at the hours to come on other days, the newest less than two hours old ({string.Join(", ", silent.Take(3))}{(silent.Length > 3 ? ", …" : "")}).",
                $"{lots.Count} 个停车场中有 {silent.Length} 个无法预测：需要数周的“occupancy”读数（含其他日期的同一时段），且最新读数不早于两小时前（{string.Join("，", silent.Take(3))}{(silent.Length > 3 ? "……" : "")}）。"));
    }

    /// <summary>Why nothing can be said of a lot.</summary>
    public static void Nothing(Terminal terminal, string lot, DateTimeOffset? newest) => terminal.Error.WriteLine(newest is not { } at
        ? terminal.Say($"Nothing can be said of '{lot}': no reading of 'occupancy' is known; a forecast needs some weeks of readings.", $"无法预测“{lot}”：没有“occupancy”读数；需要数周的读数。")
        : terminal.Say(
            $"Nothing can be said of '{lot}': a forecast needs some weeks of readings of 'occupancy', a day of them at least and some at the hours to come on other days, the newest less than two hours old; here the newest is of {Words.Instant(at)}.",
            $"无法预测“{lot}”：需要数周（至少一天）的“occupancy”读数（含其他日期的同一时段），且最新读数不早于两小时前；现有最新读数为 {Words.Instant(at)}。"));

    private static void Guesses(Terminal terminal, int guesses)
    {
        if (guesses > 0)
            terminal.Out.WriteLine(terminal.Say(
                "Guesses rest on fewer than three days like that one (working days, or weekends): how far they miss is not known yet, and the interval holds whatever the lot can.",
                "标为推测者所依据的同类日（工作日或周末）不足三天：误差尚不可知，区间涵盖停车场的全部可能。"));
    }
}
