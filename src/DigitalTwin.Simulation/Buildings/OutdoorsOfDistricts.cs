using DigitalTwin.Buildings.Weather;
using DigitalTwin.Cities.Climate;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>
/// (B1) From the weather of the exchange to what buildings feel, as <see cref="BuildingWeather"/> has it. Where direct and diffuse radiation are unknown, all of the global radiation counts as diffuse.
/// </summary>
internal static class OutdoorsOfDistricts
{
    /// <summary>Names of what is read, in their order.</summary>
    public static IReadOnlyList<string> Quantities { get; } =
    [
        "weather.air-temperature", "weather.relative-humidity", "weather.wind-speed",
        "weather.global-radiation", "weather.direct-radiation", "weather.diffuse-radiation", "weather.infrared-radiation",
    ];

    /// <summary>The weather of each district.</summary>
    /// <param name="read">By quantity and district.</param>
    /// <param name="ground">Temperature of the ground, °C.</param>
    /// <param name="outdoors">Receives the weather by district.</param>
    public static void Fill(IReadOnlyList<ReadOnlyMemory<double>> read, double ground, Span<Outdoors> outdoors)
    {
        ReadOnlySpan<double> air = read[0].Span, humidity = read[1].Span, wind = read[2].Span, global = read[3].Span, direct = read[4].Span, diffuse = read[5].Span, infrared = read[6].Span;
        for (var d = 0; d < outdoors.Length; d++)
        {
            var split = !double.IsNaN(direct[d]) && !double.IsNaN(diffuse[d]);
            outdoors[d] = BuildingWeather.Outdoors(air[d], humidity[d], split ? direct[d] : 0, split ? diffuse[d] : global[d], infrared[d], ground, wind[d]);
        }
    }
}
