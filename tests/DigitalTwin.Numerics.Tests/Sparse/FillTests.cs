using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Numerics.Sparse;

namespace DigitalTwin.Numerics.Tests.Sparse;

public class FillTests
{
    private static SymmetricGraph Graph(int count, IReadOnlyList<(int A, int B)> edges) =>
        new(count, edges.Select(e => e.A).ToArray(), edges.Select(e => e.B).ToArray());

    // A street grid of which a share of the streets is missing; what that cuts off stays as it is.
    private static SymmetricGraph Streets(int side, double share, ulong seed)
    {
        var random = new KeyedRandom(seed);
        var edges = new List<(int, int)>();
        for (var v = 0; v < side * side; v++)
        {
            if ((v + 1) % side != 0 && random.Uniform(1, (ulong)v) < share) edges.Add((v, v + 1));
            if (v + side < side * side && random.Uniform(2, (ulong)v) < share) edges.Add((v, v + side));
        }
        return Graph(side * side, edges);
    }

    // Any graph: some vertices with very many neighbours, some cliques, some loops, some vertices alone.
    private static SymmetricGraph AnyGraph(ulong seed)
    {
        var random = new KeyedRandom(seed);
        var n = 1 + (int)(random.Uniform(1, 0) * 120);
        var edges = new List<(int, int)>();
        for (var e = 0; e < random.Uniform(2, 0) * 4 * n; e++) edges.Add((Pick(3, e), random.Uniform(4, (ulong)e) < 0.2 ? 0 : Pick(5, e)));
        for (int i = 0, clique = Pick(6, 0) / 6; i < clique; i++) edges.AddRange(Enumerable.Range(0, i).Select(k => (i, k)));
        return Graph(n, edges);

        int Pick(ulong purpose, int counter) => (int)(random.Uniform(purpose, (ulong)counter) * n);
    }

    // The game as it is told: eliminating a vertex joins all its neighbours. Returns each vertex's neighbours when its turn came.
    private static List<HashSet<int>> Play(SymmetricGraph graph, Func<int, HashSet<int>[], int> next)
    {
        var neighbours = Enumerable.Range(0, graph.VertexCount).Select(v => graph.Neighbours(v).ToArray().ToHashSet()).ToArray();
        var columns = new List<HashSet<int>>();
        for (var turn = 0; turn < graph.VertexCount; turn++)
        {
            var v = next(turn, neighbours);
            foreach (var u in neighbours[v])
            {
                neighbours[u].UnionWith(neighbours[v]);
                neighbours[u].ExceptWith([u, v]);
            }
            columns.Add(neighbours[v]);
            neighbours[v] = null!;
        }
        return columns;
    }

    [Fact]
    public void A_factor_has_the_entries_that_elimination_makes_and_no_others()
    {
        for (var seed = 0ul; seed < 300; seed++)
        {
            var graph = AnyGraph(seed);
            var plan = new FactorPlan(graph);
            Assert.Equal(Enumerable.Range(0, graph.VertexCount), plan.VertexOfRow.Order());
            var columns = Play(graph, (turn, _) => plan.VertexOfRow[turn]);
            Assert.Equal(columns.Sum(c => c.Count), plan.EntryCount);
            for (var row = 0; row < graph.VertexCount; row++)
                Assert.All(columns[row], u => Assert.True(plan.EntryOf(plan.VertexOfRow[row], u) >= 0, $"seed {seed}: row {row} and vertex {u}"));
        }
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.75)]
    [InlineData(1.0)]
    public void Approximate_degrees_leave_as_little_fill_as_exact_ones(double share)
    {
        var (approximate, exact) = (0.0, 0.0);
        for (var seed = 0ul; seed < 4; seed++)
        {
            var streets = Streets(28, share, seed);
            approximate += new FactorPlan(streets).EntryCount;
            exact += Play(streets, (_, left) => Enumerable.Range(0, left.Length).Where(v => left[v] is not null).MinBy(v => left[v].Count)).Sum(c => c.Count);
        }
        Assert.InRange(approximate / exact, 0, 1.05);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(1000)]
    public void A_ring_has_one_chord_for_every_vertex_but_three(int n) =>
        Assert.Equal(n + n - 3, new FactorPlan(Graph(n, [.. Enumerable.Range(0, n).Select(i => (i, (i + 1) % n))])).EntryCount);

    [Fact]
    public void A_hub_with_spokes_has_no_fill()
    {
        const int n = 20_000;
        Assert.Equal(n - 1, new FactorPlan(Graph(n, [.. Enumerable.Range(1, n - 1).Select(i => (0, i))])).EntryCount);
    }

    [Fact]
    public void Everybody_joined_to_everybody_is_one_clique()
    {
        var plan = new FactorPlan(Graph(60, [.. from a in Enumerable.Range(0, 60) from b in Enumerable.Range(0, a) select (a, b)]));
        Assert.Equal(60 * 59 / 2, plan.EntryCount);
    }

    [Fact]
    public void A_large_grid_keeps_below_nested_dissection_and_takes_memory_by_its_factor()
    {
        const int side = 300;
        var streets = Streets(side, 1, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var plan = new FactorPlan(streets);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        // Nested dissection of an n × n grid leaves about 31/4 n² log2 n entries (George 1973).
        Assert.InRange(plan.EntryCount, streets.EdgeCount, 31.0 / 4 * side * side * Math.Log2(side));
        Assert.InRange(bytes, 0, 100e6);
    }
}
