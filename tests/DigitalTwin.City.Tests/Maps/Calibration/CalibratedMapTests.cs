using DigitalTwin.Cities.Maps;
using DigitalTwin.Cities.Maps.Calibration;
using DigitalTwin.Cities.Maps.Layers;
using DigitalTwin.Cities.Tests.Maps.Demand;
using DigitalTwin.Mobility.Estimation;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps.Calibration;

public sealed class CalibratedMapTests : IDisposable
{
    private const string Lots = "id,capacity,lon,lat\nP-1,100,114.4001,30.5002\nP-2,50,114.4102,30.5101\n";

    private readonly Folder folder = new Folder().With("streets.geojson", SmallDemand.Streets);

    private static EstimateCsv.Lot Lot(string id) => new("lot-" + id, "parking/lot/" + id, 0b011_1110, new()
    {
        Slot = 1800, Arrivals = [.. Enumerable.Range(0, 48).Select(i => i is >= 16 and < 32 ? 5.0 : 0)], Occupancy = new double[48], Fitted = new double[48], Stay = new(5400, 0.8), Evidence = StayEvidence.Given,
        LongestStay = 9000, Error = 1, Days = 40,
    });

    private ImportReport Import(string lots, bool streets = true) => MapImport.Import(new()
    {
        Folder = folder["map"], RoadFile = streets ? folder["streets.geojson"] : null, Assets = [new AssetSource("parking/lot", folder.With("lots.csv", lots)["lots.csv"])], At = (114.40, 30.50),
    });

    private IReadOnlyList<string> Make(params string[] origins) => CalibratedMap.Make(City.Load(folder["map"]), folder["made"], [Lot("P-1"), Lot("P-2")], origins);

    [Fact]
    public void Lots_that_are_given_with_roads_are_places_to_park()
    {
        Import(Lots);
        var city = City.Load(folder["map"]);
        Assert.Equal([100, 50], city.Parking!.Facilities.Select(f => f.Capacity));
        Assert.Equal(2, city.Assets.OfType("parking/lot")!.Count);
    }

    [Theory]
    [InlineData("id,lon,lat\nP-1,114.4001,30.5002\n", "Nobody parks in the lots here: 1 of 1 have no 'capacity', 'P-1' among them. They have twins all the same.")]
    [InlineData("id,capacity\nP-1,100\n", "Nobody parks in the lots here: 1 of 1 have neither a place nor a 'road', 'P-1' among them. They have twins all the same.")]
    public void Lots_that_nobody_can_park_in_stay_names_and_that_is_said(string lots, string said)
    {
        Assert.Contains(said, Import(lots).Statements);
        var city = City.Load(folder["map"]);
        Assert.Null(city.Parking);
        Assert.Equal(1, city.Assets.OfType("parking/lot")!.Count);
    }

    [Fact]
    public void An_estimate_by_another_clock_than_the_map_s_gives_the_copy_that_clock()
    {
        Import(Lots);
        var said = CalibratedMap.Make(City.Load(folder["map"]), folder["made"], [Lot("P-1")], [], TimeSpan.FromHours(1));
        Assert.Contains("The copy's clocks show UTC+01:00, by which the estimate was made; the map's show UTC+08:00.", said);
        Assert.Equal(new CityClock(TimeSpan.FromHours(1), ClockSource.Map), City.Load(folder["made"]).Clock);
    }

    [Fact]
    public void An_estimate_becomes_the_demand_of_a_copy_whose_cars_drive_to_their_lots_from_the_ends_of_the_map()
    {
        Import(Lots);
        var said = Make();
        Assert.Contains("Nobody said where cars come from; they come from the ends of the map in equal shares:", Assert.Single(said), StringComparison.Ordinal);
        var city = City.Load(folder["made"]);
        Assert.Equal(160, city.Demand!.Expected(DayOfWeek.Tuesday).Sum(), 0.1);
        Assert.Equal(0, city.Demand.Expected(DayOfWeek.Sunday).Sum());
        var places = city.Demand.Places;
        Assert.Equal([0, 1], places.Facility!.Where(f => f >= 0).Order());
        Assert.Equal("parking/lot/P-2", places.Ids[Array.IndexOf(places.Facility!, 1)]);
        Assert.Null(City.Load(folder["map"]).Demand);
    }

