namespace DigitalTwin.Buildings.Shapes.Validity;

/// <summary>Kinds of invalid geometry after ISO 19107, by the numbers of val3dity (H. Ledoux: val3dity: validation of 3D GIS primitives according to the international standards, Open Geospatial Data, Software and Standards 3, 2018).</summary>
public enum ValidityCode
{
    /// <summary>A ring has fewer than three corners.</summary>
    TooFewPoints = 101,

    /// <summary>A ring has two corners at one place in a row.</summary>
    ConsecutivePointsSame = 102,

    /// <summary>The first and last point of a ring of GML differ.</summary>
    RingNotClosed = 103,

    /// <summary>A ring crosses or touches itself.</summary>
    RingSelfIntersection = 104,

    /// <summary>Corners of a polygon lie off its plane.</summary>
    NonPlanarPolygon = 203,

    /// <summary>A hole runs the way of its outer ring.</summary>
    OrientationOfRingsSame = 208,

    /// <summary>A shell has fewer than four faces.</summary>
    TooFewPolygons = 301,

    /// <summary>A shell has edges of one face only.</summary>
    ShellNotClosed = 302,

    /// <summary>A shell has edges of more than two faces.</summary>
    NonManifold = 303,

    /// <summary>Neighbouring faces of a shell do not agree on what is outside.</summary>
    PolygonWrongOrientation = 307,

    /// <summary>The normals of a solid's outer shell point inwards.</summary>
    ShellWrongOrientation = 405,

    /// <summary>Parts of one building share space.</summary>
    BuildingPartsOverlap = 601,

    /// <summary>The file is not what it says it is.</summary>
    InvalidInputFile = 901,

    /// <summary>A geometry has no faces.</summary>
    EmptyPrimitive = 902,
}
