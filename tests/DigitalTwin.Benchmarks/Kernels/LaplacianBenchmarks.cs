using BenchmarkDotNet.Attributes;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Numerics.Sparse;

namespace DigitalTwin.Benchmarks.Kernels;

/// <summary>Ordering, analysis and solution of a street grid's equations, and the keyed generator.</summary>
[MemoryDiagnoser]
public class LaplacianBenchmarks
{
    private SymmetricGraph graph = null!;
    private GroundedLaplacian equations = null!;

    /// <summary>Streets each way.</summary>
    [Params(30, 100, 300)]
    public int Side { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var (from, to) = (new List<int>(), new List<int>());
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                if (x + 1 < Side) Join(y * Side + x, y * Side + x + 1);
                if (y + 1 < Side) Join(y * Side + x, (y + 1) * Side + x);
            }
        }
        graph = new SymmetricGraph(Side * Side, from.ToArray(), to.ToArray());
        equations = new GroundedLaplacian(new FactorPlan(graph));

        void Join(int a, int b)
        {
            from.Add(a);
            to.Add(b);
        }
    }

    /// <summary>Fill-reducing order and symbolic factorisation, once per topology.</summary>
    [Benchmark]
    public FactorPlan Analyse() => new(graph);

    /// <summary>Factorisation and solution, once per iteration; must not allocate.</summary>
    [Benchmark]
    public int Solve()
    {
        equations.Clear();
        equations.Ground.AsSpan().Fill(1e-3);
        equations.Coupling.AsSpan().Fill(1);
        equations.RightHandSide.AsSpan().Fill(1);
        return equations.Solve();
    }

    /// <summary>As many keyed normal draws as there are junctions.</summary>
    [Benchmark]
    public double Draw()
    {
        var random = new KeyedRandom(1);
        var sum = 0.0;
        for (var i = 0; i < Side * Side; i++) sum += random.Normal(7, (ulong)i);
        return sum;
    }
}
