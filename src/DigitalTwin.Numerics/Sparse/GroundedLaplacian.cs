using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// A network of conductances in which some vertices are also tied to ground, and the potentials x that inflows b bring about:
/// b_i = g_i x_i + Σ c_ij (x_i − x_j). Its matrix is symmetric positive definite, and it is factorised as L D Lᵀ in the order of a <see cref="FactorPlan"/>.
/// Fill <see cref="Ground"/>, <see cref="Coupling"/> and <see cref="RightHandSide"/> (by row, see <see cref="FactorPlan.RowOfVertex"/> and
/// <see cref="FactorPlan.EntryOf"/>), then call <see cref="Solve"/>. Nothing is allocated after construction. Not for several threads at once.
/// </summary>
/// <remarks>
/// The diagonal is never stored: each pivot is the sum of what remains of its ground and couplings, all of them positive (Grassmann, Taksar and Heyman 1985;
/// Higham 2002 §9.5 on M-matrices). Nothing is ever subtracted, so conductances sixteen orders of magnitude apart, as open valves and closed pipes are,
/// lose no digits, and a part that nothing ties to ground shows as a pivot of exactly zero.
/// </remarks>
public sealed class GroundedLaplacian
{
    private readonly FactorPlan plan;

    /// <summary>Conductance to ground by row, not negative. Longer than the matrix by the scrap rows asked for.</summary>
    public double[] Ground { get; }

    /// <summary>Conductance between rows by entry of the plan, not negative; holds L after <see cref="Solve"/>. One longer than the pattern: the last is scrap.</summary>
    public double[] Coupling { get; }

    /// <summary>b by row; holds x after <see cref="Solve"/>. Longer than the matrix by the scrap rows asked for.</summary>
    public double[] RightHandSide { get; }

    private readonly double[] reciprocal;

    /// <summary>Makes room for the numbers.</summary>
    /// <param name="plan">What depends on the pattern.</param>
    /// <param name="scrapRows">Rows after the last whose values are ignored, so that assembly needs no branch for ends that are not unknowns.</param>
    public GroundedLaplacian(FactorPlan plan, int scrapRows = 0)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(scrapRows);
        this.plan = plan;
        Ground = new double[plan.RowCount + scrapRows];
        RightHandSide = new double[plan.RowCount + scrapRows];
        Coupling = new double[plan.EntryCount + 1];
        reciprocal = new double[plan.RowCount];
    }

    /// <summary>Sets all conductances and inflows to zero.</summary>
    public void Clear()
    {
        Array.Clear(Ground);
        Array.Clear(Coupling);
        Array.Clear(RightHandSide);
    }

    /// <summary>Factorises and replaces b by x.</summary>
    /// <returns>-1, or the first row that turns out to be tied to nothing: x is then not to be used.</returns>
    public int Solve()
    {
        var failed = Eliminate();
        if (failed < 0) Substitute();
        return failed;
    }

    // Removing a vertex spreads its ground and its inflow over its neighbours, and joins each two of them by what led through it.
    private int Eliminate()
    {
        var n = plan.RowCount;
        ref var g = ref MemoryMarshal.GetArrayDataReference(Ground);
        ref var c = ref MemoryMarshal.GetArrayDataReference(Coupling);
        ref var b = ref MemoryMarshal.GetArrayDataReference(RightHandSide);
        ref var inverse = ref MemoryMarshal.GetArrayDataReference(reciprocal);
        ref var start = ref MemoryMarshal.GetArrayDataReference(plan.ColumnStart);
        ref var row = ref MemoryMarshal.GetArrayDataReference(plan.EntryRow);
        ref var target = ref MemoryMarshal.GetArrayDataReference(plan.Target);
        ref var scatter = ref MemoryMarshal.GetArrayDataReference(plan.Scatter);
        var begin = 0;
        for (var j = 0; j < n; j++)
        {
            var end = Unsafe.Add(ref start, j + 1);
            var gj = Unsafe.Add(ref g, j);
            var pivot = gj;
            for (var p = begin; p < end; p++) pivot += Unsafe.Add(ref c, p);
            if (!(pivot > 0)) return j;
            var share = 1 / pivot;
            Unsafe.Add(ref inverse, j) = share;
            var bj = Unsafe.Add(ref b, j);
            for (var p = begin; p < end; p++)
            {
                var l = Unsafe.Add(ref c, p) * share;
                var r = Unsafe.Add(ref row, p);
                Unsafe.Add(ref g, r) += l * gj;
                Unsafe.Add(ref b, r) += l * bj;
                var length = end - p - 1;
                if (length > 0)
                {
                    var t = Unsafe.Add(ref target, p);
                    if (t >= 0) AddRun(ref Unsafe.Add(ref c, t), ref Unsafe.Add(ref c, p + 1), l, length);
                    else AddScattered(ref c, ref Unsafe.Add(ref c, p + 1), ref Unsafe.Add(ref scatter, ~t), l, length);
                }
                Unsafe.Add(ref c, p) = l;
            }
            begin = end;
        }
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRun(ref double target, ref double source, double l, int length)
    {
        var k = 0;
        for (; k <= length - Vector<double>.Count; k += Vector<double>.Count)
        {
            var t = Vector.LoadUnsafe(ref target, (nuint)k) + Vector.LoadUnsafe(ref source, (nuint)k) * l;
            t.StoreUnsafe(ref target, (nuint)k);
        }
        for (; k < length; k++) Unsafe.Add(ref target, k) += l * Unsafe.Add(ref source, k);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddScattered(ref double c, ref double source, ref int place, double l, int length)
    {
        for (var k = 0; k < length; k++) Unsafe.Add(ref c, Unsafe.Add(ref place, k)) += l * Unsafe.Add(ref source, k);
    }

    private void Substitute()
    {
        ref var c = ref MemoryMarshal.GetArrayDataReference(Coupling);
        ref var b = ref MemoryMarshal.GetArrayDataReference(RightHandSide);
        ref var inverse = ref MemoryMarshal.GetArrayDataReference(reciprocal);
        ref var start = ref MemoryMarshal.GetArrayDataReference(plan.ColumnStart);
        ref var row = ref MemoryMarshal.GetArrayDataReference(plan.EntryRow);
        var end = plan.EntryCount;
        for (var j = plan.RowCount - 1; j >= 0; j--)
        {
            var begin = Unsafe.Add(ref start, j);
            var x = Unsafe.Add(ref b, j) * Unsafe.Add(ref inverse, j);
            for (var p = begin; p < end; p++) x += Unsafe.Add(ref c, p) * Unsafe.Add(ref b, Unsafe.Add(ref row, p));
            Unsafe.Add(ref b, j) = x;
            end = begin;
        }
    }
}
