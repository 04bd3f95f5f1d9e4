namespace DigitalTwin.Water.Epanet.Reading;

// [OPTIONS] that are words; those that are numbers are in EpanetParser.OptionValues.cs.
internal sealed partial class EpanetParser
{
    private static readonly string[] OptionNames =
    [
        "UNITS", "PRESSURE", "HEADLOSS", "QUALITY", "UNBALANCED", "PATTERN", "DEMAND MODEL", "DEMAND MULTIPLIER", "EMITTER EXPONENT",
        "BACKFLOW ALLOWED", "VISCOSITY", "DIFFUSIVITY", "SPECIFIC GRAVITY", "TRIALS", "ACCURACY", "HEADERROR", "FLOWCHANGE", "MINIMUM PRESSURE",
        "REQUIRED PRESSURE", "PRESSURE EXPONENT", "TOLERANCE", "CHECKFREQ", "MAXCHECK", "DAMPLIMIT", "MAP", "HYDRAULICS",
    ];

    private void ReadOption()
    {
        KeepComment();
        if (!ReadChosenOption()) ReadOptionValue();
    }

    /// <summary>Reads an option whose value is a word; false when it is not one of these.</summary>
    private bool ReadChosenOption()
    {
        var options = file.Options;
        if (WordStarts(0, "UNIT"u8))
        {
            if (Valued(2)) options.FlowUnit = FlowUnitOf(1) ?? options.FlowUnit;
        }
        else if (WordStarts(0, "PRESSURE"u8) && !WordStarts(1, "EXP"u8))
        {
            if (Valued(2)) options.PressureUnit = PressureUnitOf(1) ?? options.PressureUnit;
        }
        else if (WordStarts(0, "HEADL"u8))
        {
            if (Valued(2)) options.HeadLoss = HeadLossOf(1) ?? options.HeadLoss;
        }
        else if (WordStarts(0, "HYDR"u8))
        {
            if (words > 2 && !WordStarts(1, "USE"u8) && !WordStarts(1, "SAVE"u8)) Say(1, $"HYDRAULICS is '{Shown(1)}', but USE or SAVE is expected.");
            else options.Other.Add(OptionText());
        }
        else if (WordStarts(0, "QUAL"u8))
        {
            if (Valued(2)) ReadQualityOption();
        }
        else if (WordStarts(0, "MAP"u8))
        {
            if (Valued(2)) options.MapFile = WordText(1);
        }
        else if (WordStarts(0, "VERI"u8))
        {
            options.Other.Add(OptionText());
        }
        else if (WordStarts(0, "UNBA"u8))
        {
            if (Valued(2)) ReadUnbalanced();
        }
        else if (WordStarts(0, "PATT"u8))
        {
            if (Valued(2)) options.DefaultPattern = WordText(1);
        }
        else if (WordStarts(0, "DEMAND"u8) && WordStarts(1, "MODEL"u8))
        {
            if (!Valued(3)) return true;
            if (WordStarts(2, "DDA"u8)) options.DemandModel = DemandModel.DemandDriven;
            else if (WordStarts(2, "PDA"u8)) options.DemandModel = DemandModel.PressureDriven;
            else Say(2, $"The demand model is '{Shown(2)}', but DDA or PDA is expected.");
        }
        else if (WordStarts(0, "BACK"u8) && WordStarts(1, "ALLOW"u8))
        {
            if (!Valued(3)) return true;
            if (WordStarts(2, "NO"u8)) options.EmitterBackflow = false;
            else if (WordStarts(2, "YES"u8)) options.EmitterBackflow = true;
            else Say(2, $"Whether backflow is allowed is '{Shown(2)}', but YES or NO is expected.");
        }
        else
        {
            return false;
        }
        return true;
    }

    /// <summary>Whether the option has a value; EPANET passes over one that has none.</summary>
    private bool Valued(int needed)
    {
        if (words >= needed) return true;
        Warn(0, $"The option '{Text(wordStart[0], wordStart[words - 1] + wordLength[words - 1])}' has no value and is left out.");
        return false;
    }

    private string OptionText() => Text(wordStart[0], commentStart).TrimEnd();

