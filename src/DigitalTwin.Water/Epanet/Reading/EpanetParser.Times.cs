namespace DigitalTwin.Water.Epanet.Reading;

// [TIMES]
internal sealed partial class EpanetParser
{
    private static readonly string[] TimeNames =
    [
        "DURATION", "HYDRAULIC TIMESTEP", "QUALITY TIMESTEP", "RULE TIMESTEP", "PATTERN TIMESTEP", "PATTERN START", "REPORT TIMESTEP", "REPORT START",
        "START CLOCKTIME", "STATISTIC",
    ];

    private void ReadTime()
    {
        KeepComment();
        if (words < 2)
        {
            SayForm("A time", "name value [unit]");
            return;
        }
        if (WordStarts(0, "STAT"u8))
        {
            file.Times.Statistic = StatisticOf(words - 1) ?? file.Times.Statistic;
            return;
        }
        if (Seconds() is not { } seconds) return;
        var times = file.Times;
        if (WordStarts(0, "DURA"u8)) times.Duration = seconds;
        else if (WordStarts(0, "HYDR"u8)) times.HydraulicStep = seconds;
        else if (WordStarts(0, "QUAL"u8)) times.QualityStep = seconds;
        else if (WordStarts(0, "RULE"u8)) times.RuleStep = seconds;
        else if (WordStarts(0, "MINI"u8)) Warn(0, $"'{Shown(0)} {Shown(1)}' has had no meaning since EPANET 2 and is left out.");
        else if (WordStarts(0, "PATT"u8) && WordStarts(1, "TIME"u8)) times.PatternStep = seconds;
        else if (WordStarts(0, "PATT"u8) && WordStarts(1, "STAR"u8)) times.PatternStart = seconds;
        else if (WordStarts(0, "REPO"u8) && WordStarts(1, "TIME"u8)) times.ReportStep = seconds;
        else if (WordStarts(0, "REPO"u8) && WordStarts(1, "STAR"u8)) times.ReportStart = seconds;
        else if (WordStarts(0, "STAR"u8)) times.StartClockTime = seconds % 86_400;
        else
        {
            var known = WordStarts(0, "PATT"u8) || WordStarts(0, "REPO"u8) ? 1 : 0;
            var name = known == 1 ? $"{Shown(0)} {Shown(1)}" : Shown(0);
            Say(known, $"'{name}' is not a time; {string.Join(", ", TimeNames)} are.{NearHintOf(words > 2 ? $"{Shown(0)} {Shown(1)}" : name, TimeNames)}");
        }
    }

    /// <summary>The time at the end of the line: the last word alone, or a number and its unit. EPANET rounds to whole seconds.</summary>
    private long? Seconds()
    {
        double hours;
        if (DecimalText.Read(Word(words - 1), out var number) == DecimalVerdict.Number)
        {
            hours = number is >= 0 and < 1e9 ? number : Hours(words - 1, -1);
        }
        else
        {
            hours = HoursText.Read(Word(words - 1), default, out _);
            if (double.IsNaN(hours)) hours = words > 2 ? Hours(words - 2, words - 1) : Hours(words - 1, -1);
        }
        return double.IsNaN(hours) ? null : (long)(3600.0 * hours + 0.5);
    }

    private ReportStatistic? StatisticOf(int word)
    {
        if (WordStarts(word, "NO"u8)) return ReportStatistic.None;
        if (WordStarts(word, "AVERAGE"u8)) return ReportStatistic.Average;
        if (WordStarts(word, "MINIMUM"u8)) return ReportStatistic.Minimum;
        if (WordStarts(word, "MAXIMUM"u8)) return ReportStatistic.Maximum;
        if (WordStarts(word, "RANGE"u8)) return ReportStatistic.Range;
        Say(word, $"The statistic is '{Shown(word)}', but NONE, AVERAGE, MINIMUM, MAXIMUM or RANGE is expected.");
        return null;
    }

    private static string NearHintOf(string found, string[] names) => Numerics.Diagnostics.NearestName.Hint(found.ToUpperInvariant(), names);
}
