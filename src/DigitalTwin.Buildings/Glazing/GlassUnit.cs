namespace DigitalTwin.Buildings.Glazing;

/// <summary>Panes from outside to inside and the gaps between them.</summary>
/// <param name="Panes">1 to 3 panes.</param>
/// <param name="Gap">Each gap; of no account where there is one pane.</param>
/// <param name="Emittance">Thermal emittance of the outermost and innermost faces.</param>
public sealed record GlassUnit(IReadOnlyList<GlassPane> Panes, GlassGap Gap, double Emittance = 0.84)
{
    /// <summary>From the outer face to the inner one at the temperature of declared values, m² K/W.</summary>
    public double Resistance => 1 / Conductance(GlassGap.DeclaredTemperature);

    /// <summary>From face to face at a mean temperature in °C, W/(m² K).</summary>
    public double Conductance(double celsius) => 1 / (Panes.Sum(p => p.Resistance) + (Panes.Count > 1 ? (Panes.Count - 1) / Gap.Conductance(celsius) : 0));

    /// <summary>
    /// The unit of panes of absorbing soda-lime glass, all alike, that has a window's transmittance and solar factor. What a coating reflects is taken as absorbed in the panes;
    /// that moves a few per cent of g between what is transmitted and what comes in as heat.
    /// </summary>
    /// <param name="panes">1 to 3.</param>
    /// <param name="uValue">U, W/(m² K).</param>
    /// <param name="solarFactor">g at normal incidence.</param>
    /// <returns>The unit, and the factor on everything it lets in where g lies beyond what such glass can do (else 1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">Panes, U or g cannot be.</exception>
    public static (GlassUnit Unit, double Factor) Of(int panes, double uValue, double solarFactor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(panes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(panes, 3);
        if (!(uValue > 0)) throw new ArgumentOutOfRangeException(nameof(uValue), uValue, "A window's transmittance is above 0.");
        if (!(solarFactor >= 0 && solarFactor <= 1)) throw new ArgumentOutOfRangeException(nameof(solarFactor), solarFactor, "A window's solar factor lies between 0 and 1.");
        var resistance = Math.Max(1e-3, (1 / uValue) - GlassOptics.OutsideFilm - GlassOptics.InsideFilm);
        double least = 0, most = 1;
        for (var turn = 0; turn < 50; turn++)
        {
            var body = 0.5 * (least + most);
            if (Unit(body).Item2 < solarFactor) least = body;
            else most = body;
        }
        var (unit, g) = Unit(0.5 * (least + most));
        return (unit, g > 0 ? solarFactor / g : 0);

        (GlassUnit, double) Unit(double body)
        {
            var pane = GlassPane.OfBody(body);
            var paneResistance = panes == 1 ? resistance : Math.Min(pane.Resistance, resistance / (2 * panes));
            var gap = panes == 1 ? 0 : (resistance - (panes * paneResistance)) / (panes - 1);
            var made = new GlassUnit([.. Enumerable.Repeat(pane with { Resistance = paneResistance }, panes)], GlassGap.Of(gap));
            var atNormal = GlassOptics.At(made, 1);
            return (made, GlassOptics.SolarFactor(made, atNormal));
        }
    }
}
