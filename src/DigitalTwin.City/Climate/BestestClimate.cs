using DigitalTwin.Buildings.Bestest;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Cities.Climate;

/// <summary>The year of ASHRAE 140, section 5.2, from its climate file.</summary>
public static class BestestClimate
{
    /// <summary>Ground below the room, °C: the standard's.</summary>
    private const double Ground = 10;

    /// <summary>The year; null, with a sentence, when the file has not 8760 whole hours.</summary>
    public static BestestWeather? Of(EpwFile file, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(problems);
        double[] air = file[EpwField.DryBulb], humidity = file[EpwField.RelativeHumidity], wind = file[EpwField.WindSpeed], infrared = file[EpwField.InfraredFromSky];
        double[] direct = file[EpwField.DirectNormal], diffuse = file[EpwField.DiffuseHorizontal];
        if (file.RecordsPerHour != 1 || file.RowCount != BestestWeather.Hours)
        {
            problems.Error("", 0, 0, $"The climate has {file.RowCount:N0} records; a case of ASHRAE 140 needs a year of {BestestWeather.Hours:N0} hours.");
            return null;
        }
        var hours = new Outdoors[BestestWeather.Hours];
        for (var h = 0; h < hours.Length; h++)
        {
            // What is measured at the ends of hours is averaged over each; radiation is the hour's already.
            var before = (h + hours.Length - 1) % hours.Length;
            hours[h] = BuildingWeather.Outdoors(Mean(air), Mean(humidity), direct[h], diffuse[h], Mean(infrared), Ground, Mean(wind));
            if (double.IsFinite(hours[h].AirTemperature)) continue;
            problems.Error("", 0, 0, $"The climate has no air temperature in hour {h + 1:N0}.");
            return null;

            double Mean(double[] column) => 0.5 * (column[before] + column[h]);
        }
        return new(hours, file.Location.Latitude, file.Location.Longitude, file.Location.UtcOffset);
    }
}
