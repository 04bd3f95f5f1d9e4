namespace DigitalTwin.Water.Epanet.Reading;

// [OPTIONS] that are numbers.
internal sealed partial class EpanetParser
{
    private const double LeastPressureRange = 0.1;

    private void ReadOptionValue()
    {
        if (WordStarts(0, "SEGM"u8))
        {
            file.Options.Other.Add(OptionText());
            return;
        }
        var at = WordStarts(0, "SPEC"u8) || WordStarts(0, "EMIT"u8) || WordStarts(0, "DEMAND"u8) || WordStarts(0, "MINI"u8)
            || WordStarts(0, "REQ"u8) || WordStarts(0, "PRESSURE"u8) || WordStarts(0, "PREC"u8) ? 2 : 1;
        if (!IsOptionValue())
        {
            if (words < 2)
            {
                Warn(0, $"'{Shown(0)}' is not an option and is left out, as EPANET does with a word alone.{NearHintOf(Shown(0), OptionNames)}");
                return;
            }
            Say(0, $"'{Shown(0)}' is not an option.{NearHintOf(words > 2 ? $"{Shown(0)} {Shown(1)}" : Shown(0), OptionNames)}");
            return;
        }
        if (!Valued(at + 1)) return;
        if (MayBeZero())
        {
            if (NotNegative(at, OptionName(at), out var value)) SetFromZero(at, value);
        }
        else if (Positive(at, OptionName(at), out var value))
        {
            SetPositive(at, value);
        }
    }

    private bool IsOptionValue() => MayBeZero()
        || WordStarts(0, "VISC"u8) || WordStarts(0, "SPEC"u8) || WordStarts(0, "TRIAL"u8) || WordStarts(0, "ACCU"u8) || WordStarts(0, "HTOL"u8)
        || WordStarts(0, "QTOL"u8) || WordStarts(0, "RQTOL"u8) || WordStarts(0, "CHECKFREQ"u8) || WordStarts(0, "MAXCHECK"u8)
        || WordStarts(0, "EMIT"u8) || WordStarts(0, "DEMAND"u8);

    private bool MayBeZero() =>
        WordStarts(0, "TOLER"u8) || WordStarts(0, "DIFF"u8) || WordStarts(0, "DAMPLIMIT"u8) || WordStarts(0, "FLOWCHANGE"u8)
        || WordStarts(0, "HEADERROR"u8) || WordStarts(0, "MINI"u8) || WordStarts(0, "REQ"u8) || WordStarts(0, "PRESSURE"u8);

    private string OptionName(int at) => Text(wordStart[0], wordStart[at - 1] + wordLength[at - 1]).ToUpperInvariant();

    private void SetFromZero(int at, double value)
    {
        var options = file.Options;
        if (WordStarts(0, "TOLER"u8)) options.QualityTolerance = value;
        else if (WordStarts(0, "DIFF"u8)) options.Diffusivity = value;
        else if (WordStarts(0, "DAMPLIMIT"u8)) options.DampLimit = value;
        else if (WordStarts(0, "FLOWCHANGE"u8)) options.FlowChange = value;
        else if (WordStarts(0, "HEADERROR"u8)) options.HeadError = value;
        else if (WordStarts(0, "PRESSURE"u8)) options.PressureExponent = value;
        else if (WordStarts(0, "MINI"u8))
        {
            if (options.RequiredPressure is { } required && required != LeastPressureRange && required - value < LeastPressureRange) SayPressures(at, value, required);
            else options.MinimumPressure = value;
        }
        else if (value - (options.MinimumPressure ?? 0) < LeastPressureRange)
        {
            SayPressures(at, options.MinimumPressure ?? 0, value);
        }
        else
        {
            options.RequiredPressure = value;
        }
    }

    private void SayPressures(int at, double minimum, double required) =>
        Say(at, $"The required pressure is {required} and the minimum pressure {minimum}, but the first must be greater by {LeastPressureRange} at least.");

    private void SetPositive(int at, double value)
    {
        var options = file.Options;
        if (WordStarts(0, "VISC"u8)) options.Viscosity = value;
        else if (WordStarts(0, "SPEC"u8)) options.SpecificGravity = value;
        else if (WordStarts(0, "TRIAL"u8)) options.Trials = Whole(value);
        else if (WordStarts(0, "ACCU"u8)) options.Accuracy = value;
        else if (WordStarts(0, "CHECKFREQ"u8)) options.CheckFrequency = Whole(value);
        else if (WordStarts(0, "MAXCHECK"u8)) options.MaxCheck = Whole(value);
        else if (WordStarts(0, "EMIT"u8)) options.EmitterExponent = value;
        else if (WordStarts(0, "DEMAND"u8)) options.DemandMultiplier = value;
        else if (WordStarts(0, "RQTOL"u8) && value >= 1) Say(at, $"RQTOL is {Shown(at)}, but must be less than 1.");
        else options.Other.Add(OptionText());
    }

    private static int Whole(double value) => (int)Math.Min(value, int.MaxValue);
}
