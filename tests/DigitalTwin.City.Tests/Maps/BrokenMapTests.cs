using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Cities.Tests.Maps;

public class BrokenMapTests
{
    private static string Broken(string file, string find, string replace)
    {
        using var folder = SmallMap.Make();
        var text = File.ReadAllText(folder[file]).ReplaceLineEndings("\n");
        Assert.Contains(find, text, StringComparison.Ordinal);
        var at = text.IndexOf(find, StringComparison.Ordinal);
        folder.With(file, text[..at] + replace + text[(at + find.Length)..]);
        var told = folder.Load().Problems.Where(p => p.Severity != Severity.Note);
        return string.Join('\n', told.Select(p => $"{(p.File == folder.Path ? "." : Path.GetFileName(p.File))}:{p.Line}:{p.Column}: {p.Sentence}"));
    }

    [Theory]
    [InlineData("name: small", "", "city.yaml:2:1: The map has no 'name'.")]
    [InlineData("name: small", "name: Small Town", "city.yaml:1:7: The name 'Small Town' is not small letters, digits and hyphens, as in 'optics-valley'.")]
    [InlineData("districts:", "district:", "city.yaml:6:1: A map has no key 'district'; accepted are name, title, place, extent, utc_offset, water, weather, roads, parking, districts, assets, demand, emissions, buildings, drainage, construction. Did you mean 'districts'?")]
    [InlineData("place: { lon: 114.40, lat: 30.50 }", "", "city.yaml:1:1: The map has no 'place'; its middle is expected, as in 'place: { lon: 114.40, lat: 30.50 }'.")]
    [InlineData("lon: 114.40", "lon: 214.40", "city.yaml:3:15: 'lon' is a number from -180 to 180; found '214.40'.")]
    [InlineData("lat: 30.50", "latitude: 30.50", "city.yaml:3:23: 'place' has no key 'latitude'; accepted are lon, lat. Did you mean 'lat'?")]
    [InlineData("file: net.inp", "file: nett.inp", "city.yaml:4:16: The map's folder has no file 'nett.inp'. Did you mean 'net.inp'?")]
    [InlineData("file: net.inp", "file: ../net.inp", "city.yaml:4:16: '../net.inp' leads out of the map's folder; every part lies inside it.")]
    [InlineData("file: net.inp, ", "", "city.yaml:4:8: 'water' names no 'file'.")]
    [InlineData("\"EPSG:4326\"", "EPSG:3857", "city.yaml:4:30: 'EPSG:3857' is no known coordinate system; accepted are EPSG:4326 or EPSG:4490 (degrees), EPSG:4491 to EPSG:4554 (CGCS2000 Gauss-Krueger; 4547 has the central meridian 114 E), EPSG:32601 to 32660 and 32701 to 32760 (UTM), EPSG:25828 to 25838 (UTM on ETRS89), EPSG:28992 or 7415 (the Netherlands), or local.")]
    [InlineData("\"EPSG:4326\"", "local", "city.yaml:4:30: 'crs: local' needs 'origin: [lon, lat]', the place on which the file's point 'at' (0, 0 unless given) lies.")]
    [InlineData("\"EPSG:4326\"", "\"EPSG:4326\", origin: [114, 30]", "city.yaml:4:51: 'origin' goes with 'crs: local' only.")]
    [InlineData("\"EPSG:4326\"", "local, origin: [114, 30, 1]", "city.yaml:4:45: 'origin' is [lon, lat] in degrees; found a list of 3.")]
    [InlineData("\"EPSG:4326\"", "local, origin: [114, 30], unit: yard", "city.yaml:4:62: 'unit' is m, ft, or how many metres one unit of the drawing is; found 'yard'.")]
    [InlineData("title:", "extent: [115, 30, 114, 31]\ntitle:", "city.yaml:2:9: 'extent' is [west, south, east, north]; here its west is not west of its east, or its south not south of its north.")]
    [InlineData("title:", "extent: [114.2, 30, 114.401, 31]\ntitle:", "net.inp:0:0: 2 of 4 nodes lie outside the 'extent' of city.yaml, 'J-2' (114.40500, 30.50000) among them.")]
    [InlineData("title:", "utc_offset: 8\ntitle:", "city.yaml:2:13: 'utc_offset' is '8'; an offset from UTC is accepted, as in +08:00, -03:30 or Z.")]
    [InlineData("title:", "utc_offset: Asia/Shanghai\ntitle:", "city.yaml:2:13: 'utc_offset' is 'Asia/Shanghai'; an offset from UTC is accepted, as in +08:00, -03:30 or Z: names of zones are not, since daylight saving is not modelled.")]
    [InlineData("name: small", "name: small\nname: other", "city.yaml:2:1: The key 'name' stands here a second time; the first is in line 1.")]
    [InlineData("name: small", "name: *small", "city.yaml:1:7: Anchors and aliases (& and *) are not used in a map.")]
    [InlineData("water: {", "water: [", "city.yaml:4:66: This is not YAML: While parsing a flow sequence, did not find expected ',' or ']'.")]
    public void A_broken_table_of_contents_gets_its_sentence(string find, string replace, string expected) =>
        Assert.Equal(expected, Broken("city.yaml", find, replace));

