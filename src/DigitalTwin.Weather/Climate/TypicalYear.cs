using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Climate;

/// <summary>
/// Makes a synthetic year with given monthly normals, for places and maps that have no weather file. It has the means, the daily ranges and the radiation sums of
/// the normals, days that differ by chance and hang together, and no rain. It is plausible and is nobody's record: the file says so in its comments.
/// </summary>
public static class TypicalYear
{
    private const int Hours = 8760;

    /// <summary>Day-to-day persistence of the temperature's departure, and its standard deviation in K: ordinary values for the middle latitudes, not a fit.</summary>
    private const double Persistence = 0.7, Departure = 2.5;

    private static readonly int[] Days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Makes the year.</summary>
    /// <param name="normals">The months.</param>
    /// <param name="at">Where; the source of its record becomes "synthetic".</param>
    /// <param name="random">Chance: the same seed, the same bits.</param>
    public static EpwFile Make(ClimateNormals normals, EpwLocation at, KeyedRandom random)
    {
        ArgumentNullException.ThrowIfNull(normals);
        ArgumentNullException.ThrowIfNull(at);
        var columns = new double[]?[36];
        foreach (var field in Enum.GetValues<EpwField>())
        {
            columns[(int)field] = new double[Hours];
            Array.Fill(columns[(int)field]!, double.NaN);
        }
        double[] Column(EpwField field) => columns[(int)field]!;
        var sine = Sines(at);
        var hour = 0;
        var daily = Departures(random);
        for (var month = 0; month < 12; month++)
        {
            var (first, count) = (hour, Days[month] * 24);
            Temperature(normals, month, first, daily, Column(EpwField.DryBulb));
            Moisture(normals.Months[month], first, count, columns);
            Radiation(normals.Months[month], first, count, sine, columns);
            for (var i = first; i < first + count; i++)
            {
                Column(EpwField.Pressure)[i] = Math.Round(normals.Months[month].Pressure);
                Column(EpwField.TotalSkyCover)[i] = Column(EpwField.OpaqueSkyCover)[i] = Math.Round(normals.Months[month].CloudCover);
                Column(EpwField.WindSpeed)[i] = Math.Round(Wind(random, i) * normals.Months[month].WindSpeed, 1);
                Column(EpwField.WindDirection)[i] = Math.Round(360 * random.Uniform(KeyedRandom.Stream("climate.wind-direction"), (ulong)(i / 24)) / 10) * 10 % 360;
            }
            hour += count;
        }
        return ToFile(columns, normals, at);
    }

    /// <summary>Departure of each day from the normal, K: a first-order autoregression whose mean over each month is taken out, so that the months keep theirs.</summary>
    private static double[] Departures(KeyedRandom random)
    {
        var days = new double[365];
        var step = Departure * Math.Sqrt(1 - (Persistence * Persistence));
        for (var d = 0; d < days.Length; d++)
            days[d] = (d == 0 ? 0 : Persistence * days[d - 1]) + (step * random.Normal(KeyedRandom.Stream("climate.temperature"), (ulong)d));
        var first = 0;
        foreach (var count in Days)
        {
            var mean = days.AsSpan(first, count).ToArray().Average();
            for (var d = first; d < first + count; d++) days[d] -= mean;
            first += count;
        }
        return days;
    }

    /// <summary>
    /// (Y21) T = T_day + R (s(hour) - mean s): s is half a cosine down from the highest at 15 h to the lowest at 6 h and up again, R the month's mean daily range;
    /// T_day goes linearly between the middles of the months and is then shifted to the month's mean.
    /// </summary>
    private static void Temperature(ClimateNormals normals, int month, int first, double[] daily, double[] to)
    {
        var normal = normals.Months[month];
        var (before, after) = (normals.Months[(month + 11) % 12].Temperature, normals.Months[(month + 1) % 12].Temperature);
        var (count, range) = (Days[month] * 24, normal.DailyMost - normal.DailyLeast);
        double sum = 0;
        for (var i = 0; i < count; i++)
        {
            var f = ((i + 0.5) / count) - 0.5;
            to[first + i] = normal.Temperature + (f < 0 ? -f * (before - normal.Temperature) : f * (after - normal.Temperature))
                + (range * (Shape((i % 24) + 1) - 0.5)) + daily[(first + i) / 24];
            sum += to[first + i];
        }
        var shift = normal.Temperature - (sum / count);
        for (var i = first; i < first + count; i++) to[i] = Math.Round(to[i] + shift, 1);
    }

