using System.Globalization;
using System.Text.RegularExpressions;

namespace DigitalTwin.Buildings.CityModels;

/// <summary>The horizontal coordinate system that a city model names, in any of the ways in which they are named.</summary>
/// <param name="Name"><c>EPSG:28992</c>.</param>
/// <param name="Degrees">Coordinates are degrees.</param>
/// <param name="LatitudeFirst">The first coordinate is the latitude.</param>
internal readonly partial record struct CrsName(string Name, bool Degrees, bool LatitudeFirst)
{
    /// <summary>Compound systems by their horizontal part: heights are above a national datum, which changes no difference of heights.</summary>
    private static readonly (int Compound, int Horizontal)[] Compounds =
        [(7415, 28992), (5554, 25831), (5555, 25832), (5556, 25833), (7404, 4258), (4979, 4326), (4480, 4490), (4937, 4258), (6697, 6668), (9518, 4326), (7416, 25832), (5942, 4258), (5972, 25832), (5973, 25833)];

    /// <summary>Geographic systems; all of them have the latitude first, by their authority.</summary>
    private static readonly int[] Geographic = [4326, 4490, 4258, 6668, 4269, 7844];

    /// <summary>
    /// Reads <c>EPSG:7415</c>, <c>https://www.opengis.net/def/crs/EPSG/0/7415</c>, <c>http://www.opengis.net/def/crs/EPSG/6.12/3068</c>, <c>urn:ogc:def:crs:EPSG::25832</c>,
    /// <c>urn:ogc:def:crs,crs:EPSG:6.12:3068,crs:EPSG:6.12:5783</c> (the first counts) and <c>…/OGC/…/CRS84</c>. Null where none of these is written.
    /// </summary>
    public static CrsName? Parse(string text)
    {
        if (text.Contains("CRS84", StringComparison.OrdinalIgnoreCase)) return new("EPSG:4326", true, false);
        if (Code().Match(text) is not { Success: true } match || !int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return null;
        foreach (var (compound, horizontal) in Compounds) if (compound == code) code = horizontal;
        var degrees = Array.IndexOf(Geographic, code) >= 0;
        return new($"EPSG:{code}", degrees, degrees);
    }

    [GeneratedRegex(@"EPSG[:/]{1,2}(?:[\d.]*[:/])?(\d{4,6})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Code();
}
