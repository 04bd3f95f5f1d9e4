using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Results.Comparing;

/// <summary>
/// The answer in words: a sentence for each contender, made from the KPIs' differences, the scenario's first KPI first. It claims nothing that
/// an interval does not bear out, and says when a single replication bears out nothing.
/// </summary>
public static class Sentences
{
    /// <summary>The sentence for a contender; the first is described by its KPIs, the others by how they differ from it.</summary>
    public static LocalizedText For(Comparison comparison, int contender)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return contender == 0 ? First(comparison) : Other(comparison, contender);
    }

    /// <summary>How sure the sentences are.</summary>
    public static LocalizedText Confidence(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var most = comparison.Contenders.Max(c => c.Runs.Count);
        if (comparison.Contenders.Count == 1 && most == 1)
            return new("One run: it shows one course of events, not how often it would happen.", "仅一次运行：只反映一种可能的过程，不反映其发生的频率。");
        var differences = comparison.Kpis.SelectMany(k => k.Cells).Select(c => c.Difference).OfType<KpiDifference>().ToArray();
        if (most == 1 || (differences.Length > 0 && differences.All(d => d.Interval is null)))
            return new("One replication each: the differences are exact for this one draw of chance, and say nothing of their spread.",
                "每个方案仅一次重复：差异对应同一次随机抽样，无法估计其离散程度。");
        var paired = differences.Length == 0 || differences.All(d => d.Paired);
        return new(
            $"Intervals are 95 % confidence intervals by Student's t over {most} replications" +
            (paired ? "; all variants share their random numbers, so differences are taken replication by replication." : "; the runs do not share their random numbers, so differences are taken by Welch's method."),
            $"区间为 {most} 次重复的 95 % 置信区间（Student t）" + (paired ? "；各方案使用相同的随机数，差异按重复逐对计算。" : "；各运行随机数不同，差异按 Welch 方法计算。"));
    }

    private static LocalizedText First(Comparison comparison)
    {
        var known = comparison.Kpis.Where(k => k.Cells[0].Sample.Count > 0).Take(3).ToArray();
        if (known.Length == 0) return new("No KPI was asked for.", "未要求计算指标。");
        return new(
            Capital(List([.. known.Select(k => $"{Lower(k.Kpi.Title.En)} is {Amount(k.Kpi, k.Cells[0].Sample.Mean)}")], ", ", " and ")) + ".",
            string.Join("，", known.Select(k => $"{k.Kpi.Title.In("zh")}为 {Amount(k.Kpi, k.Cells[0].Sample.Mean)}")) + "。");
    }

    private static LocalizedText Other(Comparison comparison, int contender)
    {
        var differing = comparison.Kpis.Select(k => (k.Kpi, First: k.Cells[0].Sample.Mean, k.Cells[contender].Difference))
            .Where(k => k.Difference is not null).ToArray();
        var moved = differing.Where(k => k.Difference!.Verdict is Verdict.Better or Verdict.Worse or Verdict.Different).ToArray();
        var told = moved.Where(k => !IsSlight(k.Difference!)).ToArray();
        var slight = moved.Where(k => IsSlight(k.Difference!)).ToArray();
        var unclear = differing.Where(k => k.Difference!.Verdict == Verdict.Unclear).ToArray();
        if (differing.Length == 0) return new("It shares no KPI with the first.", "与首个方案没有共同指标。");
        if (told.Length == 0)
        {
            return slight.Length > 0 ? Slight(slight.Select(k => k.Kpi)) : unclear.Length == 0
                ? new("Nothing differs from the first in any KPI.", "各项指标与首个方案完全相同。")
                : new("The replications do not tell it apart from the first in any KPI.", "重复运行未显示其与首个方案有显著差异。");
        }
        var en = Capital(List([.. told.Select((k, i) => En(k.Kpi, k.First, k.Difference!, full: i == 0))], "; ", "; ")) + ".";
        var zh = string.Join("；", told.Select((k, i) => Zh(k.Kpi, k.First, k.Difference!, full: i == 0))) + "。";
        if (slight.Length > 0)
        {
            en += " " + Slight(slight.Select(k => k.Kpi)).En;
            zh += Slight(slight.Select(k => k.Kpi)).Zh;
        }
        if (unclear.Length > 0)
        {
            en += $" No clear difference in {List([.. unclear.Select(k => Lower(k.Kpi.Title.En))], ", ", " and ")}.";
            zh += $"{string.Join("、", unclear.Select(k => k.Kpi.Title.In("zh")))}无显著差异。";
        }
        return new(en, zh);
    }

    /// <summary>Below half a per cent: it may be certain, but it is no reason to decide either way.</summary>
    private static bool IsSlight(KpiDifference difference) => difference.Percent is { } percent && Math.Abs(percent) < 0.5;

    private static LocalizedText Slight(IEnumerable<KpiDeclaration> kpis) => new(
        $"Less than half a per cent of change in {List([.. kpis.Select(k => Lower(k.Title.En))], ", ", " and ")}.",
        $"{string.Join("、", kpis.Select(k => k.Title.In("zh")))}变化不足 0.5 %。");

    private static string En(KpiDeclaration kpi, double first, KpiDifference difference, bool full)
    {
        var text = $"{Lower(kpi.Title.En)} {(difference.Estimate < 0 ? "falls" : "rises")}";
        var (from, to) = (Figures.Short(first), Amount(kpi, first + difference.Estimate));
        if (By(kpi, difference) is not { } by) text += $" from {from} to {to}";
        else text += $" by {by}" + (full ? $", from {from} to {to}{Range(difference, " (95 % interval ", " to ", ")")}" : "");
        return text + difference.Verdict switch { Verdict.Better => ", which is better", Verdict.Worse => ", which is worse", _ => "" };
    }

    private static string Zh(KpiDeclaration kpi, double first, KpiDifference difference, bool full)
    {
        var text = $"{kpi.Title.In("zh")}{(difference.Estimate < 0 ? "下降" : "上升")}";
        var (from, to) = (Figures.Short(first), Amount(kpi, first + difference.Estimate));
        if (By(kpi, difference) is not { } by) text = $"{text}，由 {from} 变为 {to}";
        else text += $" {by}" + (full ? $"，由 {from} 变为 {to}{Range(difference, "（95 % 区间 ", " 至 ", "）")}" : "");
        return text + difference.Verdict switch { Verdict.Better => "（改善）", Verdict.Worse => "（变差）", _ => "" };
    }

    /// <summary>By how much, in per cent where that says something; null where it is a multiple, which reads better as from and to.</summary>
    private static string? By(KpiDeclaration kpi, KpiDifference difference) => difference.Percent switch
    {
        null => Amount(kpi, Math.Abs(difference.Estimate)),
        { } percent when Math.Abs(percent) <= 200 => Figures.UnsignedPercent(percent),
        _ => null,
    };

    /// <summary>The interval in per cent, where it is wide enough to show at the precision of a sentence.</summary>
    private static string Range(KpiDifference difference, string open, string to, string close)
    {
        if (difference.PercentInterval is not { } interval) return "";
        var (low, high) = (Figures.Percent(interval.Low), Figures.Percent(interval.High));
        return low == high ? "" : open + low + to + high + close;
    }

    private static string Amount(KpiDeclaration kpi, double value) => kpi.Unit is "" or "1" ? Figures.Short(value) : Figures.Short(value) + "\u00A0" + kpi.Unit;

    private static string List(string[] parts, string between, string last) =>
        parts.Length < 2 ? string.Concat(parts) : string.Join(between, parts[..^1]) + last + parts[^1];

    /// <summary>A title within a sentence: its first letter small, unless the word is an abbreviation.</summary>
    private static string Lower(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    private static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