    /// <summary>1 at 15 h, 0 at 6 h.</summary>
    private static double Shape(int hour)
    {
        var since = (hour - 15 + 24) % 24;
        return since <= 15 ? 0.5 + (0.5 * Math.Cos(Math.PI * since / 15)) : 0.5 - (0.5 * Math.Cos(Math.PI * (since - 15) / 9));
    }

    /// <summary>One vapour pressure a month, found so that the mean relative humidity is the month's.</summary>
    private static void Moisture(MonthlyNormal normal, int first, int count, double[]?[] columns)
    {
        double[] t = columns[(int)EpwField.DryBulb]!, rh = columns[(int)EpwField.RelativeHumidity]!, dew = columns[(int)EpwField.DewPoint]!;
        double low = 1, high = 20_000;
        for (var turn = 0; turn < 60; turn++)
        {
            var vapour = 0.5 * (low + high);
            double sum = 0;
            for (var i = first; i < first + count; i++) sum += rh[i] = Math.Min(100, 100 * vapour / Humidity.SaturationPressure(t[i]));
            if (sum / count < normal.RelativeHumidity) low = vapour;
            else high = vapour;
        }
        for (var i = first; i < first + count; i++)
        {
            rh[i] = Math.Round(rh[i]);
            dew[i] = Math.Round(Humidity.DewPoint(rh[i] / 100 * Humidity.SaturationPressure(t[i])), 1);
        }
    }

    /// <summary>Global and diffuse share the month's sums out by the sine of the sun's altitude; direct is what remains, on a plane that faces the sun.</summary>
    private static void Radiation(MonthlyNormal normal, int first, int count, double[] sine, double[]?[] columns)
    {
        double total = 0;
        for (var i = first; i < first + count; i++) total += sine[i];
        for (var i = first; i < first + count; i++)
        {
            var global = total > 0 ? 1000 * normal.Global * sine[i] / total : 0;
            var diffuse = normal.Global > 0 ? global * Math.Min(1, normal.Diffuse / normal.Global) : 0;
            columns[(int)EpwField.GlobalHorizontal]![i] = Math.Round(global, 1);
            columns[(int)EpwField.DiffuseHorizontal]![i] = Math.Round(diffuse, 1);

            // Near sunrise the quotient has no meaning; a low sun's beam is left out.
            columns[(int)EpwField.DirectNormal]![i] = sine[i] > 0.05 ? Math.Round(Math.Min(1100, (global - diffuse) / sine[i]), 1) : 0;
        }
    }

    private static double[] Sines(EpwLocation at)
    {
        var sine = new double[Hours];
        for (var i = 0; i < Hours; i++) sine[i] = SunPosition.MeanSine(1 + (i / 24), i % 24, at.Latitude, at.Longitude, at.UtcOffsetHours);
        return sine;
    }

    /// <summary>A factor of mean 1: Rayleigh every three hours and linear between, as winds are often taken to be.</summary>
    private static double Wind(KeyedRandom random, int hour)
    {
        double Draw(int k) => Math.Sqrt(-4 / Math.PI * Math.Log(1 - random.Uniform(KeyedRandom.Stream("climate.wind"), (ulong)k)));
        var f = hour % 3 / 3.0;
        return ((1 - f) * Draw(hour / 3)) + (f * Draw((hour / 3) + 1));
    }

    private static EpwFile ToFile(double[]?[] columns, ClimateNormals normals, EpwLocation at)
    {
        int[] year = new int[Hours], month = new int[Hours], day = new int[Hours], hour = new int[Hours], minute = new int[Hours], end = new int[Hours];
        for (var i = 0; i < Hours; i++)
        {
            var date = new DateOnly(2023, 1, 1).AddDays(i / 24);
            (year[i], month[i], day[i], hour[i], minute[i], end[i]) = (2023, date.Month, date.Day, (i % 24) + 1, 60, ((i % 24) + 1) * 60);
        }
        return new EpwFile(columns)
        {
            Location = at with { Source = "synthetic" },
            DesignConditions = [],
            TypicalPeriods = [],
            GroundTemperatures = [],
            Calendar = new EpwCalendar(false, default, default, []),
            Comment1 = $"Synthetic year made from monthly normals of {normals.Place.En}; not a measurement.",
            Comment2 = $"Normals: {normals.Source}",
            DataPeriods = [new EpwDataPeriod("Data", DayOfWeek.Sunday, new EpwDay(1, 1), new EpwDay(12, 31), 0, Hours)],
            RecordsPerHour = 1,
            Year = year,
            Month = month,
            Day = day,
            Hour = hour,
            Minute = minute,
            EndMinuteOfDay = end,
            Flags = [.. Enumerable.Repeat("?9?9?9", Hours)],
            WeatherCodes = [.. Enumerable.Repeat("999999999", Hours)],
        };
    }
}
