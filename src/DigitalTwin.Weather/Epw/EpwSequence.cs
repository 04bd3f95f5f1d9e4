using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Weather.Epw;

/// <summary>
/// Checks that the rows follow each other hour by hour through the data periods, gives each row the end of its interval, and says where a row
/// is missing, doubled or out of place. The year field is not looked at: typical years join months of different years.
/// </summary>
internal sealed class EpwSequence(string file, ProblemList problems, EpwHeaderReader header, EpwColumn<int>[] times, EpwColumn<int> lines)
{
    private int Rows => lines.Count;

    /// <summary>The data periods with their rows.</summary>
    public List<EpwDataPeriod> Periods { get; } = [];

    /// <summary>Minutes from the start of the day to the end of each row's interval.</summary>
    public int[] EndMinuteOfDay { get; } = new int[lines.Count];

    /// <summary>Checks the rows.</summary>
    /// <param name="hasErrors">Whether the file has mistakes that explain why no rows are there.</param>
    public void Check(bool hasErrors)
    {
        var started = Rows > 0 && header.DataPeriods.Count > 0;
        if (!started)
        {
            if (!hasErrors) problems.Error(file, 0, 0, "The file has no data rows.");
            return;
        }
        int period = 0, firstRow = 0, leapRow = -1;
        var (month, day, hour, record) = (header.DataPeriods[0].First.Month, header.DataPeriods[0].First.Day, 1, 1);
        for (var row = 0; row < Rows; row++)
        {
            var (m, d, h) = (times[1][row], times[2][row], times[3][row]);
            if (d > DateTime.DaysInMonth(m == 2 ? 2024 : 2023, m))
                problems.Error(file, lines[row], 0, $"Month {m} has no day {d}.");
            if (m == 2 && d == 29 && leapRow < 0) leapRow = row;
            if ((m, d, h) != (month, day, hour) && !(LeapDaySkipped(month, day, hour, record) && (m, d, h) == (3, 1, 1)))
            {
                problems.Error(file, lines[row], 0,
                    $"The row is for {m}/{d} hour {h}, where {month}/{day} hour {hour}{Record(record)} comes next.");
                record = 1;
            }
            (month, day, hour) = (m, d, h);
            EndMinuteOfDay[row] = ((h - 1) * 60) + (record * 60 / header.RecordsPerHour);
            CheckMinute(row, record);
            var ends = IsLast(row, period, record);
            Advance(ref month, ref day, ref hour, ref record);
            if (!ends) continue;

            // After the last day of a period comes the next period, or the same one again in the next year.
            var more = row + 1 < Rows;
            var again = more && times[1][row + 1] == header.DataPeriods[period].First.Month && times[2][row + 1] == header.DataPeriods[period].First.Day;
            if (more && again && period + 1 >= header.DataPeriods.Count)
            {
                (month, day) = (header.DataPeriods[period].First.Month, header.DataPeriods[period].First.Day);
                continue;
            }
            Periods.Add(header.DataPeriods[period] with { FirstRow = firstRow, RowCount = row + 1 - firstRow });
            firstRow = row + 1;
            if (++period < header.DataPeriods.Count)
            {
                (month, day) = (header.DataPeriods[period].First.Month, header.DataPeriods[period].First.Day);
                continue;
            }
            if (more) problems.Error(file, lines[row + 1], 0, $"{Rows - row - 1} rows follow after the last data period has ended on {m}/{d}.");
            SayLeap(leapRow);
            return;
        }
        SayUnfinished(period, firstRow, month, day, hour);
        SayLeap(leapRow);
    }

    private static bool LeapDaySkipped(int month, int day, int hour, int record) => (month, day, hour, record) == (2, 29, 1, 1);

    private string Record(int record) => header.RecordsPerHour == 1 ? "" : $" record {record}";

    private bool IsLast(int row, int period, int record)
    {
        var last = header.DataPeriods[period].Last;
        return times[1][row] == last.Month && times[2][row] == last.Day && times[3][row] == 24 && record == header.RecordsPerHour
            && (last.Year is not { } year || times[0][row] == year);
    }

    /// <summary>The next place in the calendar; 29 February is always offered, and may be skipped.</summary>
    private void Advance(ref int month, ref int day, ref int hour, ref int record)
    {
        if (++record <= header.RecordsPerHour) return;
        record = 1;
        if (++hour <= 24) return;
        hour = 1;
        if (++day <= DateTime.DaysInMonth(2024, month)) return;
        day = 1;
        month = month % 12 + 1;
    }

    /// <summary>In hourly files the minute is written as 0, 60, or the half hour of the mean; below the hour it must follow the records.</summary>
    private void CheckMinute(int row, int record)
    {
        if (header.RecordsPerHour == 1) return;
        var (minute, width) = (times[4][row], 60 / header.RecordsPerHour);
        if (minute != record * width && minute != (record - 1) * width && !(record == header.RecordsPerHour && minute == 0))
            problems.Error(file, lines[row], 0, $"The minute is {minute} in record {record} of the hour; {record * width} is expected with {header.RecordsPerHour} records per hour.");
    }

    private void SayUnfinished(int period, int firstRow, int month, int day, int hour)
    {
        if (period >= header.DataPeriods.Count) return;
        var wanted = header.DataPeriods[period];
        Periods.Add(wanted with { FirstRow = firstRow, RowCount = Rows - firstRow });
        problems.Error(file, lines[Rows - 1], 0,
            $"The rows end before {month}/{day} hour {hour}, but data period {period + 1} ('{wanted.Name}') lasts until {wanted.Last} hour 24.");
        if (period + 1 < header.DataPeriods.Count)
            problems.Error(file, lines[Rows - 1], 0, $"The header announces {header.DataPeriods.Count} data periods; rows of {header.DataPeriods.Count - period - 1} of them are missing.");
    }

    private void SayLeap(int leapRow)
    {
        if (leapRow >= 0 && !header.Calendar.LeapYearObserved)
            problems.Warning(file, lines[leapRow], 0, "The rows hold a 29 February although the header says that leap years are not observed; it is kept.");
    }
}
