using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Demand.Tables;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Demand;

/// <summary>Trips that are counted are driven: no draw, no zone of one place and no file's oddity takes one away in silence.</summary>
public class NothingIsLostTests
{
    private static readonly DayProfile Morning = new(Departure.EveryDay, [(7 * 3600, 9 * 3600, 1)]);

    private static LandUseDemand Sites(Places places, (string Id, int Place, double People, double Jobs)[] sites, Deterrence? deterrence = null) => new()
    {
        Name = "rates.csv", Roads = MadeDemand.Ring(), Places = places,
        Sites = new()
        {
            Zones = [.. sites.Select(s => new DemandZone(s.Id, s.Place))], LandUse = [.. sites.Select(_ => "mixed")], Attributes = ["people", "jobs"],
            Values = [[.. sites.Select(s => s.People)], [.. sites.Select(s => s.Jobs)]],
        },
        Rates = [new(0, "mixed", "people", 1, 0.5, 0, Departure.EveryDay, "assumed"), new(0, "mixed", "jobs", 1, 0, 0.5, Departure.EveryDay, "assumed")],
        PurposeNames = ["work"], Profiles = [[Morning]], Deterrence = deterrence ?? new(false, 0.001),
    };

    private static TripTable Day(DemandModel model) => model.Trips(new KeyedRandom(3), MadeDemand.Tuesday, 0, 86400);

    [Fact]
    public void Trips_of_a_zone_to_its_only_destination_begin_at_its_other_sites()
    {
        // Two houses and an office at one node; people work in the office, and one house shares its place.
        var book = new PlaceBook(MadeDemand.Ring());
        int[] at = [book.Add("house", 114.40, 30.50, 0), book.Add("office", 114.40, 30.50, 0), book.Add("far house", 114.41, 30.51, 2)];
        var demand = Sites(book.ToPlaces(), [("house", at[0], 1000, 0), ("flat in the office", at[1], 1000, 0), ("office", at[1], 0, 1500), ("far", at[2], 0, 500)]);
        var model = new DemandModel(demand.Places, [new("work")], ["all"], [], [demand]);
        Assert.Equal(1000, model.Expected(DayOfWeek.Tuesday)[0], 1e-9);
        Assert.InRange(Day(model).Count, 990, 1010);
    }

    [Fact]
    public void Sites_of_which_one_alone_sends_and_receives_have_no_trips_to_themselves()
    {
        // A park shares the node of a house that is home and workplace in one: nobody drives from the house to the house.
        var book = new PlaceBook(MadeDemand.Ring());
        int[] at = [book.Add("house", 114.40, 30.50, 0), book.Add("park", 114.40, 30.50, 0), book.Add("office", 114.41, 30.51, 2)];
        var demand = Sites(book.ToPlaces(), [("house", at[0], 1000, 100), ("park", at[1], 0, 0), ("office", at[2], 0, 100)]);
        Assert.Equal(0, demand.Distributions[0].Trips[0, 0]);
    }

    [Fact]
    public void Who_sends_more_than_all_that_it_reaches_takes_is_named()
    {
        // 500 trips from a house that is half of all workplaces itself, where nobody of the house drives; 100 from elsewhere. The other half takes 300.
        var book = new PlaceBook(MadeDemand.Ring());
        int[] at = [book.Add("house", 114.40, 30.50, 0), book.Add("office", 114.41, 30.51, 2), book.Add("cottage", 114.40, 30.51, 1)];
        var demand = Sites(book.ToPlaces(), [("house", at[0], 1000, 100), ("office", at[1], 0, 100), ("cottage", at[2], 200, 0)]);
        Assert.Equal("'house' sends 500 trips a day, but all that it can reach attracts 300", demand.Distributions[0].Shortage);
        Assert.Null(Sites(book.ToPlaces(), [("house", at[0], 1000, 0), ("office", at[1], 0, 100), ("cottage", at[2], 200, 0)]).Distributions[0].Shortage);
    }

