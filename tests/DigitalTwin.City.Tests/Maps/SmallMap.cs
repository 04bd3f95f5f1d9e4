namespace DigitalTwin.Cities.Tests.Maps;

/// <summary>The smallest map that has everything, and its pieces for tests to break.</summary>
internal static class SmallMap
{
    public const string Yaml = """
        name: small
        title: { en: Small, zh: 小城 }
        place: { lon: 114.40, lat: 30.50 }
        water: { file: net.inp, crs: "EPSG:4326", population: people.csv }
        weather: { climate: year.epw, stations: stations.geojson }
        districts: districts.geojson
        """;

    public const string Network = """
        [JUNCTIONS]
        J-1 20 4 DAY
        J-2 21 6
        [RESERVOIRS]
        R-1 60
        [TANKS]
        T-1 50 2 0 4 10 0
        [PIPES]
        P-1 R-1 J-1 1000 300 130
        P-2 J-1 J-2 1000 200 130
        P-3 J-2 T-1 100 200 130 0 Closed
        [PATTERNS]
        DAY 0.5 1.5
        [OPTIONS]
        UNITS LPS
        HEADLOSS H-W
        [COORDINATES]
        R-1 114.395 30.500
        J-1 114.400 30.500
        J-2 114.405 30.500
        T-1 114.406 30.500
        [END]
        """;

    public const string People = "junction,people\nJ-1,120\nJ-2,80\n";

    public const string Stations = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"WS-1","geometry":{"type":"Point","coordinates":[114.40,30.50]},"properties":{"name_en":"One","elevation_m":23}},
        {"type":"Feature","id":"WS-2","geometry":{"type":"Point","coordinates":[114.41,30.51]},"properties":{"name_en":"Two","elevation_m":25}}]}
        """;

    public const string Districts = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"D-1","geometry":{"type":"Polygon","coordinates":[[[114.39,30.49],[114.402,30.49],[114.402,30.51],[114.39,30.51],[114.39,30.49]]]},"properties":{"name_en":"West","name_zh":"西","people":120}},
        {"type":"Feature","id":"D-2","geometry":{"type":"Polygon","coordinates":[[[114.402,30.49],[114.42,30.49],[114.42,30.51],[114.402,30.51],[114.402,30.49]]]},"properties":{"name_en":"East","name_zh":"东","people":80}}]}
        """;

    /// <summary>A day of one and the same hour.</summary>
    public static string Climate { get; } = MakeClimate();

    public static Folder Make() => new Folder()
        .With("city.yaml", Yaml).With("net.inp", Network).With("people.csv", People)
        .With("stations.geojson", Stations).With("districts.geojson", Districts).With("year.epw", Climate);

    private static string MakeClimate()
    {
        var lines = new List<string>
        {
            "LOCATION,Wuhan,Hubei,CHN,test,574940,30.62,114.13,8.0,23.0", "DESIGN CONDITIONS,0", "TYPICAL/EXTREME PERIODS,0", "GROUND TEMPERATURES,0",
            "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0", "COMMENTS 1,", "COMMENTS 2,", "DATA PERIODS,1,1,Data,Tuesday, 7/ 1, 7/ 1",
        };
        for (var hour = 0; hour < 24; hour++)
        {
            var at = new DateTime(2025, 7, 1).AddHours(hour);
            lines.Add($"2025,{at.Month},{at.Day},{at.Hour + 1},0,?9,20.0,15.0,73,101300,0,0,350,0,0,0,999999,999999,999999,9999,90,2.0,5,5,9999,99999,9,999999999,999,.999,999,99,999,0.0,1.0");
        }
        return string.Join('\n', lines) + "\n";
    }
}
