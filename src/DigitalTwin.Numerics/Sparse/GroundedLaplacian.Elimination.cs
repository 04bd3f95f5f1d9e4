using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DigitalTwin.Numerics.Sparse;

/// <content>
/// Removing a vertex spreads its ground and its inflow over its neighbours, and joins each two of them by what led through it. Most vertices of a pipe network
/// have one or two neighbours left when their turn comes, so these have loops of their own.
/// </content>
/// <remarks>g: ground. c: couplings of a column, then its L. b: inflow, then potential. r: rows of a column. inverse: 1/pivot.</remarks>
public sealed partial class GroundedLaplacian
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Eliminate()
    {
        ref var g = ref MemoryMarshal.GetArrayDataReference(Ground);
        ref var c = ref MemoryMarshal.GetArrayDataReference(Coupling);
        ref var b = ref MemoryMarshal.GetArrayDataReference(RightHandSide);
        ref var inverse = ref MemoryMarshal.GetArrayDataReference(reciprocal);
        ref var row = ref MemoryMarshal.GetArrayDataReference(plan.EntryRow);
        ref var target = ref MemoryMarshal.GetArrayDataReference(plan.Target);
        var (j, p) = (0, 0);
        foreach (var (end, entries) in plan.Runs)
        {
            switch (entries)
            {
                case 0:
                    for (; j < end; j++)
                    {
                        var pivot = Unsafe.Add(ref g, j);
                        if (!(pivot > 0)) return j;
                        Unsafe.Add(ref inverse, j) = 1 / pivot;
                    }
                    break;
                case 1:
                    for (; j < end; j++, p++)
                    {
                        var (ground, c0) = (Unsafe.Add(ref g, j), Unsafe.Add(ref c, p));
                        var pivot = ground + c0;
                        if (!(pivot > 0)) return j;
                        var share = 1 / pivot;
                        var l0 = c0 * share;
                        var r0 = Unsafe.Add(ref row, p);
                        Unsafe.Add(ref inverse, j) = share;
                        Unsafe.Add(ref c, p) = l0;
                        Unsafe.Add(ref g, r0) += l0 * ground;
                        Unsafe.Add(ref b, r0) += l0 * Unsafe.Add(ref b, j);
                    }
                    break;
                case 2:
                    for (; j < end; j++, p += 2)
                    {
                        var (ground, inflow) = (Unsafe.Add(ref g, j), Unsafe.Add(ref b, j));
                        var (c0, c1) = (Unsafe.Add(ref c, p), Unsafe.Add(ref c, p + 1));
                        var pivot = ground + c0 + c1;
                        if (!(pivot > 0)) return j;
                        var share = 1 / pivot;
                        var (l0, l1) = (c0 * share, c1 * share);
                        var (r0, r1) = (Unsafe.Add(ref row, p), Unsafe.Add(ref row, p + 1));
                        Unsafe.Add(ref inverse, j) = share;
                        Unsafe.Add(ref c, p) = l0;
                        Unsafe.Add(ref c, p + 1) = l1;
                        Unsafe.Add(ref g, r0) += l0 * ground;
                        Unsafe.Add(ref g, r1) += l1 * ground;
                        Unsafe.Add(ref b, r0) += l0 * inflow;
                        Unsafe.Add(ref b, r1) += l1 * inflow;
                        Unsafe.Add(ref c, Unsafe.Add(ref target, p)) += l0 * c1;
                    }
                    break;
                default:
                    for (; j < end; j++, p += entries)
                    {
                        if (!EliminateWide(j, p, entries)) return j;
                    }
                    break;
            }
        }
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool EliminateWide(int j, int begin, int entries)
    {
        ref var g = ref MemoryMarshal.GetArrayDataReference(Ground);
        ref var c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Coupling), begin);
        ref var b = ref MemoryMarshal.GetArrayDataReference(RightHandSide);
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(plan.EntryRow), begin);
        ref var all = ref MemoryMarshal.GetArrayDataReference(Coupling);
        var (ground, inflow) = (Unsafe.Add(ref g, j), Unsafe.Add(ref b, j));
        var pivot = ground;
        for (var k = 0; k < entries; k++) pivot += Unsafe.Add(ref c, k);
        if (!(pivot > 0)) return false;
        var share = 1 / pivot;
        reciprocal[j] = share;
        for (var k = 0; k < entries; k++)
        {
            var l = Unsafe.Add(ref c, k) * share;
            var r = Unsafe.Add(ref row, k);
            Unsafe.Add(ref g, r) += l * ground;
            Unsafe.Add(ref b, r) += l * inflow;
            var t = plan.Target[begin + k];
            var rest = entries - k - 1;
            if (t >= 0) AddRun(ref Unsafe.Add(ref all, t), ref Unsafe.Add(ref c, k + 1), l, rest);
            else if (rest < FactorPlan.ManyProducts) AddScattered(ref all, ref Unsafe.Add(ref c, k + 1), ref plan.Scatter[~t], l, rest);
            else AddRuns(ref all, ref Unsafe.Add(ref c, k + 1), ref plan.Scatter[~t], l, rest);
            Unsafe.Add(ref c, k) = l;
        }
        return true;
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
    private static void AddScattered(ref double all, ref double source, ref int place, double l, int length)
    {
        for (var k = 0; k < length; k++) Unsafe.Add(ref all, Unsafe.Add(ref place, k)) += l * Unsafe.Add(ref source, k);
    }

    private static void AddRuns(ref double all, ref double source, ref int run, double l, int length)
    {
        for (var k = 0; k < length; k += Unsafe.Add(ref run, 1), run = ref Unsafe.Add(ref run, 2))
            AddRun(ref Unsafe.Add(ref all, run), ref Unsafe.Add(ref source, k), l, Unsafe.Add(ref run, 1));
    }

    // Potentials from the last vertex to the first: b/pivot plus the shares of the neighbours' potentials.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Substitute()
    {
        ref var c = ref MemoryMarshal.GetArrayDataReference(Coupling);
        ref var b = ref MemoryMarshal.GetArrayDataReference(RightHandSide);
        ref var inverse = ref MemoryMarshal.GetArrayDataReference(reciprocal);
        ref var row = ref MemoryMarshal.GetArrayDataReference(plan.EntryRow);
        var runs = plan.Runs;
        var (j, p) = (plan.RowCount - 1, plan.EntryCount);
        for (var run = runs.Length - 1; run >= 0; run--)
        {
            var (first, entries) = (run == 0 ? 0 : runs[run - 1].End, runs[run].Entries);
            if (entries == 1)
            {
                for (; j >= first; j--)
                {
                    p--;
                    Unsafe.Add(ref b, j) = Unsafe.Add(ref b, j) * Unsafe.Add(ref inverse, j) + Unsafe.Add(ref c, p) * Unsafe.Add(ref b, Unsafe.Add(ref row, p));
                }
                continue;
            }
            for (; j >= first; j--)
            {
                p -= entries;
                var x = Unsafe.Add(ref b, j) * Unsafe.Add(ref inverse, j);
                for (var k = p; k < p + entries; k++) x += Unsafe.Add(ref c, k) * Unsafe.Add(ref b, Unsafe.Add(ref row, k));
                Unsafe.Add(ref b, j) = x;
            }
        }
    }
}
