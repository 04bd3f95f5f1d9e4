using DigitalTwin.Cli.Terminals;
using DigitalTwin.Client.Comparing;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Comparing;

namespace DigitalTwin.Cli.Worlds;

/// <summary>Two worlds on one screen.</summary>
internal static class ComparedWorldsText
{
    public static void Write(Terminal terminal, ComparedWorlds compared, int top)
    {
        var output = terminal.Out;
        output.WriteLine(terminal.Say($"From {Of(terminal, compared.From)}", $"自 {Of(terminal, compared.From)}"));
        output.WriteLine(terminal.Say($"to   {Of(terminal, compared.To)}", $"至 {Of(terminal, compared.To)}"));
        if (compared.Recorded is { } recorded)
            output.WriteLine(terminal.Say(
                $"What '{compared.From.World.Name}' does not know is counted from the run's first record, {Words.Instant(recorded)}.", $"“{compared.From.World.Name}”未知的属性自推演首次记录（{Words.Instant(recorded)}）起算。"));
        output.WriteLine();
        Kpis(terminal, compared);
        if (compared.Changes.Changes.Length == 0)
        {
            output.WriteLine(terminal.Say("No property of any asset differs.", "各资产属性均无差别。"));
            return;
        }
        What(terminal, compared);
        Where(terminal, compared);
        Largest(terminal, compared, top);
    }

    private static string Of(Terminal terminal, ComparedWorld side)
    {
        var at = side.At is { } instant ? terminal.Say($" at {Words.Instant(instant)}", $"（{Words.Instant(instant)}）") : "";
        if (side.Run is not { } run) return $"'{side.World.Name}'{at}{(side.World.Kind == WorldKind.Fork ? terminal.Say($", forked from '{side.World.Parent}'", $"，分叉自“{side.World.Parent}”") : "")}";
        return $"'{side.World.Name}'{at}: {run.Manifest.Title.In(terminal.Language)}, {run.VariantTitle.In(terminal.Language)}, {run.Manifest.ReplicationLabel}";
    }

    private static void Kpis(Terminal terminal, ComparedWorlds compared)
    {
        if (compared.To.Run is not { } run) return;
        if (compared.From.Run is { } other && Comparison.Of([other, run], []) is { Contenders.Count: 2 } both)
        {
            ComparisonText.Write(both, terminal.Out, terminal.Language);
            terminal.Out.WriteLine();
            return;
        }
        var grid = new Grid(terminal.Say("KPI of the run", "推演指标"), terminal.Say("value", "数值"), "");
        foreach (var kpi in run.Kpis) grid.Add(kpi.Kpi.Title.In(terminal.Language), Words.Number(kpi.Value), kpi.Kpi.Unit == "1" ? "" : kpi.Kpi.Unit);
        if (grid.Count == 0) return;
        grid.Write(terminal.Out, "  ");
        terminal.Out.WriteLine();
    }

    private static void What(Terminal terminal, ComparedWorlds compared)
    {
        var largest = compared.Changes.Changes.Where(c => c.Here is not null && c.There is not null)
            .GroupBy(c => (TypeOf(c.Asset), c.Property)).ToDictionary(g => g.Key, g => g.First());
        var grid = new Grid(
            terminal.Say("what changed", "变化内容"), terminal.Say("unit", "单位"), terminal.Say("assets", "资产"), terminal.Say("up", "升"), terminal.Say("down", "降"),
            terminal.Say("mean change", "平均变化"), terminal.Say("largest", "最大"), terminal.Say("at", "位于"), terminal.Say("from", "自"), terminal.Say("to", "至"));
        foreach (var total in compared.Changes.Totals)
        {
            if (!largest.TryGetValue((total.Type, total.Property), out var most)) continue;
            grid.Add($"{total.Type} {total.Property}", Unit(compared, total.Type, total.Property), Words.Count(total.Assets), Words.Count(total.Up), Words.Count(total.Down),
                Signed(total.Mean), Signed(most.By), most.Asset[(total.Type.Length + 1)..], Words.Value(most.Here), Words.Value(most.There));
        }
        if (grid.Count > 0) grid.Write(terminal.Out, "  ");
        Alone(terminal, compared.To, [.. compared.Changes.Totals.Where(t => t.OnlyThere > 0).Select(t => (t, t.OnlyThere))]);
        Alone(terminal, compared.From, [.. compared.Changes.Totals.Where(t => t.OnlyHere > 0).Select(t => (t, t.OnlyHere))]);
        terminal.Out.WriteLine();
    }

    /// <summary>What only one of the two knows.</summary>
    private static void Alone(Terminal terminal, ComparedWorld side, (ChangeTotal Total, int Count)[] known)
    {
        if (known.Length == 0) return;
        var list = string.Join(", ", known.Take(8).Select(k => $"{k.Total.Type} {k.Total.Property} ({Words.Count(k.Count)})")) + (known.Length > 8 ? ", …" : "");
        terminal.Out.WriteLine(terminal.Say($"  only '{side.World.Name}' knows: {list}", $"  仅“{side.World.Name}”有：{list}"));
    }

    private static void Where(Terminal terminal, ComparedWorlds compared)
    {
        if (compared.Districts.Length == 0) return;
        var grid = new Grid(terminal.Say("where", "位置"), terminal.Say("assets", "资产"), terminal.Say("largest change there", "该区最大变化"));
        foreach (var district in compared.Districts)
            grid.Add(district.District ?? terminal.Say("elsewhere", "其他"), Words.Count(district.Assets), $"{district.Largest.Asset} {Sentence(compared, district.Largest)}");
        grid.Write(terminal.Out, "  ");
        terminal.Out.WriteLine();
    }

    private static void Largest(Terminal terminal, ComparedWorlds compared, int top)
    {
        var changes = compared.Changes.Changes;
        if (top == 0) return;
        var grid = new Grid(terminal.Say("largest changes, by the spread of each property", "最大变化（按各属性离散度）"), "");
        foreach (var change in changes.Take(top)) grid.Add(change.Asset, Sentence(compared, change));
        grid.Write(terminal.Out, "  ");
        if (changes.Length > top)
            terminal.Out.WriteLine(terminal.Say($"  … and {Plural.Of(changes.Length - top, "smaller one")} (--top, --json).", $"  ……另有 {Words.Count(changes.Length - top)} 项较小的变化（--top、--json）。"));
    }

    private static string Sentence(ComparedWorlds compared, Change change)
    {
        var unit = Unit(compared, TypeOf(change.Asset), change.Property);
        return $"{change.Property} {Words.Value(change.Here)} → {Words.Value(change.There)}{(unit.Length > 0 ? " " + unit : "")}{(double.IsNaN(change.By) ? "" : $" ({Signed(change.By)})")}";
    }

    /// <summary>The unit of a property: as the run's layers have it, or as runs start from it.</summary>
    private static string Unit(ComparedWorlds compared, string type, string property)
    {
        var (layer, field) = (type.Replace('/', '_'), property.Replace('-', '_'));
        var label = (compared.To.Run ?? compared.From.Run)?.Manifest.Layers.FirstOrDefault(l => l.Name == layer)?.Fields.FirstOrDefault(f => f.Name == field);
        return label is not null ? label.Unit == "1" ? "" : label.Unit : property switch { "level" or "head" or "pressure" => "m", "flow" or "demand" or "inflow" => "m³/s", _ => "" };
    }

    private static string TypeOf(string asset) => string.Join('/', asset.Split('/').Take(2));

    private static string Signed(double by) => double.IsNaN(by) ? "" : by > 0 ? "+" + Words.Number(by) : Words.Number(by);
}
