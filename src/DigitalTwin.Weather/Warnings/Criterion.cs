using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Weather.Warnings;

/// <summary>What a criterion measures.</summary>
public enum Measure
{
    /// <summary>Rain in a window, mm, at least.</summary>
    RainSum,

    /// <summary>Snow in a window, mm of water, at least.</summary>
    SnowSum,

    /// <summary>Mean wind, force, at least.</summary>
    MeanWind,

    /// <summary>Gust, force, at least.</summary>
    Gust,

    /// <summary>Highest temperature, degC, above.</summary>
    HighestTemperature,

    /// <summary>A run of days whose highest temperature is above a value, degC.</summary>
    HotDays,

    /// <summary>Fall of the lowest temperature against that of the 24 hours before, K, at least.</summary>
    TemperatureDrop,

    /// <summary>Lowest temperature, degC, at most.</summary>
    LowestTemperature,

    /// <summary>Lowest temperature of the ground, degC, below.</summary>
    LowestGroundTemperature,

    /// <summary>Visibility in fog, m, below.</summary>
    FogVisibility,

    /// <summary>Visibility in haze, m, below.</summary>
    HazeVisibility,

    /// <summary>Visibility in blowing dust, m, below.</summary>
    DustVisibility,

    /// <summary>Precipitation on a road whose surface is below a temperature, degC.</summary>
    IcyRoad,

    /// <summary>A phenomenon that is forecast with at least a likelihood.</summary>
    Phenomenon,
}

/// <summary>One condition of a signal's level: a measure, a window and a limit.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Hours">Window, h.</param>
/// <param name="Limit">The limit in the measure's unit; a force for wind, a <see cref="Likelihood"/> for a phenomenon.</param>
/// <param name="Days">For <see cref="Measure.HotDays"/>, how many in a row.</param>
/// <param name="Kind">For <see cref="Measure.Phenomenon"/>, which.</param>
public sealed record Criterion(Measure Measure, double Hours, double Limit, int Days = 1, PhenomenonKind Kind = PhenomenonKind.TropicalCyclone)
{
    /// <summary>The condition as a forecast says it.</summary>
    public LocalizedText Wording
    {
        get
        {
            string x = FormattableString.Invariant($"{Limit}"), h = FormattableString.Invariant($"{Hours}");
            return Measure switch
            {
                Measure.RainSum => new($"{x} mm or more of rain within {h} h", $"{h}小时内降雨量将达{x}毫米以上"),
                Measure.SnowSum => new($"{x} mm or more of snow (as water) within {h} h", $"{h}小时内降雪量将达{x}毫米以上"),
                Measure.MeanWind => new($"mean wind of force {x} or more within {h} h", $"{h}小时内平均风力可达{x}级以上"),
                Measure.Gust => new($"gusts of force {x} or more within {h} h", $"{h}小时内阵风可达{x}级以上"),
                Measure.HighestTemperature => new($"temperatures above {x} °C within {h} h", $"{h}小时内最高气温将升至{x}℃以上"),
                Measure.HotDays => new($"highest temperatures above {x} °C on {Days} days in a row", $"连续{Days}天日最高气温将在{x}℃以上"),
                Measure.TemperatureDrop => new($"a fall of the lowest temperature by {x} K or more within {h} h", $"{h}小时内最低气温将下降{x}℃以上"),
                Measure.LowestTemperature => new($"temperatures of {x} °C or less", $"最低气温小于等于{x}℃"),
                Measure.LowestGroundTemperature => new($"ground temperatures below {x} °C within {h} h", $"{h}小时内地面最低温度将降至{x}℃以下"),
                Measure.FogVisibility => new($"fog with less than {x} m of visibility within {h} h", $"{h}小时内可能出现能见度小于{x}米的雾"),
                Measure.HazeVisibility => new($"haze with less than {x} m of visibility within {h} h", $"{h}小时内可能出现能见度小于{x}米的霾"),
                Measure.DustVisibility => new($"blowing dust with less than {x} m of visibility within {h} h", $"{h}小时内可能出现能见度小于{x}米的沙尘天气"),
                Measure.IcyRoad => new($"precipitation on roads below {x} °C within {h} h", $"路表温度低于{x}℃且出现降水，{h}小时内可能出现道路结冰"),
                _ => Phenomena(h),
            };
        }
    }

    private LocalizedText Phenomena(string hours)
    {
        var (en, zh) = Kind switch
        {
            PhenomenonKind.TropicalCyclone => ("a tropical cyclone", "热带气旋影响"),
            PhenomenonKind.Thunder => ("thunder and lightning", "雷电活动"),
            PhenomenonKind.Hail => ("hail", "冰雹天气"),
            PhenomenonKind.Dust => ("blowing dust", "沙尘天气"),
            _ => Limit >= 3 ? ("an extreme drought", "特旱") : ("a severe drought", "重旱"),
        };
        if (Kind == PhenomenonKind.Drought) return new(en, $"气象干旱将达到{zh}");
        var (surely, surelyZh) = (int)Limit switch { 1 => ("possibly", "可能有"), 2 => ("likely", "很可能有"), _ => ("very likely", "极有可能有") };
        return new($"{surely} {en} within {hours} h", $"{hours}小时内{surelyZh}{zh}");
    }
}
