using DigitalTwin.Mobility.Routing;
using DigitalTwin.Mobility.Tests.Roads;

namespace DigitalTwin.Mobility.Tests.Routing;

public class TravelTimesTests
{
    private static readonly DigitalTwin.Mobility.Roads.RoadNetwork One = MadeRoads.Of(2, [(0, 1)]);

    [Fact]
    public void Between_the_middles_of_intervals_times_lie_on_a_straight_line_and_outside_they_stay()
    {
        var times = new TravelTimes(One, 1000, 100, [50, 90, 70]);
        Assert.Equal(50, times.At(0, 0));
        Assert.Equal(50, times.At(0, 1050));
        Assert.Equal(70, times.At(0, 1100), 1e-12);
        Assert.Equal(90, times.At(0, 1150));
        Assert.Equal(80, times.At(0, 1200), 1e-12);
        Assert.Equal(70, times.At(0, 5000));
    }

    [Fact]
    public void Who_enters_later_never_leaves_earlier()
    {
        var times = new TravelTimes(One, 0, 60, [40, 600, 50, 40]);
        var before = double.NegativeInfinity;
        for (var entered = 0.0; entered < 300; entered += 0.5)
        {
            var left = entered + times.At(0, entered);
            Assert.True(left >= before - 1e-9, $"{entered}: {left} after {before}");
            before = left;
        }
    }

    [Fact]
    public void A_closed_interval_closes_the_way_to_the_middles_of_its_neighbours()
    {
        var times = new TravelTimes(One, 0, 100, [50, double.PositiveInfinity, double.PositiveInfinity, 60]);
        Assert.Equal(50, times.At(0, 50));
        Assert.Equal(double.PositiveInfinity, times.At(0, 60));
        Assert.Equal(double.PositiveInfinity, times.At(0, 200));
        Assert.Equal(60, times.At(0, 350));
    }

    [Fact]
    public void Bounds_made_of_free_flow_times_are_lowered_where_a_limit_was_raised()
    {
        Assert.Equal(0.5, new TravelTimes(One, [18]).LeastRatio, 1e-12);
        Assert.Equal(1, new TravelTimes(One, [77]).LeastRatio);
    }

    [Fact]
    public void A_time_that_is_no_time_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new TravelTimes(One, [0]));
        Assert.Throws<ArgumentException>(() => new TravelTimes(One, [double.NaN]));
        Assert.Throws<ArgumentException>(() => new TravelTimes(One, 0, 0, [1]));
        Assert.Throws<ArgumentException>(() => new TravelTimes(One, []));
        Assert.Throws<ArgumentException>(() => new TravelTimes(MadeRoads.Of(2, [(0, 1), (1, 0)]), [1, 2, 3]));
    }
}
