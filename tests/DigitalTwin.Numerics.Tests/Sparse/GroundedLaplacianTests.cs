using DigitalTwin.Numerics.Sparse;

namespace DigitalTwin.Numerics.Tests.Sparse;

public class GroundedLaplacianTests
{
    // A grid of side × side vertices with some diagonals, its Laplacian plus a little on the diagonal.
    private static (SymmetricGraph Graph, int[] First, int[] Second) Grid(int side)
    {
        var (first, second) = (new List<int>(), new List<int>());
        for (var r = 0; r < side; r++)
        {
            for (var c = 0; c < side; c++)
            {
                var v = r * side + c;
                if (c + 1 < side) Join(v, v + 1);
                if (r + 1 < side) Join(v, v + side);
                if (r + 1 < side && c + 1 < side && v % 7 == 0) Join(v, v + side + 1);
            }
        }
        return (new SymmetricGraph(side * side, first.ToArray(), second.ToArray()), [.. first], [.. second]);

        void Join(int a, int b)
        {
            first.Add(a);
            second.Add(b);
        }
    }

    private static void Fill(FactorPlan plan, GroundedLaplacian factor, int[] first, int[] second, double[] b)
    {
        factor.Clear();
        for (var v = 0; v < plan.RowCount; v++)
        {
            factor.Ground[v] = 0.01;
            factor.RightHandSide[plan.RowOfVertex[v]] = b[v];
        }
        for (var e = 0; e < first.Length; e++)
        {
            var weight = 1 + e % 5;
            factor.Coupling[plan.EntryOf(first[e], second[e])] += weight;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void The_solution_satisfies_the_equations(int side)
    {
        var (graph, first, second) = Grid(side);
        var plan = new FactorPlan(graph);
        var factor = new GroundedLaplacian(plan, scrapRows: 2);
        var b = Enumerable.Range(0, side * side).Select(i => Math.Sin(i)).ToArray();
        Fill(plan, factor, first, second, b);
        Assert.Equal(-1, factor.Solve());
        var x = Enumerable.Range(0, side * side).Select(v => factor.RightHandSide[plan.RowOfVertex[v]]).ToArray();
        var residual = x.Select((value, v) => 0.01 * value - b[v]).ToArray();
        for (var e = 0; e < first.Length; e++)
        {
            var flow = (1 + e % 5) * (x[first[e]] - x[second[e]]);
            residual[first[e]] += flow;
            residual[second[e]] -= flow;
        }
        Assert.All(residual, r => Assert.InRange(Math.Abs(r), 0, 1e-10));
    }

    [Fact]
    public void A_tree_has_no_fill()
    {
        int[] first = [0, 0, 1, 1, 2, 5, 5, 3], second = [1, 2, 3, 4, 5, 6, 7, 8];
        Assert.Equal(8, new FactorPlan(new SymmetricGraph(9, first, second)).EntryCount);
    }

    [Fact]
    public void Repeated_edges_and_loops_leave_the_pattern_alone()
    {
        var graph = new SymmetricGraph(3, [0, 1, 1, 2, 0], [1, 0, 2, 2, 1]);
        Assert.Equal(2, graph.EdgeCount);
        Assert.Equal([0, 2], graph.Neighbours(1).ToArray());
    }

    [Fact]
    public void A_part_that_nothing_ties_to_ground_is_named()
    {
        var plan = new FactorPlan(new SymmetricGraph(4, [0, 2], [1, 3]));
        var factor = new GroundedLaplacian(plan);
        factor.Coupling[plan.EntryOf(0, 1)] = 1e-3;
        factor.Coupling[plan.EntryOf(2, 3)] = 1e9;
        factor.Ground[plan.RowOfVertex[0]] = 1;
        Assert.Contains(plan.VertexOfRow[factor.Solve()], new[] { 2, 3 });
    }

    [Fact]
    public void Conductances_sixteen_orders_apart_lose_no_digits()
    {
        // A ring of a thousand strongly tied vertices whose whole inflow leaves through one weak tie.
        const int n = 1000;
        var (first, second) = (Enumerable.Range(0, n).ToArray(), Enumerable.Range(0, n).Select(i => (i + 1) % n).ToArray());
        var plan = new FactorPlan(new SymmetricGraph(n, first, second));
        var factor = new GroundedLaplacian(plan);
        factor.Coupling.AsSpan(0, plan.EntryCount).Clear();
        for (var e = 0; e < n; e++) factor.Coupling[plan.EntryOf(first[e], second[e])] = 1e6;
        factor.Ground[plan.RowOfVertex[17]] = 1e-10;
        factor.RightHandSide.AsSpan().Fill(1e-3);
        Assert.Equal(-1, factor.Solve());
        Assert.Equal(1e10, factor.RightHandSide[plan.RowOfVertex[17]], 1e-3);
    }

    [Fact]
    public void The_fill_of_a_grid_stays_near_what_theory_allows()
    {
        var (graph, _, _) = Grid(60);
        var plan = new FactorPlan(graph);
        // Nested dissection of an n × n grid leaves about 31/4 n² log2 n entries (George 1973).
        Assert.InRange(plan.EntryCount, graph.EdgeCount, 31.0 / 4 * 3600 * Math.Log2(60));
    }

    [Fact]
    public void Solving_allocates_nothing()
    {
        var (graph, first, second) = Grid(20);
        var plan = new FactorPlan(graph);
        var factor = new GroundedLaplacian(plan);
        var b = new double[400];
        Fill(plan, factor, first, second, b);
        factor.Solve();
        Fill(plan, factor, first, second, b);
        var before = GC.GetAllocatedBytesForCurrentThread();
        factor.Solve();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
