using System.Collections.Immutable;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Worlds;

/// <summary>Worlds and twins in words, for a terminal.</summary>
internal static class WorldText
{
    public static void List(Terminal terminal, ImmutableArray<WorldStatus> worlds)
    {
        var grid = new Grid(terminal.Say("world", "世界"), terminal.Say("kind", "类别"), terminal.Say("forked from", "分叉自"), terminal.Say("own twins", "孪生体"),
            terminal.Say("observations", "观测"), terminal.Say("frames", "帧"), terminal.Say("alerts", "告警"), terminal.Say("newest", "最新"));
        foreach (var w in worlds)
            grid.Add(w.Name, Kind(terminal, w.Kind), w.Parent is null ? "" : $"{w.Parent} @ {Words.Instant(w.ForkedAt)}", Words.Count(w.Own.Twins), Words.Count(w.Own.Observations),
                Words.Count(w.Own.Frames), Words.Count(w.Own.ActiveAlerts), Words.Instant(w.Own.Last));
        if (grid.Count == 0) terminal.Out.WriteLine(terminal.Say("The store has no world; 'twin world create live --map FOLDER' makes one.", "存储中没有世界；用“twin world create live --map FOLDER”建立。"));
        else grid.Write(terminal.Out);
    }

    public static void Status(Terminal terminal, WorldStatus w, string? map)
    {
        terminal.Out.WriteLine($"{w.Name}  {Kind(terminal, w.Kind)}");
        var grid = new Grid("", "");
        grid.Add(terminal.Say("map", "地图"), $"{map ?? "?"} ({w.Map[..Math.Min(12, w.Map.Length)]})");
        grid.Add(terminal.Say("made", "建立"), Words.Instant(w.CreatedAt));
        if (w.Parent is not null) grid.Add(terminal.Say("forked from", "分叉自"), $"{w.Parent} @ {Words.Instant(w.ForkedAt)}");
        if (w.Children.Length > 0) grid.Add(terminal.Say("forks", "分叉"), string.Join(", ", w.Children));
        grid.Add(terminal.Say("of its own", "自有"), terminal.Say(
            $"{Plural.Of(w.Own.Twins, "twin")}, {Plural.Of(w.Own.Observations, "observation")}, {Plural.Of(w.Own.Frames, "simulated frame")}",
            $"{Words.Count(w.Own.Twins)} 个孪生体，{Words.Count(w.Own.Observations)} 条观测，{Words.Count(w.Own.Frames)} 个模拟帧"));
        if (w.Own.First is not null) grid.Add(terminal.Say("from, to", "起止"), $"{Words.Instant(w.Own.First)}, {Words.Instant(w.Own.Last)}");
        if (w.Age is not null) grid.Add(terminal.Say("newest", "最新"), terminal.Say($"{Words.Age(w.Age)} ago", $"{Words.Age(w.Age)}前"));
        grid.Add(terminal.Say("alerts", "告警"), terminal.Say($"{Words.Count(w.Own.ActiveAlerts)} active", $"{Words.Count(w.Own.ActiveAlerts)} 个未解除"));
        grid.Write(terminal.Out, "  ");
    }

    public static void State(Terminal terminal, TwinState state, DateTimeOffset now)
    {
        terminal.Out.WriteLine($"{state.Asset}  {terminal.Say($"in '{state.World}'", $"世界“{state.World}”")}  {Words.Instant(state.At)}");
        Rows(terminal, [.. state.Observed, .. state.Simulated], now);
        foreach (var figure in state.Figures)
            terminal.Out.WriteLine($"  {figure.Name} {(double.IsNaN(figure.Value) ? terminal.Say("cannot be said", "无法给出") : $"{Words.Number(figure.Value)} {figure.Unit}".TrimEnd())}");
        foreach (var alert in state.Alerts) terminal.Out.WriteLine($"  ! {Words.Instant(alert.RaisedAt)} {alert.Severity.ToString().ToLowerInvariant()}: {alert.Text.In(terminal.Language)}");
        if (state.Observed.Length + state.Simulated.Length == 0) terminal.Out.WriteLine(terminal.Say("  Nothing is known of it.", "  暂无数据。"));
    }