    [Theory]
    [InlineData("stations.geojson", "\"id\":\"WS-2\"", "\"id\":\"WS-1\"", "stations.geojson:3:1: The weather station 'WS-1' stands here a second time; the first is in line 2.")]
    [InlineData("stations.geojson", "\"id\":\"WS-1\",", "", "stations.geojson:2:1: A weather station has no 'id'.")]
    [InlineData("stations.geojson", "WS-1", "WS 1", "stations.geojson:2:1: The id 'WS 1' of a weather station has blanks or more than 128 characters.")]
    [InlineData("stations.geojson", "\"elevation_m\":23", "\"elevation\":23", "stations.geojson:2:1: The weather station 'WS-1' has no number 'elevation_m' (m above sea level).")]
    [InlineData("stations.geojson", "[114.40,30.50]", "[30.50,114.40]", "stations.geojson:2:72: The position (30.5, 114.4) is not longitude, latitude in degrees; its numbers look swapped.")]
    [InlineData("stations.geojson", "[114.40,30.50]", "[14.40,30.50]", "stations.geojson:0:0: The weather station 'WS-1' lies 9185 km from the map's 'place'; is its position right?")]
    [InlineData("districts.geojson", "[114.402,30.51],[114.39,30.51]", "[114.39,30.51],[114.402,30.51]", "districts.geojson:2:1: The area of the district 'D-1' crosses itself or is empty.")]
    [InlineData("districts.geojson", "\"people\":120", "\"people\":\"many\"", "districts.geojson:2:1: The 'people' of the district 'D-1' is not a number from 0.")]
    [InlineData("districts.geojson", "\"id\":\"D-2\"", "\"id\":\"D-1\"", "districts.geojson:3:1: The district 'D-1' stands here a second time; the first is in line 2.")]
    [InlineData("people.csv", "junction,people", "id,people", "people.csv:1:1: The first line is 'junction,people'; found 'id,people'.")]
    [InlineData("people.csv", "J-2,80", "J-Z,80", "people.csv:3:1: The network has no junction 'J-Z'. Did you mean 'J-1'?")]
    [InlineData("people.csv", "J-2,80", "T-1,80", "people.csv:3:1: 'T-1' is a tank; people live at junctions.")]
    [InlineData("people.csv", "J-2,80", "J-1,80", "people.csv:3:1: The junction 'J-1' stands here a second time; the first is in line 2.")]
    [InlineData("people.csv", "J-2,80", "J-2,-80", "people.csv:3:5: The people at 'J-2' are a number from 0; found '-80'.")]
    [InlineData("people.csv", "J-2,80", "J-2;80", "people.csv:3:1: A junction and a number are expected, as in 'J-0001,120'; found 'J-2;80'.")]
    [InlineData("net.inp", "J-2 114.405 30.500\n", "", "net.inp:0:0: 1 of 4 nodes has no coordinates, 'J-2' among them; they are assets without a place.")]
    [InlineData("net.inp", "J-2 114.405 30.500", "J-2 538000 3375000", "net.inp:0:0: The coordinates of 1 of 4 nodes are no place in EPSG:4326, 'J-2' (538000, 3375000) among them; 'crs' in city.yaml says what they mean.")]
    [InlineData("net.inp", "J-2 114.405 30.500", "J-2 11.4405 30.500", "net.inp:0:0: 1 of 4 nodes lie more than 300 km from the map's 'place', 'J-2' (11.4405, 30.5000) among them; is 'crs' right?")]
    public void A_broken_part_gets_its_sentence(string file, string find, string replace, string expected) =>
        Assert.Equal(expected, Broken(file, find, replace));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        using var folder = SmallMap.Make();
        folder.With("city.yaml", SmallMap.Yaml.Replace("name: small", "name: SMALL").Replace("lat: 30.50", "lat: 300"))
            .With("net.inp", "[PIPES]\nP-1 A B\n").With("stations.geojson", "{").With("districts.geojson", "").With("year.epw", "LOCATION");
        var problems = folder.Load().Problems;
        foreach (var file in new[] { "city.yaml", "net.inp", "stations.geojson", "districts.geojson", "year.epw" })
            Assert.Contains(problems, p => p.Severity == Severity.Error && Path.GetFileName(p.File) == file);
    }

    [Fact]
    public void A_folder_that_is_no_map_says_what_a_map_is()
    {
        using var folder = new Folder();
        Assert.Equal("The folder has no city.yaml, so it is not a map.", folder.Load().Problems.Single().Sentence);
        folder.With("city.yml", "");
        Assert.Equal("The folder has no city.yaml, so it is not a map. Did you mean 'city.yml'?", folder.Load().Problems.Single().Sentence);
        var problems = new ProblemList();
        City.Load(folder["nowhere"], problems);
        Assert.Equal("There is no such folder; a map is a folder with a city.yaml.", problems.Single().Sentence);
        Assert.Throws<InputException>(() => City.Load(folder["nowhere"]));
    }

    [Fact]
    public void Damaged_tables_of_contents_never_make_it_throw()
    {
        using var folder = SmallMap.Make();
        var random = new KeyedRandom(2);
        for (var round = 0UL; round < 400; round++)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(SmallMap.Yaml);
            for (var k = 0UL; k <= round % 6; k++)
                bytes[random.Below(bytes.Length, 1, round * 8 + k)] = random.Below(2, 2, round * 8 + k) == 0
                    ? (byte)random.Below(256, 3, round * 8 + k) : "[]{}:,&*!|>'\"%@`#-?\n\t"u8[random.Below(21, 4, round * 8 + k)];
            File.WriteAllBytes(folder["city.yaml"], bytes);
            Cities.Maps.MapFile.Read(folder.Path, new ProblemList());
        }
        foreach (var hostile in new[] { new string('[', 200_000), string.Concat(Enumerable.Repeat("{a: ", 100_000)), "a: &x [*x]", "- - - - -", new string(' ', 900_000), "? ? ? ?", "%YAML 9.9\n---\n", "a: !!binary x\n...\n---\nb" })
        {
            folder.With("city.yaml", hostile);
            Assert.True(folder.Load().Problems.HasErrors);
        }
    }
}
