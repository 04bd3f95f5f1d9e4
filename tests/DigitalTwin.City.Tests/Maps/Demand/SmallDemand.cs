using System.Globalization;

namespace DigitalTwin.Cities.Tests.Maps.Demand;

/// <summary>A grid of three by three crossings about 1 km apart, a road out of the map to the west and to the east, nine buildings, and every file of demand, for tests to break.</summary>
internal static class SmallDemand
{
    public const string Yaml = """
        name: small
        place: { lon: 114.41, lat: 30.51 }
        roads: streets.geojson
        assets: { building/building: buildings.geojson }
        demand:
          trips: { file: trips.csv, jitter: 2 min }
          od: od.csv
          zones: buildings
          gates: gates.geojson
          rates: rates.csv
          profiles: profiles.csv
          purposes: purposes.csv
          dwell: dwell.csv
          groups: groups.csv
          deterrence: { by: time, mean: 2 min }
        """;

    public const string Trips = "id,origin,destination,departure,purpose,dwell_min,group,returns\nT-1,B-1,B-9,07:30,work,480,commuters,yes\nT-2,114.4002 30.5001,B-5,18:00,shopping,,,\n";

    public const string Od = "origin,destination,from,until,trips,purpose\nB-2,B-8,07:00,09:00,12.5,work\nB-8,B-2,16:00,18:00,7.25,shopping\n";

    public const string Rates = """
        purpose,land_use,attribute,amount,produces,attracts,days,source
        work,residential,people,1,0.4,0,mon-fri,made up for a test
        work,office,jobs,1,0,0.8,mon-fri,made up for a test
        shopping,residential,people,1,0.2,0,,made up for a test
        shopping,retail,floor_area,100,0,4,,made up for a test
        work,gate,in,1,1,0,mon-fri,made up for a test
        work,gate,out,1,0,1,mon-fri,made up for a test
        """;

    public const string Profiles = "purpose,from,until,share,days\nwork,06:00,07:00,0.2,\nwork,07:00,09:00,0.7,\nwork,12:00,14:00,0.1,\n*,08:00,20:00,1,\n";

    public const string Purposes = "purpose,returns,drive_min\nwork,0.9,\nshopping,1,2.5\n";

    public const string Dwell = "purpose,distribution,mean_min,deviation_min\nwork,lognormal,500,60\nshopping,gamma,60,45\n";

    public const string Groups = "purpose,group,share\nwork,commuters,1\n*,shoppers,0.8\n*,visitors,0.2\n";

    public const string Gates = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"WEST","geometry":{"type":"Point","coordinates":[114.39,30.51]},"properties":{"in":300,"out":200,"through":150,"through_out":120}},
        {"type":"Feature","id":"EAST","geometry":{"type":"Point","coordinates":[114.43,30.51]},"properties":{"in":100,"out":150,"through":120,"through_out":150}}]}
        """;

    public static string Streets { get; } = Collection(
        from line in new (double, double, double, double)[]
        {
            (0, 0, 1, 0), (1, 0, 2, 0), (0, 1, 1, 1), (1, 1, 2, 1), (0, 2, 1, 2), (1, 2, 2, 2), (0, 0, 0, 1), (0, 1, 0, 2), (1, 0, 1, 1), (1, 1, 1, 2), (2, 0, 2, 1), (2, 1, 2, 2), (-1, 1, 0, 1), (2, 1, 3, 1),
        }
        select $$"""{ "type":"LineString","coordinates":[[{{X(line.Item1)}},{{Y(line.Item2)}}],[{{X(line.Item3)}},{{Y(line.Item4)}}]] }""", "S", _ => "\"class\":\"secondary\"");

    public static string Buildings { get; } = Collection(
        Enumerable.Range(0, 9).Select(i => $$"""{"type":"Point","coordinates":[{{X(i % 3 + 0.05)}},{{Y(i / 3 + 0.05)}}]}"""), "B",
        i => i switch { 5 => """ "land_use":"office","jobs":2000""", 8 or 9 => """ "land_use":"retail","floor_area_m2":10000""", _ => $"\"land_use\":\"residential\",\"people\":{400 + 50 * i}" });

    public static string Zones { get; } = $$"""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"Z-S","geometry":{{Box(-0.2, -0.2, 2.2, 0.5)}},"properties":{"land_use":"residential","people":3000} },
        {"type":"Feature","id":"Z-N","geometry":{{Box(-0.2, 0.5, 2.2, 2.2)}},"properties":{"land_use":"office","jobs":2000} } ] }
        """;

    public static Folder Make(string? yaml = null) => new Folder()
        .With("city.yaml", yaml ?? Yaml).With("streets.geojson", Streets).With("buildings.geojson", Buildings).With("trips.csv", Trips).With("od.csv", Od).With("rates.csv", Rates)
        .With("profiles.csv", Profiles).With("purposes.csv", Purposes).With("dwell.csv", Dwell).With("groups.csv", Groups).With("gates.geojson", Gates).With("zones.geojson", Zones);

    private static string Box(double w, double s, double e, double n) =>
        $$"""{"type":"Polygon","coordinates":[[[{{X(w)}},{{Y(s)}}],[{{X(e)}},{{Y(s)}}],[{{X(e)}},{{Y(n)}}],[{{X(w)}},{{Y(n)}}],[{{X(w)}},{{Y(s)}}]]]}""";

    private static string X(double column) => (114.40 + 0.01 * column).ToString("F4", CultureInfo.InvariantCulture);

    private static string Y(double row) => (30.50 + 0.01 * row).ToString("F4", CultureInfo.InvariantCulture);

    private static string Collection(IEnumerable<string> shapes, string letter, Func<int, string> properties) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", shapes.Select((shape, i) => $$"""{"type":"Feature","id":"{{letter}}-{{i + 1}}","geometry":{{shape}},"properties":{ {{properties(i + 1)}} } }"""))}}]}""";
}