    public static void Readings(Terminal terminal, string pattern, List<AssetReadings> found, DateTimeOffset now)
    {
        if (found.Count == 0) terminal.Out.WriteLine(terminal.Say($"Nothing is known of any asset that matches '{pattern}'.", $"没有与“{pattern}”匹配且有数据的资产。"));
        else Rows(terminal, [.. found.SelectMany(twin => twin.Readings)], now, [.. found.SelectMany(twin => twin.Readings.Select(_ => twin.Asset))]);
    }

    public static void History(Terminal terminal, string asset, string property, ImmutableArray<Sample> samples, bool buckets)
    {
        var grid = buckets
            ? new Grid(terminal.Say("from", "起"), terminal.Say("values", "数目"), terminal.Say("smallest", "最小"), terminal.Say("mean", "平均"), terminal.Say("largest", "最大"))
            : new Grid(terminal.Say("at", "时刻"), property);
        foreach (var s in samples)
        {
            if (buckets) grid.Add(Words.Instant(s.At), Words.Count(s.Count), Words.Number(s.Min), Words.Number(s.Mean), Words.Number(s.Max));
            else grid.Add(Words.Instant(s.At), s.Text ?? Words.Number(s.Mean));
        }
        if (grid.Count == 0) terminal.Out.WriteLine(terminal.Say($"'{asset}' has no '{property}' in that time.", $"“{asset}”在该时段没有“{property}”。"));
        else grid.Write(terminal.Out);
    }

    public static void Alerts(Terminal terminal, string world, List<Alert> alerts, bool all)
    {
        var grid = new Grid(terminal.Say("raised", "发生"), terminal.Say("severity", "级别"), terminal.Say("asset", "资产"), terminal.Say("rule", "规则"), terminal.Say("over", "解除"), terminal.Say("seen by", "确认"), "");
        foreach (var a in alerts)
            grid.Add(Words.Instant(a.RaisedAt), a.Severity.ToString().ToLowerInvariant(), a.Asset, a.Rule, Words.Instant(a.ClearedAt), a.AcknowledgedBy ?? "", a.Text.In(terminal.Language));
        if (grid.Count == 0) terminal.Out.WriteLine(terminal.Say($"'{world}' has no {(all ? "" : "active ")}alert.", $"世界“{world}”没有{(all ? "" : "未解除的")}告警。"));
        else grid.Write(terminal.Out);
    }

    private static void Rows(Terminal terminal, ImmutableArray<Reading> readings, DateTimeOffset now, ImmutableArray<string> assets = default)
    {
        string[] titles = [terminal.Say("property", "属性"), terminal.Say("value", "值"), terminal.Say("at", "时刻"), terminal.Say("age", "时效"), terminal.Say("source", "来源"), "", ""];
        var grid = new Grid(assets.IsDefault ? titles : [terminal.Say("asset", "资产"), .. titles]);
        for (var i = 0; i < readings.Length; i++)
        {
            var r = readings[i];
            string[] cells = [r.Property, Words.Value(r), Words.Instant(r.ObservedAt), Words.Age(now - r.ObservedAt), r.Source, Words.Quality(r.Quality), Words.Origin(r.Origin)];
            grid.Add(assets.IsDefault ? cells : [assets[i], .. cells]);
        }
        if (grid.Count > 0) grid.Write(terminal.Out, assets.IsDefault ? "  " : "");
    }

    private static string Kind(Terminal terminal, WorldKind kind) => kind switch
    {
        WorldKind.Live => terminal.Say("live", "实时"),
        WorldKind.Fork => terminal.Say("fork", "分叉"),
        _ => terminal.Say("run", "推演"),
    };
}
