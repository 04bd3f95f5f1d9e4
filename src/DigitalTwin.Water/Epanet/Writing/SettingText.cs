namespace DigitalTwin.Water.Epanet.Writing;

/// <summary>[TIMES] and [OPTIONS]: a line for everything that the file says.</summary>
internal static class SettingText
{
    public static void Write(EpanetTimes times, InpText text)
    {
        Time("DURATION", times.Duration);
        Time("HYDRAULIC TIMESTEP", times.HydraulicStep);
        Time("QUALITY TIMESTEP", times.QualityStep);
        Time("RULE TIMESTEP", times.RuleStep);
        Time("PATTERN TIMESTEP", times.PatternStep);
        Time("PATTERN START", times.PatternStart);
        Time("REPORT TIMESTEP", times.ReportStep);
        Time("REPORT START", times.ReportStart);
        Time("START CLOCKTIME", times.StartClockTime);
        if (times.Statistic is { } statistic) text.Keyword("STATISTIC").Keyword(statistic.ToString().ToUpperInvariant()).End();

        void Time(string name, long? seconds)
        {
            if (seconds is { } s) text.Keyword(name).Keyword(HoursWords.OfSeconds(s)).End();
        }
    }

    public static void Write(EpanetOptions options, InpText text)
    {
        Choice("UNITS", options.FlowUnit is { } flow ? Word(flow) : null);
        Choice("PRESSURE", options.PressureUnit switch
        {
            null => null,
            PressureUnit.Psi => "PSI",
            PressureUnit.Kilopascal => "KPA",
            PressureUnit.Metre => "METERS",
            PressureUnit.Bar => "BAR",
            _ => "FEET",
        });
        Choice("HEADLOSS", options.HeadLoss switch
        {
            null => null,
            HeadLossFormula.HazenWilliams => "H-W",
            HeadLossFormula.DarcyWeisbach => "D-W",
            _ => "C-M",
        });
        Choice("DEMAND MODEL", options.DemandModel switch { null => null, DemandModel.PressureDriven => "PDA", _ => "DDA" });
        Value("MINIMUM PRESSURE", options.MinimumPressure);
        Value("REQUIRED PRESSURE", options.RequiredPressure);
        Value("PRESSURE EXPONENT", options.PressureExponent);
        Value("SPECIFIC GRAVITY", options.SpecificGravity);
        Value("VISCOSITY", options.Viscosity);
        Value("DIFFUSIVITY", options.Diffusivity);
        Value("TRIALS", options.Trials);
        Value("ACCURACY", options.Accuracy);
        Value("HEADERROR", options.HeadError);
        Value("FLOWCHANGE", options.FlowChange);
        Choice("UNBALANCED", options.UnbalancedTrials switch { null => null, < 0 => "STOP", { } trials => $"CONTINUE\t{trials}" });
        Value("CHECKFREQ", options.CheckFrequency);
        Value("MAXCHECK", options.MaxCheck);
        Value("DAMPLIMIT", options.DampLimit);
        Named("PATTERN", options.DefaultPattern);
        Value("DEMAND MULTIPLIER", options.DemandMultiplier);
        Value("EMITTER EXPONENT", options.EmitterExponent);
        Choice("BACKFLOW ALLOWED", options.EmitterBackflow switch { null => null, true => "YES", _ => "NO" });
        WriteQuality(options, text);
        Value("TOLERANCE", options.QualityTolerance);
        Named("MAP", options.MapFile);
        foreach (var line in options.Other) text.Line(line);

        void Choice(string name, string? word)
        {
            if (word is not null) text.Keyword(name).Keyword(word).End();
        }

        void Value(string name, double? value)
        {
            if (value is { } number) text.Keyword(name).Number(number).End();
        }

        void Named(string name, string? word)
        {
            if (word is not null) text.Keyword(name).Word(word).End();
        }
    }

    private static void WriteQuality(EpanetOptions options, InpText text)
    {
        switch (options.Quality)
        {
            case null: return;
            case QualityKind.None: text.Keyword("QUALITY").Keyword("NONE").End(); return;
            case QualityKind.Age: text.Keyword("QUALITY").Keyword("AGE").End(); return;
            case QualityKind.Trace: text.Keyword("QUALITY").Keyword("TRACE").Word(options.TraceNode!).End(); return;
        }
        text.Keyword("QUALITY").Word(options.ChemicalName ?? "CHEMICAL");
        if (options.ChemicalUnit is not null) text.Word(options.ChemicalUnit);
        text.End();
    }

    private static string Word(FlowUnit unit) => unit switch
    {
        FlowUnit.CubicFeetPerSecond => "CFS",
        FlowUnit.MillionGallonsPerDay => "MGD",
        FlowUnit.MillionImperialGallonsPerDay => "IMGD",
        FlowUnit.AcreFeetPerDay => "AFD",
        FlowUnit.LitresPerSecond => "LPS",
        FlowUnit.LitresPerMinute => "LPM",
        FlowUnit.MegalitresPerDay => "MLD",
        FlowUnit.CubicMetresPerHour => "CMH",
        FlowUnit.CubicMetresPerDay => "CMD",
        FlowUnit.CubicMetresPerSecond => "CMS",
        _ => "GPM",
    };
}
