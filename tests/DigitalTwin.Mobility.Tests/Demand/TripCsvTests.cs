using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Demand.Tables;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Mobility.Tests.Demand;

public class TripCsvTests
{
    private static TripTable Day(string csv, int days = 1)
    {
        var (trips, places, problems) = MadeDemand.Read(csv, purposes: ["work", "shopping"]);
        Assert.DoesNotContain(problems, p => p.Severity == Severity.Error);
        return MadeDemand.Model(trips!, places).Trips(new KeyedRandom(7), MadeDemand.Tuesday, 0, days * 86400);
    }

    [Fact]
    public void A_trip_departs_where_when_and_for_what_its_row_says()
    {
        var table = Day("""
            id,origin,destination,departure,purpose,dwell_min,group,returns
            T2,N1,N3,08:00:30,shopping,90,residents,no
            T1,N0,N2,07:30,work,480,visitors,yes
            """);
        Assert.Equal(["T1", "T2"], table.Ids);
        Assert.Equal([27000.0, 28830.0], table.Departure);
        Assert.Equal([28800.0, 5400.0], table.Dwell);
        Assert.Equal([true, false], table.Returns);
        Assert.Equal(["work", "shopping"], table.Purpose.Select(p => table.Purposes[p]));
        Assert.Equal(["visitors", "residents"], table.Group.Select(g => table.Groups[g]));
        Assert.Equal([0, 1], table.Origin.Select(o => table.Places.Node[o]));
        Assert.Equal([2, 3], table.Destination.Select(o => table.Places.Node[o]));
    }

    [Fact]
    public void A_date_with_its_offset_a_local_date_a_time_of_day_and_seconds_are_one_instant()
    {
        const string Rest = ",N0,N1\n";
        var times = new[] { "2025-07-08T07:30:00+08:00", "2025-07-07T23:30Z", "2025-07-08T07:30", "07:30" };
        foreach (var time in times) Assert.Equal(27000, Day("departure,origin,destination\n" + time + Rest).Departure[0], 4);
        Assert.Equal(27000, Day("departure_s,origin,destination\n27000" + Rest).Departure[0]);
        Assert.Equal(27000, Day("departure_h,origin,destination\n7.5" + Rest).Departure[0]);
    }

    [Fact]
    public void A_time_of_day_comes_every_day_and_a_date_once()
    {
        var table = Day("id,departure,origin,destination,days\nA,07:30,N0,N1,\nB,2025-07-09T08:00,N0,N1,\nC,08:00,N0,N1,sat sun\n", days: 3);
        Assert.Equal(["A", "A@2025-07-09", "B", "A@2025-07-10"], table.Ids);
    }

    [Fact]
    public void A_plan_that_goes_on_after_midnight_departs_on_the_next_day()
    {
        var table = Day("id,departure,origin,destination\nA,25:10,N0,N1\n", days: 2);
        // Monday's plan at 01:10 on Tuesday, Tuesday's on Wednesday.
        Assert.Equal([4200.0, 90600.0], table.Departure);
        Assert.Equal(["A@2025-07-07", "A"], table.Ids);
    }

