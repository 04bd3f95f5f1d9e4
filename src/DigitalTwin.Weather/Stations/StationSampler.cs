using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Stations;

/// <summary>
/// What every station says of an interval, element by element, after the scenario's adjustments: values[element][station]. Vapour pressure and wind
/// components stand beside, since they and not humidity and direction are what mixes between stations.
/// </summary>
internal sealed class StationSampler
{
    private readonly IReadOnlyList<WeatherStation> stations;
    private readonly TemperatureAdjuster[] adjusters;
    private readonly StationNowcast?[] nowcasts;
    private readonly double[][] values;
    private readonly double[] one = new double[WeatherElements.Count];
    private readonly double gustFactor, warmer, windier;

    public StationSampler(WeatherInputs inputs, WeatherOptions options, double warmer, double windier)
    {
        stations = inputs.Stations;
        (gustFactor, this.warmer, this.windier) = (options.GustFactor, warmer, windier);
        adjusters = [.. stations.Select(s => new TemperatureAdjuster(s.Series, inputs.Adjustments, inputs.UtcOffset))];
        nowcasts = [.. stations.Select(s => s.Nowcast is { } nowcast ? new StationNowcast(nowcast, s.Series) : null)];
        values = [.. Enumerable.Range(0, WeatherElements.Count).Select(_ => new double[stations.Count])];
        VapourPressure = new double[stations.Count];
        WindToEast = new double[stations.Count];
        WindToNorth = new double[stations.Count];
    }

    /// <summary>Vapour pressure, Pa.</summary>
    public double[] VapourPressure { get; }

    /// <summary>Speed times sine of the direction, m/s.</summary>
    public double[] WindToEast { get; }

    /// <summary>Speed times cosine of the direction, m/s.</summary>
    public double[] WindToNorth { get; }

    /// <summary>An element at every station.</summary>
    public double[] this[WeatherElement element] => values[(int)element];

    /// <summary>Asks all stations: values at the end, means over the interval.</summary>
    public void Sample(double from, double until)
    {
        for (var s = 0; s < stations.Count; s++)
        {
            stations[s].Series.Sample(from, until, one);
            nowcasts[s]?.Apply(from, until, one);
            var temperature = one[(int)WeatherElement.AirTemperature];
            VapourPressure[s] = one[(int)WeatherElement.RelativeHumidity] / 100 * Humidity.SaturationPressure(temperature);
            var changed = adjusters[s].Apply(temperature, until) + warmer + stations[s].TemperatureOffset;
            one[(int)WeatherElement.AirTemperature] = changed;
            one[(int)WeatherElement.GroundTemperature] += changed - temperature;
            one[(int)WeatherElement.RoadTemperature] += changed - temperature;
            ref var speed = ref one[(int)WeatherElement.WindSpeed];
            ref var gust = ref one[(int)WeatherElement.WindGust];
            var factor = windier * stations[s].WindFactor;
            speed *= factor;
            gust = double.IsNaN(gust) ? gustFactor * speed : Math.Max(gust * factor, speed);
            one[(int)WeatherElement.Precipitation] *= stations[s].RainFactor;
            var (sin, cos) = Math.SinCos(one[(int)WeatherElement.WindDirection] * (Math.PI / 180));
            (WindToEast[s], WindToNorth[s]) = (speed * sin, speed * cos);
            for (var e = 0; e < values.Length; e++) values[e][s] = one[e];
        }
    }
}

/// <summary>The adjustments of the temperature of one station, made ready.</summary>
internal sealed class TemperatureAdjuster
{
    private const int MinutesPerDay = 1440;
    private readonly List<Change> changes = [];

    public TemperatureAdjuster(WeatherSeries series, IReadOnlyList<WeatherAdjustment> adjustments, TimeSpan utcOffset)
    {
        foreach (var adjustment in adjustments)
        {
            switch (adjustment)
            {
                case TemperatureOffset offset:
                    changes.Add(new Change(
                        offset.From is { } from ? Instant.Seconds(from) : double.NegativeInfinity,
                        offset.Until is { } until ? Instant.Seconds(until) : double.PositiveInfinity, offset.Kelvin, double.NaN, double.NaN));
                    break;
                case PeakTemperatureDay day:
                    changes.Add(Peak(series, day, utcOffset));
                    break;
            }
        }
    }

    public double Apply(double temperature, double time)
    {
        foreach (var change in changes) temperature = change.Apply(temperature, time);
        return temperature;
    }

    /// <summary>(Y11) of this station's own day, as the adjustments before have left it.</summary>
    private Change Peak(WeatherSeries series, PeakTemperatureDay day, TimeSpan utcOffset)
    {
        var begin = Instant.Seconds(new DateTimeOffset(day.Date.ToDateTime(TimeOnly.MinValue), utcOffset));
        double At(int minute)
        {
            var t = begin + (60 * minute);
            return Apply(series.At(WeatherElement.AirTemperature, Instant.Time(t)), t);
        }
        var night = Math.Max(At(0), At(MinutesPerDay));
        var most = double.NegativeInfinity;
        for (var minute = 0; minute <= MinutesPerDay; minute++) most = Math.Max(most, At(minute));

        // A day that is warmest at one of its midnights has no peak to stretch: it is shifted whole.
        if (!double.IsFinite(most)) return new Change(begin, begin, 0, double.NaN, double.NaN);
        var stretches = most > night;
        return new Change(begin, begin + 86400, day.Peak - most, stretches ? night : double.NaN, stretches ? most : double.NaN);
    }

    private readonly record struct Change(double From, double Until, double Kelvin, double Night, double Most)
    {
        public double Apply(double temperature, double time)
        {
            if (time < From || time >= Until) return temperature;
            return double.IsNaN(Most) ? temperature + Kelvin : temperature + (Kelvin * Math.Clamp((temperature - Night) / (Most - Night), 0, 1));
        }
    }
}
