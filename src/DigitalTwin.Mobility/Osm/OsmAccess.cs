using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Osm;

/// <summary>
/// Whether cars may drive a way, and in which direction: the most specific key decides (wiki: Key:access, land-based transportation; Key:oneway). Destinations, customers and holders of permits drive in; who that is,
/// is not for a road to say.
/// </summary>
internal static class OsmAccess
{
    private static readonly string[] Keys = ["motorcar", "motor_vehicle", "vehicle", "access"], OneWayKeys = ["oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway"];

    /// <summary>What closes the way to cars, as tagged; null when they may drive it.</summary>
    public static string? Closed(OsmElement way, string end = "")
    {
        foreach (var key in Keys)
            if (way[key + end] is { } value) return IsClosed(value) ? value : null;
        return null;
    }

    /// <summary>The value of the most specific key that says which way traffic goes, or null.</summary>
    public static string? OneWay(OsmElement way)
    {
        foreach (var key in OneWayKeys)
            if (way[key] is { } value) return value;
        return null;
    }

    /// <summary>The direction that is left when cars may not drive the others; null when none is.</summary>
    public static StreetDirection? Left(OsmElement way, StreetDirection tagged)
    {
        var forward = tagged != StreetDirection.Backward && Closed(way, ":forward") is null;
        var backward = tagged != StreetDirection.Forward && Closed(way, ":backward") is null;
        return (forward, backward) switch { (true, true) => StreetDirection.Both, (true, false) => StreetDirection.Forward, (false, true) => StreetDirection.Backward, _ => null };
    }

    // A list closes the way when all that it names are others than drivers of cars.
    private static bool IsClosed(string value) => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } all && Array.TrueForAll(all, IsOthers);

    private static bool IsOthers(string value) => value is "no" or "private" or "agricultural" or "forestry" or "military" or "emergency" or "psv" or "bus" or "taxi" or "bicycle" or "foot" or "delivery" or "hgv" or "goods";
}
