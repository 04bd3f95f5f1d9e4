using System.Globalization;
using DigitalTwin.Buildings;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>What of a building makes trips, as rates count it.</summary>
public static class BuildingTrips
{
    /// <summary>Who lives there.</summary>
    public static double People(Building building)
    {
        ArgumentNullException.ThrowIfNull(building);
        return building.Use == BuildingUse.Residential ? building.Occupants : 0;
    }

    /// <summary>Who works there: what a source says, else everybody in a building in which nobody lives.</summary>
    public static double Jobs(Building building)
    {
        ArgumentNullException.ThrowIfNull(building);
        return Said(building, "jobs") is var jobs and >= 0 ? jobs : building.Use is BuildingUse.Residential or BuildingUse.Hotel ? 0 : building.Occupants;
    }

    /// <summary>Where one buys, m².</summary>
    public static double ShopArea(Building building)
    {
        ArgumentNullException.ThrowIfNull(building);
        return Said(building, "shop_area_m2") is var area and >= 0 ? area : building.Use == BuildingUse.Retail ? building.Zone.FloorArea : 0;
    }

    private static double Said(Building building, string name) =>
        building.Record.Others.TryGetValue(name, out var text) && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
