using DigitalTwin.Mobility.Routing.DayToDay;
using DigitalTwin.Mobility.Tests.Roads;
using DigitalTwin.Mobility.Tests.Traffic;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Routing;

public class LearningTests
{
    private static readonly MobilityOptions OnPlan = new() { InformedOfTraffic = 0, Impatience = double.PositiveInfinity, UpdateInterval = 60 };

    // From 0 over 1 to 4: 36 s, and then by 2 in 72 s through a link that lets only 0.2 vehicles/s in, or by 3 in 144 s.
    private static MobilityModel TwoWays(MobilityOptions options)
    {
        var network = MadeRoads.Of(5, [(0, 1), (1, 2), (2, 4), (1, 3), (3, 4)], capacity: 1);
        network.Links.Capacity[2] = 0.2;
        network.Links.Length[3] = 1500;
        return MadeTraffic.Model(network, options);
    }

    private static LearnedDays Learn(MobilityModel model, int most)
    {
        var trips = MadeTraffic.Trips(model, [.. Enumerable.Range(0, 1800).Select(i => (0, 4, 2.0 * i))]);
        return new Learning(model, new DayToDayOptions { Gap = 0.04, MostDays = most }).Run(new KeyedRandom(4), trips, until: 5400);
    }

    [Fact]
    public void Of_two_ways_past_a_bottleneck_both_come_to_take_the_same_time()
    {
        var (state, days, _) = Learn(TwoWays(OnPlan), most: 60);
        Assert.True(days[^1].Gap <= 0.04, string.Join(' ', days.Select(d => d.Gap)));
        Assert.True(days[^1].Gap < days[0].Gap / 4, string.Join(' ', days.Select(d => d.Gap)));
        // The queue before the bottleneck grows until it makes up for the detour: 36 + 144 s for everybody, whichever way.
        double[] durations = [.. Enumerable.Range(600, 1100).Select(v => state.EndTime(v) - 2.0 * v)];
        Assert.Equal(180, durations.Average(), 180 * 0.05);
        Assert.True(durations.Count(d => Math.Abs(d - 180) < 30) > 0.85 * durations.Length, $"{durations.Min()} to {durations.Max()}");
        // And the bottleneck stays in use.
        Assert.Equal(0.2 * 3600, state.Tally(2).Left, 0.2 * 3600 * 0.1);
    }

    [Fact]
    public void What_is_learned_is_the_same_on_any_number_of_threads()
    {
        var (one, days, _) = Learn(TwoWays(OnPlan), most: 4);
        var (two, daysOfTwo, _) = Learn(TwoWays(OnPlan with { Threads = 2 }), most: 4);
        Assert.Equal(days, daysOfTwo);
        Assert.Equal(MadeTraffic.Bytes(one), MadeTraffic.Bytes(two));
    }

    [Fact]
    public void With_empty_roads_the_first_day_is_as_good_as_any()
    {
        var model = TwoWays(OnPlan);
        var (_, days, _) = new Learning(model, new DayToDayOptions()).Run(new KeyedRandom(1), MadeTraffic.Trips(model, (0, 4, 0), (0, 4, 600)), until: 1200);
        Assert.Equal(0, Assert.Single(days).Gap, 1e-9);
        Assert.Equal(108, days[0].MeanTime, 1);
    }

    [Fact]
    public void A_closure_of_every_day_is_learned()
    {
        var model = TwoWays(OnPlan);
        var (state, days, _) = new Learning(model, new DayToDayOptions()).Run(new KeyedRandom(1), MadeTraffic.Trips(model, [.. Enumerable.Range(0, 20).Select(i => (0, 4, 30.0 * i))]), until: 1800, day => day.Roads.IsClosed[2] = true);
        Assert.True(days[^1].Gap <= 0.01);
        Assert.Equal(0, state.Tally(2).Entered);
        Assert.Equal(20, state.Tally(4).Left);
    }

    [Fact]
    public void A_day_of_drivers_who_have_learned_is_the_last_day_again()
    {
        var model = TwoWays(OnPlan);
        var (last, _, plans) = Learn(model, most: 5);
        var again = model.InitialState(new KeyedRandom(4));
        plans.GiveTo(again, model.AddTrips(again, MadeTraffic.Trips(model, [.. Enumerable.Range(0, 1800).Select(i => (0, 4, 2.0 * i))])));
        model.Advance(again, 5400);
        Assert.Equal(Enumerable.Range(0, 1800).Select(last.EndTime), Enumerable.Range(0, 1800).Select(again.EndTime));
    }

    [Fact]
    public void A_time_measured_at_the_exit_belongs_to_its_entry()
    {
        var network = MadeRoads.Of(2, [(0, 1)]);
        // Who leaves around 30 s took 36, around 90 s 36, around 150 s 96: entered at -6, 54 and 54.
        var times = ExperiencedTimes.ByEntry(network, 60, [36, 36, 96, 96, 96]);
        Assert.Equal(36, times.At(0, 0), 1e-9);
        Assert.True(times.At(0, 90) > 90);
        Assert.Equal(96, times.At(0, 200), 1e-9);
    }

    [Fact]
    public void Impossible_options_and_days_are_refused()
    {
        Assert.Equal(2, Assert.Throws<InputException>(() => new Learning(TwoWays(OnPlan), new DayToDayOptions { MostDays = 0, Gap = -1 })).Problems.Count);
        var model = TwoWays(OnPlan);
        Assert.Throws<ArgumentException>(() => new Learning(model, new DayToDayOptions()).Run(new KeyedRandom(1), MadeTraffic.Trips(model), until: 90));
    }
}
