namespace DigitalTwin.Cities.Tests.Maps.Buildings;

/// <summary>The small map with four buildings, two of them back to back.</summary>
internal static class BuildingMap
{
    public const string Footprints = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"B-1","properties":{"use":"住宅","year":1998,"height":18,"name_en":"North Court 1","name_zh":"北苑1幢","address":"小城区 北苑 1幢","building_code":"420111-0001","households":36},
         "geometry":{"type":"Polygon","coordinates":[[[114.4,30.5002],[114.4004,30.5002],[114.4004,30.5003],[114.4,30.5003],[114.4,30.5002]]]}},
        {"type":"Feature","id":"B-2","properties":{"building":"office","start_date":"2016-05-01","building:levels":10,"height_ft":131.2},
         "geometry":{"type":"Polygon","coordinates":[[[114.4004,30.5002],[114.4008,30.5002],[114.4008,30.5003],[114.4004,30.5003],[114.4004,30.5002]]]}},
        {"type":"Feature","id":"B-3","properties":{"use":"retail","floor_area_m2":1200,"water_junction":"J-1","district":"D-2"},"geometry":{"type":"Point","coordinates":[114.4045,30.5001]}},
        {"type":"Feature","id":"B-4","properties":{"use":"school","storeys":4},
         "geometry":{"type":"Polygon","coordinates":[[[114.41,30.505],[114.4104,30.505],[114.4104,30.5054],[114.41,30.5054],[114.41,30.505]]]}}]}
        """;

    public static Folder Make(string buildings = "buildings: footprints.geojson", string footprints = Footprints) =>
        SmallMap.Make().With("footprints.geojson", footprints).With("city.yaml", $"{SmallMap.Yaml}\n{buildings}\n");
}
