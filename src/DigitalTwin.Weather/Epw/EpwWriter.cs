using System.Globalization;
using System.Text;

namespace DigitalTwin.Weather.Epw;

/// <summary>Writes EPW files: all header records and all 35 fields, with each field's code where a value is missing.</summary>
public static class EpwWriter
{
    /// <summary>Writes a file as UTF-8 with LF ends.</summary>
    public static void Write(EpwFile file, Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var writer = new StreamWriter(utf8, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        Header(file, writer);
        for (var row = 0; row < file.RowCount; row++) Row(file, row, writer);
    }

    private static void Header(EpwFile file, StreamWriter to)
    {
        var at = file.Location;
        to.WriteLine($"LOCATION,{at.City},{at.Region},{at.Country},{at.Source},{at.Wmo},{Show(at.Latitude)},{Show(at.Longitude)},{Show(at.UtcOffsetHours)},{Show(at.Elevation)}");
        to.WriteLine(file.DesignConditions.Count == 0 ? "DESIGN CONDITIONS,0"
            : $"DESIGN CONDITIONS,{file.DesignConditions.Count},{string.Join(',', file.DesignConditions.SelectMany(d => d.Values.Prepend(d.Source)))}");
        to.WriteLine($"TYPICAL/EXTREME PERIODS,{Join(file.TypicalPeriods.Count, file.TypicalPeriods.Select(p => $"{p.Name},{p.Kind},{Show(p.First)},{Show(p.Last)}"))}");
        to.WriteLine($"GROUND TEMPERATURES,{Join(file.GroundTemperatures.Count, file.GroundTemperatures.Select(g =>
            $"{Show(g.Depth)},{Show(g.Conductivity)},{Show(g.Density)},{Show(g.SpecificHeat)},{string.Join(',', g.Monthly.Select(Show))}"))}");
        var calendar = file.Calendar;
        to.WriteLine($"HOLIDAYS/DAYLIGHT SAVINGS,{(calendar.LeapYearObserved ? "Yes" : "No")},{Show(calendar.DaylightSavingStart)},{Show(calendar.DaylightSavingEnd)},{Join(calendar.Holidays.Count, calendar.Holidays.Select(h => $"{h.Name},{Show(h.Day)}"))}");
        to.WriteLine($"COMMENTS 1,{file.Comment1}");
        to.WriteLine($"COMMENTS 2,{file.Comment2}");
        to.WriteLine($"DATA PERIODS,{file.DataPeriods.Count},{file.RecordsPerHour},{string.Join(',', file.DataPeriods.Select(p => $"{p.Name},{p.StartsOn},{Show(p.First)},{Show(p.Last)}"))}");
    }

    private static void Row(EpwFile file, int row, StreamWriter to)
    {
        to.Write(FormattableString.Invariant($"{file.Year[row]},{file.Month[row]},{file.Day[row]},{file.Hour[row]},{file.Minute[row]},{file.Flags[row]}"));
        for (var field = 7; field <= 35; field++)
        {
            to.Write(',');
            if (EpwFieldRule.ByNumber[field] is not { } rule) to.Write(file.WeatherCodes[row]);
            else to.Write(Show(double.IsNaN(file[rule.Field][row]) ? rule.Missing : file[rule.Field][row]));
        }
        to.WriteLine();
    }

    private static string Join(int count, IEnumerable<string> groups) => string.Join(',', groups.Prepend(count.ToString(CultureInfo.InvariantCulture)));

    private static string Show(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Show(EpwDay day)
    {
        if (day.IsNone) return "0";
        if (day.Nth == 0) return day.ToString();
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month);
        return FormattableString.Invariant($"{(day.Nth < 0 ? "Last" : day.Nth)} {day.Weekday} In {month}");
    }
}
