namespace DigitalTwin.Buildings.Zones;

/// <summary>Heat transfer coefficients of faces, W/(m² K). n is the cosine of the outward normal's angle to the zenith.</summary>
internal static class Films
{
    /// <summary>σ, W/(m² K⁴).</summary>
    public const double StefanBoltzmann = 5.670374e-8;

    /// <summary>DOE-2's multiplier of forced convection on a rough face (brick, plaster, wood siding: 1.67; glass 1).</summary>
    public const double Rough = 1.67;

    /// <summary>
    /// Natural convection (Walton 1983, TARP): upright 1.31 |ΔT|^(1/3); tilted 9.482 |ΔT|^(1/3) / (7.283 - |n|) where the warm air can leave, 1.810 |ΔT|^(1/3) / (1.382 + |n|) where it is held.
    /// </summary>
    /// <param name="difference">Face less air, K.</param>
    /// <param name="facing">Cosine of the face's angle to the zenith, of the side that meets the air: 1 a floor or the outside of a roof, -1 a ceiling.</param>
    public static double Natural(double difference, double facing)
    {
        var root = Math.Cbrt(Math.Abs(difference));
        if (Math.Abs(facing) < 0.02) return 1.31 * root;
        return difference * facing > 0 ? 9.482 * root / (7.283 - Math.Abs(facing)) : 1.810 * root / (1.382 + Math.Abs(facing));
    }

    /// <summary>
    /// Outside, with wind: smooth √(h_n² + (a V^b)²), a and b of MoWiTT (Yazdanian and Klems 1994, table 2): 3.26, 0.89 to windward and 3.55, 0.617 to leeward, of which the mean is taken
    /// because the wind's direction is not asked for; rough faces h_n + r (smooth - h_n) (DOE-2).
    /// </summary>
    public static double Outside(double difference, double facing, double wind, double roughness)
    {
        var natural = Natural(difference, facing);
        var forced = 0.5 * ((3.26 * Math.Pow(wind, 0.89)) + (3.55 * Math.Pow(wind, 0.617)));
        return natural + (roughness * (Math.Sqrt((natural * natural) + (forced * forced)) - natural));
    }

    /// <summary>ISO 52016-1:2017, table 25: inside, by direction of heat flow.</summary>
    /// <param name="difference">Face less air, K.</param>
    /// <param name="facing">As in <see cref="Natural"/>.</param>
    public static double Constant(double difference, double facing) =>
        Math.Abs(facing) < 0.5 ? 2.5 : difference * facing > 0 ? 5.0 : 0.7;

    /// <summary>h_ce of ISO 52016-1:2017, W/(m² K).</summary>
    public const double ConstantOutside = 20;

    /// <summary>4 σ T³ between two temperatures in °C, exact for the fourth powers: σ (T₁² + T₂²)(T₁ + T₂).</summary>
    public static double Radiative(double first, double second)
    {
        double a = first + 273.15, b = second + 273.15;
        return StefanBoltzmann * ((a * a) + (b * b)) * (a + b);
    }
}
