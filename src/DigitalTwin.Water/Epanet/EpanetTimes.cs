namespace DigitalTwin.Water.Epanet;

/// <summary>What a report keeps of a series of times ([TIMES] STATISTIC).</summary>
public enum ReportStatistic
{
    /// <summary>Every time.</summary>
    None,

    /// <summary>Averages.</summary>
    Average,

    /// <summary>Minima.</summary>
    Minimum,

    /// <summary>Maxima.</summary>
    Maximum,

    /// <summary>Differences between maxima and minima.</summary>
    Range,
}

/// <summary>[TIMES], in s; null where the file says nothing and EPANET's default holds.</summary>
public sealed record EpanetTimes
{
    /// <summary>DURATION; default 0, a single steady solution.</summary>
    public long? Duration { get; set; }

    /// <summary>HYDRAULIC TIMESTEP; default 3600, cut to the pattern and report steps.</summary>
    public long? HydraulicStep { get; set; }

    /// <summary>QUALITY TIMESTEP; default a tenth of the hydraulic step.</summary>
    public long? QualityStep { get; set; }

    /// <summary>RULE TIMESTEP; default a tenth of the hydraulic step.</summary>
    public long? RuleStep { get; set; }

    /// <summary>PATTERN TIMESTEP; default 3600.</summary>
    public long? PatternStep { get; set; }

    /// <summary>PATTERN START; default 0.</summary>
    public long? PatternStart { get; set; }

    /// <summary>REPORT TIMESTEP; default 3600; 0 stands for the pattern step.</summary>
    public long? ReportStep { get; set; }

    /// <summary>REPORT START; default 0.</summary>
    public long? ReportStart { get; set; }

    /// <summary>START CLOCKTIME, s of the day; default 0, midnight.</summary>
    public long? StartClockTime { get; set; }

    /// <summary>STATISTIC; default none.</summary>
    public ReportStatistic? Statistic { get; set; }

    /// <summary>The times that a simulation runs with, after EPANET's adjustments.</summary>
    public WaterTimes ToWaterTimes()
    {
        var pattern = PatternStep ?? 3600;
        if (pattern <= 0) pattern = 3600;
        var report = ReportStep ?? 3600;
        if (report == 0) report = pattern;
        var hydraulic = HydraulicStep ?? 3600;
        if (hydraulic <= 0) hydraulic = 3600;
        hydraulic = Math.Min(hydraulic, Math.Min(pattern, report));
        var duration = Duration ?? 0;
        var start = ReportStart ?? 0;
        var rule = RuleStep ?? 0;
        if (rule == 0) rule = hydraulic / 10;
        return new()
        {
            Duration = duration,
            HydraulicStep = hydraulic,
            PatternStep = pattern,
            PatternStart = PatternStart ?? 0,
            ReportStep = report,
            ReportStart = start > duration ? 0 : start,
            RuleStep = Math.Min(rule, hydraulic),
            StartClockTime = StartClockTime ?? 0,
        };
    }
}
