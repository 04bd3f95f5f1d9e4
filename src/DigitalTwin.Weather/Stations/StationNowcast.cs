using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Stations;

/// <summary>
/// A nowcast made ready for one station. (Y22) x(t) = x_s(t) + (x_o - x_s(t_o)) m(t), m(t) = exp(-|t - t_o| / τ), within the element's bounds;
/// (Y23) for radiation and visibility x(t) = x_s(t) (1 + (x_o / x_s(t_o) - 1) m(t)). x_s is the series, x_o what was measured at t_o; over an interval m is
/// its mean, so that the sum of rain does not depend on the step.
/// </summary>
internal sealed class StationNowcast
{
    /// <summary>Below this, W/m2, it is night or dusk and a ratio of two radiations says nothing.</summary>
    public const double LeastRadiation = 20;

    private readonly double memory, rainMemory;
    private readonly double[] deviation = new double[WeatherElements.Count];
    private readonly double[] origin = new double[WeatherElements.Count];
    private readonly bool[] isRatio = new bool[WeatherElements.Count];
    private readonly bool keepsVapour;

    public StationNowcast(Nowcast nowcast, WeatherSeries series)
    {
        (memory, rainMemory) = (nowcast.Memory.TotalSeconds, nowcast.RainMemory.TotalSeconds);
        foreach (var (element, (at, observed)) in nowcast.Observed)
        {
            if (!double.IsFinite(observed) || !Nowcast.CanApproach(series, element, at)) continue;
            var known = series.At(element, at);
            var e = (int)element;
            origin[e] = Instant.Seconds(at);
            isRatio[e] = element is WeatherElement.Visibility or WeatherElement.GlobalRadiation or WeatherElement.DirectRadiation or WeatherElement.DiffuseRadiation;
            deviation[e] = isRatio[e] ? observed / known - 1 : observed - (double.IsNaN(known) ? 0 : known);
            if (element == WeatherElement.WindDirection) deviation[e] -= 360 * Math.Round(deviation[e] / 360);
        }
        // Who measures only the temperature of the air says nothing of the water in it; and the ground goes with the air.
        keepsVapour = !nowcast.Observed.ContainsKey(WeatherElement.RelativeHumidity);
        Follow(nowcast, WeatherElement.AirTemperature, WeatherElement.GroundTemperature);
        Follow(nowcast, WeatherElement.AirTemperature, WeatherElement.RoadTemperature);
        Follow(nowcast, WeatherElement.WindSpeed, WeatherElement.WindGust);
        Follow(nowcast, WeatherElement.GlobalRadiation, WeatherElement.DirectRadiation);
        Follow(nowcast, WeatherElement.GlobalRadiation, WeatherElement.DiffuseRadiation);
    }

    /// <summary>Lays the deviations over what the series said of an interval (s since 1970).</summary>
    public void Apply(double from, double until, Span<double> values)
    {
        var temperature = values[(int)WeatherElement.AirTemperature];
        for (var e = 0; e < values.Length; e++)
        {
            if (deviation[e] == 0) continue;
            var element = (WeatherElement)e;
            var left = deviation[e] * (WeatherElements.IsMean(element) ? MeanDecay(from - origin[e], until - origin[e], element == WeatherElement.Precipitation ? rainMemory : memory)
                : Math.Exp(-Math.Abs(until - origin[e]) / memory));
            values[e] = isRatio[e] ? values[e] * (1 + left) : Bounded(element, (element == WeatherElement.Precipitation && double.IsNaN(values[e]) ? 0 : values[e]) + left);
        }
        if (!keepsVapour || deviation[(int)WeatherElement.AirTemperature] == 0) return;
        ref var humidity = ref values[(int)WeatherElement.RelativeHumidity];
        humidity = Math.Min(100, humidity * Humidity.SaturationPressure(temperature) / Humidity.SaturationPressure(values[(int)WeatherElement.AirTemperature]));
    }

    private void Follow(Nowcast nowcast, WeatherElement leader, WeatherElement follower)
    {
        if (nowcast.Observed.ContainsKey(follower)) return;
        var (from, to) = ((int)leader, (int)follower);
        (deviation[to], origin[to], isRatio[to]) = (deviation[from], origin[from], isRatio[from]);
    }

    private static double Bounded(WeatherElement element, double value) => element switch
    {
        WeatherElement.RelativeHumidity => Math.Clamp(value, 0, 100),
        WeatherElement.CloudCover => Math.Clamp(value, 0, 1),
        WeatherElement.WindDirection => value - (360 * Math.Floor(value / 360)),
        WeatherElement.WindSpeed or WeatherElement.WindGust or WeatherElement.Precipitation or WeatherElement.InfraredRadiation => Math.Max(0, value),
        _ => value,
    };

    /// <summary>Mean of exp(-|t| / τ) over an interval; its value where the interval has no length.</summary>
    private static double MeanDecay(double from, double until, double tau)
    {
        return until - from <= 0 ? Math.Exp(-Math.Abs(until) / tau) : (Integral(until) - Integral(from)) / (until - from);

        double Integral(double t) => Math.Sign(t) * tau * (1 - Math.Exp(-Math.Abs(t) / tau));
    }
}
