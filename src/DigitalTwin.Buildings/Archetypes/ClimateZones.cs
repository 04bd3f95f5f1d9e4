namespace DigitalTwin.Buildings.Archetypes;

/// <summary>Names of the climate zones, and the zone of a climate.</summary>
public static class ClimateZones
{
    private static readonly (string Name, string Zh, ClimateZone Zone)[] All =
    [
        ("severe-cold", "严寒", ClimateZone.SevereCold), ("cold", "寒冷", ClimateZone.Cold), ("hscw", "夏热冬冷", ClimateZone.HotSummerColdWinter),
        ("hsww", "夏热冬暖", ClimateZone.HotSummerWarmWinter), ("mild", "温和", ClimateZone.Mild),
    ];

    /// <summary>Names that a person may write, as in <c>hscw</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(z => z.Name)];

    /// <summary>Short name of a zone.</summary>
    public static string NameOf(ClimateZone zone) => All[(int)zone].Name;

    /// <summary>Name of a zone in Chinese.</summary>
    public static string ChineseOf(ClimateZone zone) => All[(int)zone].Zh;

    /// <summary>The zone of a short or Chinese name; false when it is none.</summary>
    public static bool TryParse(string text, out ClimateZone zone)
    {
        var found = Array.FindIndex(All, z => z.Name == text || z.Zh == text);
        zone = found < 0 ? default : All[found].Zone;
        return found >= 0;
    }

    /// <summary>
    /// The zone of a climate by its degree days (GB 50176-2016, table 4.1.2, from memory; the bound of 2,000 K d between cold and hot-summer-cold-winter is confirmed by a second source):
    /// HDD18 at least 3,800 K d is severe cold, at least 2,000 cold; below that it is mild where CDD26 is below 10 K d, else hot summer with a cold winter from 700 K d on, with a warm one below.
    /// </summary>
    /// <param name="heating">HDD18, K d a year.</param>
    /// <param name="cooling">CDD26, K d a year.</param>
    public static ClimateZone Of(double heating, double cooling) => (heating, cooling) switch
    {
        ( >= 3800, _) => ClimateZone.SevereCold,
        ( >= 2000, _) => ClimateZone.Cold,
        (_, < 10) => ClimateZone.Mild,
        ( >= 700, _) => ClimateZone.HotSummerColdWinter,
        _ => ClimateZone.HotSummerWarmWinter,
    };

    /// <summary>Degree days of hourly temperatures by their daily means: HDD18 = Σ max(0, 18 − T), CDD26 = Σ max(0, T − 26), K d. Hours after the last full day are left out; a day with a gap (NaN) counts nothing.</summary>
    /// <param name="temperature">Dry bulb by hour, °C, from a midnight on.</param>
    public static (double Heating, double Cooling) DegreeDays(ReadOnlySpan<double> temperature)
    {
        var (heating, cooling) = (0.0, 0.0);
        for (var day = 0; day + 24 <= temperature.Length; day += 24)
        {
            var mean = 0.0;
            for (var hour = 0; hour < 24; hour++) mean += temperature[day + hour] / 24;
            if (mean < 18) heating += 18 - mean;
            if (mean > 26) cooling += mean - 26;
        }
        return (heating, cooling);
    }
}
