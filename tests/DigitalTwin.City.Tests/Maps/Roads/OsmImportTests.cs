using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps.Roads;

public class OsmImportTests
{
    private const string Town = """
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6">
        <node id="1" lat="30.500" lon="114.400"/><node id="2" lat="30.500" lon="114.402"/><node id="3" lat="30.500" lon="114.404"/>
        <node id="5" lat="30.502" lon="114.402"><tag k="highway" v="traffic_signals"/></node><node id="6" lat="30.502" lon="114.404"/>
        <node id="31" lat="30.5003" lon="114.4004"/><node id="32" lat="30.5003" lon="114.4012"/><node id="33" lat="30.5009" lon="114.4012"/><node id="34" lat="30.5009" lon="114.4004"/>
        <node id="40" lat="30.5080" lon="114.402"><tag k="amenity" v="parking"/><tag k="capacity" v="80"/><tag k="access" v="private"/><tag k="capacity:charging" v="4"/></node>
        <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="secondary"/><tag k="name" v="雄楚大道"/><tag k="name:en" v="Xiongchu Avenue"/><tag k="lanes" v="4"/><tag k="maxspeed" v="60"/></way>
        <way id="11"><nd ref="2"/><nd ref="5"/><nd ref="6"/><tag k="highway" v="residential"/><tag k="parking:right" v="lane"/><tag k="parking:left" v="lane"/><tag k="parking:left:capacity" v="9"/><tag k="parking:left:fee" v="yes"/></way>
        <way id="12"><nd ref="6"/><nd ref="3"/><tag k="highway" v="residential"/></way>
        <way id="20"><nd ref="31"/><nd ref="32"/><nd ref="33"/><nd ref="34"/><nd ref="31"/><tag k="amenity" v="parking"/><tag k="name" v="North Lot"/><tag k="opening_hours" v="Mo-Fr 07:00-22:00"/><tag k="charge" v="3 CNY/h"/></way>
        <way id="21"><nd ref="1"/><nd ref="5"/><tag k="highway" v="footway"/></way>
        <relation id="50"><member type="way" ref="10" role="from"/><member type="node" ref="2" role="via"/><member type="way" ref="11" role="to"/><tag k="type" v="restriction"/><tag k="restriction" v="no_left_turn"/></relation>
        </osm>
        """;

    private static (Folder Folder, City City, ImportReport Report) Import(string osm = Town, OsmOptions? options = null)
    {
        var folder = new Folder().With("town.osm", osm);
        var report = MapImport.Import(new() { OsmFile = folder["town.osm"], Osm = options ?? new(), Folder = folder["town"] });
        return (folder, City.Load(folder["town"]), report);
    }

    [Fact]
    public void An_extract_becomes_a_map_with_streets_lots_and_kerbs()
    {
        var (folder, city, report) = Import();
        using var _ = folder;
        Assert.Equal(["W10-1.f", "W10-1.b", "W10-2.f", "W10-2.b", "W11-1.f", "W11-1.b", "W11-2.f", "W11-2.b", "W12.f", "W12.b"], city.Roads!.Links.Ids);
        Assert.Equal("Xiongchu Avenue", city.Roads.Links.Names[0]);
        Assert.Equal(60 / 3.6, city.Roads.Links.FreeSpeed[0]);
        Assert.Equal(0.45, city.Roads.Links.GreenShare[city.Roads.FindLink("W11-1.f")]);
        // Both pieces of the avenue arrive at its crossing; it is a left turn from the west only.
        Assert.Equal(["W10-1.f>W11-1.f"], city.Roads.BannedTurns.Select(t => $"{city.Roads.Links.Ids[t.From]}>{city.Roads.Links.Ids[t.To]}"));
        Assert.Equal(["P-w20", "P-n40", "K-W11-1-right", "K-W11-2-right", "K-W11-1-left", "K-W11-2-left"], city.Parking!.Facilities.Select(f => f.Id));
        Assert.Equal(9, city.Parking.Facilities.Where(f => f.Id.EndsWith("left", StringComparison.Ordinal)).Sum(f => f.Capacity));
        Assert.Equal("W11-1.b", city.Roads.Links.Ids[city.Parking.Facilities[4].Link]);
        Assert.Empty(report.Remarks);
        Assert.Contains("town.osm: read 10 nodes, 5 ways and 1 relation; kept banned turns (1), junctions and ends (5), kerbs with bays (4), lots (2), signals (1), streets (5), ways that are places to park (1), ways that are roads (3).", report.Statements);
        Assert.Contains("Ignored: ways with highway=footway (1).", report.Statements);
        Assert.Equal((2, 4), (report.Info.Parking!.Lots, report.Info.Parking.Kerbs));
    }