    [Fact]
    public void A_trip_to_a_zone_that_is_only_where_it_begins_is_said_to_be_left_out()
    {
        using var file = new MadeFile("id,origin,destination,departure\nA,N0,Z,07:00\nB,Z,N0,08:00\nC,N1,Z,09:00\n");
        var (places, problems) = (new PlaceBook(MadeDemand.Ring()), new ProblemList());
        var zone = new DemandZone("Z", places.Find("N0", false, out _));
        var trips = TripCsv.Read(file.Path, new Dictionary<string, string>(), places, [zone], new("purpose", true), new("group of drivers", ["all"]), 0, problems);
        Assert.Equal(["C"], trips!.Ids);
        Assert.Equal("2 trips end where they begin; they are left out.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void A_row_with_more_cells_than_names_is_told()
    {
        var (trips, _, problems) = MadeDemand.Read("id,origin,destination,departure\nA,N0,N1,07:00\nB,N0, or so,N1,07:00\n");
        Assert.Equal("trips.csv 3 The row has 5 cells, the table 4 columns; a comma inside a cell is put in quotes: \"…\".", $"{Path.GetFileName(problems[0].File)} {problems[0].Line} {problems[0].Sentence}");
        Assert.Equal(["A"], trips!.Ids);
    }

    [Fact]
    public void A_column_that_was_named_is_that_column_and_no_other_of_its_unit()
    {
        const string Csv = "id,wait_min,origin,destination,depart,parked_min\nA,3,N0,N1,07:00,90\n";
        Assert.Equal(5400, MadeDemand.Read(Csv, called: new() { ["dwell"] = "parked_min" }).Trips!.Dwell[0]);
        Assert.Equal(5400, MadeDemand.Read(Csv, called: new() { ["dwell"] = "parked" }).Trips!.Dwell[0]);
    }

    [Theory]
    [InlineData("2025-07-07T23:30Z", 27000)]
    [InlineData("2025-07-08 07:30+08:00", 27000)]
    [InlineData("2025-07-07 23:30Z", 27000)]
    [InlineData("2025-07-08 07:30", 27000)]
    public void An_offset_counts_whether_a_T_or_a_blank_stands_before_the_time(string text, double second)
    {
        Assert.True(Departure.TryParse(text, out var departure));
        Assert.Equal(second, departure.At(MadeDemand.Tuesday), 1e-4);
    }

    [Theory]
    [InlineData("2025-07-08")]
    [InlineData("2025-07")]
    [InlineData("2025-07-08T")]
    public void A_date_without_a_time_is_no_departure(string text) => Assert.False(Departure.TryParse(text, out _));

    [Fact]
    public void A_date_with_its_offset_is_on_the_day_that_was_written()
    {
        var (trips, places, _) = MadeDemand.Read("id,origin,destination,departure,purpose\nA,N0,N1,2025-07-08T07:30+08:00,work\nB,N0,N1,2025-07-08T07:30,work\n", purposes: ["work", "shopping"]);
        var model = MadeDemand.Model(trips!, places);
        Assert.Equal((0.0, 2.0), (model.Expected(DayOfWeek.Monday)[0], model.Expected(DayOfWeek.Tuesday)[0]));
    }

    [Fact]
    public void Cells_of_a_matrix_that_differ_in_purpose_or_group_have_draws_and_ids_of_their_own()
    {
        using var file = new MadeFile("origin,destination,from,until,trips,purpose,group\nN0,N1,07:00,08:00,50,work,\nN0,N1,07:00,08:00,50,,work\n", "od.csv");
        var (places, problems) = (new PlaceBook(MadeDemand.Ring()), new ProblemList());
        var matrix = OdCsv.Read(file.Path, new Dictionary<string, string>(), [], places, new("purpose", ["work"]), new("group of drivers", ["work"]), problems);
        Assert.Empty(problems);
        var day = Day(new(places.ToPlaces(), [new("work")], ["work"], [], [matrix!]));
        Assert.Equal((100, 100), (day.Ids.Distinct().Count(), day.Departure.Distinct().Count()));
    }

    [Fact]
    public void A_crowd_comes_in_full_though_nobody_drives_from_some_places()
    {
        // From the fifth node no way leads to the ring.
        var roads = MadeDemand.Ring(1, (0, 4));
        var book = new PlaceBook(roads);
        for (var n = 0; n < 5; n++) book.Add($"P{n}", 114.4, 30.5, n);
        var model = new DemandModel(book.ToPlaces(), [new("event")], ["all"], [], []);
        var crowd = new EventCrowd { Id = "match", Place = 0, Cars = 200, Begins = 19 * 3600, Ends = 21 * 3600, Arrivals = ArrivalCurve.Even(-3600, 0), Leaving = ArrivalCurve.Even(0, 1800) };
        Assert.Equal(200, crowd.Trips(model, roads, new KeyedRandom(1), MadeDemand.Tuesday).Count);
    }
}
