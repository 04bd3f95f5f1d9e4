namespace DigitalTwin.Cli.Tests;

public sealed class MapRoadsTests : IDisposable
{
    private const string Osm = """
        <osm version="0.6">
        <node id="1" lat="30.500" lon="114.400"/><node id="2" lat="30.500" lon="114.402"/><node id="3" lat="30.502" lon="114.402"/>
        <node id="4" lat="30.5005" lon="114.4015"><tag k="amenity" v="parking"/></node>
        <way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="maxspeed" v="60"/></way>
        <way id="11"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/><tag k="parking:both" v="lane"/></way>
        </osm>
        """;

    private readonly SmallTown town = new();

    [Fact]
    public async Task An_extract_becomes_a_map_whose_report_and_picture_show_its_streets()
    {
        File.WriteAllText(town.At("quarter.osm"), Osm);
        var (code, said, error) = await SmallTown.TwinAsync("validate", town.At("quarter.osm"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("quarter.osm: good", said, StringComparison.Ordinal);
        (code, said, error) = await SmallTown.TwinAsync("map", "import", "--osm", town.At("quarter.osm"), "--osm-default", "point-spaces=35", "--out", town.At("quarter"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("quarter.osm: read 4 nodes, 2 ways and 0 relations; kept junctions and ends (3), kerbs with bays (2), lots (1), streets (2), ways that are roads (2).", said, StringComparison.Ordinal);
        (code, said, _) = await SmallTown.TwinAsync("map", "info", town.At("quarter"));
        Assert.Equal(0, code);
        Assert.Contains("  parking    1 lot with 35 spaces, 2 kerbs with 52 bays;", said, StringComparison.Ordinal);
        Assert.Contains("  reach      every link can be driven from every other", said, StringComparison.Ordinal);
        Assert.Contains('P', said.Split('\n').SkipWhile(line => line.Length > 0).FirstOrDefault(line => line.Contains('P', StringComparison.Ordinal)) ?? "");
    }

    [Fact]
    public async Task A_broken_extract_and_a_mistyped_default_get_their_sentences()
    {
        File.WriteAllText(town.At("cut.osm"), Osm[..^60]);
        var (code, _, error) = await SmallTown.TwinAsync("validate", town.At("cut.osm"));
        Assert.Equal(2, code);
        Assert.Contains("The file ends in the middle of an element; it looks cut off.", error, StringComparison.Ordinal);
        (code, _, error) = await SmallTown.TwinAsync("map", "import", "--osm", town.At("cut.osm"), "--osm-default", "surfacearea=25", "--out", town.At("cut"));
        Assert.Equal(2, code);
        Assert.Contains("--osm-default has no 'surfacearea'; there are surface-area,", error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'surface-area'?", error, StringComparison.Ordinal);
    }

    public void Dispose() => town.Dispose();
}
