using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DigitalTwin.Numerics.Sparse;

/// <summary>
/// The numbers of one sparse symmetric positive definite system A x = b, and its solution by A = L D Lᵀ in the order of a <see cref="FactorPlan"/>.
/// Fill <see cref="Diagonal"/>, <see cref="OffDiagonal"/> and <see cref="RightHandSide"/> (all by row, see <see cref="FactorPlan.RowOfVertex"/> and
/// <see cref="FactorPlan.EntryOf"/>), then call <see cref="Solve"/>. Nothing is allocated after construction. Not for several threads at once.
/// </summary>
public sealed class SparseFactor
{
    private readonly FactorPlan plan;

    /// <summary>Diagonal of A by row; holds 1/D after <see cref="Solve"/>. Longer than the matrix by the scrap rows asked for.</summary>
    public double[] Diagonal { get; }

    /// <summary>Entries of A below the diagonal, entries that A does not have being 0; holds L after <see cref="Solve"/>. One longer than the pattern: the last is scrap.</summary>
    public double[] OffDiagonal { get; }

    /// <summary>b by row; holds x after <see cref="Solve"/>. Longer than the matrix by the scrap rows asked for.</summary>
    public double[] RightHandSide { get; }

    /// <summary>Makes room for the numbers.</summary>
    /// <param name="plan">What depends on the pattern.</param>
    /// <param name="scrapRows">Rows after the last whose values are ignored, so that assembly needs no branch for ends that are not unknowns.</param>
    public SparseFactor(FactorPlan plan, int scrapRows = 0)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(scrapRows);
        this.plan = plan;
        Diagonal = new double[plan.RowCount + scrapRows];
        RightHandSide = new double[plan.RowCount + scrapRows];
        OffDiagonal = new double[plan.EntryCount + 1];
    }

    /// <summary>Sets A and b to zero.</summary>
    public void Clear()
    {
        Array.Clear(Diagonal);
        Array.Clear(OffDiagonal);
        Array.Clear(RightHandSide);
    }

    /// <summary>Factorises A and replaces b by x.</summary>
    /// <returns>-1, or the first row whose pivot is not positive: A is not positive definite, and x is not to be used.</returns>
    public int Solve()
    {
        var failed = FactoriseAndReduce();
        if (failed < 0) Substitute();
        return failed;
    }

    // Column by column: scale it by its pivot and subtract its products from what lies to its right, b being one more row.
    private int FactoriseAndReduce()
    {
        var n = plan.RowCount;
        ref var d = ref MemoryMarshal.GetArrayDataReference(Diagonal);
        ref var a = ref MemoryMarshal.GetArrayDataReference(OffDiagonal);
        ref var b = ref MemoryMarshal.GetArrayDataReference(RightHandSide);
        ref var start = ref MemoryMarshal.GetArrayDataReference(plan.ColumnStart);
        ref var row = ref MemoryMarshal.GetArrayDataReference(plan.EntryRow);
        ref var target = ref MemoryMarshal.GetArrayDataReference(plan.Target);
        ref var scatter = ref MemoryMarshal.GetArrayDataReference(plan.Scatter);
        var begin = 0;
        for (var j = 0; j < n; j++)
        {
            var end = Unsafe.Add(ref start, j + 1);
            var pivot = Unsafe.Add(ref d, j);
            if (!(pivot > 0)) return j;
            var reciprocal = 1 / pivot;
            Unsafe.Add(ref d, j) = reciprocal;
            var bj = Unsafe.Add(ref b, j);
            for (var p = begin; p < end; p++)
            {
                var ap = Unsafe.Add(ref a, p);
                var l = ap * reciprocal;
                var r = Unsafe.Add(ref row, p);
                Unsafe.Add(ref d, r) -= l * ap;
                Unsafe.Add(ref b, r) -= l * bj;
                var length = end - p - 1;
                if (length > 0)
                {
                    var t = Unsafe.Add(ref target, p);
                    if (t >= 0) SubtractRun(ref Unsafe.Add(ref a, t), ref Unsafe.Add(ref a, p + 1), l, length);
                    else SubtractScattered(ref a, ref Unsafe.Add(ref a, p + 1), ref Unsafe.Add(ref scatter, ~t), l, length);
                }
                Unsafe.Add(ref a, p) = l;
            }
            begin = end;
        }
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SubtractRun(ref double target, ref double source, double l, int length)
    {
        var k = 0;
        for (; k <= length - Vector<double>.Count; k += Vector<double>.Count)
        {
            var t = Vector.LoadUnsafe(ref target, (nuint)k) - Vector.LoadUnsafe(ref source, (nuint)k) * l;
            t.StoreUnsafe(ref target, (nuint)k);
        }
        for (; k < length; k++) Unsafe.Add(ref target, k) -= l * Unsafe.Add(ref source, k);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SubtractScattered(ref double a, ref double source, ref int place, double l, int length)
    {
        for (var k = 0; k < length; k++) Unsafe.Add(ref a, Unsafe.Add(ref place, k)) -= l * Unsafe.Add(ref source, k);
    }

    private void Substitute()
    {
        var n = plan.RowCount;
        ref var d = ref MemoryMarshal.GetArrayDataReference(Diagonal);
        ref var a = ref MemoryMarshal.GetArrayDataReference(OffDiagonal);
        ref var b = ref MemoryMarshal.GetArrayDataReference(RightHandSide);
        ref var start = ref MemoryMarshal.GetArrayDataReference(plan.ColumnStart);
        ref var row = ref MemoryMarshal.GetArrayDataReference(plan.EntryRow);
        var end = plan.EntryCount;
        for (var j = n - 1; j >= 0; j--)
        {
            var begin = Unsafe.Add(ref start, j);
            var x = Unsafe.Add(ref b, j) * Unsafe.Add(ref d, j);
            for (var p = begin; p < end; p++) x -= Unsafe.Add(ref a, p) * Unsafe.Add(ref b, Unsafe.Add(ref row, p));
            Unsafe.Add(ref b, j) = x;
            end = begin;
        }
    }
}