    private FlowUnit? FlowUnitOf(int word)
    {
        FlowUnit? unit =
            WordStarts(word, "CFS"u8) ? FlowUnit.CubicFeetPerSecond
            : WordStarts(word, "GPM"u8) ? FlowUnit.GallonsPerMinute
            : WordStarts(word, "AFD"u8) ? FlowUnit.AcreFeetPerDay
            : WordStarts(word, "MGD"u8) ? FlowUnit.MillionGallonsPerDay
            : WordStarts(word, "IMGD"u8) ? FlowUnit.MillionImperialGallonsPerDay
            : WordStarts(word, "LPS"u8) || WordStarts(word, "SI"u8) ? FlowUnit.LitresPerSecond
            : WordStarts(word, "LPM"u8) ? FlowUnit.LitresPerMinute
            : WordStarts(word, "CMH"u8) ? FlowUnit.CubicMetresPerHour
            : WordStarts(word, "CMD"u8) ? FlowUnit.CubicMetresPerDay
            : WordStarts(word, "MLD"u8) ? FlowUnit.MegalitresPerDay
            : WordStarts(word, "CMS"u8) ? FlowUnit.CubicMetresPerSecond : null;
        if (unit is null) Say(word, $"The flow unit is '{Shown(word)}', but CFS, GPM, MGD, IMGD, AFD, LPS, LPM, MLD, CMH, CMD or CMS is expected.{NearHint(word, "CFS", "GPM", "MGD", "IMGD", "AFD", "LPS", "LPM", "MLD", "CMH", "CMD", "CMS")}");
        return unit;
    }

    private PressureUnit? PressureUnitOf(int word)
    {
        PressureUnit? unit =
            WordStarts(word, "PSI"u8) ? PressureUnit.Psi
            : WordStarts(word, "KPA"u8) ? PressureUnit.Kilopascal
            : WordStarts(word, "METERS"u8) ? PressureUnit.Metre
            : WordStarts(word, "BAR"u8) ? PressureUnit.Bar
            : WordStarts(word, "FEET"u8) ? PressureUnit.Foot : null;
        if (unit is null) Say(word, $"The pressure unit is '{Shown(word)}', but PSI, KPA, METERS, BAR or FEET is expected.{NearHint(word, "PSI", "KPA", "METERS", "BAR", "FEET")}");
        return unit;
    }

    private HeadLossFormula? HeadLossOf(int word)
    {
        HeadLossFormula? formula =
            WordStarts(word, "H-W"u8) ? HeadLossFormula.HazenWilliams
            : WordStarts(word, "D-W"u8) ? HeadLossFormula.DarcyWeisbach
            : WordStarts(word, "C-M"u8) ? HeadLossFormula.ChezyManning : null;
        if (formula is null) Say(word, $"The head loss formula is '{Shown(word)}', but H-W, D-W or C-M is expected.{NearHint(word, "H-W", "D-W", "C-M")}");
        return formula;
    }

    private void ReadUnbalanced()
    {
        if (WordStarts(1, "STOP"u8)) file.Options.UnbalancedTrials = -1;
        else if (WordStarts(1, "CONT"u8)) file.Options.UnbalancedTrials = words > 2 ? (int)Math.Clamp(DecimalText.LeadingInteger(Word(2)), -1, int.MaxValue) : 0;
        else Say(1, $"UNBALANCED is '{Shown(1)}', but STOP or CONTINUE is expected.");
    }

    private void ReadQualityOption()
    {
        var options = file.Options;
        (options.ChemicalName, options.ChemicalUnit, options.TraceNode) = (null, null, null);
        if (WordStarts(1, "NONE"u8))
        {
            options.Quality = QualityKind.None;
        }
        else if (WordStarts(1, "AGE"u8))
        {
            options.Quality = QualityKind.Age;
        }
        else if (WordStarts(1, "TRACE"u8))
        {
            if (words < 3)
            {
                SayForm("QUALITY", "QUALITY TRACE node");
                return;
            }
            var node = Known(2, nodes, "node");
            if (node >= 0) (options.Quality, options.TraceNode) = (QualityKind.Trace, nodes[node].Id);
        }
        else
        {
            options.Quality = QualityKind.Chemical;
            if (!WordStarts(1, "CHEM"u8) || words > 2) options.ChemicalName = WordText(1);
            if (words > 2) options.ChemicalUnit = WordText(2);
        }
    }
}
