using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Cities.Tests.Maps.Roads;

/// <summary>Broken streets: each gets its sentence, with line and column, and the rest of the file is still read.</summary>
public class BrokenStreetTests
{
    private static string Broken(string find, string replace)
    {
        Assert.Contains(find, MadeStreets.Crossroads, StringComparison.Ordinal);
        var (network, _, problems) = MadeStreets.Build(MadeStreets.Crossroads.Replace(find, replace));
        Assert.True(network.Links.Count >= 3);
        return string.Join('\n', problems.Where(p => p.Severity != Severity.Note).Select(p => $"{p.Severity} {p.Line}:{p.Column}: {p.Sentence}"));
    }

    [Theory]
    [InlineData("\"class\":\"side\"", "\"class\":\"secundary\"", "Error 5:1: The street 'S-3' has the class 'secundary'; accepted are motorway, trunk, primary, secondary, tertiary, residential, service, connector. Did you mean 'secondary'?")]
    [InlineData("\"class\":\"side\",", "", "Error 5:1: The street 'S-3' has no text 'class'; accepted are motorway, trunk, primary, secondary, tertiary, residential, service, connector.")]
    [InlineData("\"capacity\":600", "\"capacity\":-600", "Error 5:1: The street 'S-3' has the capacity -600 vehicles/h; more than 0 are accepted (a closed street belongs into a scenario).")]
    [InlineData("\"capacity\":600", "\"capacity\":\"600 cars\"", "Error 5:1: The street 'S-3' has the capacity '600 cars'; accepted is vehicles/h as a number, or a text with veh/h or veh/s.")]
    [InlineData("\"storage\":40", "\"storage\":0", "Error 5:1: The street 'S-3' stores 0 vehicles; at least 1 is accepted.")]
    [InlineData("\"green\":0.3", "\"green\":30", "Error 5:1: The street 'S-3' has the green share 30; a share of the cycle is accepted, above 0, up to 1. Did you mean 0.3?")]
    [InlineData("\"lanes\":3,", "\"lanes\":0,", "Error 3:1: The street 'S-1' has 0 lanes in one direction; above 0, up to 20 are accepted.")]
    [InlineData("\"lanes\":3,", "\"lanes\":3,\"lanes:forward\":4,", "Error 3:1: The street 'S-1' has 'lanes' (3) and both 'lanes:forward' (4) and 'lanes:backward' (2); 'lanes' is per direction, so that one of them contradicts it or says it twice.")]
    [InlineData("\"maxspeed\":60", "\"maxspeed\":\"60 furlongs\"", "Error 3:1: The street 'S-1' has the maxspeed '60 furlongs'; accepted is km/h as a number, or a text with km/h, mph or m/s.")]
    [InlineData("\"maxspeed\":60", "\"maxspeed\":6000", "Error 3:1: The street 'S-1' has the speed 6000 km/h; above 0, up to 200 km/h are accepted.")]
    [InlineData("\"oneway\":true", "\"oneway\":\"perhaps\"", "Error 5:1: The street 'S-3' has the oneway 'perhaps'; accepted is true (as drawn), false, or 'backward'.")]
    [InlineData("\"oneway\":true", "\"oneway\":true,\"lanes:backward\":1", "Error 5:1: The street 'S-3' is one-way, yet something is said of its other direction.")]
    [InlineData("\"banned\":[\"S-1.b\"]", "\"banned\":[\"S-1b\"]", "Error 5:1: A banned turn names 'S-1b', which is no street or link of the file. Did you mean 'S-1'?")]
    [InlineData("\"banned\":[\"S-1.b\"]", "\"banned\":[\"S-3\"]", "Error 5:1: The banned turn from 'S-3' to 'S-3' is none: the one does not end where the other begins.")]
    [InlineData("\"banned\":[\"S-1.b\"]", "\"banned\":7", "Error 5:1: The street 'S-3' has the banned 7; accepted is a list of ids of streets or links that one may not turn into, or of lists of those that may not be driven one after the other.")]
    [InlineData("\"id\":\"S-4\"", "\"id\":\"S-1\"", "Error 6:1: The street 'S-1' stands here a second time; the first is in line 3.")]
    [InlineData("\"id\":\"S-4\"", "\"id\":\"S-1.b\"", "Error 6:1: The street 'S-1.b' would have the link 'S-1.b' a second time. The first is in line 3.")]
    [InlineData("[[114.41,30.51],[114.41,30.50]]", "[[114.41,30.51],[114.41,30.51]]", "Error 6:1: The street 'S-4' is 0 m long")]
    [InlineData("{\"class\":\"side\"", "{\"from\":\"N-8\",\"class\":\"side\"", "Error 5:1: The street 'S-3' names the node 'N-8', which the file does not have. Did you mean 'N-7'?")]
    [InlineData("\"maxspeed\":\"30 mph\"", "\"maxspede\":30", "Warning 0:0: 'maxspede' (once) is no property of a street or node and is not read. Did you mean 'maxspeed'?")]
    [InlineData("\"signal\":true", "\"signal\":true,\"lanes\":2", "Warning 0:0: 'lanes' is a property of streets, but 1 node (point) has it; it is not read there.")]
    [InlineData("\"signal\":true", "\"signal\":true,\"green\":1.5", "Error 2:1: The node 'N-7' has the green share 1.5; a share of the cycle is accepted, above 0, up to 1. Did you mean 0.015?")]
    [InlineData("\"signal\":true", "\"signal\":\"maybe\"", "Error 2:1: The node 'N-7' has the signal 'maybe'; accepted is true or false.")]
    public void A_broken_street_gets_its_sentence(string find, string replace, string expected)
    {
        var sentence = Broken(find, replace);
        if (expected.EndsWith("0 m long", StringComparison.Ordinal)) Assert.Equal("Warning 6:1: The street 'S-4' is 0 m long and both of its ends are one node; it is left out.", sentence);
        else Assert.Equal(expected, sentence);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var text = MadeStreets.Crossroads.Replace("\"class\":\"side\"", "\"class\":\"lane\"").Replace("\"lanes\":3,", "\"lanes\":-3,").Replace("\"30 mph\"", "\"fast\"");
        Assert.Equal([3, 5, 6], MadeStreets.Build(text).Problems.Select(p => p.Line).Distinct().Order());
    }

