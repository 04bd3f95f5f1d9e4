using DigitalTwin.Buildings.Weather;

namespace DigitalTwin.Buildings.Districts;

/// <summary>Asks for weather that a model can use.</summary>
internal static class WeatherCheck
{
    /// <summary>Throws where a value is none.</summary>
    public static void Check(ReadOnlySpan<Outdoors> weather, int places)
    {
        for (var i = 0; i < weather.Length; i++)
        {
            ref readonly var w = ref weather[i];
            var sum = w.AirTemperature + w.DirectNormal + w.DiffuseHorizontal + w.SkyTemperature + w.GroundTemperature + w.Albedo;
            if (double.IsFinite(sum) && w.DirectNormal >= 0 && w.DiffuseHorizontal >= 0) continue;
            throw new ArgumentException(
                $"The weather of step {i / places} at place {i % places} is {w}; temperatures, radiation of at least 0 and an albedo are needed.", nameof(weather));
        }
    }
}
