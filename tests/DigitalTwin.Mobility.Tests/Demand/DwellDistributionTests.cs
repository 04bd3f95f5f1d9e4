using DigitalTwin.Mobility.Demand;

namespace DigitalTwin.Mobility.Tests.Demand;

public class DwellDistributionTests
{
    public static TheoryData<string, double, double> Families => new() { { "lognormal", 5400, 3600 }, { "lognormal", 28800, 5000 }, { "gamma", 5400, 3600 }, { "gamma", 1800, 2400 }, { "gamma", 3600, 3600 } };

    private static DwellDistribution Of(string family, double mean, double deviation) => family == "gamma" ? DwellDistribution.Gamma(mean, deviation) : DwellDistribution.Lognormal(mean, deviation);

    [Theory]
    [MemberData(nameof(Families))]
    public void Its_quantiles_have_the_mean_and_the_deviation_asked_for(string family, double mean, double deviation)
    {
        // Midpoint rule over the quantile function; the last thousandth of the tail is coarse.
        const int N = 50_000;
        var stay = Of(family, mean, deviation);
        double[] at = [.. Enumerable.Range(0, N).Select(i => stay.Quantile((i + 0.5) / N))];
        Assert.Equal(mean, stay.Mean);
        Assert.Equal(1, at.Average() / mean, 1e-3);
        Assert.Equal(1, Math.Sqrt(at.Average(x => (x - mean) * (x - mean))) / deviation, 0.01);
        for (var i = 1; i < N; i++) Assert.True(at[i] >= at[i - 1]);
    }

    [Fact]
    public void Half_of_a_lognormal_stays_less_than_its_median_and_an_exponential_has_mean_times_ln_2()
    {
        // Median of a lognormal: mean / √(1 + (s/m)²). A gamma with equal mean and deviation is exponential.
        Assert.Equal(3600 / Math.Sqrt(1.25), DwellDistribution.Lognormal(3600, 1800).Quantile(0.5), 1e-6);
        Assert.Equal(3600 * Math.Log(2), DwellDistribution.Gamma(3600, 3600).Quantile(0.5), 1e-6);
    }

    [Fact]
    public void A_histogram_gives_back_its_shares()
    {
        var stay = DwellDistribution.Histogram([(0, 600, 1), (600, 3600, 2), (7200, 10800, 1)]);
        Assert.Equal(600, stay.Quantile(0.25), 1e-9);
        Assert.Equal(2100, stay.Quantile(0.5), 1e-9);
        Assert.Equal(7200, stay.Quantile(0.75), 1e-9);
        Assert.True(stay.Quantile(Math.BitDecrement(1.0)) < 10800);
        Assert.Equal((300 + 2 * 2100 + 9000) / 4.0, stay.Mean);
    }

    [Fact]
    public void A_bin_without_weight_is_never_drawn()
    {
        var stay = DwellDistribution.Histogram([(0, 1, 0), (10, 11, 1), (20, 21, 0)]);
        Assert.All(Enumerable.Range(0, 1000), i => Assert.InRange(stay.Quantile(i / 1000.0), 10, 11));
    }

    [Fact]
    public void A_fixed_stay_is_fixed_and_no_distribution_has_a_mean_of_nothing()
    {
        Assert.Equal(900, DwellDistribution.Fixed(900).Quantile(0.9));
        Assert.Throws<ArgumentOutOfRangeException>(() => DwellDistribution.Fixed(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DwellDistribution.Gamma(60, -1));
        Assert.Throws<ArgumentException>(() => DwellDistribution.Histogram([(5, 5, 1)]));
    }
}