    [Theory]
    [InlineData("origin_lon,origin_lat")]
    [InlineData("origin_x,origin_y")]
    [InlineData("from_x,from_y")]
    public void A_point_is_joined_to_the_nearest_node_and_far_from_any_road_it_is_a_mistake(string columns)
    {
        Assert.True(TripCsv.Recognises($"departure,{columns},destination"));
        var table = Day($"departure,{columns},destination\n07:30,114.4101,30.5099,N0\n");
        Assert.Equal(2, table.Places.Node[table.Origin[0]]);
        Assert.Equal(114.4101, table.Places.Longitude[table.Origin[0]]);
        var (_, _, problems) = MadeDemand.Read("departure,origin,destination\n07:30,114.50 30.60,N0\n");
        Assert.Contains("lies 13,210 m from the nearest road (node 'N2'); at most 500 m are accepted.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void A_place_is_never_joined_to_a_road_from_which_there_is_no_way_back()
    {
        var roads = MadeDemand.Ring(1, (0, 4));
        (roads.Nodes.Longitude[4], roads.Nodes.Latitude[4]) = (114.395, 30.495);
        var (trips, places, problems) = MadeDemand.Read("departure,origin,destination\n07:30,114.3951 30.4951,N2\n", roads: roads);
        Assert.Contains("node 'N0'", Assert.Single(problems).Sentence);
        Assert.Equal(0, trips!.Count);
        Assert.False(places.IsJoined(4));
    }

    [Fact]
    public void Columns_can_have_names_of_their_owner()
    {
        var (trips, _, problems) = MadeDemand.Read("von,nach,ab_min\nN0,N1,450\n", called: new() { ["origin"] = "von", ["destination"] = "nach", ["departure"] = "ab_min" });
        Assert.Empty(problems);
        Assert.Equal(27000, trips!.Departures[0].Second);
    }

    [Theory]
    [InlineData("id,origin,destination\nA,N0,N1", "There is no column 'departure'; there are id, origin, destination.")]
    [InlineData("origin,departure\nN0,07:30", "There is neither a column 'destination' nor the two 'destination_lon' and 'destination_lat' (or 'destination_x' and 'destination_y'), in degrees of WGS 84.")]
    [InlineData("origin,destination,departure\nN0,N7,07:30", "'N7' is neither a place nor a node of the roads, nor a longitude and a latitude. Did you mean 'N0'?")]
    [InlineData("origin,destination,departure\nN0,,07:30", "The trip does not say where it ends: 'destination' is empty.")]
    [InlineData("origin,destination,departure\nN0,N1,half past", "'half past' is no departure;")]
    [InlineData("origin,destination,departure\nN0,N1,07:61", "'07:61' is no departure;")]
    [InlineData("origin,destination,departure\nN0,N1,450", "'450' is no departure;")]
    [InlineData("origin,destination,departure,dwell_min\nN0,N1,07:30,-5", "'dwell' is a number from 0 min to 44640 min; found '-5'.")]
    [InlineData("origin,destination,departure,dwell\nN0,N1,07:30,90", "'90' has no unit;")]
    [InlineData("origin,destination,departure,group\nN0,N1,07:30,resident", "'resident' is no group of drivers here; there are visitors, residents. Did you mean 'residents'?")]
    [InlineData("origin,destination,departure,returns\nN0,N1,07:30,maybe", "'returns' is yes or no; found 'maybe'.")]
    [InlineData("origin,destination,departure,days\nN0,N1,07:30,mo-fr", "'mo-fr' is no days of the week;")]
    [InlineData("id,origin,destination,departure\nA,N0,N1,07:30\nA,N1,N2,08:30", "The trip 'A' stands here a second time; the first is in line 2.")]
    [InlineData("origin,origin,destination,departure\nN0,N0,N1,07:30", "Two columns are called 'origin'.")]
    [InlineData("", "The file is empty; a line of names is expected, as in 'departure'.")]
    public void Every_mistake_has_its_sentence(string csv, string sentence)
    {
        var (_, _, problems) = MadeDemand.Read(csv);
        Assert.Contains(problems, p => p.Severity == Severity.Error && p.Sentence.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_purpose_is_a_mistake_when_purposes_are_declared_and_names_the_nearest()
    {
        var (_, _, problems) = MadeDemand.Read("origin,destination,departure,purpose\nN0,N1,07:30,wrok\n", purposes: ["work", "shopping"]);
        var problem = Assert.Single(problems);
        Assert.Equal("'wrok' is no purpose here; there are work, shopping. Did you mean 'work'?", problem.Sentence);
        Assert.Equal((2, 13), (problem.Line, problem.Column));
    }

    [Fact]
    public void A_trip_that_ends_where_it_begins_is_left_out_and_said_so()
    {
        var (trips, _, problems) = MadeDemand.Read("origin,destination,departure\nN0,N0,07:30\nN0,N1,07:30\n");
        Assert.Equal(1, trips!.Count);
        Assert.Equal("1 trip ends where it begins; it is left out.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void A_column_that_is_not_used_is_named()
    {
        var (_, _, problems) = MadeDemand.Read("origin,destination,departure,colour\nN0,N1,07:30,red\n");
        Assert.Equal("The column 'colour' is not used.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void A_table_of_trips_is_known_by_its_names_and_looked_at_without_a_map()
    {
        Assert.True(TripCsv.Recognises("\uFEFFid,\"origin\",destination,departure_s"));
        Assert.False(TripCsv.Recognises("junction,people"));
        using var file = new MadeFile("origin,destination,departure,dwell_min\nhome,work,07:30,480\nhome,home,07:30,\nhome,work,7h30,-1\n");
        var problems = new ProblemList();
        TripCsv.Check(file.Path, problems);
        Assert.Equal(2, problems.ErrorCount);
        Assert.Equal("1 trip ends where it begins; it is left out.", Assert.Single(problems, p => p.Severity == Severity.Warning).Sentence);
    }

    [Fact]
    public void The_nearest_node_is_the_nearest_of_all()
    {
        var random = new KeyedRandom(8);
        double[] x = [.. Enumerable.Range(0, 500).Select(i => 114 + 0.1 * random.Uniform(1, (ulong)i))], y = [.. Enumerable.Range(0, 500).Select(i => 30 + 0.3 * random.Uniform(2, (ulong)i))];
        var index = new NodeIndex(x, y, n => n % 3 > 0);
        var narrower = Math.Cos(Enumerable.Range(0, 500).Where(n => n % 3 > 0).Average(n => y[n]) * Math.PI / 180);
        for (var i = 0UL; i < 300; i++)
        {
            // Places beside the nodes' box too.
            var (atX, atY) = (113.9 + 0.3 * random.Uniform(3, i), 29.8 + 0.7 * random.Uniform(4, i));
            var nearest = Enumerable.Range(0, 500).Where(n => n % 3 > 0).MinBy(n => Math.Pow((x[n] - atX) * narrower, 2) + Math.Pow(y[n] - atY, 2));
            Assert.Equal(nearest, index.Nearest(atX, atY).Node);
        }
    }

    [Fact]
    public void No_file_makes_the_reader_throw()
    {
        string[] pieces = ["origin", "destination", "departure", ",", "\n", "\"", "07:30", "N0", "N1", "-1", "dwell_min", "\uFEFF", "é", "\0", "99999999999999999999", "2025-02-30T07:00", "none", "id", "A"];
        var text = Gen.ListOf(Gen.Elements(pieces)).Select(list => string.Concat(list));
        Prop.ForAll(text.ToArbitrary(), csv =>
        {
            var (trips, places, problems) = MadeDemand.Read("id,origin,destination,departure,dwell_min\n" + csv);
            if (trips is not null) MadeDemand.Model(trips, places).Trips(new KeyedRandom(1), MadeDemand.Tuesday, 0, 86400);
            MadeDemand.Read(csv);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }
}
