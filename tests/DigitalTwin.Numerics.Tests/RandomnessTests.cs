using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Numerics.Tests;

public class RandomnessTests
{
    // Known answers of the reference implementation (Random123 1.14, kat_vectors, philox4x32-10).
    [Theory]
    [InlineData(0UL, 0UL, 0UL, 0xe169c58d6627e8d5UL, 0x9b00dbd8bc57ac4cUL)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x41c83b0e408f276dUL, 0x6d5451fda20bc7c6UL)]
    [InlineData(0x85a308d3243f6a88UL, 0x0370734413198a2eUL, 0x299f31d0a4093822UL, 0x94fdccebd16cfe09UL, 0x24126ea15001e420UL)]
    public void Philox_gives_the_known_answers(ulong low, ulong high, ulong key, ulong first, ulong second)
    {
        var (a, b) = Philox.Bits(low, high, key);
        Assert.Equal(first, a);
        Assert.Equal(second, b);
    }

    [Fact]
    public void A_draw_does_not_depend_on_who_asked_before()
    {
        var random = new KeyedRandom(7);
        var stream = KeyedRandom.Stream("demand", "water/junction/J-1");
        var forwards = Enumerable.Range(0, 100).Select(i => random.Uniform(stream, (ulong)i)).ToArray();
        var backwards = Enumerable.Range(0, 100).Reverse().Select(i => random.Uniform(stream, (ulong)i)).Reverse().ToArray();
        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Uniform_draws_have_the_moments_of_the_uniform_distribution()
    {
        var random = new KeyedRandom(1);
        var draws = Enumerable.Range(0, 100_000).Select(i => random.Uniform(3, (ulong)i)).ToArray();
        Assert.All(draws, u => Assert.InRange(u, 0, Math.BitDecrement(1.0)));
        Assert.Equal(0.5, draws.Average(), 0.005);
        Assert.Equal(1.0 / 12, draws.Average(u => (u - 0.5) * (u - 0.5)), 0.002);
    }

    [Fact]
    public void Normal_draws_have_the_moments_of_the_standard_normal_distribution()
    {
        var random = new KeyedRandom(1);
        var draws = Enumerable.Range(0, 100_000).Select(i => random.Normal(3, (ulong)i)).ToArray();
        Assert.Equal(0, draws.Average(), 0.015);
        Assert.Equal(1, draws.Average(x => x * x), 0.02);
        Assert.Equal(3, draws.Average(x => x * x * x * x), 0.15);
    }

    [Fact]
    public void Streams_replications_and_seeds_are_independent_keys()
    {
        var random = new KeyedRandom(5);
        double[] draws =
        [
            random.Uniform(KeyedRandom.Stream("a", "b"), 0), random.Uniform(KeyedRandom.Stream("ab"), 0),
            random.Uniform(KeyedRandom.Stream("a", "c"), 0), new KeyedRandom(6).Uniform(KeyedRandom.Stream("a", "b"), 0),
            random.ForReplication(1).Uniform(KeyedRandom.Stream("a", "b"), 0), random.ForReplication(2).Uniform(KeyedRandom.Stream("a", "b"), 0),
        ];
        Assert.Equal(draws.Length, draws.Distinct().Count());
    }

    [Fact]
    public void Whole_draws_stay_below_their_bound_and_reach_every_value()
    {
        var random = new KeyedRandom(9);
        var seen = Enumerable.Range(0, 1000).Select(i => random.Below(7, 0, (ulong)i)).Distinct().Order();
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], seen);
    }
}
