namespace DigitalTwin.Water.Hydraulics;

/// <summary>
/// EPANET computes in feet and cubic feet per second. We compute in SI, with its tolerances and stand-in coefficients converted exactly,
/// so that the same comparisons fall the same way.
/// </summary>
internal static class Foot
{
    /// <summary>m per ft.</summary>
    public const double Length = 0.3048;

    /// <summary>m³/s per ft³/s.</summary>
    public const double Flow = Length * Length * Length;

    /// <summary>Head gradient: m/(m³/s) per ft/(ft³/s).</summary>
    public const double Gradient = 1 / (Length * Length);

    /// <summary>Conductance: (m³/s)/m per (ft³/s)/ft.</summary>
    public const double Conductance = Length * Length;

    /// <summary>Heads closer than this are equal, m.</summary>
    public const double HeadTolerance = 0.0005 * Length;

    /// <summary>Flows closer than this are equal, m³/s.</summary>
    public const double FlowTolerance = 0.0001 * Flow;

    /// <summary>Flow that stands for none, m³/s.</summary>
    public const double ZeroFlow = 1e-6 * Flow;

    /// <summary>Least head loss gradient of the power laws, m/(m³/s); below it they are linear.</summary>
    public const double LeastGradient = 1e-7 * Gradient;

    /// <summary>Conductance of a closed link, (m³/s)/m.</summary>
    public const double ClosedConductance = 1e-8 * Conductance;

    /// <summary>Conductance of an open link without loss, (m³/s)/m.</summary>
    public const double OpenConductance = 1e6 * Conductance;

    /// <summary>Weight with which a head or head difference is enforced, (m³/s)/m.</summary>
    public const double EnforcedConductance = 1e8 * Conductance;

    /// <summary>Gradient beyond which a constant-power pump counts as closed, m/(m³/s).</summary>
    public const double ClosedGradient = 1e8 * Gradient;

    /// <summary>Gradient below which a constant-power pump counts as an open valve, m/(m³/s).</summary>
    public const double OpenGradient = 1e-6 * Gradient;

    /// <summary>K of h = K q² with minor loss coefficient 1 and diameter 1 m: 8/(π² g), with EPANET's g of 32.2 ft/s², s²/m.</summary>
    public const double MinorLoss = 0.02517 / Length;

    /// <summary>Least pressure range of pressure-driven demand, m.</summary>
    public const double LeastPressureRange = 0.1 * Length;
}
