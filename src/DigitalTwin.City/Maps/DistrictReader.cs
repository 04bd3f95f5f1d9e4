using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps;

/// <summary>Reads <c>districts.geojson</c>: polygons with <c>id</c>, <c>name_en</c>, <c>name_zh</c> (or <c>name</c>) and <c>people</c>.</summary>
internal static class DistrictReader
{
    public static List<District> Read(string path, ProblemList problems)
    {
        var districts = new List<District>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        GeoJsonReader.Read(path, problems, feature =>
        {
            if (FeatureId.Of(feature, path, "district", seen, problems) is not { } id) return;
            if (feature.Geometry is not (Polygon or MultiPolygon))
                Error(feature, $"The district '{id}' is {(feature.Geometry is null ? "without geometry" : $"a {feature.Geometry.GeometryType}")}; a Polygon or MultiPolygon is expected.");
            else if (feature.Geometry.IsEmpty || !feature.Geometry.IsValid)
                Error(feature, $"The area of the district '{id}' crosses itself or is empty.");
            else
                districts.Add(new(id, Name(feature, "name_en", id), Name(feature, "name_zh", id), feature.Geometry, People(feature, id)));
        });
        return districts;

        double People(GeoFeature feature, string id)
        {
            if (feature.Find("people") is not { } people || people.Kind == GeoValueKind.Null) return double.NaN;
            if (people.Number >= 0) return people.Number;
            Error(feature, $"The 'people' of the district '{id}' is not a number from 0.");
            return double.NaN;
        }

        void Error(GeoFeature at, string sentence) => problems.Error(path, at.Line, at.Column, sentence);
    }

    private static string Name(GeoFeature feature, string key, string id) => feature.Text(key) ?? feature.Text("name") ?? id;
}

/// <summary>The id of a GeoJSON feature that becomes an asset.</summary>
internal static class FeatureId
{
    /// <summary>The feature's id, or its property <c>id</c>; null, with a sentence, when there is none, it cannot be one, or another has it.</summary>
    public static string? Of(GeoFeature feature, string path, string what, Dictionary<string, int> seen, ProblemList problems)
    {
        var id = feature.Id ?? feature.Text("id");
        string? mistake = null;
        if (string.IsNullOrEmpty(id)) mistake = $"A {what} has no 'id'.";
        else if (!AssetId.IsLocal(id)) mistake = $"The id '{id}' of a {what} has blanks or more than {AssetId.LongestLocal} characters.";
        else if (!seen.TryAdd(id, feature.Line)) mistake = $"The {what} '{id}' stands here a second time; the first is in line {seen[id]}.";
        if (mistake is null) return id;
        problems.Error(path, feature.Line, feature.Column, mistake);
        return null;
    }
}
