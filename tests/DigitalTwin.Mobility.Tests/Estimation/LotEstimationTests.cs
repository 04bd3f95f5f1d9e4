using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Estimation;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Estimation;

public class LotEstimationTests
{
    private static readonly DateTimeOffset Monday = new(2025, 6, 2, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3600)]
    [InlineData(7200)]
    [InlineData(3 * 3600)]
    public void Who_came_is_found_from_who_was_there_when_the_stay_is_known(double meanStay)
    {
        var (occupancy, came) = Recorded(meanStay, days: 60);
        var estimate = LotEstimation.Estimate(occupancy, TimeSpan.Zero, new() { MeanStay = meanStay })!;
        Assert.Equal(StayEvidence.Given, estimate.Evidence);
        Assert.Equal(60, estimate.Days);
        Assert.Equal(came.Count / 60.0, estimate.PerDay, 0.02 * came.Count / 60.0);
        for (var hour = 7; hour < 20; hour++)
        {
            var usual = came.Count(at => at.At.Hour == hour) / 60.0;
            Assert.Equal(usual, estimate.Arrivals[2 * hour] + estimate.Arrivals[2 * hour + 1], 0.12 * 45);
        }
        Assert.True(estimate.Error < 2, $"{estimate.Error}");
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(9000)]
    public void Counted_entries_tell_the_stay_by_Littles_law(double meanStay)
    {
        var (occupancy, came) = Recorded(meanStay, days: 40);
        var estimate = LotEstimation.Estimate(occupancy, TimeSpan.Zero, null, came)!;
        Assert.Equal(StayEvidence.Entries, estimate.Evidence);
        Assert.Equal(meanStay, estimate.Stay.Mean, 0.03 * meanStay);
    }

    [Theory]
    [InlineData(2700)]
    [InlineData(5400)]
    public void The_stay_is_learned_from_how_fast_deviations_fade(double meanStay)
    {
        var estimate = LotEstimation.Estimate(Recorded(meanStay, days: 120).Occupancy, TimeSpan.Zero)!;
        Assert.Equal(StayEvidence.Fluctuation, estimate.Evidence);
        Assert.InRange(estimate.Stay.Mean, 0.75 * meanStay, 1.25 * meanStay);
        Assert.True(estimate.LongestStay >= meanStay);
    }

    [Fact]
    public void A_lot_that_empties_fast_bounds_the_stay_from_above()
    {
        // A hundred cars that all leave at noon, a different hundredth of them every day: deviations last, stays cannot.
        var occupancy = new List<(DateTimeOffset, double)>();
        for (var slot = 0; slot < 30 * 48; slot++)
        {
            var (day, hour) = (slot / 48, slot % 48 / 2.0);
            occupancy.Add((Monday.AddMinutes(30 * slot), hour is >= 8 and < 12 ? 100 + day % 5 * Math.Sin(hour) : 0));
        }
        var estimate = LotEstimation.Estimate(occupancy, TimeSpan.Zero)!;
        Assert.True(estimate.LongestStay < 3 * 3600, $"{estimate.LongestStay}");
        Assert.True(estimate.Stay.Mean <= estimate.LongestStay);
    }

    [Fact]
    public void Only_the_days_that_are_asked_for_are_looked_at()
    {
        var (occupancy, _) = Recorded(3600, days: 14);
        var weekend = LotEstimation.Estimate(occupancy, TimeSpan.Zero, new() { Days = 0b100_0001, MeanStay = 3600 })!;
        Assert.Equal(4, weekend.Days);
    }

    [Fact]
    public void A_slot_at_which_nobody_looked_stays_unknown_and_nothing_is_estimated_from_nothing()
    {
        Assert.Null(LotEstimation.Estimate([], TimeSpan.Zero));
        var open = Recorded(3600, days: 30).Occupancy.Where(r => r.At.Hour is >= 8 and < 17).ToArray();
        var estimate = LotEstimation.Estimate(open, TimeSpan.Zero, new() { MeanStay = 3600 })!;
        Assert.True(double.IsNaN(estimate.Occupancy[4]));
        Assert.InRange(estimate.Arrivals.Where((_, slot) => slot is < 12 or >= 40).Sum(), 0, 0.1 * estimate.PerDay);
        Assert.All(estimate.Fitted, f => Assert.True(f >= 0));
        Assert.All(estimate.Arrivals, a => Assert.True(a >= 0 && double.IsFinite(a)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Few_days_tell_who_was_there_and_not_for_how_long(int days)
    {
        var estimate = LotEstimation.Estimate(Recorded(7200, days).Occupancy, TimeSpan.Zero)!;
        Assert.Equal((StayEvidence.Assumed, days), (estimate.Evidence, estimate.Days));
        Assert.Equal(Math.Min(7200, estimate.LongestStay), estimate.Stay.Mean);
        // What is certain is the number of cars times their stay.
        Assert.Equal(estimate.Occupancy.Average() * 24 * 3600, estimate.PerDay * estimate.Stay.Mean, 0.05 * estimate.PerDay * estimate.Stay.Mean);
    }

    [Fact]
    public void A_counter_that_stands_still_while_the_lot_usually_fills_is_passed_over()
    {
        var sound = Recorded(3600, days: 40).Occupancy;
        // Every eighth day from nine o'clock on, and two hours too short to be told from chance.
        (DateTimeOffset At, double Cars)[] stuck = [.. sound.Select((r, i) => (i / 48 % 8 == 3 && i % 48 >= 18 ? sound[i - i % 48 + 18] with { At = r.At } : r))];
        var (right, found) = (LotEstimation.Estimate(sound, TimeSpan.Zero, new() { MeanStay = 3600 })!, LotEstimation.Estimate(stuck, TimeSpan.Zero, new() { MeanStay = 3600 })!);
        Assert.Equal(0, right.Unmoved);
        Assert.Equal(5 * 29, found.Unmoved);
        Assert.Equal(right.PerDay, found.PerDay, 0.03 * right.PerDay);
    }

    [Fact]
    public void The_curve_of_stays_is_exponential_for_a_spread_of_one()
    {
        var stay = new StayCurve(3600, 1);
        Assert.Equal(Math.Exp(-0.5), stay.After(1800), 1e-12);
        Assert.Equal(1 - Math.Exp(-1), stay.Between(0, 3600), 1e-5);
        Assert.Equal(2.0, stay.Kernel(48, 1800).Sum(), 1e-4);
    }

    /// <summary>Days of cars that come by a Poisson process with a peak in the morning and one in the afternoon and stay gamma-distributed, seen every half hour.</summary>
    private static (List<(DateTimeOffset At, double Cars)> Occupancy, List<(DateTimeOffset At, double Cars)> Came) Recorded(double meanStay, int days)
    {
        var random = new KeyedRandom(20250602);
        var dwell = DwellDistribution.Gamma(meanStay, 0.8 * meanStay);
        var (came, left) = (new List<(DateTimeOffset, double)>(), new List<DateTimeOffset>());
        const double Most = 50.0 / 3600;
        var (time, draw) = (0.0, 0UL);
        while (true)
        {
            time -= Math.Log(1 - random.Uniform(1, draw)) / Most;
            if (time >= days * 86400.0) break;
            var hour = time % 86400 / 3600;
            var rate = 0.9 * Math.Exp(-Math.Pow((hour - 9) / 1.5, 2)) + 0.7 * Math.Exp(-Math.Pow((hour - 16) / 2, 2)) + 0.05;
            if (random.Uniform(2, draw) < rate)
            {
                came.Add((Monday.AddSeconds(time), 1));
                left.Add(Monday.AddSeconds(time + dwell.Quantile(random.Uniform(3, draw))));
            }
            draw++;
        }
        var occupancy = new List<(DateTimeOffset, double)>();
        left.Sort();
        var (comings, leavings) = (0, 0);
        for (var at = Monday; at < Monday.AddDays(days); at = at.AddMinutes(30))
        {
            while (comings < came.Count && came[comings].Item1 <= at) comings++;
            while (leavings < left.Count && left[leavings] <= at) leavings++;
            occupancy.Add((at, comings - leavings));
        }
        return (occupancy, came);
    }
}
