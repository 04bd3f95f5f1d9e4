namespace DigitalTwin.Weather.Epw;

/// <summary>The climate of a month, or of the whole file. NaN where nothing was measured.</summary>
/// <param name="Month">1 to 12, or 0 for the whole file.</param>
/// <param name="Rows">Data rows.</param>
/// <param name="TemperatureLeast">Lowest temperature, degC.</param>
/// <param name="TemperatureMean">Mean temperature, degC.</param>
/// <param name="TemperatureMost">Highest temperature, degC.</param>
/// <param name="DailyLeast">Mean of the days' lowest temperatures, degC.</param>
/// <param name="DailyMost">Mean of the days' highest temperatures, degC.</param>
/// <param name="RelativeHumidity">Mean, %.</param>
/// <param name="Pressure">Mean, Pa.</param>
/// <param name="WindSpeed">Mean, m/s.</param>
/// <param name="WindMost">Highest, m/s.</param>
/// <param name="Global">Global horizontal radiation, kWh/m2.</param>
/// <param name="Direct">Direct normal radiation, kWh/m2.</param>
/// <param name="Diffuse">Diffuse horizontal radiation, kWh/m2.</param>
/// <param name="Rain">Liquid precipitation, mm; NaN when the whole file has none, for then it was not measured.</param>
/// <param name="HeatingDegreeDays">Sum over days of max(0, 18 degC - daily mean), K d.</param>
/// <param name="CoolingDegreeDays">Sum over days of max(0, daily mean - 26 degC), K d.</param>
public sealed record ClimateRow(
    int Month, int Rows, double TemperatureLeast, double TemperatureMean, double TemperatureMost, double DailyLeast, double DailyMost, double RelativeHumidity,
    double Pressure, double WindSpeed, double WindMost, double Global, double Direct, double Diffuse, double Rain, double HeatingDegreeDays, double CoolingDegreeDays);

/// <summary>A row that stands out.</summary>
/// <param name="Month">Month.</param>
/// <param name="Day">Day.</param>
/// <param name="Hour">Hour, 1 to 24; 0 when the whole day is meant.</param>
/// <param name="Value">The value.</param>
public sealed record ClimateExtreme(int Month, int Day, int Hour, double Value);

/// <summary>How many values of a field are missing.</summary>
public sealed record MissingValues(EpwField Field, int Count);

/// <summary>
/// What is in a weather file, for <c>twin weather describe</c>. Degree days have the bases of GB 50176-2016 (HDD18, CDD26) and use daily means.
/// </summary>
public sealed class EpwSummary
{
    private const double HeatingBase = 18, CoolingBase = 26;
    private readonly EpwFile file;
    private readonly bool hasRain;

    private EpwSummary(EpwFile file)
    {
        this.file = file;
        hasRain = Array.Exists(file[EpwField.LiquidPrecipitation], mm => mm > 0);
        Months = [.. Enumerable.Range(1, 12).Select(Row)];
        Year = Row(0);
        Missing = [.. Enum.GetValues<EpwField>().Select(f => new MissingValues(f, file[f].Count(double.IsNaN)))];
        Hottest = Extreme(file[EpwField.DryBulb], 1);
        Coldest = Extreme(file[EpwField.DryBulb], -1);
        Windiest = Extreme(file[EpwField.WindSpeed], 1);
        WettestDay = Wettest();
        (PrevailingDirection, CalmShare) = Prevailing();
    }

    /// <summary>The place.</summary>
    public EpwLocation Location => file.Location;

    /// <summary>First year that rows come from.</summary>
    public int FirstYear => file.RowCount == 0 ? 0 : file.Year.Min();

    /// <summary>Last year that rows come from.</summary>
    public int LastYear => file.RowCount == 0 ? 0 : file.Year.Max();

    /// <summary>Data rows.</summary>
    public int Rows => file.RowCount;

    /// <summary>Rows per hour.</summary>
    public int RecordsPerHour => file.RecordsPerHour;

    /// <summary>The months.</summary>
    public IReadOnlyList<ClimateRow> Months { get; }

    /// <summary>The whole file.</summary>
    public ClimateRow Year { get; }

    /// <summary>How many values of each field are missing.</summary>
    public IReadOnlyList<MissingValues> Missing { get; }

    /// <summary>The highest temperature, or null.</summary>
    public ClimateExtreme? Hottest { get; }

    /// <summary>The lowest temperature, or null.</summary>
    public ClimateExtreme? Coldest { get; }

    /// <summary>The highest wind speed, or null.</summary>
    public ClimateExtreme? Windiest { get; }

    /// <summary>The day with the most rain, mm, or null when the file has no rain.</summary>
    public ClimateExtreme? WettestDay { get; }

    /// <summary>The most frequent of sixteen directions the wind comes from, calms left out: <c>NNE</c>.</summary>
    public string PrevailingDirection { get; }

