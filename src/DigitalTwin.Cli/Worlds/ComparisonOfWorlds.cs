using System.Globalization;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Client.Comparing;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Worlds;

/// <summary>A comparison of two worlds on one screen.</summary>
internal static class ComparisonOfWorlds
{
    public static void Write(Terminal terminal, WorldComparison comparison, int top)
    {
        var (changes, output) = (comparison.Changes, terminal.Out);
        if (changes.Length == 0)
        {
            output.WriteLine(terminal.Say($"Nothing differs between '{comparison.Here}' and '{comparison.There}'; between a world and its forks, what counts is what the fork has changed.", $"“{comparison.Here}”与“{comparison.There}”没有差别；世界与其分叉之间只比较分叉所改变的内容。"));
            return;
        }
        var assets = changes.Select(c => c.Asset).Distinct(StringComparer.Ordinal).Count();
        output.WriteLine(terminal.Say(
            $"From '{comparison.Here}' to '{comparison.There}' {Plural.Of(changes.Length, "property", "properties")} of {Plural.Of(assets, "asset")} {Plural.For(changes.Length, "differs", "differ")}.",
            $"从“{comparison.Here}”到“{comparison.There}”：{Words.Count(assets)} 个资产的 {Words.Count(changes.Length)} 个属性不同。"));
        var totals = new Grid(terminal.Say("type", "类型"), terminal.Say("property", "属性"), terminal.Say("assets", "资产"), terminal.Say("up", "升"), terminal.Say("down", "降"),
            terminal.Say("mean change", "平均变化"), terminal.Say("largest", "最大"), terminal.Say("spread", "离散"));
        foreach (var t in comparison.Totals)
            totals.Add(t.Type, t.Property, Words.Count(t.Assets), Words.Count(t.Up), Words.Count(t.Down), Words.Signed(t.Mean), Words.Signed(t.Largest), Words.Number(t.Spread));
        totals.Write(output, "  ");
        output.WriteLine();
        var largest = new Grid(terminal.Say("asset", "资产"), terminal.Say("property", "属性"), comparison.Here, comparison.There, terminal.Say("change", "变化"), terminal.Say("of spread", "变化/离散"));
        foreach (var c in changes.Take(top))
            largest.Add(c.Asset, c.Property, Words.Value(c.Here), Words.Value(c.There), Words.Signed(c.By), double.IsFinite(c.OfSpread) ? c.OfSpread.ToString("0.00", CultureInfo.InvariantCulture) : "");
        largest.Write(output, "  ");
        if (changes.Length > top) output.WriteLine(terminal.Say($"  … and {Plural.Of(changes.Length - top, "smaller one")} (--top {changes.Length} shows all).", $"  ……另有 {Words.Count(changes.Length - top)} 项较小的变化（--top {changes.Length} 显示全部）。"));
    }
}
