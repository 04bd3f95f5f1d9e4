namespace DigitalTwin.Buildings.Shapes;

/// <summary>What a face is where the source does not say: by its normal, and for what looks down by whether it lies at the bottom of the building.</summary>
public static class FaceClassification
{
    /// <summary>A face whose unit normal points up by more than this is a roof: steeper than 80° is a wall.</summary>
    public const double RoofFrom = 0.17365;

    /// <summary>A face whose unit normal points down by more than this looks at the ground or the air below.</summary>
    public const double DownFrom = 0.7;

    /// <summary>A face that looks down lies on the ground when its lowest point is within this height, m, of the building's.</summary>
    public const double GroundWithin = 0.5;

    /// <summary>The kind of a face.</summary>
    /// <param name="upwards">z of its outward unit normal.</param>
    /// <param name="aboveLowest">Its lowest point above the building's lowest, m.</param>
    public static FaceKind ByNormal(double upwards, double aboveLowest) =>
        upwards > RoofFrom ? FaceKind.Roof
        : upwards >= -DownFrom ? FaceKind.Wall
        : aboveLowest <= GroundWithin ? FaceKind.Ground
        : FaceKind.OuterCeiling;

    /// <summary>The words of CityJSON 2.0 for kinds of faces.</summary>
    public static IReadOnlyList<string> Words { get; } =
        ["GroundSurface", "RoofSurface", "WallSurface", "Window", "Door", "ClosureSurface", "OuterCeilingSurface", "OuterFloorSurface", "InteriorWallSurface", "CeilingSurface", "FloorSurface"];

    /// <summary>The kind that a boundary surface of CityJSON or CityGML names; null for a word that is neither's.</summary>
    public static FaceKind? ByWord(ReadOnlySpan<char> word) => word switch
    {
        "GroundSurface" => FaceKind.Ground,
        "RoofSurface" => FaceKind.Roof,
        "WallSurface" => FaceKind.Wall,
        "Window" or "WindowSurface" => FaceKind.Window,
        "Door" or "DoorSurface" => FaceKind.Door,
        "ClosureSurface" => FaceKind.Closure,
        "OuterCeilingSurface" => FaceKind.OuterCeiling,
        "OuterFloorSurface" => FaceKind.OuterFloor,
        "InteriorWallSurface" or "CeilingSurface" or "FloorSurface" => FaceKind.Interior,
        _ => null,
    };

    /// <summary>The word of CityJSON 2.0 for a kind; null for <see cref="FaceKind.Unknown"/>.</summary>
    public static string? Word(FaceKind kind) => kind switch
    {
        FaceKind.Ground => "GroundSurface",
        FaceKind.Roof => "RoofSurface",
        FaceKind.Wall => "WallSurface",
        FaceKind.Window => "Window",
        FaceKind.Door => "Door",
        FaceKind.Closure => "ClosureSurface",
        FaceKind.OuterCeiling => "OuterCeilingSurface",
        FaceKind.OuterFloor => "OuterFloorSurface",
        FaceKind.Interior => "InteriorWallSurface",
        _ => null,
    };
}
