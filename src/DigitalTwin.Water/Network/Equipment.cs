namespace DigitalTwin.Water.Network;

/// <summary>A tank or a reservoir. Levels in m above the node's elevation, volumes in m³. A reservoir has <see cref="Area"/> 0.</summary>
/// <param name="Node">Node index.</param>
/// <param name="InitialLevel">Level at time 0, m.</param>
/// <param name="MinLevel">Lowest level at which it delivers, m.</param>
/// <param name="MaxLevel">Highest level, m.</param>
/// <param name="Diameter">Nominal diameter, m.</param>
/// <param name="MinVolume">Volume at <paramref name="MinLevel"/>, m³; 0 means that it follows from the diameter.</param>
/// <param name="VolumeCurve">Curve of volume (m³) by level (m), or -1.</param>
/// <param name="CanOverflow">Whether inflow at the highest level spills instead of being shut off.</param>
/// <param name="HeadPattern">For a reservoir the pattern of its head, or -1.</param>
public sealed record Tank(
    int Node, double InitialLevel, double MinLevel, double MaxLevel, double Diameter, double MinVolume, int VolumeCurve, bool CanOverflow, int HeadPattern)
{
    /// <summary>Cross section, m²; 0 for a reservoir.</summary>
    public double Area => Math.PI * Diameter * Diameter / 4;
}

/// <summary>A pump: either a head curve or a constant power.</summary>
/// <param name="Link">Link index.</param>
/// <param name="HeadCurve">Curve of head gain (m) by flow (m³/s), or -1.</param>
/// <param name="Power">Constant hydraulic power, W; 0 when there is a curve.</param>
/// <param name="SpeedPattern">Pattern of relative speed, or -1.</param>
/// <param name="EfficiencyCurve">Curve of efficiency (percent) by flow (m³/s), or -1.</param>
/// <param name="EnergyPrice">Price per kWh, NaN when the network's price holds.</param>
/// <param name="PricePattern">Pattern of the price, -1 when the network's pattern holds.</param>
public sealed record Pump(int Link, int HeadCurve, double Power, int SpeedPattern, int EfficiencyCurve, double EnergyPrice, int PricePattern);

/// <summary>What a valve has beyond its row in <see cref="LinkTable"/>.</summary>
/// <param name="Link">Link index.</param>
/// <param name="Curve">GPV: curve of head loss (m) by flow (m³/s); PCV: curve of percent of full flow by percent open; or -1.</param>
public sealed record Valve(int Link, int Curve);

/// <summary>Multipliers that repeat, one per pattern step.</summary>
public sealed record Pattern(string Id, double[] Multipliers);

/// <summary>What a curve is used as, which fixes the units of its points.</summary>
public enum CurveKind
{
    /// <summary>Used by nothing: points as in the file.</summary>
    Unused,

    /// <summary>m³ by m.</summary>
    Volume,

    /// <summary>m by m³/s.</summary>
    PumpHead,

    /// <summary>Percent by m³/s.</summary>
    Efficiency,

    /// <summary>m by m³/s.</summary>
    HeadLoss,

    /// <summary>Percent of full flow by percent open.</summary>
    ValvePosition,
}

/// <summary>Points (x ascending), SI units by <see cref="Kind"/>.</summary>
public sealed record Curve(string Id, CurveKind Kind, double[] X, double[] Y);
