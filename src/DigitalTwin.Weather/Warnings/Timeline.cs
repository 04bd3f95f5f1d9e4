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
    private readonly Reach rain, wind, sight, ground, road;
    private double issued = double.NaN;

    public Timeline(Outlook outlook, WarningTable table, WeatherOptions options)
    {
        (this.outlook, this.options) = (outlook, options);
        var cells = Outlook.PastCells + outlook.ForecastCells;
        double[] Column() => new double[cells];
        (Rain, Snow, Temperature, Humidity, Wind, Gust) = (Column(), Column(), Column(), Column(), Column(), Column());
        (Visibility, Ground, Road) = (Column(), Column(), Column());
        (rainError, temperatureError) = (Column(), Column());
        (WindUntil, GustUntil, HeatUntil, ColdUntil, VisibilityUntil) = (Column(), Column(), Column(), Column(), Column());
        rain = Of(table, true, Measure.RainSum, Measure.SnowSum, Measure.IcyRoad);
        wind = Of(table, false, Measure.MeanWind, Measure.Gust);
        sight = Of(table, false, Measure.FogVisibility, Measure.HazeVisibility, Measure.DustVisibility);
        ground = Of(table, false, Measure.LowestGroundTemperature);
        road = Of(table, false, Measure.IcyRoad);
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
        Take(outlook.Rain, Rain, rain);
        Take(outlook.Snow, Snow, rain);
        Take(outlook.Temperature, Temperature, new Reach(0, Count));
        Take(outlook.Humidity, Humidity, sight);
        Take(outlook.Wind, Wind, wind);
        Take(outlook.Gust, Gust, wind);
        Take(outlook.Visibility, Visibility, sight);
        Take(outlook.Ground, Ground, ground);
        Take(outlook.Road, Road, road);
        if (errs) AddErrors();
        Highest(Wind, WindUntil, wind);
        Highest(Gust, GustUntil, wind);
        Highest(Temperature, HeatUntil, new Reach(recent, Count));
        Lowest(Temperature, ColdUntil, new Reach(recent, Count));
        Lowest(Visibility, VisibilityUntil, sight);
        LowestDays();

        void Take(double[] column, double[] to, Reach reach) => outlook.Copy(column, place, cell - Now + reach.From, to.AsSpan(reach.From, reach.To - reach.From));
    }

    /// <summary>The cells that the table's criteria look at: an hour back (or the longest sum) and the longest window ahead.</summary>
    private Reach Of(WarningTable table, bool sums, params Measure[] measures)
    {
        var hours = table.Signals.SelectMany(s => s.Levels).SelectMany(l => l).SelectMany(a => a)
            .Where(c => measures.Contains(c.Measure)).Select(c => c.Hours).DefaultIfEmpty(1).Max();
        return new Reach(Math.Max(0, Now - (sums ? Math.Max(24, (int)Math.Ceiling(hours)) * Outlook.PerHour : Outlook.PerHour)), Math.Max(Until(1), Until(hours)));
    }

    private void AddErrors()
    {
        for (var i = Now; i < rain.To; i++) (Rain[i], Snow[i]) = (Rain[i] * rainError[i], Snow[i] * rainError[i]);
        for (var i = Now; i < Count; i++) Temperature[i] += temperatureError[i];
        for (var i = Now; i < ground.To; i++) Ground[i] += temperatureError[i];
        for (var i = Now; i < road.To; i++) Road[i] += temperatureError[i];
    }

    /// <summary>Cells from one index to before another.</summary>
    private readonly record struct Reach(int From, int To);

    private static void Highest(double[] values, double[] until, Reach reach)
    {
        var most = double.NegativeInfinity;
        for (var i = reach.From; i < reach.To; i++) until[i] = most = values[i] > most ? values[i] : most;
    }

    private static void Lowest(double[] values, double[] until, Reach reach)
    {
        var least = double.PositiveInfinity;
        for (var i = reach.From; i < reach.To; i++) until[i] = least = values[i] < least ? values[i] : least;
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
        var (wet, heat) = (chance.Normal(KeyedRandom.Stream("weather.forecast-rain"), counter), chance.Normal(KeyedRandom.Stream("weather.forecast-temperature"), counter));
        for (var i = Now; i < Count; i++)
        {
            var root = Math.Sqrt((i - Now + 1) / (24.0 * Outlook.PerHour));
            var spread = options.ForecastRainSpread * root;
            rainError[i] = Math.Exp((spread * wet) - (0.5 * spread * spread));
            temperatureError[i] = options.ForecastTemperatureSpread * root * heat;
        }
    }
}
