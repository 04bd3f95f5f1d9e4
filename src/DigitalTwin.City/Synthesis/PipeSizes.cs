namespace DigitalTwin.Cities.Synthesis;

/// <summary>
/// Which diameter carries a flow: the smallest of the usual nominal diameters whose velocity stays below an economic one (0.6 m/s at DN100,
/// rising to 1.3 m/s at DN1200) and whose friction stays below 4 m/km up to DN300 and 2.5 m/km above. Hazen-Williams, C = 120.
/// </summary>
internal static class PipeSizes
{
    public const double Roughness = 120;

    private static readonly (int Diameter, double Velocity)[] Sizes =
    [
        (100, 0.60), (150, 0.70), (200, 0.75), (300, 0.85), (400, 0.95), (500, 1.00), (600, 1.10),
        (700, 1.15), (800, 1.15), (900, 1.20), (1000, 1.20), (1200, 1.30),
    ];

    /// <summary>Nominal diameter, mm, for a flow in L/s; the largest there is when none suffices.</summary>
    public static int For(double flow)
    {
        foreach (var (diameter, velocity) in Sizes)
        {
            var area = Math.PI * diameter * diameter / 4e6;
            if (flow / 1000 <= velocity * area && Loss(flow, diameter, 1000) <= (diameter <= 300 ? 4 : 2.5)) return diameter;
        }
        return Sizes[^1].Diameter;
    }

    /// <summary>The next smaller diameter, mm; the smallest has none and stays.</summary>
    public static int Below(int diameter)
    {
        var i = Array.FindIndex(Sizes, s => s.Diameter == diameter);
        return Sizes[Math.Max(0, i - 1)].Diameter;
    }

    /// <summary>Head loss, m, of a flow in L/s through a diameter in mm over a length in m: h = 10.67 L (Q/C)^1.852 / D^4.871.</summary>
    public static double Loss(double flow, double diameter, double length) =>
        10.67 * length * Math.Pow(flow / 1000 / Roughness, 1.852) / Math.Pow(diameter / 1000, 4.871);
}
