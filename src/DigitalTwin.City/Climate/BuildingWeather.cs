using DigitalTwin.Buildings.Weather;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Series;

namespace DigitalTwin.Cities.Climate;

/// <summary>The weather as buildings are given it.</summary>
public static class BuildingWeather
{
    /// <summary>σ of Stefan and Boltzmann, W/(m² K⁴) (CODATA 2018).</summary>
    private const double StefanBoltzmann = 5.670374419e-8;

    private const double Kelvin = 273.15;

    /// <summary>Temperature of a black sky of the same long-wave radiation, °C: θ_sky = (I / σ)^¼ - 273.15.</summary>
    /// <param name="infrared">Radiation from the sky on the horizontal, W/m², above 0.</param>
    public static double SkyTemperature(double infrared) => Math.Pow(infrared / StefanBoltzmann, 0.25) - Kelvin;

    /// <summary>Joins what a weather knows; what it does not know is replaced: no sun, a sky 11 K below the air (ISO 13790:2008, 11.4.6, for temperate climates), still air of 60 %.</summary>
    public static Outdoors Outdoors(double air, double humidity, double direct, double diffuse, double infrared, double ground, double wind) => new(
        air, double.IsNaN(humidity) ? 60 : humidity, Math.Max(0, double.IsNaN(direct) ? 0 : direct), Math.Max(0, double.IsNaN(diffuse) ? 0 : diffuse),
        infrared > 0 ? SkyTemperature(infrared) : air - 11, ground, double.IsNaN(wind) ? 0 : wind);

    /// <summary>The steps of a period under a climate file, whose year is taken as a typical one.</summary>
    /// <param name="file">The climate.</param>
    /// <param name="series">The same as a series (<see cref="EpwSeries.From"/>).</param>
    /// <param name="start">Begin.</param>
    /// <param name="step">Length of a step.</param>
    /// <param name="steps">How many.</param>
    public static Outdoors[] Steps(EpwFile file, WeatherSeries series, DateTimeOffset start, TimeSpan step, int steps)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(series);
        var ground = new GroundTemperature(file);
        var all = new Outdoors[steps];
        for (var i = 0; i < steps; i++)
        {
            var (from, until) = (start + (i * step), start + ((i + 1) * step));
            all[i] = Outdoors(
                Middle(WeatherElement.AirTemperature), Middle(WeatherElement.RelativeHumidity), series.Mean(WeatherElement.DirectRadiation, from, until), series.Mean(WeatherElement.DiffuseRadiation, from, until),
                series.Mean(WeatherElement.InfraredRadiation, from, until), ground.At(from.ToOffset(file.Location.UtcOffset).Month), Middle(WeatherElement.WindSpeed));

            // A record stands for its end: the mean over a step is half of each end's.
            double Middle(WeatherElement element) => 0.5 * (series.At(element, from) + series.At(element, until));
        }
        return all;
    }
}
