using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Randomness;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Mobility.Tests.Demand;

public class DemandModelTests
{
    /// <summary>A list with times of day and dates, a matrix and land use on the ring road, all at once.</summary>
    private static DemandModel Everything()
    {
        var (list, places, _) = MadeDemand.Read(
            "id,departure,origin,destination,purpose\nA,07:30,N0,N1,work\nB,2025-07-09T08:00,N2,N1,\nC,25:10,N3,N1,shopping\nD,00:05,N3,N0,work\n", jitter: 900, purposes: ["work", "shopping"]);
        var roads = MadeDemand.Ring();
        DemandZone[] zones = [.. Enumerable.Range(0, 4).Select(i => new DemandZone($"Z{i}", places.Find($"N{i}")))];
        var matrix = new OdMatrix { Name = "od", Zones = zones, Cells = [new(0, 2, 25200, 32400, 40.4, 0, -1, 127, "07:00"), new(3, 1, 82800, 93600, 20.7, 1, -1, 127, "23:00")] };
        var land = new LandUseDemand
        {
            Name = "land", Roads = roads, Places = places.ToPlaces(), PurposeNames = ["work", "shopping"], Deterrence = new(false, 0) { Mean = 120 },
            Sites = new() { Zones = zones, LandUse = ["homes", "homes", "offices", "shops"], Attributes = ["people", "jobs"], Values = [[500, 300, double.NaN, double.NaN], [double.NaN, double.NaN, 300, 100]] },
            Rates = [new(0, "homes", "people", 1, 0.4, 0, 127, "made"), new(0, "*", "jobs", 1, 0, 1, 127, "made"), new(1, "homes", "people", 10, 1, 0, 127, "made"), new(1, "shops", "jobs", 1, 0, 0.8, 127, "made")],
            Profiles = [[new(127, [(21600, 32400, 0.8), (43200, 50400, 0.2)])], [new(127, [(36000, 90000, 1)])]],
        };
        return new(places.ToPlaces(), [new("work") { Dwell = [new(127, DwellDistribution.Gamma(30000, 5000))], ReturnShare = 0.8 }, new("shopping")], ["visitors", "residents"], [3, 1], [list!, matrix, land]);
    }

    private static readonly DemandModel Model = Everything();

    private static IEnumerable<string> Rows(TripTable t) => Enumerable.Range(0, t.Count).Select(i => FormattableString.Invariant($"{t.Ids[i]} {t.Origin[i]} {t.Destination[i]} {t.Departure[i]:R} {t.Dwell[i]:R} {t.Returns[i]} {t.Purpose[i]} {t.Group[i]}"));

    [Fact]
    public void Trips_come_in_the_order_of_departure_each_with_an_id_of_its_own()
    {
        var trips = Model.Trips(new KeyedRandom(4), MadeDemand.Tuesday, 0, 3 * 86400);
        Assert.Equal(trips.Departure.Order(), trips.Departure);
        Assert.Equal(trips.Count, trips.Ids.Distinct().Count());
        Assert.All(trips.Departure, t => Assert.InRange(t, 0, 3 * 86400 - 1e-9));
        Assert.All(Enumerable.Range(0, trips.Count), i => Assert.NotEqual(trips.Origin[i], trips.Destination[i]));
    }

    [Fact]
    public void One_seed_gives_the_same_bits_and_another_seed_other_trips()
    {
        var once = Rows(Model.Trips(new KeyedRandom(4), MadeDemand.Tuesday, 0, 86400)).ToArray();
        Assert.Equal(once, Rows(Everything().Trips(new KeyedRandom(4), MadeDemand.Tuesday, 0, 86400)));
        Assert.NotEqual(once, Rows(Model.Trips(new KeyedRandom(5), MadeDemand.Tuesday, 0, 86400)));
    }

    [Fact]
    public void Trips_of_a_date_outside_the_period_are_told_of()
    {
        Assert.Equal("1 of 1 trips with a date in trips.csv depart outside the period from 2025-07-08 00:00 to 2025-07-09 00:00, and do not drive.", Assert.Single(Model.Outside(MadeDemand.Tuesday, 0, 86400)));
        Assert.Empty(Model.Outside(MadeDemand.Tuesday, 0, 2 * 86400));
    }