    [Fact]
    public void A_polygon_is_no_street()
    {
        var text = MadeStreets.Crossroads.Replace("\"type\":\"LineString\",\"coordinates\":[[114.41,30.51],[114.41,30.50]]", "\"type\":\"Polygon\",\"coordinates\":[[[114.41,30.51],[114.41,30.50],[114.42,30.51],[114.41,30.51]]]");
        Assert.Equal("The street 'S-4' is a Polygon; a street is a LineString, and a node a Point.", Assert.Single(MadeStreets.Build(text).Problems).Sentence);
    }

    [Theory]
    [InlineData("extent: [114.3, 30.4, 114.415, 30.6]\n", "", "2 of 6 links leave the 'extent' of city.yaml, 'S-2.f' (114.41000, 30.50000) among them.")]
    [InlineData("", "assets: { road/link: streets.geojson }\n", "Assets of the type 'road/link' come from the part 'roads', which this map has; one of the two can stay.")]
    [InlineData("", "assets: { road/node: streets.geojson }\n", "Assets of the type 'road/node' come from the part 'roads'.")]
    public void A_map_says_what_does_not_fit(string before, string after, string sentence)
    {
        using var folder = Map($"{before}roads: streets.geojson\n{after}");
        Assert.Contains(sentence, folder.Load().Problems.Select(p => p.Sentence));
    }

    [Theory]
    [InlineData("{ file: streets.geojson, side: middle }", "'side' is the side on which one drives, right or left; found 'middle'.")]
    [InlineData("{ file: streets.geojson, snap: 1 }", "'snap': '1' has no unit; a length is wanted: m, mm, cm, km, in, ft.")]
    [InlineData("{ file: streets.geojson, snap: 90 m }", "'snap' is from 0 to 50 m; found '90 m'.")]
    [InlineData("{ file: streets.geojson, defaults: { primery: { lanes: 3 } } }", "'defaults' has no key 'primery'; accepted are motorway, trunk, primary, secondary, tertiary, residential, service, connector. Did you mean 'primary'?")]
    [InlineData("{ file: streets.geojson, defaults: { primary: { lanes: none } } }", "'lanes' is a number from 0.5 to 20; found 'none'.")]
    [InlineData("{ side: left }", "'roads' names no 'file'.")]
    public void Settings_of_roads_that_cannot_be_are_refused(string roads, string sentence)
    {
        using var folder = Map($"roads: {roads}\n");
        Assert.Contains(sentence, folder.Load().Problems.Select(p => p.Sentence));
    }

    [Fact]
    public void Whatever_the_bytes_nothing_is_thrown()
    {
        for (var seed = 0UL; seed < 300; seed++)
        {
            var text = MadeStreets.Crossroads.ToCharArray();
            var random = new KeyedRandom(seed);
            for (var k = 0UL; k < 1 + seed % 5; k++) text[random.Below(text.Length, 1, k)] = (char)(32 + random.Below(96, 2, k));
            MadeStreets.Build(new string(text));
        }
    }

    private static Folder Map(string more) => new Folder().With("streets.geojson", MadeStreets.Crossroads).With("city.yaml", $"name: streets\nplace: {{ lon: 114.41, lat: 30.5 }}\n{more}");
}
