using DigitalTwin.Mobility.Demand;

namespace DigitalTwin.Mobility.Tests.Demand;

public class FurnessTests
{
    private static double[][] Table(params double[][] rows) => rows;

    [Fact]
    public void A_matrix_that_fits_is_left_as_it_is_and_two_margins_of_a_flat_one_multiply()
    {
        // Without deterrence the most probable table is the outer product: 60 · 30 / 100 = 18 and so on, by hand.
        var trips = Furness.Balance(Table([1, 1, 1], [1, 1, 1], [1, 1, 1]), [60, 30, 10], [50, 30, 20]);
        double[,] byHand = { { 30, 18, 12 }, { 15, 9, 6 }, { 5, 3, 2 } };
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++) Assert.Equal(byHand[i, j], trips[i, j], 1e-12);
    }

    [Fact]
    public void Three_zones_with_deterrence_come_out_as_by_hand()
    {
        // T made by hand as a_i b_j f_ij with a = (1, 2, 3), b = (4, 5, 6): the table is the only one of this form with its own margins.
        double[] a = [1, 2, 3], b = [4, 5, 6];
        var f = Table([1, 0.5, 0.25], [0.5, 1, 0.5], [0.25, 0.5, 1]);
        // Rows 4 + 2.5 + 1.5 = 8, 4 + 10 + 6 = 20, 3 + 7.5 + 18 = 28.5; columns 11, 20, 25.5.
        var trips = Furness.Balance(f, [8, 20, 28.5], [11, 20, 25.5]);
        Assert.True(trips.IsBalanced);
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++) Assert.Equal(a[i] * b[j] * f[i][j], trips[i, j], 1e-7);
    }

    [Fact]
    public void Sums_agree_with_productions_and_attractions_to_a_part_in_a_billion()
    {
        const int N = 60;
        var random = new Numerics.Randomness.KeyedRandom(3);
        double[] p = [.. Enumerable.Range(0, N).Select(i => 1 + 999 * random.Uniform(1, (ulong)i))], a = [.. Enumerable.Range(0, N).Select(i => 1 + 999 * random.Uniform(2, (ulong)i))];
        a = [.. a.Select(x => x * p.Sum() / a.Sum())];
        var law = new Deterrence(false, 1 / 600.0, 0.5);
        double[][] f = [.. Enumerable.Range(0, N).Select(i => (double[])[.. Enumerable.Range(0, N).Select(j => law.Of(60 + 1800 * random.Uniform(3, (ulong)(i * N + j))))])];
        var trips = Furness.Balance(f, p, a);
        Assert.True(trips.IsBalanced);
        for (var i = 0; i < N; i++)
        {
            Assert.Equal(1, Enumerable.Range(0, N).Sum(j => trips[i, j]) / p[i], 1e-9);
            Assert.Equal(1, Enumerable.Range(0, N).Sum(j => trips[j, i]) / a[i], 1e-9);
        }
    }

    [Fact]
    public void Sums_that_cannot_be_had_are_not_called_balanced()
    {
        // Zone 0 sends 10 but may only reach zone 1, which takes 5.
        var trips = Furness.Balance(Table([0, 1], [1, 1]), [10, 5], [10, 5]);
        Assert.False(trips.IsBalanced);
        Assert.True(trips.Error > 0.1);
        Assert.Equal(8, trips.Rounds);
        Assert.Equal("0 1 10 5", Proof(trips));
    }

    [Fact]
    public void A_part_that_sends_more_than_it_can_reach_takes_is_found_among_many_zones()
    {
        // Two islands of twenty zones each and a few ways from the second to the first: the first sends a tenth more than its own zones take.
        const int N = 40;
        var random = new Numerics.Randomness.KeyedRandom(5);
        double[][] f = [.. Enumerable.Range(0, N).Select(i => (double[])[.. Enumerable.Range(0, N).Select(j => i < 20 == j < 20 || (i >= 20 && j == i - 20) ? 0.01 + random.Uniform(1, (ulong)(i * N + j)) : 0)])];
        double[] p = [.. Enumerable.Range(0, N).Select(i => i < 20 ? 110.0 : 90)], a = [.. Enumerable.Range(0, N).Select(_ => 100.0)];
        var trips = Furness.Balance(f, p, a);
        Assert.Equal(Enumerable.Range(0, 20), trips.Unmet!.Rows);
        Assert.Equal(Enumerable.Range(0, 20), trips.Unmet.Columns);
        Assert.True(trips.Rounds <= 256, $"{trips.Rounds} rounds");
        // The other way round there is a table: the second island sends what it has too much.
        var fits = Furness.Balance(f, [.. p.Reverse()], a, 1e-6);
        Assert.Null(fits.Unmet);
        Assert.True(fits.IsBalanced, $"{fits.Rounds} rounds, {fits.Error}");
    }

    [Fact]
    public void A_zone_that_reaches_nothing_and_one_that_nothing_reaches_are_found()
    {
        var trips = Furness.Balance(Table([0, 0], [1, 1]), [10, 5], [10, 5]);
        Assert.Equal("0  10 0", Proof(trips));
        trips = Furness.Balance(Table([1, 0], [1, 0]), [10, 5], [10, 5]);
        Assert.Equal("0,1 0 15 10", Proof(trips));
    }

    private static string Proof(Furness trips) =>
        FormattableString.Invariant($"{string.Join(',', trips.Unmet!.Rows)} {string.Join(',', trips.Unmet.Columns)} {trips.Unmet.Productions:0.######} {trips.Unmet.Attractions:0.######}");

    [Theory]
    [InlineData(0, 0, 120, 1)]
    [InlineData(0.01, 0, 100, 0.36787944117144233)]
    [InlineData(0, 2, 10, 0.01)]
    [InlineData(0.01, 1, 100, 0.0036787944117144233)]
    [InlineData(0.01, 1, double.PositiveInfinity, 0)]
    public void Deterrence_is_a_power_times_an_exponential(double beta, double power, double cost, double f) =>
        Assert.Equal(f, new Deterrence(false, beta, power).Of(cost), 1e-15);
}