    [Fact]
    public void What_the_map_says_of_a_lot_is_its_own_or_marked_as_an_estimate()
    {
        var (folder, city, report) = Import();
        using var _ = folder;
        var lot = city.Assets[city.Assets.Find(AssetId.Parse("parking/lot/P-w20"))];
        Assert.Equal("true", lot.Attributes.Single(a => a.Name == "capacity-estimated").Text);
        Assert.Equal("3 CNY/h", lot.Attributes.Single(a => a.Name == "osm:charge").Text);
        Assert.Equal(76.7 * 66.7 / 27.5, lot.Attributes.Single(a => a.Name == "capacity").Number, 1.5);
        Assert.Equal(new WeekTime(0b011_1110, 7 * 3600, 22 * 3600), Assert.Single(city.Parking!.Facilities[0].Access).When);
        var secluded = city.Parking.Facilities[1];
        Assert.Equal((80, 4, 7000.0), (secluded.Capacity, secluded.Chargers, secluded.ChargerPower));
        Assert.Equal(["residents"], Assert.Single(secluded.Access).Groups);
        Assert.Contains("1 place to park that is private or needs a permit is for residents.", report.Statements);
        Assert.Contains(report.Statements, s => s.StartsWith("2 lots hold", StringComparison.Ordinal) && s.Contains("3 of these numbers are estimates", StringComparison.Ordinal));
    }

    [Fact]
    public void One_can_drive_on_the_left()
    {
        var (folder, city, _) = Import(options: new() { Side = DrivingSide.Left });
        using var _1 = folder;
        Assert.Equal(DrivingSide.Left, city.RoadReport!.Defaults.Side);
        Assert.Equal("W11-1.f", city.Roads!.Links.Ids[city.Parking!.Facilities.Single(f => f.Id == "K-W11-1-left").Link]);
    }

    [Fact]
    public void Remarks_on_the_extract_come_along_and_mistakes_make_nothing()
    {
        var (folder, _, report) = Import(Town.Replace("v=\"60\"", "v=\"sixty\""));
        using var _1 = folder;
        Assert.Equal("The way 10 has maxspeed=sixty, which is no speed (km/h, or with mph); the speed of its class is taken.", Assert.Single(report.Remarks).Sentence);
        folder.With("cut.osm", Town[..^100]);
        Assert.Throws<InputException>(() => MapImport.Import(new() { OsmFile = folder["cut.osm"], Folder = folder["cut"] }));
        Assert.False(Directory.Exists(folder["cut"]));
    }

    [Fact]
    public void Streets_of_ones_own_become_a_map_as_they_are()
    {
        using var folder = new Folder().With("streets.geojson", MadeStreets.Crossroads);
        MapImport.Import(new() { RoadFile = folder["streets.geojson"], Folder = folder["town"] });
        Assert.Equal(File.ReadAllBytes(folder["streets.geojson"]), File.ReadAllBytes(folder["town/roads.geojson"]));
        Assert.Equal(6, City.Load(folder["town"]).Roads!.Links.Count);
        folder.With("streets.geojson", MadeStreets.Crossroads.Replace("\"side\"", "\"sight\""));
        var problem = Assert.Single(Assert.Throws<InputException>(() => MapImport.Import(new() { RoadFile = folder["streets.geojson"], Folder = folder["other"] })).Problems);
        Assert.Equal((folder["streets.geojson"], 5), (problem.File, problem.Line));
    }

    [Fact]
    public void Roads_come_from_one_file_only()
    {
        using var folder = new Folder().With("streets.geojson", MadeStreets.Crossroads).With("town.osm", Town);
        Assert.Equal("Roads come from OpenStreetMap or from a file of streets, not from both.",
            Assert.Single(Assert.Throws<InputException>(() => MapImport.Import(new() { RoadFile = folder["streets.geojson"], OsmFile = folder["town.osm"], Folder = folder["other"] })).Problems).Sentence);
    }
}
