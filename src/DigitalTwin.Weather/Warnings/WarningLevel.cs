using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Weather.Warnings;

/// <summary>The level of a warning signal.</summary>
public enum WarningLevel
{
    /// <summary>No signal.</summary>
    None,

    /// <summary>Blue, level IV, ordinary.</summary>
    Blue,

    /// <summary>Yellow, level III, fairly serious.</summary>
    Yellow,

    /// <summary>Orange, level II, serious.</summary>
    Orange,

    /// <summary>Red, level I, very serious.</summary>
    Red,
}

/// <summary>What is done with a signal.</summary>
public enum WarningAction
{
    /// <summary>A signal is issued where there was none (发布).</summary>
    Issue,

    /// <summary>A signal is replaced by a higher one (升级).</summary>
    Upgrade,

    /// <summary>A signal is replaced by a lower one (降级).</summary>
    Downgrade,

    /// <summary>A signal is lifted (解除).</summary>
    Lift,
}

/// <summary>The names of the levels.</summary>
public static class WarningLevels
{
    private static readonly LocalizedText[] Names =
        [new("no signal", "无"), new("blue", "蓝色"), new("yellow", "黄色"), new("orange", "橙色"), new("red", "红色")];

    private static readonly LocalizedText[] Grades =
        [new("", ""), new("IV, ordinary", "Ⅳ级/一般"), new("III, fairly serious", "Ⅲ级/较重"), new("II, serious", "Ⅱ级/严重"), new("I, very serious", "Ⅰ级/特别严重")];

    /// <summary>The colour.</summary>
    public static LocalizedText Name(this WarningLevel level) => Names[(int)level];

    /// <summary>The grade as messages give it.</summary>
    public static LocalizedText Grade(this WarningLevel level) => Grades[(int)level];
}
