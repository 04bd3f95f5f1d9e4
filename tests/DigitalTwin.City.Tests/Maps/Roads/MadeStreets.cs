using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps.Roads;

/// <summary>Streets for tests to break: a crossroads at (114.41, 30.50) with a signal, one-way to the north.</summary>
internal static class MadeStreets
{
    public const string Crossroads = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"N-7","properties":{"signal":true},"geometry":{"type":"Point","coordinates":[114.41,30.50]}},
        {"type":"Feature","id":"S-1","properties":{"class":"primary","name_en":"Ginkgo Avenue","name_zh":"银杏大道","lanes":3,"lanes:backward":2,"maxspeed":60},"geometry":{"type":"LineString","coordinates":[[114.40,30.50],[114.41,30.50]]}},
        {"type":"Feature","id":"S-2","properties":{"class":"primary","banned":["S-2"]},"geometry":{"type":"LineString","coordinates":[[114.41,30.50],[114.415,30.501],[114.42,30.50]]}},
        {"type":"Feature","id":"S-3","properties":{"class":"side","oneway":true,"capacity":600,"storage":40,"green":0.3,"banned":["S-1.b"]},"geometry":{"type":"LineString","coordinates":[[114.41,30.49],[114.41,30.50]]}},
        {"type":"Feature","id":"S-4","properties":{"class":"residential","oneway":"backward","maxspeed":"30 mph"},"geometry":{"type":"LineString","coordinates":[[114.41,30.51],[114.41,30.50]]}}]}
        """;

    public static (RoadNetwork Network, RoadReport Report, ProblemList Problems) Build(string text)
    {
        using var folder = new Folder().With("streets.geojson", text);
        var problems = new ProblemList();
        var plan = RoadGeoJson.Read(folder["streets.geojson"], problems);
        return (RoadBuilder.Build(plan, RoadDefaults.Standard, "streets.geojson", problems, out var report), report, problems);
    }
}
