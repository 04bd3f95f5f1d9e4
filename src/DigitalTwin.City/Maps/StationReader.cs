using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps;

/// <summary>Where a weather station stands; what it measures is in the map's climate or observations.</summary>
/// <param name="Id">Its id, the last part of <c>weather/station/…</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Elevation">m above sea level.</param>
public sealed record StationPlace(string Id, string Name, double Longitude, double Latitude, double Elevation);

/// <summary>Reads <c>stations.geojson</c>: points with <c>id</c>, <c>name</c> and <c>elevation_m</c>.</summary>
internal static class StationReader
{
    public static List<StationPlace> Read(string path, ProblemList problems)
    {
        var stations = new List<StationPlace>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        GeoJsonReader.Read(path, problems, feature =>
        {
            if (FeatureId.Of(feature, path, "weather station", seen, problems) is not { } id) return;
            var elevation = feature.Number("elevation_m");
            if (feature.Geometry is not Point { IsEmpty: false } point)
                problems.Error(path, feature.Line, feature.Column, $"The weather station '{id}' is not a Point.");
            else if (double.IsNaN(elevation) || Math.Abs(elevation) > 9000)
                problems.Error(path, feature.Line, feature.Column, $"The weather station '{id}' has no number 'elevation_m' (m above sea level).");
            else
                stations.Add(new(id, feature.Text("name_en") ?? feature.Text("name") ?? id, point.X, point.Y, elevation));
        });
        return stations;
    }
}
