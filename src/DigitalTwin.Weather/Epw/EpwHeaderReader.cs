using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Text;

namespace DigitalTwin.Weather.Epw;

/// <summary>
/// Reads the header records. A place or a period that cannot be read is an error, for without it no row has a meaning; a mistake in a record that
/// only describes (design conditions, typical periods, ground temperatures, holidays) is a warning.
/// </summary>
internal sealed class EpwHeaderReader(string file, ProblemList problems)
{
    private static readonly string[] Keywords =
    [
        "LOCATION", "DESIGN CONDITIONS", "TYPICAL/EXTREME PERIODS", "GROUND TEMPERATURES", "HOLIDAYS/DAYLIGHT SAVINGS",
        "COMMENTS 1", "COMMENTS 2", "DATA PERIODS",
    ];

    private readonly int[] seenAt = new int[Keywords.Length];
    private int records;

    /// <summary>True after DATA PERIODS, the last record.</summary>
    public bool IsComplete { get; private set; }

    public EpwLocation Location { get; private set; } = new("", "", "", "", "", 0, 0, 0, 0);

    public List<EpwDesignConditions> DesignConditions { get; } = [];

    public List<EpwTypicalPeriod> TypicalPeriods { get; } = [];

    public List<EpwGroundTemperature> GroundTemperatures { get; } = [];

    public EpwCalendar Calendar { get; private set; } = new(false, default, default, []);

    public string Comment1 { get; private set; } = "";

    public string Comment2 { get; private set; } = "";

    public List<EpwDataPeriod> DataPeriods { get; } = [];

    public int RecordsPerHour { get; private set; } = 1;

    /// <summary>Takes a line of the header; false when the file is no EPW file, or its header has stopped, and reading on makes no sense.</summary>
    public bool Take(ReadOnlySpan<byte> line, int number)
    {
        if (line.Trim((byte)' ').IsEmpty) return true;
        var comma = line.IndexOf((byte)',');
        var word = TextLines.Quote((comma < 0 ? line : line[..comma]).Trim((byte)' ')).Trim('\'');
        var which = Array.FindIndex(Keywords, k => k.Equals(word, StringComparison.OrdinalIgnoreCase));
        if (which < 0 && word.Equals("HOLIDAYS/DAYLIGHT SAVING", StringComparison.OrdinalIgnoreCase)) which = 4;
        if (which < 0)
        {
            problems.Error(file, number, 1, records == 0
                ? $"This is not an EPW file: its first record is {TextLines.Quote(line)}, where 'LOCATION,city,region,country,…' is expected.{NearestName.Hint(word, Keywords)}"
                : char.IsAsciiDigit(word.Length > 0 ? word[0] : ' ')
                    ? "The data rows begin before the 'DATA PERIODS' record."
                    : $"Unknown header record '{word}'; accepted are {string.Join(", ", Keywords)}.{NearestName.Hint(word, Keywords)}");
            return records > 0 && !char.IsAsciiDigit(word.Length > 0 ? word[0] : ' ');
        }
        records++;
        if (seenAt[which] > 0)
            problems.Warning(file, number, 1, $"The record '{Keywords[which]}' was given on line {seenAt[which]} already; this one replaces it.");
        seenAt[which] = number;
        Read(which, new EpwRecord(line, number, file, problems));
        return true;
    }

    /// <summary>Says which records were missing.</summary>
    public void Finish()
    {
        for (var k = 0; k < Keywords.Length; k++)
        {
            if (seenAt[k] > 0) continue;
            if (k == 0) problems.Error(file, 1, 0, "The 'LOCATION' record is missing: latitude, longitude, time zone and elevation are not known.");
            else problems.Warning(file, 0, 0, $"The header record '{Keywords[k]}' is missing.");
        }
    }

    private void Read(int which, EpwRecord record)
    {
        switch (which)
        {
            case 0: ReadLocation(record); break;
            case 1: ReadDesignConditions(record); break;
            case 2: ReadTypicalPeriods(record); break;
            case 3: ReadGroundTemperatures(record); break;
            case 4: ReadCalendar(record); break;
            case 5: Comment1 = record.Rest(); break;
            case 6: Comment2 = record.Rest(); break;
            default: ReadDataPeriods(record); break;
        }
    }

