using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Demand.Tables;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Mobility.Tests.Demand;

public class OdMatrixTests
{
    private static (OdMatrix? Matrix, PlaceBook Places, ProblemList Problems) Read(string rows)
    {
        using var file = new MadeFile("origin,destination,from,until,trips,purpose,group,days\n" + rows, "od.csv");
        var (places, problems) = (new PlaceBook(MadeDemand.Ring()), new ProblemList());
        var matrix = OdCsv.Read(file.Path, new Dictionary<string, string>(), [], places, new("purpose", ["work", "shopping"]), new("group of drivers", ["visitors", "residents"]), problems);
        return (matrix, places, problems);
    }

    private static DemandModel Model(string rows, double factor = 1)
    {
        var (matrix, places, problems) = Read(rows);
        Assert.Empty(problems);
        return new(places.ToPlaces(), [new("work"), new("shopping")], ["visitors", "residents"], [], [matrix!], factor);
    }

    [Fact]
    public void A_fraction_of_a_car_drives_on_that_fraction_of_the_days()
    {
        // 0.3 cars a day on 10,000 dates: Bernoulli, so within 2.58 √(n p q) of 3,000 in 99 of 100 experiments.
        var model = Model("N0,N1,07:00,08:00,0.3,work,,\n");
        var trips = model.Trips(new KeyedRandom(11), MadeDemand.Tuesday, 0, 10_000 * 86400.0);
        Assert.InRange(trips.Count, 3000 - 2.58 * Math.Sqrt(10_000 * 0.3 * 0.7), 3000 + 2.58 * Math.Sqrt(10_000 * 0.3 * 0.7));
    }

    [Fact]
    public void The_mean_of_rounding_is_the_number_itself_whatever_the_number()
    {
        // Over a thousand draws evenly spread the mean of ⌊x + U⌋ misses x by no more than the spacing of the draws: the expectation is exact, not only near.
        Prop.ForAll(Gen.Choose(0, 5_000_000).Select(n => n / 1e5).ToArbitrary(), x =>
        {
            var mean = Enumerable.Range(0, 1000).Average(i => Math.Floor(x + (i + 0.5) / 1000));
            return Math.Abs(mean - x) <= 0.5 / 1000 + 1e-12;
        }).QuickCheckThrowOnFailure();
        // And the draw is that floor: never more than one from the number.
        var random = new KeyedRandom(1);
        for (var i = 0UL; i < 1000; i++) Assert.InRange(new TripDraws(random, i, 0).Count(7.4), 7, 8);
    }

    [Fact]
    public void Departures_are_even_over_the_interval()
    {
        var trips = Model("N0,N1,07:00,08:00,5000,work,,\n").Trips(new KeyedRandom(11), MadeDemand.Tuesday, 0, 86400);
        Assert.Equal(5000, trips.Count);
        Assert.InRange(trips.Departure[0], 25200, 25300);
        Assert.InRange(trips.Departure[^1], 28700, 28800);
        // Kolmogorov and Smirnov at 1 %: 1.63 / √n.
        var farthest = trips.Departure.Select((t, i) => Math.Abs((t - 25200) / 3600 - (i + 0.5) / 5000)).Max();
        Assert.True(farthest < 1.63 / Math.Sqrt(5000));
    }

    [Fact]
    public void Purposes_and_groups_that_a_matrix_leaves_open_come_by_their_shares()
    {
        var (matrix, places, _) = Read("N0,N1,07:00,08:00,8000,,,\n");
        var model = new DemandModel(places.ToPlaces(), [new("work") { Share = 3 }, new("shopping") { Share = 1, GroupShares = [0, 1] }], ["visitors", "residents"], [0.6, 0.4], [matrix!]);
        var trips = model.Trips(new KeyedRandom(2), MadeDemand.Tuesday, 0, 86400);
        int[] work = [.. Enumerable.Range(0, trips.Count).Where(i => trips.Purpose[i] == 0)];
        Assert.InRange(work.Length, 6000 - 2.58 * Math.Sqrt(8000 * 0.1875), 6000 + 2.58 * Math.Sqrt(8000 * 0.1875));
        Assert.InRange(work.Count(i => trips.Group[i] == 0), work.Length * 0.6 - 2.58 * Math.Sqrt(work.Length * 0.24), work.Length * 0.6 + 2.58 * Math.Sqrt(work.Length * 0.24));
        Assert.All(Enumerable.Range(0, trips.Count).Except(work), i => Assert.Equal(1, trips.Group[i]));
    }

    [Fact]
    public void A_matrix_of_working_days_is_silent_at_the_weekend()
    {
        var trips = Model("N0,N1,07:00,08:00,10,work,,mon-fri\nN0,N1,07:00,08:00,3,work,,sat sun\n").Trips(new KeyedRandom(2), MadeDemand.Tuesday, 0, 7 * 86400);
        Assert.Equal(56, trips.Count);
        Assert.Equal(56, trips.Ids.Distinct().Count());
        Assert.Equal(6, trips.Departure.Count(t => MadeDemand.Tuesday.DayOfWeek(t) is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [Theory]
    [InlineData("N0,N1,07:00,09:00,5,work,,\nN0,N1,08:00,10:00,5,work,,\n", "From 'N0' to 'N1' the time from 08:00 until 10:00 overlaps with line 2.")]
    [InlineData("N0,N1,09:00,07:00,5,work,,\n", "The band ends at 07:00, not after it begins at 09:00; after midnight hours go on, as in '25:00'.")]
    [InlineData("N0,N1,9 h,10:00,5,work,,\n", "'9 h' is no time of day; written as '07:30', '24:00' or '25:10'.")]
    [InlineData("N0,N1,07:00,09:00,-5,work,,\n", "'trips' is a number from 0 to 10000000; found '-5'.")]
    [InlineData("N0,N1,07:00,09:00,,work,,\n", "'trips' is empty.")]
    [InlineData("N0,N77,07:00,09:00,5,work,,\n", "'N77' is no zone, no place and no node of the roads.")]
    [InlineData("N0,N1,07:00,09:00,5,work,visitor,\n", "'visitor' is no group of drivers here; there are visitors, residents. Did you mean 'visitors'?")]
    public void Every_mistake_has_its_sentence(string rows, string sentence)
    {
        var (_, _, problems) = Read(rows);
        Assert.Equal(sentence, Assert.Single(problems).Sentence);
    }

    [Fact]
    public void Trips_that_stay_in_a_zone_of_one_place_are_left_out_and_said_so()
    {
        var (matrix, _, problems) = Read("N0,N0,07:00,09:00,5.5,work,,\nN0,N1,07:00,09:00,5,work,,\n");
        Assert.Equal("5.5 trips a day stay inside a zone that has a single place; they are left out.", Assert.Single(problems).Sentence);
        Assert.Single(matrix!.Cells);
    }
}
