namespace DigitalTwin.Buildings.Glazing;

/// <summary>A plain pane, the same from both sides (no coating): what it does to the sun at normal incidence, from which its behaviour at every angle follows.</summary>
/// <param name="Transmittance">τ, solar, at normal incidence.</param>
/// <param name="Reflectance">ρ, solar, at normal incidence.</param>
/// <param name="Resistance">Thickness over conductivity, m² K/W.</param>
public sealed record GlassPane(double Transmittance, double Reflectance, double Resistance = 0.004)
{
    /// <summary>Refractive index of soda-lime glass over the solar spectrum (Duffie and Beckman, <i>Solar Engineering of Thermal Processes</i>, 4th ed. 2013, table 5.1.1).</summary>
    public const double SodaLime = 1.526;

    /// <summary>A pane of soda-lime glass by how much of the light gets through its body once, T, 0 to 1.</summary>
    public static GlassPane OfBody(double body)
    {
        var r = Normal(SodaLime);
        var (t, rho) = Slab(r, body);
        return new(t, rho);
    }

    /// <summary>Refractive index n and the part T that crosses the body at normal incidence: the r and T for which ρ = r (1 + T τ) and τ = T (1 - r)² / (1 - r² T²).</summary>
    internal (double Index, double Body) Decompose()
    {
        double r = Reflectance / 2, body = 1;
        for (var turn = 0; turn < 60; turn++)
        {
            var through = (1 - r) * (1 - r);
            body = r > 0 ? 2 * Transmittance / (through + Math.Sqrt((through * through) + (4 * Transmittance * Transmittance * r * r))) : Transmittance;
            r = Reflectance / (1 + (body * Transmittance));
        }
        var root = Math.Sqrt(r);
        return ((1 + root) / (1 - root), Math.Min(1, body));
    }

    /// <summary>Reflectance of one face at normal incidence: ((n - 1) / (n + 1))².</summary>
    internal static double Normal(double index) => (index - 1) * (index - 1) / ((index + 1) * (index + 1));

    /// <summary>τ and ρ of a slab whose faces reflect r and whose body lets T through, all reflections within it summed.</summary>
    internal static (double Transmittance, double Reflectance) Slab(double r, double body)
    {
        var t = body * (1 - r) * (1 - r) / (1 - (r * r * body * body));
        return (t, r * (1 + (body * t)));
    }
}
