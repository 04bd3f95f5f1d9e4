using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Demand;

public class EventCrowdTests
{
    private static readonly RoadNetwork Roads = MadeDemand.Ring();

    private static readonly DemandModel City = Made();

    private static DemandModel Made()
    {
        var book = new PlaceBook(Roads);
        DemandZone[] zones = [.. Enumerable.Range(0, 4).Select(i => new DemandZone($"N{i}", book.Find($"N{i}", true, out _)))];
        var matrix = new OdMatrix { Name = "od", Zones = zones, Cells = [new(0, 2, 25200, 32400, 300, 0, -1, 127, "07:00"), new(1, 2, 25200, 32400, 100, 0, -1, 127, "07:00")] };
        return new(book.ToPlaces(), [new("work"), new("event") { GroupShares = [1, 0] }], ["visitors", "residents"], [], [matrix]);
    }

    private static EventCrowd Cup(double cars = 1000) => new()
    {
        Id = "cup-final", Place = 2, Cars = cars, Begins = 72000, Ends = 79200, Arrivals = ArrivalCurve.Triangular(-5400, -1800, 600), Leaving = ArrivalCurve.Even(0, 1800),
    };

    [Fact]
    public void A_crowd_arrives_along_its_curve_comes_from_where_the_city_lives_and_leaves_after_the_end()
    {
        var trips = Cup().Trips(City, Roads, new KeyedRandom(3), MadeDemand.Tuesday);
        Assert.Equal(1000, trips.Count);
        // Both ways from N0 to N2 are 2 km at 10 m/s, the one from N1 1 km.
        double[] arrival = [.. Enumerable.Range(0, 1000).Select(i => trips.Departure[i] + (trips.Origin[i] == 0 ? 200 : 100))];
        Assert.All(arrival, a => Assert.InRange(a, 72000 - 5400, 72000 + 600 + 1e-6));
        // Mean of a triangle: (−5400 − 1800 + 600) / 3 = −2200; standard deviation √((a² + b² + c² − ab − ac − bc)/18) = 1,242 s.
        Assert.InRange(arrival.Average(), 72000 - 2200 - 2.58 * 1242 / Math.Sqrt(1000), 72000 - 2200 + 2.58 * 1242 / Math.Sqrt(1000));
        Assert.InRange(trips.Origin.Count(o => o == 0), 750 - 2.58 * Math.Sqrt(187.5), 750 + 2.58 * Math.Sqrt(187.5));
        for (var i = 0; i < 1000; i++) Assert.InRange(arrival[i] + trips.Dwell[i], 79200 - 1e-6, 81000);
        Assert.All(trips.Returns, Assert.True);
        Assert.All(trips.Group, g => Assert.Equal(0, g));
        Assert.All(trips.Purpose, p => Assert.Equal("event", trips.Purposes[p]));
    }

    [Fact]
    public void More_people_are_the_same_people_and_others()
    {
        string[] Of(double cars) => [.. Cup(cars).Trips(City, Roads, new KeyedRandom(3), MadeDemand.Tuesday) is var t ? Enumerable.Range(0, t.Count).Select(i => FormattableString.Invariant($"{t.Ids[i]} {t.Departure[i]:R} {t.Dwell[i]:R}")) : []];
        Assert.Subset(Of(1200).ToHashSet(), Of(1000).ToHashSet());
        Assert.Equal(1200, Of(1200).Length);
    }

    [Fact]
    public void Who_hears_of_it_late_departs_at_once_or_later_and_nobody_stays_away()
    {
        var trips = Cup().Trips(City, Roads, new KeyedRandom(3), MadeDemand.Tuesday, notBefore: 71000);
        Assert.Equal(1000, trips.Count);
        Assert.All(trips.Departure, d => Assert.True(d >= 71000));
        Assert.All(trips.Dwell, d => Assert.True(d >= EventCrowd.ShortestStay));
    }

    [Fact]
    public void A_curve_gives_back_its_points_and_refuses_what_is_none()
    {
        var curve = new ArrivalCurve([(-3600, 0), (-600, 0.8), (0, 1)]);
        Assert.Equal(-600, curve.At(0.8), 1e-9);
        Assert.Equal(-2100, curve.At(0.4), 1e-9);
        Assert.Equal(0.4, curve.ShareBy(-2100), 1e-12);
        Assert.Equal((0, 1), (curve.ShareBy(-9999), curve.ShareBy(9999)));
        Assert.Throws<ArgumentException>(() => new ArrivalCurve([(0, 0), (0, 1)]));
        Assert.Throws<ArgumentException>(() => new ArrivalCurve([(0, 0), (1, 0.5)]));
        Assert.Equal(0.5, ArrivalCurve.Triangular(-10, 0, 10).ShareBy(0), 1e-12);
    }
}