    [Fact]
    public void A_period_that_is_asked_for_in_pieces_is_the_period_asked_for_at_once()
    {
        var whole = Rows(Model.Trips(new KeyedRandom(4), MadeDemand.Tuesday, 0, 2 * 86400)).ToArray();
        Prop.ForAll(Gen.Choose(0, 2 * 86400).Two().ToArbitrary(), cuts =>
        {
            var (a, b) = (Math.Min(cuts.Item1, cuts.Item2), Math.Max(cuts.Item1, cuts.Item2));
            return whole.SequenceEqual(new[] { (0, a), (a, b), (b, 2 * 86400) }.SelectMany(p => Rows(Model.Trips(new KeyedRandom(4), MadeDemand.Tuesday, p.Item1, p.Item2))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Fact]
    public void A_date_has_the_same_trips_whenever_the_run_begins()
    {
        var monday = new LocalClock(MadeDemand.Tuesday.Start.AddDays(-1));
        static IEnumerable<string> Bare(TripTable t, double shift) => Enumerable.Range(0, t.Count).Select(i => FormattableString.Invariant($"{t.Ids[i].Split('@')[0]} {Math.Round(t.Departure[i] - shift, 4)} {t.Dwell[i]:R} {t.Group[i]}")).Order();
        Assert.Equal(Bare(Model.Trips(new KeyedRandom(4), MadeDemand.Tuesday, 0, 86400), 0), Bare(Model.Trips(new KeyedRandom(4), monday, 86400, 2 * 86400), 86400));
    }

    [Fact]
    public void Less_demand_is_a_part_of_the_trips_and_more_demand_has_all_of_them_and_companions()
    {
        string[] Of(double factor) => [.. Rows(Model.Scaled(factor).Trips(new KeyedRandom(4), MadeDemand.Tuesday, 0, 86400))];
        var (fewer, same, more) = (Of(0.7), Of(1), Of(1.3));
        Assert.Subset(same.ToHashSet(), fewer.ToHashSet());
        Assert.Subset(more.ToHashSet(), same.ToHashSet());
        Assert.InRange(fewer.Length, 0.6 * same.Length, 0.8 * same.Length);
        Assert.InRange(more.Length, 1.2 * same.Length, 1.4 * same.Length);
    }

    [Fact]
    public void One_purpose_grows_and_the_others_stay_as_they_are()
    {
        var (before, after) = (Model.Trips(new KeyedRandom(4), MadeDemand.Tuesday, 0, 86400), Model.Scaled("shopping", 2).Trips(new KeyedRandom(4), MadeDemand.Tuesday, 0, 86400));
        string[] Work(TripTable t) => [.. Rows(t).Where((_, i) => t.Purpose[i] == 0)];
        Assert.Equal(Work(before), Work(after));
        Assert.True(after.Count > before.Count + 50);
        Assert.Throws<ArgumentException>(() => Model.Scaled("shoping", 2));
    }

    [Fact]
    public void Expected_trips_are_the_mean_of_many_days()
    {
        // Each cell is a Bernoulli number beside its whole part, so that the day's variance is at most its number of cells' quarter; the list's trips vary not at all.
        const int Days = 200;
        double[] sums = [0, 0];
        for (var day = 0; day < Days; day++)
        {
            var trips = Model.Trips(new KeyedRandom(4).ForReplication(day), MadeDemand.Tuesday, 0, 86400);
            for (var i = 0; i < trips.Count; i++)
                if (trips.Ids[i][0] == 'Z' && !trips.Ids[i].Contains('@', StringComparison.Ordinal)) sums[trips.Purpose[i]]++;
        }
        // By hand: work 40.4 and 0.4 · 800; shopping 20.7 and 80, of which the matrix sends after midnight 7,200 of 10,800 s and the land 3,600 of 54,000 s on the next day.
        Assert.InRange(sums[0] / Days, 360.4 - 2.58 * Math.Sqrt(9 / 4.0 / Days), 360.4 + 2.58 * Math.Sqrt(9 / 4.0 / Days));
        var shopping = 20.7 / 3 + 80 * 50_400 / 54_000.0;
        Assert.InRange(sums[1] / Days, shopping - 2.58 * Math.Sqrt(shopping / Days), shopping + 2.58 * Math.Sqrt(shopping / Days));
    }

    [Fact]
    public void Marginals_of_the_use_of_land_are_met_within_the_99_percent_interval()
    {
        var (produces, attracts) = ((LandUseDemand)Model.Sources[2]).Ends(0, DayOfWeek.Tuesday);
        Assert.Equal([200.0, 120, 0, 0], produces);
        Assert.Equal([0.0, 0, 300, 100], attracts);
        const int Days = 150;
        var (from, to) = (new double[4], new double[4]);
        for (var day = 0; day < Days; day++)
        {
            var trips = Model.Trips(new KeyedRandom(9).ForReplication(day), MadeDemand.Tuesday, 0, 86400);
            for (var i = 0; i < trips.Count; i++)
            {
                if (!trips.Ids[i].Contains("/work/", StringComparison.Ordinal)) continue;
                from[trips.Places.Node[trips.Origin[i]]]++;
                to[trips.Places.Node[trips.Destination[i]]]++;
            }
        }
        // Two cells a row or column, each with a variance of at most a quarter a day. Attractions are scaled from 400 to the 320 produced.
        for (var i = 0; i < 4; i++)
        {
            var half = 2.58 * Math.Sqrt(2 * 0.25 * Days);
            Assert.InRange(from[i], produces[i] * Days - half, produces[i] * Days + half);
            Assert.InRange(to[i], 0.8 * attracts[i] * Days - half, 0.8 * attracts[i] * Days + half);
        }
    }
}
