using System.Globalization;
using System.Xml;
using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Ifc.Work;

/// <summary>Reads dates and durations: ISO 8601 texts of IFC4, records of days, months and years of 2x3, numbers of time measures.</summary>
internal sealed class WorkTimes(IfcSource source, double seconds)
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd", "HH:mm:ss", "HH:mm"];

    /// <summary>A date and time; a zone, where the text has one, is left out as the model is local. Null where it says nothing or is none.</summary>
    public DateTime? Date(IfcRecord owner, string attribute)
    {
        var value = owner[attribute];
        if (value.Reference is { } id) return source.Find(id) is { } record ? Date(record) : null;
        if (value.Text is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        if (Local(text) is { } date) return date;
        source.Warn($"{owner}: {attribute} is '{text}'; a date and time as 2025-03-01T08:00:00 is accepted.");
        return null;
    }

    /// <summary>A time of day.</summary>
    public TimeSpan? TimeOfDay(IfcRecord owner, string attribute) => Date(owner, attribute)?.TimeOfDay;

    /// <summary>A duration: <c>P1DT8H</c>, its days of 24 hours, months of 30 days and years of 365; a plain number is in the project's unit of time.</summary>
    public TimeSpan? Duration(IfcRecord owner, string attribute)
    {
        var value = owner[attribute];
        if (value.Number is { } number) return Span(number * seconds);
        if (value.Text is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return XmlConvert.ToTimeSpan(Weeks(text.Trim()));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            source.Warn($"{owner}: {attribute} is '{text}'; a duration as P1DT8H is accepted.");
            return null;
        }
    }

    private static TimeSpan? Span(double length) => Math.Abs(length) < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(length) : null;

    /// <summary>XML Schema knows no weeks and no zero parts with a sign of their own: P2W becomes P14D.</summary>
    private static string Weeks(string text) =>
        text.EndsWith('W') && text.IndexOf('P', StringComparison.Ordinal) is >= 0 and var p && int.TryParse(text.AsSpan(p + 1, text.Length - p - 2), CultureInfo.InvariantCulture, out var weeks)
            ? $"{text[..p]}P{7 * (long)weeks}D" : text;

    private static DateTime? Local(string text)
    {
        text = text.Trim();
        var end = text.AsSpan(Math.Min(10, text.Length)).IndexOfAny('Z', '+', '-');
        if (end >= 0) text = text[..(10 + end)];
        return DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var date) ? date : null;
    }

    private DateTime? Date(IfcRecord record)
    {
        if (record.Is("IfcDateAndTime"))
        {
            var (day, time) = (source.Follow(record, "DateComponent", "IfcCalendarDate"), source.Follow(record, "TimeComponent", "IfcLocalTime"));
            return day is { } d && Date(d) is { } date ? date + (time is { } t ? Time(t) : TimeSpan.Zero) : null;
        }
        if (record.Is("IfcLocalTime")) return DateTime.MinValue + Time(record);
        if (!record.Is("IfcCalendarDate")) return null;
        var (year, month, dayOfMonth) = (Whole(record["YearComponent"]), Whole(record["MonthComponent"]), Whole(record["DayComponent"]));
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && dayOfMonth >= 1 && dayOfMonth <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, dayOfMonth, 0, 0, 0, DateTimeKind.Unspecified) : null;
    }

    private static TimeSpan Time(IfcRecord record) => new(Math.Clamp(Whole(record["HourComponent"]), 0, 24), Math.Clamp(Whole(record["MinuteComponent"]), 0, 59), Math.Clamp((int)(record.Number("SecondComponent") ?? 0), 0, 59));

    private static int Whole(StepValue value) => value.Integer is { } number and >= 0 and <= 9999 ? (int)number : 0;
}