    private void ReadLocation(EpwRecord record) => Location = new EpwLocation(
        record.Text(1), record.Text(2), record.Text(3), record.Text(4), record.Text(5),
        record.Number(6, "latitude in degrees north", -90, 90), record.Number(7, "longitude in degrees east", -180, 180),
        record.Number(8, "time zone in hours from UTC", -12, 14), record.Number(9, "elevation in metres", -1000, 9999.9));

    private void ReadDesignConditions(EpwRecord record)
    {
        DesignConditions.Clear();
        if (record.Count < 3) return;
        DesignConditions.Add(new EpwDesignConditions(record.Text(2), record.From(3)));
    }

    private void ReadTypicalPeriods(EpwRecord record)
    {
        TypicalPeriods.Clear();
        var count = record.Amount(1, "number of typical and extreme periods", 4, 2);
        for (var i = 0; i < count; i++)
        {
            var at = 2 + (4 * i);
            if (record.Day(at + 2, out var first) && record.Day(at + 3, out var last))
                TypicalPeriods.Add(new EpwTypicalPeriod(record.Text(at), record.Text(at + 1), first, last));
        }
    }

    private void ReadGroundTemperatures(EpwRecord record)
    {
        GroundTemperatures.Clear();
        var count = record.Amount(1, "number of depths", 16, 2);
        for (var i = 0; i < count; i++)
        {
            var at = 2 + (16 * i);
            var months = new double[12];
            for (var m = 0; m < 12; m++) months[m] = record.Optional(at + 4 + m, "a temperature in degC");
            GroundTemperatures.Add(new EpwGroundTemperature(
                record.Optional(at, "a depth in m"), record.Optional(at + 1, "a conductivity in W/(m K)"), record.Optional(at + 2, "a density in kg/m3"),
                record.Optional(at + 3, "a specific heat in J/(kg K)"), months));
        }
    }

    private void ReadCalendar(EpwRecord record)
    {
        var leap = record.Text(1);
        if (!leap.Equals("yes", StringComparison.OrdinalIgnoreCase) && !leap.Equals("no", StringComparison.OrdinalIgnoreCase))
            record.Warn(1, $"'Leap year observed' is '{leap}'; 'Yes' and 'No' are accepted, and 'No' is taken.");
        record.Day(2, out var start);
        record.Day(3, out var end);
        var holidays = new List<EpwHoliday>();
        var count = record.Amount(4, "number of holidays", 2, 5);
        for (var i = 0; i < count; i++)
            if (record.Day(6 + (2 * i), out var day)) holidays.Add(new EpwHoliday(record.Text(5 + (2 * i)), day));
        Calendar = new EpwCalendar(leap.Equals("yes", StringComparison.OrdinalIgnoreCase), start, end, holidays);
    }

    private void ReadDataPeriods(EpwRecord record)
    {
        IsComplete = true;
        DataPeriods.Clear();
        var perHour = record.Number(2, "number of records per hour", 1, 60);
        RecordsPerHour = double.IsInteger(perHour) && perHour >= 1 && 60 % (int)perHour == 0 ? (int)perHour : 1;
        if (RecordsPerHour != perHour && perHour is >= 1 and <= 60)
            record.Fail(2, $"{perHour.ToString(CultureInfo.InvariantCulture)} records per hour do not divide an hour; 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30 and 60 are accepted.");
        var count = (int)record.Number(1, "number of data periods", 1, 1000);
        for (var i = 0; i < count; i++)
        {
            var at = 3 + (4 * i);
            if (at + 3 >= record.Count)
            {
                record.Fail(1, $"The record announces {count} data periods, but data period {i + 1} has no name, weekday, first and last day.");
                return;
            }
            var named = Enum.TryParse<DayOfWeek>(record.Text(at + 1), true, out var weekday) && Enum.IsDefined(weekday);
            if (!named) record.Warn(at + 1, $"The start day of the week is '{record.Text(at + 1)}'; Sunday to Saturday are accepted, and Sunday is taken.");
            if (!record.Day(at + 2, out var first, mustBe: true) || !record.Day(at + 3, out var last, mustBe: true)) continue;
            DataPeriods.Add(new EpwDataPeriod(record.Text(at), named ? weekday : DayOfWeek.Sunday, first, last, 0, 0));
        }
    }
}
