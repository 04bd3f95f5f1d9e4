using System.Globalization;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Places;
using DigitalTwin.Weather.Climate;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Synthesis;

/// <summary>Weather stations of a synthetic city: three for a district, one more for every 12 km², spread evenly; each tells the climate normals.</summary>
internal static class StationSynthesis
{
    public static IEnumerable<GeoFeature> Stations(CityPlan city, Terrain terrain, TransverseMercator plane)
    {
        var count = Math.Clamp((int)Math.Round(city.Width * city.Height / 12e6), 3, 60);
        for (var i = 1; i <= count; i++)
        {
            // Additive recurrence with the plastic number: even without being a grid (M. Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018).
            var (u, v) = ((0.5 + 0.7548776662466927 * i) % 1, (0.5 + 0.5698402909980532 * i) % 1);
            var (x, y) = city.Bend((0.08 + 0.84 * u) * city.Width, (0.08 + 0.84 * v) * city.Height);
            var (longitude, latitude) = plane.Inverse(x - city.Width / 2, y - city.Height / 2);
            yield return new($"WS-{i}", new Point(longitude, latitude),
            [
                new("name_en", GeoValue.Of($"Weather station {i}")),
                new("name_zh", GeoValue.Of($"气象站{i}")),
                new("elevation_m", GeoValue.Of(Math.Round(terrain.At(x, y), 1))),
                new("normals", GeoValue.Of(ClimateNormals.Wuhan.Source)),
                new("normal_temperature_degC", Monthly(m => m.Temperature)),
                new("normal_humidity_percent", Monthly(m => m.RelativeHumidity)),
                new("normal_global_radiation_kWh_m2", Monthly(m => m.Global)),
                new("normal_wind_m_s", Monthly(m => m.WindSpeed)),
            ]);
        }
    }

    private static GeoValue Monthly(Func<MonthlyNormal, double> of) =>
        GeoValue.Json("[" + string.Join(",", ClimateNormals.Wuhan.Months.Select(m => of(m).ToString(CultureInfo.InvariantCulture))) + "]");
}
