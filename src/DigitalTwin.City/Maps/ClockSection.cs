using DigitalTwin.Numerics.Clocks;

namespace DigitalTwin.Cities.Maps;

/// <summary>What <c>city.yaml</c> says of the clocks on the walls: <c>utc_offset: +08:00</c>.</summary>
internal static class ClockSection
{
    /// <summary>Local time against UTC; null when absent or wrong (reported).</summary>
    public static TimeSpan? Read(MapSection map, ICollection<string> settings)
    {
        if (map.Text("utc_offset") is not { } text) return null;
        if (UtcOffset.TryParse(text.Text, out var offset))
        {
            settings.Add($"utc_offset={UtcOffset.Text(offset)}");
            return offset;
        }
        map.Error(text, $"'utc_offset' is '{text.Text}'; {UtcOffset.Accepted}{(text.Text.Contains('/') ? ": names of zones are not, since daylight saving is not modelled" : "")}.");
        return null;
    }
}
