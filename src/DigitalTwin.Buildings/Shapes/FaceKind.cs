namespace DigitalTwin.Buildings.Shapes;

/// <summary>What a face of a building is, in the words of CityGML's boundary surfaces.</summary>
public enum FaceKind
{
    /// <summary>The source does not say; <see cref="FaceClassification"/> tells by the normal.</summary>
    Unknown,

    /// <summary>It stands on the ground.</summary>
    Ground,

    /// <summary>A roof.</summary>
    Roof,

    /// <summary>An outer wall.</summary>
    Wall,

    /// <summary>A window.</summary>
    Window,

    /// <summary>A door.</summary>
    Door,

    /// <summary>Looked at from below, with air beneath: an overhang, the ceiling of a passage.</summary>
    OuterCeiling,

    /// <summary>Walked on in the open: a loggia's or terrace's floor.</summary>
    OuterFloor,

    /// <summary>Closes a volume where nothing is built.</summary>
    Closure,

    /// <summary>Inside the building: a ceiling, a floor, an inner wall.</summary>
    Interior,
}
