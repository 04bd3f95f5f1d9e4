using System.Globalization;

namespace DigitalTwin.Weather.Epw;

/// <summary>A summary as a page of plain text.</summary>
public static class EpwSummaryText
{
    /// <summary>Writes the page.</summary>
    public static void Write(EpwSummary summary, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(to);
        void Line(FormattableString text) => to.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        var (at, year) = (summary.Location, summary.Year);
        Line($"{at.City}, {at.Region}, {at.Country} · station {at.Wmo} · {at.Source}");
        Line($"{Math.Abs(at.Latitude):0.00}°{(at.Latitude < 0 ? 'S' : 'N')} {Math.Abs(at.Longitude):0.00}°{(at.Longitude < 0 ? 'W' : 'E')} · {at.Elevation:0} m · UTC{at.UtcOffsetHours:+0.##;-0.##;+0}");
        Line($"{summary.Rows} rows, {summary.RecordsPerHour} per hour, from the years {summary.FirstYear} to {summary.LastYear}");
        to.WriteLine();
        Line($"        temperature degC             RH   wind m/s     radiation kWh/m2        rain   degree days K d");
        Line($"month   least   mean   most    %   mean   most   global direct diffuse     mm    heat 18  cool 26");
        foreach (var row in summary.Months.Where(m => m.Rows > 0)) Row($"{row.Month,5}", row);
        Row(" year", year);
        to.WriteLine();
        if (summary.Hottest is { } hot) Line($"hottest   {hot.Value:0.0} degC on {hot.Month}/{hot.Day} hour {hot.Hour}");
        if (summary.Coldest is { } cold) Line($"coldest   {cold.Value:0.0} degC on {cold.Month}/{cold.Day} hour {cold.Hour}");
        if (summary.Windiest is { } wind) Line($"windiest  {wind.Value:0.0} m/s on {wind.Month}/{wind.Day} hour {wind.Hour}; mostly from {summary.PrevailingDirection}, calm {summary.CalmShare:0 %} of the time");
        if (summary.WettestDay is { } wet) Line($"wettest   {wet.Value:0.0} mm on {wet.Month}/{wet.Day}");
        else to.WriteLine("wettest   the file has no amounts of rain");
        var missing = summary.Missing.Where(m => m.Count > 0).ToArray();
        if (missing.Length > 0) Line($"missing   {string.Join(", ", missing.Select(m => $"{m.Field} {m.Count}"))}");

        void Row(string name, ClimateRow r) => Line(
            $"{name}   {Show(r.TemperatureLeast, "0.0"),5}  {Show(r.TemperatureMean, "0.00"),5}  {Show(r.TemperatureMost, "0.0"),5}  {Show(r.RelativeHumidity, "0"),3}  {Show(r.WindSpeed, "0.00"),5}  {Show(r.WindMost, "0.0"),5}   {Show(r.Global, "0"),6} {Show(r.Direct, "0"),6} {Show(r.Diffuse, "0"),7}  {Show(r.Rain, "0.0"),6}  {Show(r.HeatingDegreeDays, "0"),8} {Show(r.CoolingDegreeDays, "0"),8}");
    }

    private static string Show(double value, string format) => double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}
