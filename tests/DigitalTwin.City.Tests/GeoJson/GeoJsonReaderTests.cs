using System.Text;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Tests.GeoJson;

public class GeoJsonReaderTests
{
    private static (List<GeoFeature> Features, ProblemList Problems) Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    private static (List<GeoFeature> Features, ProblemList Problems) Read(byte[] bytes)
    {
        var problems = new ProblemList();
        var features = new List<GeoFeature>();
        GeoJsonReader.Read(bytes, "a.geojson", problems, features.Add);
        return (features, problems);
    }

    private static string Collection(params string[] geometries) =>
        "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(",\n", geometries.Select(g => "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + g + "}")) + "]}";

    [Fact]
    public void Every_geometry_of_the_standard_is_read()
    {
        var (features, problems) = Read(Collection(
            """{"type":"Point","coordinates":[114.4,30.5,21.0]}""",
            """{"coordinates":[[1,2],[3,4]],"type":"MultiPoint"}""",
            """{"type":"LineString","coordinates":[[1,2],[3,4]]}""",
            """{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}""",
            """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,1.5],[1,1]]]}""",
            """{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]]]}""",
            """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}""",
            "null"));
        Assert.Empty(problems);
        Assert.Equal(
            ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection", null],
            features.Select(f => f.Geometry?.GeometryType));
        Assert.Equal(1, ((Polygon)features[4].Geometry!).NumInteriorRings);
        Assert.Equal((2, 1), (features[1].Line, features[1].Column));
    }

    [Fact]
    public void Properties_keep_their_kind_and_order()
    {
        var (features, problems) = Read("""{"type":"Feature","id":7,"geometry":null,"properties":{"名":"东湖","n":1.5,"t":true,"z":null,"a":[1, 2]}}""");
        Assert.Empty(problems);
        var feature = Assert.Single(features);
        Assert.Equal("7", feature.Id);
        Assert.Equal(["名", "n", "t", "z", "a"], feature.Properties.Select(p => p.Key));
        Assert.Equal("东湖", feature.Text("名"));
        Assert.Equal(1.5, feature.Number("n"));
        Assert.Equal("[1, 2]", feature.Find("a")!.Value.Text);
        Assert.True(double.IsNaN(feature.Number("名")) && feature.Text("n") is null && feature.Find("x") is null);
    }

    [Fact]
    public void A_bare_geometry_and_a_byte_order_mark_are_accepted()
    {
        var (features, problems) = Read("\uFEFF{\"type\":\"Point\",\"coordinates\":[1,2]}");
        Assert.Empty(problems);
        Assert.Equal(new Coordinate(1, 2), features[0].Geometry!.Coordinate);
    }

    [Theory]
    [InlineData("", 1, 1, "The file is empty; a GeoJSON FeatureCollection is expected.")]
    [InlineData("[1]", 1, 1, "The file does not begin with a JSON object; a GeoJSON FeatureCollection is expected.")]
    [InlineData("{\"type\":\"FeatureColection\"}", 1, 1, "The object has the type 'FeatureColection'; accepted are FeatureCollection, Feature and the geometry types. Did you mean 'FeatureCollection'?")]
    [InlineData("{\"type\":\"FeatureCollection\"}", 1, 1, "The FeatureCollection has no array 'features'.")]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Feature\"", 2, 30, "The file ends in the middle of a value; it looks cut off.")]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[{]}", 2, 14, "This is not JSON: ']' is an invalid start of a property name. Expected a '\"'.")]
    [InlineData("{\"type\":\"FeatureCollection\",\n \"features\":[3,{\"type\":\"Thing\"}]}", 2, 14, "A feature is an object; something else stands here.")]
    public void A_broken_file_is_told_where_and_why(string json, int line, int column, string sentence)
    {
        var problem = Read(json).Problems[0];
        Assert.Equal((line, column, sentence), (problem.Line, problem.Column, problem.Sentence));
    }

    [Theory]
    [InlineData("""{"type":"Pont","coordinates":[1,2]}""", "'Pont' is no geometry type; accepted are Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, GeometryCollection. Did you mean 'Point'?")]
    [InlineData("""{"type":"Point"}""", "The Point has no array 'coordinates'.")]
    [InlineData("""{"type":"Point","coordinates":[114.4]}""", "A position has 1 number; longitude and latitude are needed.")]
    [InlineData("""{"type":"Point","coordinates":[30.5,114.4]}""", "The position (30.5, 114.4) is not longitude, latitude in degrees; its numbers look swapped.")]
    [InlineData("""{"type":"Point","coordinates":[538420,3376012]}""", "The position (538420, 3376012) is not longitude, latitude in degrees (RFC 7946 §4); it looks like metres of a projection.")]
    [InlineData("""{"type":"Point","coordinates":["114",30]}""", "A coordinate is a finite number; found 114.")]
    [InlineData("""{"type":"Point","coordinates":[1e999,30]}""", "A coordinate is a finite number; found 1e999.")]
    [InlineData("""{"type":"LineString","coordinates":[[1,2]]}""", "A line has 1 position; at least 2 are needed.")]
    [InlineData("""{"type":"LineString","coordinates":[1,2]}""", "The coordinates are nested less deeply than the geometry's type needs: an array is expected here.")]
    [InlineData("""{"type":"Point","coordinates":[[1,2]]}""", "The coordinates are nested more deeply than the geometry's type allows.")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "The polygon has no ring.")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}""", "A ring has 3 positions; at least 4 are needed, the last equal to the first.")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}""", "A ring is not closed: its last position differs from its first.")]
    [InlineData("""{"type":"GeometryCollection"}""", "The GeometryCollection has no array 'geometries'.")]
    [InlineData("5", "A geometry is an object or null; something else stands here.")]
    public void A_broken_geometry_is_left_out_and_the_rest_is_read(string geometry, string sentence)
    {
        var (features, problems) = Read(Collection(geometry, """{"type":"Point","coordinates":[1,2]}"""));
        Assert.Equal(sentence, Assert.Single(problems).Sentence);
        Assert.Single(features);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_told_so()
    {
        byte[] gb18030 = [.. "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\""u8, 0xCE, 0xE4, 0xBA, 0xBA, .. "\"}}"u8];
        Assert.Contains(Read(gb18030).Problems, p => p.Sentence.StartsWith("The text here is not valid UTF-8", StringComparison.Ordinal));
        Assert.Equal("The file is UTF-16; GeoJSON is UTF-8 (RFC 7946 §11.1).", Read(Encoding.Unicode.GetPreamble()).Problems[0].Sentence);
    }

    [Fact]
    public void A_foreign_coordinate_system_is_a_warning()
    {
        var (_, problems) = Read("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[]}""");
        Assert.Equal("The member 'crs' is not used: GeoJSON is longitude and latitude (RFC 7946 §4).", Assert.Single(problems).Sentence);
        Assert.Empty(Read("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[]}""").Problems);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same_and_written_again_to_the_same_bytes()
    {
        var (features, _) = Read(Collection(
            """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,1.5],[1,1]]]}""",
            """{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}""",
            """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"""));
        features.Add(new("x", null, [new("名", GeoValue.Of("东\"湖")), new("n", GeoValue.Of(0.1)), new("j", GeoValue.Json("[1,{\"a\":2}]"))]));
        var once = Write(features);
        var (again, problems) = Read(once);
        Assert.Empty(problems);
        Assert.Equal(once, Write(again));
        Assert.Equal(features.Select(f => f.Geometry?.AsText()), again.Select(f => f.Geometry?.AsText()));
        Assert.Equal(features[3].Properties, again[3].Properties);
    }

    private static byte[] Write(IEnumerable<GeoFeature> features)
    {
        using var stream = new MemoryStream();
        using (var writer = new GeoJsonWriter(stream, ("name", "测试")))
            foreach (var feature in features) writer.Write(feature);
        return stream.ToArray();
    }

    [Fact]
    public void Damaged_bytes_never_make_it_throw()
    {
        var random = new KeyedRandom(7946);
        var seeds = new[]
        {
            Collection("""{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]}""", """{"type":"Point","coordinates":[114.4,30.5]}"""),
            """{"type":"Feature","id":"é","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]},"properties":{"a":[1,{"b":"\u00e9"}],"c":1e3}}""",
        };
        for (var round = 0UL; round < 4000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(seeds[round % 2]);
            for (var k = 0UL; k <= round % 5; k++)
            {
                var at = random.Below(bytes.Length, 1, round * 8 + k);
                bytes[at] = random.Below(3, 2, round * 8 + k) switch
                {
                    0 => (byte)random.Below(256, 3, round * 8 + k),
                    1 => (byte)"[]{},:\"0-e\\"[random.Below(11, 4, round * 8 + k)],
                    _ => bytes[random.Below(bytes.Length, 5, round * 8 + k)],
                };
            }
            Read(round % 3 == 0 ? bytes[..random.Below(bytes.Length, 6, round)] : bytes);
        }
        Read(Encoding.UTF8.GetBytes(new string('[', 100_000)));
        Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"type\":\"GeometryCollection\",\"geometries\":[", 5000))));
    }
}
