namespace DigitalTwin.Water.Hydraulics;

/// <summary>
/// Pressure-driven demand of Wagner, Shamir and Marks (1988), equation W16: nothing up to the minimum pressure, all from the required one, a power of the share
/// between. For the equations it is turned round, h = Δp (q/full)^n, with a wall at nothing and one at the full demand.
/// </summary>
internal readonly ref struct PressureDemand
{
    private readonly double minimum;
    private readonly double range;
    private readonly double exponent;

    /// <param name="options">Pressures and exponent.</param>
    /// <param name="leastRange">Whether the range is kept from vanishing. EPANET does so when it moves demands and not when it sets up the equations.</param>
    public PressureDemand(WaterOptions options, bool leastRange)
    {
        minimum = options.MinimumPressure;
        range = options.RequiredPressure - options.MinimumPressure;
        if (leastRange) range = Math.Max(range, Foot.LeastPressureRange);
        exponent = options.PressureExponent;
    }

    /// <summary>Head above the minimum pressure (m) that makes the flow (m³/s), and its gradient.</summary>
    public (double Loss, double Gradient) Evaluate(double q, double full)
    {
        var n = 1 / exponent;
        var share = Math.Abs(q) / full;
        var gradient = n * range * (n == 2 ? share : Math.Pow(share, n - 1)) / full;
        var loss = gradient * q / n;
        Barrier.AddLower(q, ref loss, ref gradient);
        Barrier.AddUpper(q - full, ref loss, ref gradient);
        return (loss, gradient);
    }

    /// <summary>Demand delivered at a pressure head, m³/s.</summary>
    public double Delivered(double pressure, double full)
    {
        var above = pressure - minimum;
        if (above <= 0) return 0;
        return above >= range ? full : full * Math.Pow(above / range, exponent);
    }
}
