using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Explanation;

namespace DigitalTwin.Simulation.Starting;

/// <summary>A start report for a person: the same words in the terminal and on the page.</summary>
public static class StartText
{
    /// <summary>The heads of the table.</summary>
    public static IReadOnlyList<LocalizedText> Heads { get; } =
        [new("what", "数据"), new("taken", "采用"), new("age: newest, median, oldest", "时效：最新、中位、最旧"), new("otherwise", "其余")];

    /// <summary>One sentence: from where, and to when.</summary>
    public static LocalizedText Headline(StartReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var from = report.Instant.ToOffset(report.RunStart.Offset);
        return new(
            $"The run begins at {report.RunStart:yyyy-MM-dd HH:mm:ss} with the state of the world '{report.World}' at {from:yyyy-MM-dd HH:mm:ss} (content {report.Hash[..12]}).",
            $"模拟自 {report.RunStart:yyyy-MM-dd HH:mm:ss} 起，采用世界“{report.World}”在 {from:yyyy-MM-dd HH:mm:ss} 的状态（内容 {report.Hash[..12]}）。");
    }

    /// <summary>The cells of a line.</summary>
    public static IReadOnlyList<LocalizedText> Cells(StartLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return [new($"{line.AssetType} {line.Property}"), Taken(line), Ages(line), Otherwise(line)];
    }

    /// <summary>Writes the report to a terminal.</summary>
    public static void Write(StartReport report, TextWriter output, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(Headline(report).In(language));
        var table = new TextTable([.. Heads.Select(h => h.In(language))]);
        foreach (var line in report.Lines) table.Add([.. Cells(line).Select(c => c.In(language))]);
        if (report.Lines.Count > 0) table.Write(output);
        foreach (var remark in report.Remarks) output.WriteLine($"  · {remark.In(language)}");
    }

    /// <summary>What two reports have in common when they say the same.</summary>
    internal static string Fingerprint(StartReport report) =>
        string.Join('\n', [Headline(report).En, .. report.Lines.SelectMany(Cells).Select(c => c.En), .. report.Remarks.Select(r => r.En)]);

    private static LocalizedText Taken(StartLine line)
    {
        var (en, zh) = (new List<string>(), new List<string>());
        Add(line.Simulated, "simulated", "模拟");
        Add(line.ByHand, "by hand", "人工设定");
        var more = en.Count > 0 ? ($" ({string.Join(", ", en)})", $"（{string.Join("，", zh)}）") : ("", "");
        return line.IsKept ? new($"kept: {line.Taken}{more.Item1}", $"保留 {line.Taken}{more.Item2}") : new($"{line.Taken} of {line.Assets}{more.Item1}", $"{line.Taken} / {line.Assets}{more.Item2}");

        void Add(int count, string word, string wordZh)
        {
            if (count == 0) return;
            en.Add($"{count} {word}");
            zh.Add($"{wordZh} {count}");
        }
    }

    private static LocalizedText Ages(StartLine line)
    {
        if (line is not { Newest: { } newest, Median: { } median, Oldest: { } oldest }) return new("");
        if (line.Taken == 1) return new(StartWords.Age(newest), StartWords.AgeZh(newest));
        return new($"{StartWords.Age(newest)}, {StartWords.Age(median)}, {StartWords.Age(oldest)}", $"{StartWords.AgeZh(newest)}、{StartWords.AgeZh(median)}、{StartWords.AgeZh(oldest)}");
    }

    private static LocalizedText Otherwise(StartLine line)
    {
        if (line.Otherwise is not { } otherwise) return new("for domains that will use it", "供后续领域使用");
        var rest = line.Assets - line.Taken;
        if (rest <= 0) return new("");
        var (en, zh) = (new List<string>(), new List<string>());
        if (line.Stale > 0) (en, zh) = ([.. en, $"{line.Stale} too old"], [.. zh, $"{line.Stale} 个过时"]);
        if (line.Unusable > 0) (en, zh) = ([.. en, $"{line.Unusable} of no use"], [.. zh, $"{line.Unusable} 个不可用"]);
        return new($"{rest}: {otherwise.En}{(en.Count > 0 ? $" ({string.Join(", ", en)})" : "")}", $"{rest}：{otherwise.Zh}{(zh.Count > 0 ? $"（{string.Join("，", zh)}）" : "")}");
    }
}
