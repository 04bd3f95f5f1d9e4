using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Emissions;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Roads;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Roads, parking and demand in their city: where links and facilities are, and in which weather.</summary>
/// <param name="Roads">The roads.</param>
/// <param name="Parking">Where one can park; empty when the map has no parking.</param>
/// <param name="Demand">Who wants to drive where.</param>
/// <param name="Drivers">Groups of drivers, as demand counts them.</param>
public sealed record MobilitySite(RoadNetwork Roads, ParkingSupply Parking, DemandModel Demand, IReadOnlyList<DriverGroup> Drivers)
{
    private readonly Lazy<int[]> opposite = new(() => StreetSides.Of(Roads));

    /// <summary>For every link the index of its district.</summary>
    public required int[] District { get; init; }

    /// <summary>Number of districts that have weather; at least 1.</summary>
    public required int Districts { get; init; }

    /// <summary>Course of a link, or null.</summary>
    public required Func<int, Geometry?> LinkGeometry { get; init; }

    /// <summary>Place or course of a facility, or null.</summary>
    public required Func<int, Geometry?> FacilityGeometry { get; init; }

    /// <summary>Outline or place of a place of demand that is an asset of the city, or null.</summary>
    public Func<int, Geometry?> PlaceGeometry { get; init; } = static _ => null;

    /// <summary>Place of any asset of the city, or null.</summary>
    public required Func<string, Coordinate?> AssetPlace { get; init; }

    /// <summary>Which cars drive and what they emit.</summary>
    public VehicleFleet Fleet { get; init; } = VehicleFleet.Assumed;

    /// <summary>Whether buildings are simulated, which read who is missing at the places of demand.</summary>
    public bool TellsBuildings { get; init; }

    /// <summary>Buildings that events add.</summary>
    public IReadOnlyList<AddedBuilding> AddedBuildings { get; init; } = [];

    /// <summary>Buildings of the map that events demolish, and the place of demand that each is; those that are no place send and receive no trips of their own.</summary>
    public IReadOnlyList<(int Building, string Asset, int Place)> DemolishedBuildings { get; init; } = [];

    /// <summary>Whether trips follow from what buildings stand.</summary>
    public bool HearsOfBuildings => AddedBuildings.Count + DemolishedBuildings.Count > 0;

    /// <summary>For every link that of the same street's other direction, -1 for a one-way street.</summary>
    public int[] Opposite => opposite.Value;

    /// <summary>Asset id of a link.</summary>
    public string LinkAsset(int link) => "road/link/" + Roads.Links.Ids[link];

    /// <summary>Asset id of a facility.</summary>
    public string FacilityAsset(int facility) =>
        (Parking.Facilities[facility].Kind == FacilityKind.Lot ? "parking/lot/" : "parking/kerb/") + Parking.Facilities[facility].Id;

    /// <summary>The facility of an asset id, or -1.</summary>
    public int FacilityOf(string asset)
    {
        for (var f = 0; f < Parking.Facilities.Count; f++)
            if (FacilityAsset(f) == asset) return f;
        return -1;
    }

    /// <summary>The group of a name, or -1.</summary>
    public int GroupOf(string name)
    {
        for (var g = 0; g < Drivers.Count; g++)
            if (Drivers[g].Name == name) return g;
        return -1;
    }

    /// <summary>The tariff of a name, or -1.</summary>
    public int TariffOf(string name)
    {
        for (var t = 0; t < Parking.Tariffs.Count; t++)
            if (Parking.Tariffs[t].Id == name) return t;
        return -1;
    }

    /// <summary>The place of demand that an asset is, or that is nearest to it; -1 when it is nowhere.</summary>
    public int PlaceOf(string asset) => PlaceOf(Demand.Places, AssetPlace, asset);

    /// <summary>The place of demand that an asset is, or that is nearest to it; -1 when it is nowhere.</summary>
    internal static int PlaceOf(Places places, Func<string, Coordinate?> assetPlace, string asset)
    {
        if (places.Find(asset) is >= 0 and var own) return own;
        return assetPlace(asset) is { } at ? places.Nearest(at.X, at.Y) : -1;
    }
}
