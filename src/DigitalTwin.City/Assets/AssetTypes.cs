namespace DigitalTwin.Cities.Assets;

/// <summary>The types of asset that this version knows, as they stand in ids.</summary>
public static class AssetTypes
{
    /// <summary>A junction of the water network.</summary>
    public const string WaterJunction = "water/junction";

    /// <summary>A reservoir: a source whose head the network does not change.</summary>
    public const string WaterReservoir = "water/reservoir";

    /// <summary>A tank.</summary>
    public const string WaterTank = "water/tank";

    /// <summary>A pipe, with or without a check valve.</summary>
    public const string WaterPipe = "water/pipe";

    /// <summary>A pump.</summary>
    public const string WaterPump = "water/pump";

    /// <summary>A control valve (PRV, PSV, PBV, FCV, TCV, GPV, PCV).</summary>
    public const string WaterValve = "water/valve";

    /// <summary>A weather station.</summary>
    public const string WeatherStation = "weather/station";

    /// <summary>A district of the city.</summary>
    public const string District = "city/district";

    /// <summary>A parking lot, garage or zone of bays.</summary>
    public const string ParkingLot = "parking/lot";

    /// <summary>Bays along one side of a road.</summary>
    public const string ParkingKerb = "parking/kerb";

    /// <summary>A building.</summary>
    public const string Building = "building/building";

    /// <summary>A link of the road network.</summary>
    public const string RoadLink = "road/link";

    /// <summary>A node of the road network.</summary>
    public const string RoadNode = "road/node";

    /// <summary>Types whose assets come from a part of a map that knows them: <c>water</c>, <c>weather</c>, <c>districts</c>, <c>roads</c>.</summary>
    public static IReadOnlyList<string> Typed { get; } =
        [WaterJunction, WaterReservoir, WaterTank, WaterPipe, WaterPump, WaterValve, WeatherStation, District, RoadNode];

    /// <summary>Types that twins stand for and whose assets come from a map's <c>assets</c>.</summary>
    public static IReadOnlyList<string> Layers { get; } = [ParkingLot, Building, RoadLink];
}
