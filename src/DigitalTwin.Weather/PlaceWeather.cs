using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;
using DigitalTwin.Weather.Storms;

namespace DigitalTwin.Weather;

/// <summary>From the stations to the places: the kernels of an interval, over arrays and without allocation.</summary>
internal sealed class PlaceWeather
{
    private readonly StationWeights weights;
    private readonly StationSampler stations;
    private readonly StormRain[] storms;
    private readonly double[] stationElevation;
    private readonly double lapseRate, allSnow, allRain;

    public PlaceWeather(WeatherInputs inputs, IReadOnlyList<WeatherPlace> places, WeatherOptions options)
    {
        weights = new StationWeights(inputs.Stations, places, options.NearestStations);
        stationElevation = [.. inputs.Stations.Select(s => s.Elevation)];
        (lapseRate, allSnow, allRain) = (options.LapseRate, options.AllSnow, options.AllRain);
        double Luck(string purpose, ulong counter) => options.Chance is { } chance ? chance.Normal(KeyedRandom.Stream(purpose), counter) : 0;
        stations = new StationSampler(
            inputs, options, options.TemperatureSpread * Luck("weather.temperature", 0), MeanOne(options.WindSpread, Luck("weather.wind", 0), options));
        double[] rainFactors = [.. inputs.Stations.Select(s => s.RainFactor)];
        storms = [.. inputs.Storms.Select((s, i) => new StormRain(s, places, weights, rainFactors, MeanOne(options.StormDepthSpread, Luck("weather.storm-depth", (ulong)i), options)))];
    }

    /// <summary>Fills in the weather at the end of an interval, and the means over it.</summary>
    /// <param name="from">s since 1970.</param>
    /// <param name="until">s since 1970, later.</param>
    /// <param name="to">Receives the values.</param>
    public void Fill(double from, double until, PlaceValues to)
    {
        FillForWarnings(from, until, to);
        DewPoint(to.AirTemperature, to.RelativeHumidity, to.DewPoint);
        Pressure(to.Pressure);
        Direction(to.WindDirection);
        Blend(WeatherElement.CloudCover, to.CloudCover);
        Blend(WeatherElement.GlobalRadiation, to.GlobalRadiation);
        Blend(WeatherElement.DirectRadiation, to.DirectRadiation);
        Blend(WeatherElement.DiffuseRadiation, to.DiffuseRadiation);
        Blend(WeatherElement.InfraredRadiation, to.InfraredRadiation);
    }

    /// <summary>Fills in only what warnings look at.</summary>
    public void FillForWarnings(double from, double until, PlaceValues to)
    {
        stations.Sample(from, until);
        Temperature(to.AirTemperature);
        RelativeHumidity(to.AirTemperature, to.RelativeHumidity);
        Blend(WeatherElement.WindSpeed, to.WindSpeed);
        Blend(WeatherElement.WindGust, to.Gust);
        Blend(WeatherElement.Visibility, to.Visibility);
        Blend(WeatherElement.GroundTemperature, to.GroundTemperature);
        Blend(WeatherElement.RoadTemperature, to.RoadTemperature);
        Precipitation(from, until, to);
    }

    /// <summary>exp(s z - s^2 / 2): a factor whose mean is 1 and whose logarithm spreads by s.</summary>
    private static double MeanOne(double spread, double z, WeatherOptions options) =>
        options.Chance is null || spread == 0 ? 1 : Math.Exp((spread * z) - (0.5 * spread * spread));

    private void Blend(WeatherElement element, double[] to)
    {
        var values = stations[element];
        for (var p = 0; p < to.Length; p++) to[p] = weights.Blend(values, p);
    }