    [Fact]
    public void A_map_without_streets_gets_an_access_for_each_lot_and_says_so()
    {
        Import("id,capacity\nP-1,100\nP-2,50\n", streets: false);
        Assert.Contains("The map has no streets: each lot has an access of 1000 m to one node, 'outside'", Assert.Single(Make()), StringComparison.Ordinal);
        var city = City.Load(folder["made"]);
        Assert.Equal(4, city.Roads!.Links.Count);
        Assert.All(Enumerable.Range(0, 4), link => Assert.Equal(1000, city.Roads.Links.Length[link]));
        Assert.Equal(2, city.Parking!.Facilities.Select(f => f.Link).Distinct().Count());
        Assert.Equal(160, city.Demand!.Expected(DayOfWeek.Tuesday).Sum(), 0.1);
    }

    [Fact]
    public void The_demand_that_was_there_is_left_out_with_everything_else_kept_and_its_gates_can_still_be_named()
    {
        using var small = SmallDemand.Make("# mine\n" + SmallDemand.Yaml + "\n# the lots\nparking: { file: parking.geojson }\n").With("parking.geojson",
            """{"type":"FeatureCollection","features":[{"type":"Feature","id":"P-1","geometry":{"type":"Point","coordinates":[114.4001,30.5002]},"properties":{"capacity":100,"access_groups":["commuters","residents"]}}]}""");
        var said = CalibratedMap.Make(City.Load(small.Path), folder["made"], [Lot("P-1")], ["WEST"]);
        Assert.Equal(["The demand that the map had is left out: nobody drives but those who were estimated.", "Lots that are not for everybody are filled by those whom they are for, each group with the same share."], said);
        var yaml = File.ReadAllText(folder["made/city.yaml"]);
        Assert.StartsWith("# mine\nname: small\n", yaml, StringComparison.Ordinal);
        Assert.Contains("# the lots\nparking:", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("rates", yaml, StringComparison.Ordinal);
        var city = City.Load(folder["made"]);
        Assert.Contains(city.Demand!.Places.Ids, id => id.StartsWith("114.39", StringComparison.Ordinal));
        Assert.Equal(["commuters", "residents"], city.Drivers.Select(d => d.Name).Where((_, i) => city.Demand.Purposes[0].GroupShares[i] > 0));
    }

    [Fact]
    public void Origins_that_are_nowhere_get_a_sentence_each_and_nothing_is_left_behind()
    {
        Import(Lots);
        var thrown = Assert.Throws<InputException>(() => Make("GATE", "114.4 30.5", "N-99"));
        Assert.Equal(["--origin: 'GATE' is neither", "--origin: 'N-99' is neither"], thrown.Problems.Select(p => p.Sentence[..$"--origin: 'GATE' is neither".Length]));
        Assert.False(Directory.Exists(folder["made"]) || Directory.Exists(folder["made.unfinished"]));
    }

    [Fact]
    public void Origins_whose_streets_are_too_narrow_for_the_busiest_half_hour_are_named()
    {
        Import(Lots);
        var many = Lot("P-1") with { Estimate = Lot("P-1").Estimate with { Arrivals = [.. Enumerable.Repeat(9000.0, 48)] } };
        Assert.Contains(CalibratedMap.Make(City.Load(folder["map"]), folder["made"], [many], ["114.4 30.5"]), s => s.StartsWith("In the busiest half hour 18000 cars/h come from each origin, more than the streets at 114.4 30.5 let out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ name: map, place: { lon: 114.4, lat: 30.5 }, assets: { parking/lot: parking-lot.geojson } }", "city.yaml:1:1: error: Keys such as 'name' are expected at the beginning of lines of their own, so that others can be added; put them there, and try again.")]
    [InlineData("name: map\nplace: { lon: 114.4, lat: 30.5 }\nassets: { parking/lot: parking-lot.geojson, building/building: parking-lot.geojson }\n", "city.yaml:3:11: error: 'parking/lot' stands in one line with other keys; put it into a line of its own, and try again.")]
    public void Keys_in_one_line_with_others_are_not_guessed_at(string yaml, string sentence)
    {
        Import("id,capacity\nP-1,100\nP-2,50\n", streets: false);
        File.WriteAllText(folder["map/city.yaml"], yaml);
        Assert.EndsWith(sentence, Assert.Throws<InputException>(() => Make()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
