using DigitalTwin.Cities.GeoJson;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Calibration;

/// <summary>
/// Streets for lots of a map that has none: each lot has an access of its own to one node, <c>outside</c>, from which all cars come. Nothing but the lots is simulated on them; it is said that they stand for roads that nobody gave.
/// </summary>
internal static class StandInRoads
{
    /// <summary>The node that all cars come from.</summary>
    public const string Outside = "outside";

    /// <summary>Length of each access, m, whatever lies on the map between its ends.</summary>
    public const double Length = 1000;

    /// <summary>Where lots without a place are drawn: on a circle about the middle, in degrees of latitude (about 1 km).</summary>
    private const double Radius = 0.009;

    /// <summary>Writes the streets.</summary>
    /// <param name="path">File.</param>
    /// <param name="lots">Lots.</param>
    /// <param name="longitude">Middle of the map, degrees.</param>
    /// <param name="latitude">Middle of the map, degrees.</param>
    /// <returns>The lots, each with a place and its access as its road.</returns>
    public static List<GeoFeature> Write(string path, IReadOnlyList<GeoFeature> lots, double longitude, double latitude)
    {
        using var stream = File.Create(path);
        using var writer = new GeoJsonWriter(stream, ("name", "roads"), ("origin", "stand-ins: the map has no streets"));
        var middle = new Coordinate(longitude, latitude);
        writer.Write(new(Outside, new Point(middle), []));
        var placed = new List<GeoFeature>();
        for (var i = 0; i < lots.Count; i++)
        {
            var lot = lots[i];
            var angle = 2 * Math.PI * i / lots.Count;
            var at = lot.Geometry is { IsEmpty: false } geometry ? geometry.Centroid.Coordinate
                : new Coordinate(longitude + Radius * Math.Sin(angle) / Math.Cos(latitude * Math.PI / 180), latitude + Radius * Math.Cos(angle));
            // An access leads from its lot to the outside also where the lot lies in the middle itself.
            var end = at.Distance(middle) < 1e-5 ? new Coordinate(at.X + 1e-4, at.Y + 1e-4) : at;
            var road = $"access-{lot.Id}";
            writer.Write(new(road, new LineString([middle, end]), [new("class", GeoValue.Of("connector")), new("length", GeoValue.Of(Length))]));
            placed.Add(lot with { Geometry = lot.Geometry is { IsEmpty: false } ? lot.Geometry : new Point(at), Properties = [.. lot.Properties.Where(p => p.Key != "road"), new("road", GeoValue.Of(road))] });
        }
        return placed;
    }
}
