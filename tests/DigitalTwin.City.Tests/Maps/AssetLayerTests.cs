using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps;

public class AssetLayerTests
{
    private const string Lots = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"P-1","geometry":{"type":"Point","coordinates":[114.401,30.501]},"properties":{"name_en":"North","capacity":120,"height_ft":7,"covered":true}},
        {"type":"Feature","id":"P-2","geometry":{"type":"Polygon","coordinates":[[[114.40,30.50],[114.402,30.50],[114.402,30.502],[114.40,30.502],[114.40,30.50]]]},"properties":{"capacity":80}},
        {"type":"Feature","id":"P-3","geometry":null,"properties":{"capacity":60,"name_en":"Nowhere"}}]}
        """;

    private static Folder Map(string assets = "parking/lot: lots.geojson", string lots = Lots) =>
        SmallMap.Make().With("lots.geojson", lots).With("city.yaml", $"{SmallMap.Yaml}\nassets:\n  {assets}\n");

    [Fact]
    public void Assets_of_any_type_are_found_placed_and_described_like_all_others()
    {
        using var folder = Map();
        var (city, problems) = folder.Load();
        Assert.Empty(problems);
        Assert.Equal(3, city.Assets.OfType("parking/lot")!.Count);
        var lot = city.Assets[city.Assets.Find(AssetId.Parse("parking/lot/P-1"))];
        Assert.Equal(120, lot.Attributes.Single(a => a.Name == "capacity").Number);
        Assert.Equal(new AssetValue("height", "m", 7 * 0.3048, null), lot.Attributes.Single(a => a.Name == "height"));
        Assert.Equal("true", lot.Attributes.Single(a => a.Name == "covered").Text);
        Assert.Equal("parking/lot/P-1", city.Assets[Assert.Single(city.Assets.Select("parking/lot/*1", out _))].Id.ToString());
        Assert.Equal("parking/lot/P-1", city.Assets[city.Assets.Nearest(114.4012, 30.5012, "parking/lot", 2)[1].Asset].Id.ToString());
        var area = city.Assets[city.Assets.Find(AssetId.Parse("parking/lot/P-2"))];
        Assert.True(area.Geometry!.Covers(new NetTopologySuite.Geometries.Point(area.Place)));
        Assert.Null(city.Assets[city.Assets.Find(AssetId.Parse("parking/lot/P-3"))].Place);
        Assert.True(double.IsNaN(area.Attributes.Single(a => a.Name == "height").Number));
        Assert.Contains(new TypeCount("parking/lot", 3), MapInfo.Of(city, problems).Assets);
    }

    [Fact]
    public void A_declared_unit_is_that_of_the_property_and_enters_the_hash()
    {
        using var folder = Map("parking/lot: { file: lots.geojson, units: { height_ft: cm } }");
        var (city, problems) = folder.Load();
        Assert.Empty(problems);
        Assert.Equal(new AssetValue("height_ft", "m", 0.07, null), city.Assets[city.Assets.Find(AssetId.Parse("parking/lot/P-1"))].Attributes.Single(a => a.Name == "height_ft"));
        var hash = city.ContentHash;
        folder.With("city.yaml", File.ReadAllText(folder["city.yaml"]).Replace("cm }", "mm }"));
        Assert.NotEqual(hash, folder.Load().City.ContentHash);
    }

    [Fact]
    public void The_bytes_of_a_layer_enter_the_hash_under_its_type()
    {
        using var folder = Map();
        var city = folder.Load().City;
        Assert.Contains(city.Parts, p => p.Role == "assets.parking/lot");
        folder.With("lots.geojson", Lots.Replace("\"capacity\":60", "\"capacity\":61"));
        Assert.NotEqual(city.ContentHash, folder.Load().City.ContentHash);
    }

    [Fact]
    public void Assets_alone_make_a_map()
    {
        using var folder = new Folder().With("lots.geojson", Lots).With("city.yaml", "name: lots\nplace: { lon: 114.4, lat: 30.5 }\nassets: { parking/lot: lots.geojson }\n");
        var (city, problems) = folder.Load();
        Assert.Empty(problems);
        Assert.Equal(3, city.Assets.Count);
        Assert.Equal(114.401, MapInfo.Of(city, problems).Extent!.East, 1e-9);
    }

    [Theory]
    [InlineData("parking/lot: nots.geojson", "8:16", "The map's folder has no file 'nots.geojson'. Did you mean 'lots.geojson'?")]
    [InlineData("parking: lots.geojson", "8:3", "'parking' is no type of asset; a type is domain/kind in small letters, digits and hyphens, as in 'parking/lot'.")]
    [InlineData("parking/lot/x: lots.geojson", "8:3", "'parking/lot/x' is no type of asset; a type is domain/kind in small letters, digits and hyphens, as in 'parking/lot'. Did you mean 'parking/lot'?")]
    [InlineData("parking/lots: lots.geojson", "8:3", "No twin stands for assets of the type 'parking/lots'. Did you mean 'parking/lot'?")]
    [InlineData("water/pipe: lots.geojson", "8:3", "Assets of the type 'water/pipe' come from the part 'water'.")]
    [InlineData("city/district: lots.geojson", "8:3", "Assets of the type 'city/district' come from the part 'districts'.")]
    [InlineData("parking/lot: { file: lots.geojson, unit: m }", "8:38", "'parking/lot' has no key 'unit'; accepted are file, units. Did you mean 'units'?")]
    [InlineData("parking/lot: { units: { capacity: m } }", "8:16", "'parking/lot' names no 'file'.")]
    [InlineData("parking/lot: { file: lots.geojson, units: { capacity: metros } }", "8:57", "'metros' is not a unit; units are written as in 'm', 'm2', 'kW', 'L/s', 'degC'.")]
    [InlineData("parking/lot: { file: lots.geojson, units: { capcity: m } }", "8:47", "No feature of lots.geojson has a property 'capcity'. Did you mean 'capacity'?")]
    [InlineData("parking/lot: [lots.geojson]", "8:16", "'parking/lot' is a text; found a list.")]
    public void A_broken_part_gets_its_sentence(string assets, string place, string sentence)
    {
        using var folder = Map(assets);
        var problem = folder.Load().Problems[0];
        Assert.Equal((place, sentence), ($"{problem.Line}:{problem.Column}", problem.Sentence));
    }

    [Theory]
    [InlineData("\"id\":\"P-2\"", "\"id\":\"P-1\"", "3: The parking/lot 'P-1' stands here a second time; the first is in line 2.")]
    [InlineData("\"id\":\"P-2\",", "", "3: A parking/lot has no 'id'.")]
    [InlineData("\"capacity\":80", "\"capacity\":\"many\"", "3: The property 'capacity' is the text 'many' here and a number in line 2; all of it is taken as text.")]
    [InlineData("\"capacity\":80", "\"height\":3", "3: The properties 'height_ft' and 'height' are both 'height' without their units.")]
    [InlineData("[114.402,30.50],[114.402,30.502]", "[114.402,30.502],[114.402,30.50]", "0: The areas of 1 of 3 features cross themselves, 'P-2' among them.")]
    [InlineData("[114.401,30.501]", "[104.401,30.501]", "0: 1 of 3 features lie more than 300 km from the map's 'place', 'P-1' (104.4010, 30.5010) among them.")]
    [InlineData("[114.401,30.501]", "[30.501,114.401]", "2: The position (30.501, 114.401) is not longitude, latitude in degrees; its numbers look swapped.")]
    public void A_broken_file_gets_its_sentence(string find, string replace, string expected)
    {
        using var folder = Map(lots: Lots.Replace(find, replace, StringComparison.Ordinal));
        var problem = folder.Load().Problems[0];
        Assert.Equal(expected, $"{problem.Line}: {problem.Sentence}");
    }

    [Fact]
    public void A_unit_cannot_be_that_of_a_word()
    {
        using var folder = Map("parking/lot: { file: lots.geojson, units: { name_en: m } }");
        Assert.Equal("The property 'name_en' is in m, and here it is the text 'North'.", folder.Load().Problems.Single().Sentence);
    }

    [Fact]
    public void A_log_of_readings_gives_the_assets_it_is_about()
    {
        using var folder = new Folder().With("log.csv", "Code,Spaces,Occupied\r\nBull Ring,3053,12\r\nBull Ring,3053,13\r\n\"NIA, North\",480,5\r\n");
        var report = MapImport.Import(new()
        {
            Folder = folder["map"], At = (-1.9, 52.48), Assets = [new("parking/lot", folder["log.csv"])], Columns = [new("id", "Code"), new("capacity", "Spaces")],
        });
        Assert.Contains("2 of 2 ids in log.csv have blanks, where ids of assets have hyphens: 'Bull Ring' is 'parking/lot/Bull-Ring'.", report.Statements);
        Assert.Contains("No asset of the type 'parking/lot' has a place: log.csv gives none.", report.Statements);
        var city = City.Load(folder["map"]);
        Assert.Equal([("parking/lot/Bull-Ring", 3053.0), ("parking/lot/NIA,-North", 480.0)],
            Enumerable.Range(0, 2).Select(i => (city.Assets[i].Id.ToString(), Assert.Single(city.Assets[i].Attributes).Number)));
    }

    [Fact]
    public void Places_in_a_table_put_the_map_where_its_assets_are()
    {
        using var folder = new Folder().With("lots.csv", "id,lon,lat,capacity,code\nA,114.40,30.50,10,007\nB,114.42,30.52,,008\n");
        var report = MapImport.Import(new() { Folder = folder["map"], Assets = [new("parking/lot", folder["lots.csv"])] });
        Assert.Equal("The map's place is the middle of its roads and assets, 114.4100 E, 30.5100 N.", Assert.Single(report.Statements));
        var lot = City.Load(folder["map"]).Assets[0];
        Assert.Equal("007", lot.Attributes.Single(a => a.Name == "code").Text);
        Assert.Equal(114.40, lot.Place!.X);
    }

    [Theory]
    [InlineData("id,x,y,capacity\nA,114.40,30.50,10\nB,114.42,30.52,5\n")]
    [InlineData("id,lng,lat,capacity\nA,114.40,30.50,10\nB,114.42,30.52,5\n")]
    [InlineData("id,longitude,latitude,x,y\nA,114.40,30.50,538000,3375000\nB,114.42,30.52,539000,3376000\n")]
    public void Places_go_by_several_names(string csv)
    {
        using var folder = new Folder().With("lots.csv", csv);
        MapImport.Import(new() { Folder = folder["map"], Assets = [new("parking/lot", folder["lots.csv"])] });
        var city = City.Load(folder["map"]);
        Assert.Equal([(114.40, 30.50), (114.42, 30.52)], Enumerable.Range(0, 2).Select(i => (city.Assets[i].Place!.X, city.Assets[i].Place!.Y)));
        Assert.DoesNotContain(city.Assets[0].Attributes, a => a.Name is "lng" or "lat" or "longitude");
    }

    [Fact]
    public void Metres_of_a_drawing_are_no_place_and_stay_what_they_are()
    {
        using var folder = new Folder().With("lots.csv", "id,x,y\nA,538000,3375000\nB,539000,3376000\n");
        var report = MapImport.Import(new() { Folder = folder["map"], At = (114.4, 30.5), Assets = [new("parking/lot", folder["lots.csv"])] });
        Assert.Contains("'x' and 'y' of lots.csv are no degrees of WGS 84 and stay attributes; its assets have no place. As places are accepted: longitude and latitude, lon and lat, x and y, in degrees.", report.Statements);
        var lot = City.Load(folder["map"]).Assets[0];
        Assert.Equal((null, 538000), (lot.Place, lot.Attributes.Single(a => a.Name == "x").Number));
        folder.With("lots.csv", "id,x,y\nA,114.4,30.5\nB,539000,3376000\n");
        var wrong = Assert.Throws<InputException>(() => MapImport.Import(new() { Folder = folder["other"], At = (114.4, 30.5), Assets = [new("parking/lot", folder["lots.csv"])] }));
        Assert.Contains(wrong.Problems, p => p.Line == 3 && p.Sentence == "The place of 'B' (539000, 3376000) is not a longitude and a latitude in degrees.");
    }

    [Theory]
    [InlineData("Code,Spaces\nA,1\nA,2\n", "3:1 'A' stands here a second time with '2' as 'capacity'; line 2 has '1'. Rows of one asset must agree in what is taken of them.")]
    [InlineData("Code,Spaces\nA B,1\nA-B,1\n", "3:1 'A-B' and 'A B' in line 2 are both 'A-B' as ids.")]
    [InlineData("Code,Spaces\nA\n", "2:1 The row has 1 field; at least 2 are expected.")]
    [InlineData("Code,Space\nA,1\n", "1:1 There is no column 'Spaces'; there are Code, Space. Did you mean 'Space'?")]
    [InlineData("Code,Spaces,Code\nA,1\n", "1:13 Two columns are called 'Code'.")]
    [InlineData("Code,Spaces\n\"A,1\n", "2:1 The quote that opens here is never closed; a quote inside a quoted field is written twice.")]
    [InlineData("", "1:1 The file is empty; a line of names and one asset a row are expected.")]
    public void A_broken_table_gets_its_sentence_and_no_map_is_made(string csv, string expected)
    {
        using var folder = new Folder().With("log.csv", csv);
        var options = new ImportOptions { Folder = folder["map"], At = (0, 50), Assets = [new("parking/lot", folder["log.csv"])], Columns = [new("id", "Code"), new("capacity", "Spaces")] };
        var problem = Assert.Throws<InputException>(() => MapImport.Import(options)).Problems[0];
        Assert.Equal(expected, $"{problem.Line}:{problem.Column} {problem.Sentence}");
        Assert.False(Directory.Exists(folder["map"]));
    }

    [Fact]
    public void A_broken_layer_is_told_by_the_name_its_owner_knows()
    {
        using var folder = new Folder().With("lots.geojson", Lots.Replace("\"id\":\"P-2\"", "\"id\":\"P-1\""));
        var problem = Assert.Throws<InputException>(() => MapImport.Import(new() { Folder = folder["map"], Assets = [new("parking/lot", folder["lots.geojson"])] })).Problems.Single();
        Assert.Equal((folder["lots.geojson"], 3), (problem.File, problem.Line));
    }
}
