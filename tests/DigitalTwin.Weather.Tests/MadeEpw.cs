using System.Globalization;
using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Weather.Tests;

/// <summary>Weather files of our own making: any period, records per hour and values.</summary>
internal sealed class MadeEpw
{
    public string Location { get; init; } = "LOCATION,Wuhan,Hubei,CHN,Made,574940,30.6,114.1,8.0,23.0";

    public string Leap { get; init; } = "No";

    public int PerHour { get; init; } = 1;

    public string Periods { get; init; } = "1,1,Data,Sunday,1/1,12/31";

    public int Year { get; init; } = 2023;

    public (int Month, int Day) First { get; init; } = (1, 1);

    public (int Month, int Day) Last { get; init; } = (12, 31);

    public string MinuteOf { get; init; } = "";

    public int Fields { get; init; } = 35;

    /// <summary>Value of a field from the end of its interval in local time, or null for a plain default.</summary>
    public Func<EpwField, DateTime, double?> Value { get; init; } = (_, _) => null;

    public string Text()
    {
        var text = new StringBuilder();
        text.AppendLine(Location);
        text.AppendLine("DESIGN CONDITIONS,0");
        text.AppendLine("TYPICAL/EXTREME PERIODS,0");
        text.AppendLine("GROUND TEMPERATURES,1,.5,,,,5.81,7.90,11.99,15.85,23.17,27.02,28.08,26.13,21.62,16.00,10.46,6.80");
        text.AppendLine($"HOLIDAYS/DAYLIGHT SAVINGS,{Leap},0,0,0");
        text.AppendLine("COMMENTS 1,made by a test, of no place");
        text.AppendLine("COMMENTS 2,");
        text.AppendLine("DATA PERIODS," + Periods);
        var width = 60 / PerHour;
        var day = new DateTime(Year, First.Month, First.Day);
        var end = new DateTime(Year, Last.Month, Last.Day).AddDays(1);
        for (var start = day; start < end; start = start.AddMinutes(width)) Row(text, start, start.AddMinutes(width));
        return text.ToString();
    }

    public EpwFile Read(ProblemList? problems = null)
    {
        var list = problems ?? new ProblemList();
        var file = EpwReader.Read(Encoding.UTF8.GetBytes(Text()), "made.epw", list);
        if (problems is null) Assert.DoesNotContain(list, p => p.Severity == Severity.Error);
        return file;
    }

    private void Row(StringBuilder text, DateTime start, DateTime end)
    {
        var minute = MinuteOf.Length > 0 ? MinuteOf : (end.Minute == 0 ? 60 : end.Minute).ToString(CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"{start.Year},{start.Month},{start.Day},{start.Hour + 1},{minute},?9?9");
        for (var field = 7; field <= Fields; field++)
            text.Append(',').Append(field == 28 ? "999999999" : (Value((EpwField)field, end) ?? Plain((EpwField)field)).ToString("R", CultureInfo.InvariantCulture));
        text.AppendLine();
    }

    private static double Plain(EpwField field) => field switch
    {
        EpwField.DryBulb => 20,
        EpwField.DewPoint => 10,
        EpwField.RelativeHumidity => 50,
        EpwField.Pressure => 101325,
        EpwField.InfraredFromSky => 350,
        EpwField.WindSpeed => 2,
        EpwField.Visibility => 10,
        EpwField.PresentWeatherObservation => 9,
        EpwField.Albedo => 0.2,
        _ => 0,
    };
}
