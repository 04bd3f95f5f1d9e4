using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Weather.Warnings;

/// <summary>
/// One place as a forecaster sees it at one time: what was, exactly, and what is to come, with the error of the forecast. Index 0 is the oldest cell,
/// <see cref="Now"/> the first one of the future.
/// </summary>
internal sealed class Timeline
{
    private readonly Outlook outlook;
    private readonly WeatherOptions options;
    private readonly double[] rainError, temperatureError;
    private readonly double[] hours = new double[Outlook.PastCells / Outlook.PerHour];
    private readonly bool errs;
    private double issued = double.NaN;

    public Timeline(Outlook outlook, WeatherOptions options)
    {
        (this.outlook, this.options) = (outlook, options);
        var cells = Outlook.PastCells + outlook.ForecastCells;
        double[] Column() => new double[cells];
        (Rain, Snow, Temperature, Humidity, Wind, Gust) = (Column(), Column(), Column(), Column(), Column(), Column());
        (Visibility, Ground, Road) = (Column(), Column(), Column());
        (rainError, temperatureError) = (Column(), Column());
        (WindUntil, GustUntil, HeatUntil, ColdUntil, VisibilityUntil) = (Column(), Column(), Column(), Column(), Column());
        errs = options.Chance is not null && (options.ForecastRainSpread > 0 || options.ForecastTemperatureSpread > 0);
        Array.Fill(rainError, 1);
    }

    /// <summary>The first cell of the future.</summary>
    public int Now { get; } = Outlook.PastCells;

    /// <summary>All cells.</summary>
    public int Count => Rain.Length;

    /// <summary>s since 1970 at the begin of the first cell of the future.</summary>
    public double NowSeconds { get; private set; }

    public double[] Rain { get; }

    public double[] Snow { get; }

    public double[] Temperature { get; }

    public double[] Humidity { get; }

    public double[] Wind { get; }

    public double[] Gust { get; }

    public double[] Visibility { get; }

    public double[] Ground { get; }

    public double[] Road { get; }

    /// <summary>Index of the first of the future cells that lie beyond a window, or the end of the forecast.</summary>
    public int Until(double hours) => Math.Min(Count, Now + (int)Math.Round(hours * Outlook.PerHour));

    /// <summary>s since 1970 at the end of a cell.</summary>
    public double EndOf(int index) => NowSeconds + ((index - Now + 1) * (double)Outlook.CellSeconds);

    /// <summary>Highest wind from an hour ago until each cell, so that most criteria are refused at one glance; m/s.</summary>
    public double[] WindUntil { get; }

    /// <summary>Highest gust from an hour ago until each cell, m/s.</summary>
    public double[] GustUntil { get; }

    /// <summary>Highest temperature from an hour ago until each cell, degC.</summary>
    public double[] HeatUntil { get; }

    /// <summary>Lowest temperature from an hour ago until each cell, degC.</summary>
    public double[] ColdUntil { get; }

    /// <summary>Lowest visibility from an hour ago until each cell, m.</summary>
    public double[] VisibilityUntil { get; }

    /// <summary>Lowest temperature of the 24 hours before each full hour back from now (0 = the last 24 hours), degC.</summary>
    public double[] ColdBefore { get; } = new double[(Outlook.PastCells / Outlook.PerHour) - 24 + 1];

    /// <summary>Takes in a place.</summary>
    public void Load(int place, long cell)
    {
        NowSeconds = cell * (double)Outlook.CellSeconds;
        Err();
        var recent = Now - Outlook.PerHour;
        Take(outlook.Rain, Rain, 0);
        Take(outlook.Snow, Snow, 0);
        Take(outlook.Temperature, Temperature, 0);
        Take(outlook.Humidity, Humidity, recent);
        Take(outlook.Wind, Wind, recent);
        Take(outlook.Gust, Gust, recent);
        Take(outlook.Visibility, Visibility, recent);
        Take(outlook.Ground, Ground, recent);
        Take(outlook.Road, Road, recent);
        if (errs)
        {
            for (var i = Now; i < Count; i++)
            {
                Rain[i] *= rainError[i];
                Snow[i] *= rainError[i];
                Temperature[i] += temperatureError[i];
                Ground[i] += temperatureError[i];
                Road[i] += temperatureError[i];
            }
        }
        Highest(Wind, WindUntil, recent);
        Highest(Gust, GustUntil, recent);
        Highest(Temperature, HeatUntil, recent);
        Lowest(Temperature, ColdUntil, recent);
        Lowest(Visibility, VisibilityUntil, recent);
        LowestDays();

        void Take(double[] column, double[] to, int first) => outlook.Copy(column, place, cell - Now + first, to.AsSpan(first));
    }

    private static void Highest(double[] values, double[] until, int first)
    {
        var most = double.NegativeInfinity;
        for (var i = first; i < values.Length; i++) until[i] = most = values[i] > most ? values[i] : most;
    }

    private static void Lowest(double[] values, double[] until, int first)
    {
        var least = double.PositiveInfinity;
        for (var i = first; i < values.Length; i++) until[i] = least = values[i] < least ? values[i] : least;
    }

    private void LowestDays()
    {
        for (var h = 0; h < hours.Length; h++)
        {
            var least = double.PositiveInfinity;
            for (int i = Now - ((h + 1) * Outlook.PerHour), until = i + Outlook.PerHour; i < until; i++)
                if (Temperature[i] < least) least = Temperature[i];
            hours[h] = least;
        }
        for (var h = 0; h < ColdBefore.Length; h++)
        {
            var least = double.PositiveInfinity;
            for (var k = h; k < h + 24; k++) least = Math.Min(least, hours[k]);
            ColdBefore[h] = least;
        }
    }

    /// <summary>
    /// (Y17) A forecast of lead time h that is issued in hour k: rain times exp(s z_k - s^2 / 2) with s = S sqrt(h / 24 h); temperature plus D z'_k sqrt(h / 24 h).
    /// One draw an hour and quantity: a forecast is too wet or too warm as a whole.
    /// </summary>
    private void Err()
    {
        if (!errs || options.Chance is not { } chance) return;
        var hour = Math.Floor(NowSeconds / 3600);
        if (hour == issued) return;
        issued = hour;
        var counter = (ulong)(long)hour;
        var (rain, heat) = (chance.Normal(KeyedRandom.Stream("weather.forecast-rain"), counter), chance.Normal(KeyedRandom.Stream("weather.forecast-temperature"), counter));
        for (var i = Now; i < Count; i++)
        {
            var root = Math.Sqrt((i - Now + 1) / (24.0 * Outlook.PerHour));
            var spread = options.ForecastRainSpread * root;
            rainError[i] = Math.Exp((spread * rain) - (0.5 * spread * spread));
            temperatureError[i] = options.ForecastTemperatureSpread * root * heat;
        }
    }
}
