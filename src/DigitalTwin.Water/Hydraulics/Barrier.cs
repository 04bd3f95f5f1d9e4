using System.Runtime.CompilerServices;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>
/// A smooth wall: added to a head loss it keeps an outflow from crossing a limit (equation W9). On the allowed side it is nearly nothing,
/// beyond it rises by 10⁹ ft per ft³/s.
/// </summary>
internal static class Barrier
{
    private const double Steepness = 1e9 / Foot.Flow;
    private const double Rounding = 1e-6;

    /// <summary>Keeps flow above a limit. <paramref name="excess"/> is flow minus limit, m³/s; loss in m, gradient in m/(m³/s).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLower(double excess, ref double loss, ref double gradient)
    {
        var a = Steepness * excess;
        var b = Math.Sqrt(a * a + Rounding);
        loss += Foot.Length * (a - b) / 2;
        gradient += Foot.Length * Steepness / 2 * (1 - a / b);
    }

    /// <summary>Keeps flow below a limit. <paramref name="excess"/> is flow minus limit, m³/s; loss in m, gradient in m/(m³/s).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddUpper(double excess, ref double loss, ref double gradient)
    {
        var a = Steepness * excess;
        var b = Math.Sqrt(a * a + Rounding);
        loss += Foot.Length * (a + b) / 2;
        gradient += Foot.Length * Steepness / 2 * (1 + a / b);
    }
}
