using DigitalTwin.Buildings.Bestest;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Verification.Buildings.Ashrae140;

/// <summary>The weather of ASHRAE 140-2020, section 5.2: file 725650TYCST, as hours of <see cref="Outdoors"/>.</summary>
internal static class DenverYear
{
    private static readonly Lazy<BestestWeather> Read = new(Load);

    public static BestestWeather Weather => Read.Value;

    private static BestestWeather Load()
    {
        var problems = new ProblemList();
        var file = EpwReader.Read(SharedData.Path("weather", "725650TYCST_Denver_ASHRAE140-2020.epw"), problems);
        problems.ThrowIfErrors();
        double[] air = file[EpwField.DryBulb], humidity = file[EpwField.RelativeHumidity], wind = file[EpwField.WindSpeed], infrared = file[EpwField.InfraredFromSky];
        var hours = new Outdoors[BestestWeather.Hours];
        for (var h = 0; h < hours.Length; h++)
        {
            // What is measured at the ends of hours is averaged over each; radiation is the hour's already. Sky temperature: (horizontal infrared / σ)^¼. The ground: 10 °C.
            var before = (h + hours.Length - 1) % hours.Length;
            double Mean(double[] column) => 0.5 * (column[before] + column[h]);
            hours[h] = new(
                Mean(air), Mean(humidity), file[EpwField.DirectNormal][h], file[EpwField.DiffuseHorizontal][h],
                Math.Pow(Mean(infrared) / 5.670374e-8, 0.25) - 273.15, 10, Mean(wind));
        }
        return new(hours, file.Location.Latitude, file.Location.Longitude, TimeSpan.FromHours(file.Location.UtcOffsetHours));
    }
}
