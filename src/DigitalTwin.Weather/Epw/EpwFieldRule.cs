namespace DigitalTwin.Weather.Epw;

/// <summary>
/// What the data dictionary says of one field: when a value means "missing", and which values are believed. Where real files depart from the
/// dictionary the rule follows the files, and says so.
/// </summary>
internal readonly record struct EpwFieldRule(
    EpwField Field, string Name, string Unit, double Missing, bool MissingIsExact, double Least, double Most, bool KeepsOutside = false)
{
    /// <summary>The rules in the order of the fields; index = field number, null where a field has none.</summary>
    public static readonly EpwFieldRule?[] ByNumber = Build();

    /// <summary>Whether a number is the field's way to say "not measured".</summary>
    public bool IsMissing(double value) => MissingIsExact ? value == Missing : value >= Missing;

    /// <summary>Whether a number can be meant.</summary>
    public bool IsPlausible(double value) => value >= Least && value <= Most;

    private static EpwFieldRule?[] Build()
    {
        const double none = double.MaxValue;
        EpwFieldRule[] rules =
        [
            new(EpwField.DryBulb, "dry bulb temperature", "degC", 99.9, false, -70, 70),
            new(EpwField.DewPoint, "dew point temperature", "degC", 99.9, false, -70, 70),
            new(EpwField.RelativeHumidity, "relative humidity", "%", 999, false, 0, 110),
            new(EpwField.Pressure, "atmospheric pressure", "Pa", 999999, false, 31000, 120000),
            new(EpwField.ExtraterrestrialHorizontal, "extraterrestrial horizontal radiation", "Wh/m2", 9999, false, 0, none),
            new(EpwField.ExtraterrestrialDirectNormal, "extraterrestrial direct normal radiation", "Wh/m2", 9999, false, 0, none),
            new(EpwField.InfraredFromSky, "infrared radiation from the sky", "Wh/m2", 9999, false, 0, none),
            new(EpwField.GlobalHorizontal, "global horizontal radiation", "Wh/m2", 9999, false, 0, none),
            new(EpwField.DirectNormal, "direct normal radiation", "Wh/m2", 9999, false, 0, none),
            new(EpwField.DiffuseHorizontal, "diffuse horizontal radiation", "Wh/m2", 9999, false, 0, none),
            new(EpwField.GlobalIlluminance, "global horizontal illuminance", "lux", 999900, false, 0, none),
            new(EpwField.DirectNormalIlluminance, "direct normal illuminance", "lux", 999900, false, 0, none),
            new(EpwField.DiffuseIlluminance, "diffuse horizontal illuminance", "lux", 999900, false, 0, none),

            // The dictionary says ">= 9999 is missing", but a bright zenith is brighter than that: the Wuhan file holds 57,080 cd/m2.
            new(EpwField.ZenithLuminance, "zenith luminance", "cd/m2", 9999, true, 0, 99999),
            new(EpwField.WindDirection, "wind direction", "degrees", 999, false, 0, 360),

            // 40 m/s is the dictionary's limit; typhoons pass it, so a higher speed is kept and only pointed out.
            new(EpwField.WindSpeed, "wind speed", "m/s", 999, false, 0, 40, KeepsOutside: true),
            new(EpwField.TotalSkyCover, "total sky cover", "tenths", 99, false, 0, 10),
            new(EpwField.OpaqueSkyCover, "opaque sky cover", "tenths", 99, false, 0, 10),
            new(EpwField.Visibility, "visibility", "km", 9999, false, 0, none),
            new(EpwField.CeilingHeight, "ceiling height", "m", 99999, false, 0, none),
            new(EpwField.PresentWeatherObservation, "present weather observation", "", 9, false, 0, 9),
            new(EpwField.PrecipitableWater, "precipitable water", "mm", 999, false, 0, none),

            // .999 as documented; a file in thousandths (44 for .044) keeps its values.
            new(EpwField.AerosolOpticalDepth, "aerosol optical depth", "", 0.999, true, 0, 998),

            // SWERA files write 899 where others write 999.
            new(EpwField.SnowDepth, "snow depth", "cm", 899, false, 0, none),
            new(EpwField.DaysSinceSnowfall, "days since last snowfall", "d", 99, false, 0, none),
            new(EpwField.Albedo, "albedo", "", 999, false, 0, 1),
            new(EpwField.LiquidPrecipitation, "liquid precipitation depth", "mm", 999, false, 0, none),
            new(EpwField.LiquidPrecipitationDuration, "liquid precipitation duration", "h", 99, false, 0, none),
        ];
        var table = new EpwFieldRule?[36];
        foreach (var rule in rules) table[(int)rule.Field] = rule;
        return table;
    }
}