    /// <summary>Part of the rows with less than 0.3 m/s (Beaufort 0).</summary>
    public double CalmShare { get; }

    /// <summary>Summarises a file.</summary>
    public static EpwSummary Of(EpwFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new EpwSummary(file);
    }

    private ClimateRow Row(int month)
    {
        var rows = new List<int>(file.RowCount);
        for (var i = 0; i < file.RowCount; i++)
            if (month == 0 || file.Month[i] == month) rows.Add(i);
        double[] t = file[EpwField.DryBulb], wind = file[EpwField.WindSpeed];
        var days = Days(rows, t);
        double Kilowatt(EpwField field) => Sum(rows, file[field]) / 1000;

        // A column of zeros for a whole year (the Chinese typical years have it) says that nobody measured, not that it never rained.
        var rain = hasRain ? Sum(rows, file[EpwField.LiquidPrecipitation]) : double.NaN;
        return new ClimateRow(
            month, rows.Count, Least(rows, t), Mean(rows, t), Most(rows, t), Average(days, d => d.Least), Average(days, d => d.Most),
            Mean(rows, file[EpwField.RelativeHumidity]), Mean(rows, file[EpwField.Pressure]), Mean(rows, wind), Most(rows, wind),
            Kilowatt(EpwField.GlobalHorizontal), Kilowatt(EpwField.DirectNormal), Kilowatt(EpwField.DiffuseHorizontal), rain,
            days.Sum(d => Math.Max(0, HeatingBase - d.Mean)), days.Sum(d => Math.Max(0, d.Mean - CoolingBase)));
    }

    /// <summary>Days of which every row is known.</summary>
    private List<(double Least, double Mean, double Most)> Days(List<int> rows, double[] t)
    {
        var days = new List<(double, double, double)>();
        for (var at = 0; at < rows.Count;)
        {
            double least = double.PositiveInfinity, most = double.NegativeInfinity, sum = 0;
            int count = 0, first = rows[at];
            for (; at < rows.Count && file.Day[rows[at]] == file.Day[first] && file.Month[rows[at]] == file.Month[first]; at++, count++)
            {
                var value = t[rows[at]];
                (least, most, sum) = (Math.Min(least, value), Math.Max(most, value), sum + value);
            }
            if (!double.IsNaN(sum)) days.Add((least, sum / count, most));
        }
        return days;
    }

    private ClimateExtreme? Extreme(double[] values, int sign)
    {
        var best = -1;
        for (var i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i]) && (best < 0 || sign * values[i] > sign * values[best])) best = i;
        return best < 0 ? null : new ClimateExtreme(file.Month[best], file.Day[best], file.Hour[best], values[best]);
    }

    private ClimateExtreme? Wettest()
    {
        var rain = file[EpwField.LiquidPrecipitation];
        ClimateExtreme? wettest = null;
        for (var at = 0; at < file.RowCount;)
        {
            double sum = 0;
            var first = at;
            for (; at < file.RowCount && file.Day[at] == file.Day[first] && file.Month[at] == file.Month[first]; at++)
                if (!double.IsNaN(rain[at])) sum += rain[at];
            if (sum > (wettest?.Value ?? 0)) wettest = new ClimateExtreme(file.Month[first], file.Day[first], 0, sum);
        }
        return wettest;
    }

    private (string, double) Prevailing()
    {
        string[] names = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];
        var counts = new int[16];
        int calm = 0, known = 0;
        for (var i = 0; i < file.RowCount; i++)
        {
            var (speed, direction) = (file[EpwField.WindSpeed][i], file[EpwField.WindDirection][i]);
            if (double.IsNaN(speed)) continue;
            known++;
            if (speed < 0.3) calm++;
            else if (!double.IsNaN(direction)) counts[(int)Math.Floor((direction / 22.5) + 0.5) & 15]++;
        }
        return (counts.Max() == 0 ? "" : names[Array.IndexOf(counts, counts.Max())], known == 0 ? double.NaN : (double)calm / known);
    }

    private static double Sum(List<int> rows, double[] values)
    {
        double sum = 0;
        var known = false;
        foreach (var i in rows)
        {
            if (double.IsNaN(values[i])) continue;
            sum += values[i];
            known = true;
        }
        return known ? sum : double.NaN;
    }

    private static double Mean(List<int> rows, double[] values)
    {
        double sum = 0;
        var count = 0;
        foreach (var i in rows)
        {
            if (double.IsNaN(values[i])) continue;
            sum += values[i];
            count++;
        }
        return count == 0 ? double.NaN : sum / count;
    }

    private static double Least(List<int> rows, double[] values) => rows.Select(i => values[i]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min();

    private static double Most(List<int> rows, double[] values) => rows.Select(i => values[i]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();

    private static double Average<T>(List<T> days, Func<T, double> of) => days.Count == 0 ? double.NaN : days.Average(of);
}