    /// <summary>(Y12) T_p = sum w_s (T_s + L (z_s - z_p)), T in degC, z in m, L in K/m.</summary>
    private void Temperature(double[] to)
    {
        var t = stations[WeatherElement.AirTemperature];
        for (var p = 0; p < to.Length; p++)
        {
            double sum = 0, total = 0;
            for (int k = p * weights.PerPlace, end = k + weights.PerPlace; k < end; k++)
            {
                var s = weights.Station[k];
                if (double.IsNaN(t[s])) continue;
                sum += weights.Weight[k] * (t[s] + (lapseRate * (stationElevation[s] - weights.Elevation[p])));
                total += weights.Weight[k];
            }
            to[p] = total > 0 ? sum / total : double.NaN;
        }
    }

    /// <summary>(Y13) e_p = sum w_s e_s in Pa; RH_p = 100 e_p / e_s(T_p), at most 100 %.</summary>
    private void RelativeHumidity(double[] temperature, double[] to)
    {
        for (var p = 0; p < to.Length; p++)
            to[p] = Math.Min(100, 100 * weights.Blend(stations.VapourPressure, p) / Humidity.SaturationPressure(temperature[p]));
    }

    private static void DewPoint(double[] temperature, double[] relativeHumidity, double[] to)
    {
        for (var p = 0; p < to.Length; p++)
            to[p] = relativeHumidity[p] > 0 ? Humidity.DewPoint(relativeHumidity[p] / 100 * Humidity.SaturationPressure(temperature[p])) : double.NaN;
    }

    /// <summary>(Y14) p_p = sum w_s p_s exp(-g (z_p - z_s) / (R T_s)), p in Pa, g = 9.80665 m/s2, R = 287.05 J/(kg K), T in K.</summary>
    private void Pressure(double[] to)
    {
        const double g = 9.80665, r = 287.05;
        double[] pressure = stations[WeatherElement.Pressure], temperature = stations[WeatherElement.AirTemperature];
        for (var p = 0; p < to.Length; p++)
        {
            double sum = 0, total = 0;
            for (int k = p * weights.PerPlace, end = k + weights.PerPlace; k < end; k++)
            {
                var s = weights.Station[k];
                if (double.IsNaN(pressure[s])) continue;
                var t = double.IsNaN(temperature[s]) ? 288.15 : temperature[s] + 273.15;
                sum += weights.Weight[k] * pressure[s] * Math.Exp(-g * (weights.Elevation[p] - stationElevation[s]) / (r * t));
                total += weights.Weight[k];
            }
            to[p] = total > 0 ? sum / total : double.NaN;
        }
    }

    /// <summary>(Y15) The direction is that of the sum of w_s v_s (sin, cos), and 0 in a calm; the speed is the sum of w_s v_s.</summary>
    private void Direction(double[] to)
    {
        for (var p = 0; p < to.Length; p++)
        {
            double east = weights.Blend(stations.WindToEast, p), north = weights.Blend(stations.WindToNorth, p);
            var degrees = Math.Atan2(east, north) * (180 / Math.PI);
            to[p] = degrees < 0 ? degrees + 360 : degrees;
        }
    }

    /// <summary>(Y16) P = sum w_s P_s + sum over storms; snow part = clamp((T_rain - T) / (T_rain - T_snow), 0, 1).</summary>
    private void Precipitation(double from, double until, PlaceValues to)
    {
        Blend(WeatherElement.Precipitation, to.Precipitation);
        for (var p = 0; p < to.Places; p++)
            if (double.IsNaN(to.Precipitation[p])) to.Precipitation[p] = 0;
        foreach (var storm in storms)
        {
            var intensity = storm.Intensity(from, until);
            if (intensity == 0) continue;
            for (var p = 0; p < to.Places; p++) to.Precipitation[p] += intensity * storm.Factor[p];
        }
        for (var p = 0; p < to.Places; p++)
        {
            var t = to.AirTemperature[p];
            var snowPart = double.IsNaN(t) ? 0 : Math.Clamp((allRain - t) / (allRain - allSnow), 0, 1);
            to.Snow[p] = to.Precipitation[p] * snowPart;
            to.Rain[p] = to.Precipitation[p] - to.Snow[p];
        }
    }
}
