using DigitalTwin.Buildings.Weather;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>
/// From the weather of the exchange to what buildings feel. (B1) The sky is as warm as a black body that radiates what it does: T = (I / σ)^¼; where its radiation is unknown it is 11 K colder than the air (ISO 13790:2008, 11.3.5). Where
/// direct and diffuse radiation are unknown, all of the global radiation counts as diffuse.
/// </summary>
internal static class OutdoorsOfDistricts
{
    private const double StefanBoltzmann = 5.670374419e-8, Kelvin = 273.15, ColderSky = 11;

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
            outdoors[d] = new Outdoors(
                air[d], Or(humidity[d], 50), split ? Math.Max(0, direct[d]) : 0, split ? Math.Max(0, diffuse[d]) : Math.Max(0, Or(global[d], 0)),
                infrared[d] > 0 ? Math.Pow(infrared[d] / StefanBoltzmann, 0.25) - Kelvin : air[d] - ColderSky, ground, Or(wind[d], 0));
        }
    }

    private static double Or(double value, double otherwise) => double.IsNaN(value) ? otherwise : value;
}
