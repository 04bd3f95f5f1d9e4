using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Assets;

/// <summary>One thing in a city, made on demand from the <see cref="AssetTable"/>; a million of them exist only as columns.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Place">Where it is: longitude and latitude in degrees (WGS 84, CGCS2000); the middle of a line. Null when the map does not say.</param>
/// <param name="Geometry">Point, line or area in longitude and latitude, degrees; null when the map does not say.</param>
/// <param name="Attributes">What its owner says of it.</param>
public sealed record Asset(AssetId Id, Coordinate? Place, Geometry? Geometry, IReadOnlyList<AssetValue> Attributes)
{
    /// <summary>BeiDou grid location code of the place (GB/T 39409-2020, level 7: cells of about 8 m), or null without a place.</summary>
    public string? GridCode => Place is null ? null : BeiDou.BeiDouCode.Encode(Place.X, Place.Y, 7);
}

/// <summary>One attribute of one asset: a number in a unit, or a text.</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit, or an empty string.</param>
/// <param name="Number">The number; NaN for a text.</param>
/// <param name="Text">The text; null for a number.</param>
public readonly record struct AssetValue(string Name, string Unit, double Number, string? Text);
