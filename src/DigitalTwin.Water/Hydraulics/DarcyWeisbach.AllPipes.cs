using System.Numerics;
using System.Runtime.InteropServices;

namespace DigitalTwin.Water.Hydraulics;

/// <content>All pipes at once: turbulent flow by vectors, the few pipes in laminar or transitional flow one by one.</content>
internal static partial class DarcyWeisbach
{
    /// <summary>P and Z of all pipes. Lengths are equal and a multiple of the vector's.</summary>
    /// <remarks>a: flow without sign. w: Re π/4. u: 5.74/Re^0.9. v: e/3.7 + u. y: −2 log₁₀ v. f: friction factor y⁻². All as in the one-pipe version.</remarks>
    public static void Coefficients(
        ReadOnlySpan<double> q, ReadOnlySpan<double> r, ReadOnlySpan<double> m, ReadOnlySpan<double> e, ReadOnlySpan<double> s, Span<double> p, Span<double> z)
    {
        ref var qs = ref MemoryMarshal.GetReference(q);
        ref var rs = ref MemoryMarshal.GetReference(r[..q.Length]);
        ref var ms = ref MemoryMarshal.GetReference(m[..q.Length]);
        ref var es = ref MemoryMarshal.GetReference(e[..q.Length]);
        ref var ss = ref MemoryMarshal.GetReference(s[..q.Length]);
        ref var ps = ref MemoryMarshal.GetReference(p[..q.Length]);
        ref var zs = ref MemoryMarshal.GetReference(z[..q.Length]);
        var (turbulentFrom, smooth, logFactor) = (new Vector<double>(TurbulentFrom), new Vector<double>(Smooth), new Vector<double>(LogFactor));
        for (nuint i = 0; i < (nuint)q.Length; i += (nuint)Vector<double>.Count)
        {
            var flow = Vector.LoadUnsafe(ref qs, i);
            var a = Vector.Abs(flow);
            var w = a / Vector.LoadUnsafe(ref ss, i);
            var turbulent = Vector.GreaterThanOrEqual(w, turbulentFrom);
            if (turbulent != Vector<long>.Zero)
            {
                var resistance = Vector.LoadUnsafe(ref rs, i);
                var u = smooth * Vector.Exp(Vector.Log(w) * -0.9);
                var v = Vector.LoadUnsafe(ref es, i) * (1 / 3.7) + u;
                var y = logFactor * Vector.Log(v);
                var f = Vector<double>.One / (y * y);
                var slope = 1.8 * f * u * logFactor / (v * y * a);
                var chord = (f * resistance + Vector.LoadUnsafe(ref ms, i)) * a;
                var conductance = Vector<double>.One / (2 * chord + slope * resistance * a * a);
                conductance.StoreUnsafe(ref ps, i);
                (flow * (chord * conductance - Vector<double>.One)).StoreUnsafe(ref zs, i);
            }
            if (Vector.EqualsAll(turbulent, Vector<long>.AllBitsSet)) continue;
            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                var k = (int)i + lane;
                if (turbulent[lane] == 0) (p[k], z[k]) = Coefficients(q[k], r[k], m[k], e[k], s[k]);
            }
        }
    }
}
