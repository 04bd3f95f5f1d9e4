using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Simulation.Results.Comparing;

/// <summary>A comparison as plain text for a terminal: the answers, then the KPIs in aligned columns.</summary>
public static class ComparisonText
{
    /// <summary>Writes it in a language, <c>zh</c> or anything else for English.</summary>
    public static void Write(Comparison comparison, TextWriter output, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(output);
        var first = comparison.Contenders[0].Manifest;
        output.WriteLine(comparison.OneScenario ? first.Title.In(language) : Say("Runs compared", "运行对比"));
        if (comparison.OneScenario && first.Question is { } question) output.WriteLine(question.In(language));
        output.WriteLine();
        for (var c = 0; c < comparison.Contenders.Count; c++)
            output.WriteLine($"{comparison.Contenders[c].Title.In(language)}: {Sentences.For(comparison, c).In(language)}");
        output.WriteLine();
        Table(comparison, output, language);
        output.WriteLine();
        output.WriteLine(Sentences.Confidence(comparison).In(language));

        string Say(string en, string zh) => new LocalizedText(en, zh).In(language);
    }

    private static void Table(Comparison comparison, TextWriter output, string language)
    {
        var rows = new List<string[]> { Heads(language) };
        foreach (var (kpi, cells) in comparison.Kpis)
            for (var c = 0; c < cells.Count; c++)
                rows.Add([c == 0 ? $"{kpi.Title.In(language)}{(kpi.Unit is "" or "1" ? "" : $" ({kpi.Unit})")}" : "", comparison.Contenders[c].Title.In(language), .. Cells(cells[c], language)]);
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => Width(row[column]))).ToArray();
        for (var r = 0; r < rows.Count; r++)
        {
            output.WriteLine(string.Join("  ", rows[r].Select((cell, i) => Pad(cell, widths[i], right: i is > 1 and < 6))).TrimEnd());
            if (r == 0) output.WriteLine(string.Join("  ", widths.Select(w => new string('─', w))));
        }
    }

    private static string[] Heads(string language) => language == "zh"
        ? ["指标", "方案", "均值", "差异", "%", "95 % 区间", ""]
        : ["KPI", "variant", "mean", "difference", "%", "95 % interval", ""];

    private static string[] Cells(KpiCell cell, string language)
    {
        var difference = cell.Difference;
        return
        [
            Figures.Of(cell.Sample.Mean),
            difference is null ? "" : Figures.Signed(difference.Estimate),
            difference?.Percent is { } percent ? Figures.Percent(percent) : "",
            difference is { Interval: { } interval, Verdict: not Verdict.Same } ? $"{Figures.Signed(interval.Low)} … {Figures.Signed(interval.High)}" : "",
            difference is null ? "" : VerdictWords.Of(difference.Verdict).In(language),
        ];
    }

    private static string Pad(string text, int width, bool right)
    {
        var blanks = new string(' ', width - Width(text));
        return right ? blanks + text : text + blanks;
    }

    /// <summary>Columns a text takes in a terminal: two for East Asian wide characters.</summary>
    private static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
        return width;
    }
}
