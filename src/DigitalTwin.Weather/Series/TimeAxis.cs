namespace DigitalTwin.Weather.Series;

/// <summary>
/// Where an instant lies among the records of a series. A record stands at the end of its interval: values at an instant belong to that mark,
/// means to the interval before it.
/// </summary>
internal abstract class TimeAxis
{
    /// <summary>The marks around an instant: value = (1 - fraction) before + fraction after. False where the series has no records.</summary>
    public abstract bool Locate(double time, out int before, out int after, out double fraction);

    /// <summary>The record in whose interval [start, end) an instant lies, and that end. Where there is none, index is -1 and end is the next instant to ask.</summary>
    public abstract void Interval(double time, out int index, out double end);
}

/// <summary>
/// The calendar of a typical year: an instant is looked up by month, day and time of day in standard time, whatever its year. A 29 February that the
/// records do not have repeats their 28 February; one that they have is passed over in common years.
/// </summary>
internal sealed class CalendarAxis : TimeAxis
{
    private const int DaysOfLeapYear = 366;
    private static readonly int[] DaysBefore = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];
    private readonly int[] recordOf;
    private readonly int perDay;
    private readonly double width, utcOffset;

    /// <param name="recordsPerHour">Records per hour.</param>
    /// <param name="utcOffset">Standard time against UTC, s.</param>
    public CalendarAxis(int recordsPerHour, double utcOffset)
    {
        (perDay, width, this.utcOffset) = (24 * recordsPerHour, 3600.0 / recordsPerHour, utcOffset);
        recordOf = new int[DaysOfLeapYear * perDay];
        Array.Fill(recordOf, -1);
    }

    /// <summary>Says which record ends at a place in the calendar; the first one to come holds it.</summary>
    public void Place(int month, int day, int endMinuteOfDay, int record)
    {
        var slot = ((DaysBefore[month - 1] + day - 1) * perDay) + (int)Math.Round(endMinuteOfDay * 60 / width) - 1;
        if (slot >= 0 && slot < recordOf.Length && recordOf[slot] < 0) recordOf[slot] = record;
    }

    public override bool Locate(double time, out int before, out int after, out double fraction)
    {
        after = RecordAt(time, out var into);
        before = RecordAt(time - into - (width / 2), out _);
        fraction = into / width;
        if (after < 0) (after, fraction) = (before, 0);
        if (before < 0) before = after;
        return after >= 0;
    }

    public override void Interval(double time, out int index, out double end)
    {
        index = RecordAt(time, out var into);
        end = time + (width - into);
    }

    private int RecordAt(double time, out double into)
    {
        var local = time + utcOffset;
        var dayNumber = Math.Floor(local / 86400);
        var inDay = local - (dayNumber * 86400);
        var record = (int)(inDay / width);
        into = inDay - (record * width);
        var date = DateTime.UnixEpoch.AddDays(Math.Clamp(dayNumber, -700_000, 2_900_000));
        var day = DaysBefore[date.Month - 1] + date.Day - 1;
        var found = recordOf[(day * perDay) + record];
        return found < 0 && day == 59 ? recordOf[(58 * perDay) + record] : found;
    }
}

/// <summary>Records at instants of their own, in ascending order: observations.</summary>
/// <param name="marks">Ends of the intervals, s since 1970.</param>
/// <param name="firstWidth">Width of the first interval, s.</param>
internal sealed class InstantAxis(double[] marks, double firstWidth) : TimeAxis
{
    public override bool Locate(double time, out int before, out int after, out double fraction)
    {
        (before, after, fraction) = (0, 0, 0);
        if (marks.Length == 0 || time < marks[0] || time > marks[^1]) return false;
        var at = Array.BinarySearch(marks, time);
        if (at >= 0)
        {
            before = after = at;
            return true;
        }
        (before, after) = (~at - 1, ~at);
        fraction = (time - marks[before]) / (marks[after] - marks[before]);
        return true;
    }

    public override void Interval(double time, out int index, out double end)
    {
        var at = Array.BinarySearch(marks, time);
        index = at >= 0 ? at + 1 : ~at;
        if (index >= marks.Length)
        {
            (index, end) = (-1, double.PositiveInfinity);
            return;
        }
        end = marks[index];
        if (index > 0 || time >= marks[0] - firstWidth) return;
        (index, end) = (-1, marks[0] - firstWidth);
    }
}
