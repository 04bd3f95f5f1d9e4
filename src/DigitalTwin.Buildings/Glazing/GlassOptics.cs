namespace DigitalTwin.Buildings.Glazing;

/// <summary>
/// What a glass unit does to the sun by angle of incidence: Snell and Fresnel at each face for both polarisations, absorption along the path in each pane, all reflections
/// within and between the panes (Siegel 1973, <i>Solar Energy</i> 15, 247; Duffie and Beckman, ch. 5). Tabulated once, then looked up.
/// </summary>
public sealed class GlassOptics
{
    /// <summary>Films for which a solar factor is declared, m² K/W: 1/23 outside, 1/8 inside (EN 410:2011).</summary>
    private const double DeclaredOutside = 1.0 / 23, DeclaredInside = 1.0 / 8;

    /// <summary>Film outside within a declared U-value, m² K/W (ISO 6946:2017).</summary>
    public const double OutsideFilm = 0.04;

    /// <summary>Film inside within a declared U-value, m² K/W (ISO 6946:2017).</summary>
    public const double InsideFilm = 0.13;

    private const int Steps = 128;
    private readonly GlassAnswer[] table = new GlassAnswer[Steps + 1];
    private readonly GlassGap gap;
    private readonly double panes;
    private readonly int gaps;

    /// <summary>Tabulates a unit.</summary>
    /// <param name="unit">The panes.</param>
    /// <param name="factor">On what is transmitted and absorbed (<see cref="GlassUnit.Of"/>).</param>
    public GlassOptics(GlassUnit unit, double factor = 1)
    {
        ArgumentNullException.ThrowIfNull(unit);
        for (var i = 0; i <= Steps; i++) table[i] = GlassAnswer.Mix(At(unit, (double)i / Steps), factor, default, 0);

        // Hemispherical: 2 ∫ f(cos θ) cos θ d(cos θ), by Simpson's rule.
        var sum = default(GlassAnswer);
        for (var i = 0; i <= Steps; i++)
        {
            var weight = (i is 0 or Steps ? 1 : (i % 2 == 1) ? 4 : 2) / (3.0 * Steps);
            sum = GlassAnswer.Mix(sum, 1, table[i], 2 * weight * i / Steps);
        }
        Diffuse = sum;
        NormalSolarFactor = SolarFactor(unit, table[Steps]);
        DiffuseModifier = SolarFactor(unit, Diffuse) / Math.Max(1e-12, NormalSolarFactor);
        Resistance = unit.Resistance;
        panes = unit.Panes.Sum(p => p.Resistance);
        (gaps, gap) = (unit.Panes.Count - 1, unit.Gap);
        Emittance = unit.Emittance;
    }

    /// <summary>For radiation that comes evenly from a half-space.</summary>
    public GlassAnswer Diffuse { get; }

    /// <summary>g at normal incidence.</summary>
    public double NormalSolarFactor { get; }

    /// <summary>g for diffuse radiation over g at normal incidence: what a model that knows only g multiplies it with.</summary>
    public double DiffuseModifier { get; }

    /// <summary>From face to face at the temperature of declared values, m² K/W.</summary>
    public double Resistance { get; }

    /// <summary>From face to face at a mean temperature in °C, W/(m² K).</summary>
    public double Conductance(double celsius) => 1 / (panes + (gaps > 0 ? gaps / gap.Conductance(celsius) : 0));

    /// <summary>Thermal emittance of the outer faces.</summary>
    public double Emittance { get; }

    /// <summary>For a window: its own panes where they are known, else those that have its U-value and solar factor.</summary>
    public static GlassOptics Of(Envelope.Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.Glass is { } glass) return new(glass);
        var (unit, factor) = GlassUnit.Of(window.Panes, window.UValue, window.SolarFactor);
        return new(unit, factor);
    }

    /// <summary>For radiation from one direction, by the cosine of its angle of incidence.</summary>
    public GlassAnswer this[double cosIncidence]
    {
        get
        {
            var x = Math.Clamp(cosIncidence, 0, 1) * Steps;
            var i = Math.Min((int)x, Steps - 1);
            return GlassAnswer.Mix(table[i], 1 - (x - i), table[i + 1], x - i);
        }
    }

    /// <summary>g at an angle over g at normal incidence.</summary>
    public double Modifier(double cosIncidence) => this[cosIncidence] is var a && NormalSolarFactor > 0 ? Inward(a) / NormalSolarFactor : 0;

    private double Inward(in GlassAnswer a) => a.Transmitted + Share(a, Resistance);

    /// <summary>g = τ + what is absorbed, each by the part of the resistance that lies outside of it.</summary>
    internal static double SolarFactor(GlassUnit unit, in GlassAnswer a) => a.Transmitted + Share(a, unit.Resistance);

    private static double Share(in GlassAnswer a, double resistance) =>
        ((a.Outer * DeclaredOutside) + (a.Inner * (DeclaredOutside + resistance))) / (DeclaredOutside + resistance + DeclaredInside);

    /// <summary>Mean of the two polarisations at one angle.</summary>
    internal static GlassAnswer At(GlassUnit unit, double cosIncidence)
    {
        if (cosIncidence <= 0) return default;
        return GlassAnswer.Mix(Stack(unit, cosIncidence, parallel: false), 0.5, Stack(unit, cosIncidence, parallel: true), 0.5);
    }

    /// <summary>The panes in one polarisation, from the innermost outwards for what they reflect together, then inwards with what goes on.</summary>
    private static GlassAnswer Stack(GlassUnit unit, double cos, bool parallel)
    {
        var count = unit.Panes.Count;
        Span<double> tau = stackalloc double[count], rho = stackalloc double[count], behind = stackalloc double[count + 1];
        for (var k = 0; k < count; k++)
        {
            var (n, body) = unit.Panes[k].Decompose();
            var inside = Math.Sqrt(1 - ((1 - (cos * cos)) / (n * n)));
            var amplitude = parallel ? ((n * cos) - inside) / ((n * cos) + inside) : (cos - (n * inside)) / (cos + (n * inside));
            (tau[k], rho[k]) = GlassPane.Slab(amplitude * amplitude, Math.Pow(body, 1 / inside));
        }
        behind[count] = 0;
        for (var k = count - 1; k >= 0; k--) behind[k] = rho[k] + (tau[k] * tau[k] * behind[k + 1] / (1 - (rho[k] * behind[k + 1])));
        double forward = 1, outer = 0, inner = 0;
        for (var k = 0; k < count; k++)
        {
            var next = forward * tau[k] / (1 - (rho[k] * behind[k + 1]));
            var absorbed = (1 - tau[k] - rho[k]) * (forward + (next * behind[k + 1]));

            // A pane between others, or the only one, gives its heat half to either face.
            var toInner = count == 1 ? 0.5 : (double)k / (count - 1);
            (outer, inner, forward) = (outer + ((1 - toInner) * absorbed), inner + (toInner * absorbed), next);
        }
        return new(forward, outer, inner);
    }
}
