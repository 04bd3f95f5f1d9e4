using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DigitalTwin.Cities.Places;

/// <summary>
/// What the numbers of a file's coordinates mean, and the way from them to longitude and latitude in degrees. Known are degrees
/// (EPSG:4326, EPSG:4490), the Chinese 3-degree and 6-degree Gauss-Krüger grids of CGCS2000, UTM on WGS 84 and on ETRS89, the Dutch grid, and a local plane.
/// </summary>
public sealed class CoordinateSystem
{
    private readonly IPlaneProjection? plane;
    private readonly double atX, atY, unit;

    private CoordinateSystem(string name, IPlaneProjection? plane, double atX = 0, double atY = 0, double unit = 1) =>
        (Name, this.plane, this.atX, this.atY, this.unit) = (name, plane, atX, atY, unit);

    /// <summary>Longitude and latitude in degrees.</summary>
    public static CoordinateSystem Degrees { get; } = new("EPSG:4326", null);

    /// <summary>Names that a person may write.</summary>
    public const string Accepted =
        "EPSG:4326 or EPSG:4490 (degrees), EPSG:4491 to EPSG:4554 (CGCS2000 Gauss-Krueger; 4547 has the central meridian 114 E), EPSG:32601 to 32660 and 32701 to 32760 (UTM), EPSG:25828 to 25838 (UTM on ETRS89), EPSG:28992 or 7415 (the Netherlands), or local";

    /// <summary>Name: <c>EPSG:4547</c> or <c>local</c>.</summary>
    public string Name { get; }

    /// <summary>True when the file's coordinates are degrees already.</summary>
    public bool IsDegrees => plane is null;

    /// <summary>A plane in a unit (m to the unit: 1, 0.3048 …) on which the point (x, y) lies at a place.</summary>
    public static CoordinateSystem Local(double longitude, double latitude, double x = 0, double y = 0, double unit = 1) =>
        new("local", TransverseMercator.About(longitude, latitude), x, y, unit);

    /// <summary>The system of an EPSG name; local systems are made with <see cref="Local"/>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CoordinateSystem? system)
    {
        ArgumentNullException.ThrowIfNull(text);
        system = null;
        var digits = text.StartsWith("EPSG:", StringComparison.OrdinalIgnoreCase) ? text[5..] : text;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return false;
        var name = $"EPSG:{code}";
        system = code switch
        {
            4326 or 4490 or 4258 => new(name, null),
            // 7415 is 28992 with heights.
            28992 or 7415 => new(name, new ObliqueStereographic()),
            // 6-degree zones 13..23 with the zone number before the easting, then the same without it, by central meridian 75..135.
            >= 4491 and <= 4501 => new(name, new TransverseMercator(75 + 6 * (code - 4491), 1, 500_000 + 1_000_000 * (13 + code - 4491), 0)),
            >= 4502 and <= 4512 => new(name, new TransverseMercator(75 + 6 * (code - 4502), 1, 500_000, 0)),
            // 3-degree zones 25..45, likewise.
            >= 4513 and <= 4533 => new(name, new TransverseMercator(75 + 3 * (code - 4513), 1, 500_000 + 1_000_000 * (25 + code - 4513), 0)),
            >= 4534 and <= 4554 => new(name, new TransverseMercator(75 + 3 * (code - 4534), 1, 500_000, 0)),
            >= 32601 and <= 32660 => new(name, new TransverseMercator(6 * (code - 32600) - 183, 0.9996, 500_000, 0)),
            >= 32701 and <= 32760 => new(name, new TransverseMercator(6 * (code - 32700) - 183, 0.9996, 500_000, 10_000_000)),
            // ETRS89 and WGS 84 are half a metre apart by now.
            >= 25828 and <= 25838 => new(name, new TransverseMercator(6 * (code - 25800) - 183, 0.9996, 500_000, 0)),
            _ => null,
        };
        return system is not null;
    }

    /// <summary>File coordinate to degrees. A coordinate that means no place on earth gives NaN.</summary>
    public (double Longitude, double Latitude) ToDegrees(double x, double y)
    {
        var (longitude, latitude) = plane is null ? (x, y) : plane.Inverse((x - atX) * unit, (y - atY) * unit);
        return Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90 ? (longitude, latitude) : (double.NaN, double.NaN);
    }

    /// <summary>Degrees to file coordinate.</summary>
    public (double X, double Y) FromDegrees(double longitude, double latitude)
    {
        if (plane is null) return (longitude, latitude);
        var (x, y) = plane.Forward(longitude, latitude);
        return (x / unit + atX, y / unit + atY);
    }
}
