namespace DigitalTwin.Weather.Epw;

/// <summary>
/// An EPW weather file as it stands: header records, and the data rows as columns. Missing values are NaN; nothing is filled, interpolated or
/// moved to another year (that is <see cref="Series.WeatherSeries"/>'s work).
/// </summary>
public sealed class EpwFile
{
    private readonly double[]?[] columns;

    internal EpwFile(double[]?[] columns) => this.columns = columns;

    /// <summary>Where.</summary>
    public required EpwLocation Location { get; init; }

    /// <summary>Design conditions, as many sets as the header has.</summary>
    public required IReadOnlyList<EpwDesignConditions> DesignConditions { get; init; }

    /// <summary>Typical and extreme periods.</summary>
    public required IReadOnlyList<EpwTypicalPeriod> TypicalPeriods { get; init; }

    /// <summary>Ground temperatures by depth.</summary>
    public required IReadOnlyList<EpwGroundTemperature> GroundTemperatures { get; init; }

    /// <summary>Leap years, daylight saving and holidays.</summary>
    public required EpwCalendar Calendar { get; init; }

    /// <summary>The text of COMMENTS 1.</summary>
    public required string Comment1 { get; init; }

    /// <summary>The text of COMMENTS 2.</summary>
    public required string Comment2 { get; init; }

    /// <summary>Data periods with the rows that belong to them.</summary>
    public required IReadOnlyList<EpwDataPeriod> DataPeriods { get; init; }

    /// <summary>Rows per hour: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30 or 60.</summary>
    public required int RecordsPerHour { get; init; }

    /// <summary>Year of each row; typical years join months of different years.</summary>
    public required int[] Year { get; init; }

    /// <summary>Month of each row, 1 to 12.</summary>
    public required int[] Month { get; init; }

    /// <summary>Day of each row, 1 to 31.</summary>
    public required int[] Day { get; init; }

    /// <summary>Hour of each row, 1 to 24: hour 1 ends at 01:00 standard time.</summary>
    public required int[] Hour { get; init; }

    /// <summary>Minute of each row as written: in hourly files 0 and 60 both mean the end of the hour.</summary>
    public required int[] Minute { get; init; }

    /// <summary>Minutes from the start of the row's day to the end of its interval, whatever the minute field says.</summary>
    public required int[] EndMinuteOfDay { get; init; }

    /// <summary>Data source and uncertainty flags of each row.</summary>
    public required string[] Flags { get; init; }

    /// <summary>Present weather codes of each row: nine digits, by the TMY2 convention.</summary>
    public required string[] WeatherCodes { get; init; }

    /// <summary>How many data rows.</summary>
    public int RowCount => Year.Length;

    /// <summary>A column, one value per row, NaN where missing.</summary>
    public double[] this[EpwField field] =>
        (int)field is >= 7 and <= 35 && columns[(int)field] is { } column ? column : throw new ArgumentOutOfRangeException(nameof(field));

    /// <summary>Whether the rows hold a 29 February.</summary>
    public bool HasLeapDay
    {
        get
        {
            for (var row = 0; row < RowCount; row++)
                if (Month[row] == 2 && Day[row] == 29) return true;
            return false;
        }
    }
}
