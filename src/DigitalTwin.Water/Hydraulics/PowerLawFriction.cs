using System.Numerics;
using System.Runtime.InteropServices;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>
/// Friction of the form h = r q^n + m q² (equations W3, W4): Hazen-Williams with n = 1.852 and Chezy-Manning with n = 2. Below the least gradient the
/// friction is linear, so that a still pipe does not make the equations singular.
/// </summary>
/// <remarks>r: resistance, m/(m³/s)^n. m: minor loss, m/(m³/s)². q: flow, m³/s. P: 1/(dh/dq), (m³/s)/m. Z: P h − q, m³/s.</remarks>
internal static class PowerLawFriction
{
    /// <summary>Exponent of Hazen-Williams.</summary>
    public const double HazenWilliamsExponent = 1.852;

    /// <summary>r of a pipe by Hazen-Williams; length and diameter in m.</summary>
    public static double HazenWilliamsResistance(double length, double diameter, double c) =>
        4.727 * Math.Pow(Foot.Length, 4.871 - 3 * HazenWilliamsExponent) * length / Math.Pow(c, HazenWilliamsExponent) / Math.Pow(diameter, 4.871);

    /// <summary>r of a pipe by Chezy-Manning; length and diameter in m.</summary>
    public static double ManningResistance(double length, double diameter, double n)
    {
        var area = 4 * n / (1.49 * Math.PI * diameter * diameter);
        return area * area * Math.Pow(diameter / 4, -1.333) * length * Math.Pow(Foot.Length, 4 + 1.333 - 6);
    }

    /// <summary>The definition, one pipe.</summary>
    public static (double P, double Z) Coefficients(double q, double r, double m, double n)
    {
        var a = Math.Abs(q);
        var gradient = n * r * Math.Pow(a, n - 1);
        var loss = gradient * a / n;
        if (gradient < Foot.LeastGradient)
        {
            gradient = Foot.LeastGradient / n;
            loss = gradient * a;
        }
        loss += m * a * a;
        gradient += 2 * m * a;
        return (1 / gradient, (q < 0 ? -loss : loss) / gradient - q);
    }

    /// <summary>All pipes at once. Lengths are equal and a multiple of the vector's.</summary>
    /// <param name="q">Flow.</param>
    /// <param name="nr">n times r.</param>
    /// <param name="m">Minor loss, or empty when no pipe has any.</param>
    /// <param name="n">Exponent.</param>
    /// <param name="p">Receives P.</param>
    /// <param name="z">Receives Z.</param>
    public static void Coefficients(ReadOnlySpan<double> q, ReadOnlySpan<double> nr, ReadOnlySpan<double> m, double n, Span<double> p, Span<double> z)
    {
        if (n == 2) Evaluate<Square>(q, nr, m, n, p, z);
        else Evaluate<General>(q, nr, m, n, p, z);
    }

    private interface IPower
    {
        static abstract Vector<double> Raise(Vector<double> a, double exponent);
    }

    private readonly struct Square : IPower
    {
        public static Vector<double> Raise(Vector<double> a, double exponent) => a;
    }

    // a^e = exp(e ln a); a = 0 gives exp(-inf) = 0. Relative error below 1e-14 for any flow a pipe can carry (tested).
    private readonly struct General : IPower
    {
        public static Vector<double> Raise(Vector<double> a, double exponent) => Vector.Exp(Vector.Log(a) * exponent);
    }

    private static void Evaluate<TPower>(
        ReadOnlySpan<double> q, ReadOnlySpan<double> nr, ReadOnlySpan<double> m, double n, Span<double> p, Span<double> z)
        where TPower : IPower
    {
        ref var qs = ref MemoryMarshal.GetReference(q);
        ref var rs = ref MemoryMarshal.GetReference(nr);
        ref var ms = ref MemoryMarshal.GetReference(m);
        ref var ps = ref MemoryMarshal.GetReference(p[..q.Length]);
        ref var zs = ref MemoryMarshal.GetReference(z[..q.Length]);
        var least = new Vector<double>(Foot.LeastGradient);
        var linear = new Vector<double>(Foot.LeastGradient / n);
        for (nuint i = 0; i < (nuint)q.Length; i += (nuint)Vector<double>.Count)
        {
            var flow = Vector.LoadUnsafe(ref qs, i);
            var a = Vector.Abs(flow);
            var power = Vector.LoadUnsafe(ref rs, i) * TPower.Raise(a, n - 1);
            var small = Vector.LessThan(power, least);
            var gradient = Vector.ConditionalSelect(small, linear, power);
            // Loss over flow: the gradient itself where linear, the gradient over n elsewhere.
            var chord = Vector.ConditionalSelect(small, linear, power * (1 / n));
            if (m.Length > 0)
            {
                var minor = Vector.LoadUnsafe(ref ms, i) * a;
                chord += minor;
                gradient += minor + minor;
            }
            var conductance = Vector<double>.One / gradient;
            conductance.StoreUnsafe(ref ps, i);
            (flow * (chord * conductance - Vector<double>.One)).StoreUnsafe(ref zs, i);
        }
    }
}
