using DigitalTwin.Mobility.Routing;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Routing;

public sealed class SearchQueueTests
{
    // Keys a little above, far above, far below and exactly at what was taken last: near, beyond the ring, behind it, and equal.
    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(3000)]
    public void Vertices_leave_in_the_order_of_their_keys_and_equal_ones_in_the_order_of_their_numbers(double spread)
    {
        const int Vertices = 1 << 20;
        var queue = new SearchQueue(Vertices);
        for (ulong round = 0; round < 20; round++)
        {
            var random = new KeyedRandom(round);
            var expected = new SortedSet<(double Key, int Vertex)>();
            var last = 0.0;
            ulong draw = 0;
            double Uniform() => random.Uniform(1, draw++);
            for (var step = 0; step < 2000; step++)
            {
                for (var more = (int)(3 * Uniform()); more > 0; more--)
                {
                    var kind = Uniform();
                    // Keys that an entry keeps whole: quarters of a second.
                    var key = Math.Max(0, kind < 0.2 ? last : kind < 0.9 ? last + Math.Floor(4 * spread * Uniform()) / 4 : Math.Floor(8 * last * Uniform()) / 4);
                    var vertex = (int)(Vertices * Uniform());
                    if (expected.Add((key, vertex))) queue.Add(key, vertex);
                }
                Assert.Equal(expected.Count, queue.Count);
                if (expected.Count == 0) continue;
                var least = expected.Min;
                expected.Remove(least);
                Assert.Equal(queue.Entry(least.Key, least.Vertex), queue.Take());
                last = least.Key;
            }
            // The next round begins with what is left of this one forgotten.
            queue.Clear();
        }
    }

    [Fact]
    public void A_crowd_of_equal_keys_leaves_in_the_order_of_its_numbers_while_more_come()
    {
        var (queue, random, expected) = (new SearchQueue(1 << 16), new KeyedRandom(5), new SortedSet<int>());
        for (ulong step = 0; step < 3000; step++)
        {
            for (var more = step < 1000 ? 3 : 0; more > 0; more--)
            {
                var vertex = random.Below(1 << 16, 1, (step << 2) + (ulong)more);
                if (expected.Add(vertex)) queue.Add(7.25, vertex);
            }
            if (expected.Count == 0) break;
            var least = expected.Min;
            expected.Remove(least);
            Assert.Equal(queue.Entry(7.25, least), queue.Take());
            Assert.Equal(expected.Count, queue.Count);
        }
        Assert.Empty(expected);
    }

    [Fact]
    public void A_vertex_that_is_entered_twice_leaves_twice()
    {
        var queue = new SearchQueue(8);
        queue.Add(4, 3);
        queue.Add(4, 3);
        queue.Add(2, 3);
        Assert.Equal([queue.Entry(2, 3), queue.Entry(4, 3), queue.Entry(4, 3)], [queue.Take(), queue.Take(), queue.Take()]);
        Assert.Equal(0, queue.Count);
    }
}
