using System.Globalization;

namespace DigitalTwin.Simulation.Starting;

/// <summary>Lengths of time as a report says them, in the largest unit that leaves a small number.</summary>
internal static class StartWords
{
    /// <summary>In English: <c>40 s</c>, <c>12 min</c>, <c>3.5 h</c>, <c>8 d</c>.</summary>
    public static string Age(TimeSpan age) => In(age, "s", "min", "h", "d");

    /// <summary>In Chinese.</summary>
    public static string AgeZh(TimeSpan age) => In(age, "秒", "分钟", "小时", "天");

    private static string In(TimeSpan age, string seconds, string minutes, string hours, string days)
    {
        var (number, unit) = age.TotalMinutes < 1 ? (age.TotalSeconds, seconds)
            : age.TotalHours < 2 ? (age.TotalMinutes, minutes)
            : age.TotalDays < 2 ? (age.TotalHours, hours) : (age.TotalDays, days);
        return string.Create(CultureInfo.InvariantCulture, $"{number:0.#} {unit}");
    }
}
