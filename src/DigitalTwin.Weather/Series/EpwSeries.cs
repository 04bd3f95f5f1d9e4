using DigitalTwin.Numerics.Text;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Weather.Series;

/// <summary>
/// Makes a series of an EPW file. Its year is taken as a typical one: any period of any year finds its month, day and hour. Short gaps are bridged
/// linearly, longer ones take the same hour of the nearest day that has it; humidity and infrared radiation are derived where they are missing.
/// </summary>
public static class EpwSeries
{
    /// <summary>The longest gap that is bridged linearly, h.</summary>
    public const int BridgedHours = 6;

    /// <summary>TMY3 writes 777.7 km for "unlimited"; 100 km stands for it.</summary>
    private const double UnlimitedVisibility = 100_000;

    /// <summary>Makes the series.</summary>
    public static WeatherSeries From(EpwFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var axis = new CalendarAxis(file.RecordsPerHour, file.Location.UtcOffset.TotalSeconds);
        for (var row = 0; row < file.RowCount; row++) axis.Place(file.Month[row], file.Day[row], file.EndMinuteOfDay[row], row);

        var notes = new List<LocalizedText>();
        var columns = new double[]?[WeatherElements.Count];
        var temperature = file[EpwField.DryBulb];
        Take(columns, WeatherElement.AirTemperature, temperature);
        Take(columns, WeatherElement.RelativeHumidity, RelativeHumidity(file, notes));
        Take(columns, WeatherElement.Pressure, file[EpwField.Pressure]);
        Take(columns, WeatherElement.WindSpeed, file[EpwField.WindSpeed]);
        Take(columns, WeatherElement.WindDirection, file[EpwField.WindDirection]);
        Take(columns, WeatherElement.CloudCover, Scaled(file[EpwField.TotalSkyCover], 0.1));
        Take(columns, WeatherElement.Visibility, Array.ConvertAll(file[EpwField.Visibility], km => km >= 777 ? UnlimitedVisibility : km * 1000));
        Take(columns, WeatherElement.GlobalRadiation, Scaled(file[EpwField.GlobalHorizontal], file.RecordsPerHour));
        Take(columns, WeatherElement.DirectRadiation, Scaled(file[EpwField.DirectNormal], file.RecordsPerHour));
        Take(columns, WeatherElement.DiffuseRadiation, Scaled(file[EpwField.DiffuseHorizontal], file.RecordsPerHour));
        Take(columns, WeatherElement.InfraredRadiation, Infrared(file, columns, notes));
        Take(columns, WeatherElement.Precipitation, Precipitation(file, notes));
        for (var e = 0; e < columns.Length; e++)
            if (columns[e] is { } column && e != (int)WeatherElement.Precipitation) Fill(column, (WeatherElement)e, file.RecordsPerHour, notes);
        return new WeatherSeries($"{file.Location.City} {file.Location.Wmo} ({file.Location.Source})", axis, columns, notes);
    }

    private static void Take(double[]?[] columns, WeatherElement element, double[]? values)
    {
        if (values is not null && Array.Exists(values, double.IsFinite)) columns[(int)element] = (double[])values.Clone();
    }

    private static double[] Scaled(double[] values, double factor) => Array.ConvertAll(values, v => v * factor);

    private static double[] RelativeHumidity(EpwFile file, List<LocalizedText> notes)
    {
        var (t, dew, rh) = (file[EpwField.DryBulb], file[EpwField.DewPoint], (double[])file[EpwField.RelativeHumidity].Clone());
        var derived = 0;
        for (var i = 0; i < rh.Length; i++)
        {
            if (double.IsNaN(rh[i]) && !double.IsNaN(t[i] + dew[i]))
            {
                rh[i] = Humidity.Relative(t[i], dew[i]);
                derived++;
            }
            rh[i] = Math.Min(rh[i], 100);
        }
        if (derived > 0) notes.Add(new($"Relative humidity of {derived} records was computed from the dew point.", $"{derived} 条记录的相对湿度由露点推算。"));
        return rh;
    }

    private static double[] Infrared(EpwFile file, double[]?[] columns, List<LocalizedText> notes)
    {
        // Field 13 is in Wh/m2, but it is a mean intensity whatever the records per hour: real files do not scale it.
        var infrared = (double[])file[EpwField.InfraredFromSky].Clone();
        var (t, dew, opaque) = (file[EpwField.DryBulb], file[EpwField.DewPoint], file[EpwField.OpaqueSkyCover]);
        var rh = columns[(int)WeatherElement.RelativeHumidity];
        var derived = 0;
        for (var i = 0; i < infrared.Length; i++)
        {
            if (infrared[i] > 0) continue;
            var dewPoint = !double.IsNaN(dew[i]) || rh is null || !(rh[i] > 0) ? dew[i] : Humidity.DewPoint(rh[i] / 100 * Humidity.SaturationPressure(t[i]));
            infrared[i] = SkyRadiation.Infrared(t[i], dewPoint, double.IsNaN(opaque[i]) ? 5 : opaque[i]);
            if (!double.IsNaN(infrared[i])) derived++;
        }
        if (derived > 0) notes.Add(new($"Infrared radiation from the sky of {derived} records was computed from the clouds.", $"{derived} 条记录的天空红外辐射由云量推算。"));
        return infrared;
    }

    /// <summary>Amounts as mm/h. A column of nothing but zeros (as in the Chinese typical years) is no measurement of a dry year and counts as unknown.</summary>
    private static double[]? Precipitation(EpwFile file, List<LocalizedText> notes)
    {
        var depth = file[EpwField.LiquidPrecipitation];
        if (!Array.Exists(depth, d => d > 0))
        {
            notes.Add(new("The weather file has no amounts of rain: without a storm or observations, no rain falls.", "气象文件没有降水量：若无设计暴雨或实测数据，则按无雨处理。"));
            return null;
        }
        return Array.ConvertAll(depth, d => double.IsNaN(d) ? 0 : d * file.RecordsPerHour);
    }

    private static void Fill(double[] column, WeatherElement element, int perHour, List<LocalizedText> notes)
    {
        int bridged = 0, borrowed = 0, n = column.Length, day = 24 * perHour;
        var known = Array.ConvertAll(column, double.IsFinite);
        for (var i = 0; i < n; i++)
        {
            if (known[i]) continue;
            var end = i;
            while (end < n && !known[end]) end++;
            if (end - i <= BridgedHours * perHour && i > 0 && end < n)
            {
                for (var k = i; k < end; k++) column[k] = column[i - 1] + ((column[end] - column[i - 1]) * (k - i + 1) / (end - i + 1));
                bridged += end - i;
            }
            else
            {
                for (var k = i; k < end; k++)
                    if (TryNearestDay(column, known, k, day, out column[k])) borrowed++;
            }
            i = end;
        }
        if (bridged > 0) notes.Add(new($"{element}: {bridged} missing records were bridged.", $"{element}：{bridged} 条缺测记录由前后值内插。"));
        if (borrowed > 0) notes.Add(new($"{element}: {borrowed} missing records were taken from the nearest day.", $"{element}：{borrowed} 条缺测记录取自最近一天同一时刻。"));
    }

    private static bool TryNearestDay(double[] column, bool[] known, int at, int day, out double value)
    {
        for (var away = day; away < column.Length; away += day)
        {
            if (at - away >= 0 && known[at - away]) { value = column[at - away]; return true; }
            if (at + away < column.Length && known[at + away]) { value = column[at + away]; return true; }
        }
        value = double.NaN;
        return false;
    }
}
