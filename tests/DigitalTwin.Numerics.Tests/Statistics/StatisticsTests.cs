using DigitalTwin.Numerics.Statistics;

namespace DigitalTwin.Numerics.Tests.Statistics;

public sealed class StatisticsTests
{
    // W. S. Gosset's own data: hours of sleep gained by ten patients with two drugs (Student 1908, Biometrika 6, 1-25), as in R's `sleep`.
    private static readonly double[] First = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] Second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void Students_sleep_data_give_the_published_paired_interval()
    {
        var difference = MeanDifference.Paired(First, Second);
        Assert.Equal(1.58, difference.Estimate, 12);
        Assert.Equal(9, difference.DegreesOfFreedom);
        Assert.Equal(4.0621, difference.Estimate / difference.StandardError, 4);    // t of R's t.test(paired = TRUE)
        var interval = difference.Interval()!.Value;
        Assert.Equal(0.7001142, interval.Low, 6);
        Assert.Equal(2.4598858, interval.High, 6);
    }

    [Fact]
    public void Students_sleep_data_give_the_published_Welch_interval()
    {
        var difference = MeanDifference.Unpaired(First, Second);
        Assert.Equal(17.776, difference.DegreesOfFreedom, 3);
        var interval = difference.Interval()!.Value;
        Assert.Equal(-0.2054832, interval.Low, 6);
        Assert.Equal(3.3654832, interval.High, 6);
        Assert.True(interval.Contains(0));
    }

    [Theory]
    [InlineData(1, 12.70620474)]
    [InlineData(2, 4.30265273)]
    [InlineData(4, 2.77644511)]
    [InlineData(9, 2.26215716)]
    [InlineData(30, 2.04227246)]
    [InlineData(120, 1.97993041)]
    public void The_interval_uses_the_tabulated_quantile_of_Students_t(int freedom, double quantile) =>
        Assert.Equal(quantile, ConfidenceInterval.Around(0, 1, freedom).High, 6);

    [Fact]
    public void A_sample_knows_its_mean_and_spread()
    {
        var sample = Sample.Of([2, 4, 4, 4, 5, 5, 7, 9]);
        Assert.Equal(5, sample.Mean);
        Assert.Equal(Math.Sqrt(32.0 / 7), sample.StandardDeviation, 14);
        Assert.Equal((2.0, 9.0), (sample.Minimum, sample.Maximum));
    }

    [Fact]
    public void One_observation_has_a_mean_and_no_interval()
    {
        var sample = Sample.Of([3.5]);
        Assert.Equal(3.5, sample.Mean);
        Assert.Null(sample.IntervalOfMean());
        Assert.Null(MeanDifference.Paired([1], [2]).Interval());
        Assert.Null(MeanDifference.Unpaired([1], [2, 3]).Interval());
    }

    [Fact]
    public void Pairs_that_differ_by_a_constant_differ_for_certain()
    {
        var interval = MeanDifference.Paired([1, 2, 3], [2, 3, 4]).Interval()!.Value;
        Assert.Equal((1.0, 1.0), (interval.Low, interval.High));
    }

    [Fact]
    public void A_small_term_survives_between_two_large_ones() => Assert.Equal(2, CompensatedSum.Of([1, 1e100, 1, -1e100]));

    [Fact]
    public void A_standard_deviation_does_not_drown_in_a_large_mean()
    {
        // NIST StRD NumAcc3 in small: 1000000.2 with alternating .1 and .3 has a sample standard deviation of exactly 0.1.
        var values = new double[1001];
        for (var i = 0; i < values.Length; i++) values[i] = i == 0 ? 1000000.2 : i % 2 == 1 ? 1000000.1 : 1000000.3;
        Assert.Equal(0.1, Sample.Of(values).StandardDeviation, 9);
    }

    [Fact]
    public void Infinity_is_passed_on_and_not_turned_into_nonsense() => Assert.Equal(double.PositiveInfinity, CompensatedSum.Of([1, double.PositiveInfinity, 2]));
}
