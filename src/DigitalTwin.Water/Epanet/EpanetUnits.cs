namespace DigitalTwin.Water.Epanet;

/// <summary>Flow units of [OPTIONS] UNITS; from <see cref="LitresPerSecond"/> on the whole file is metric.</summary>
public enum FlowUnit
{
    /// <summary>CFS, ft³/s.</summary>
    CubicFeetPerSecond,

    /// <summary>GPM, US gallons per minute.</summary>
    GallonsPerMinute,

    /// <summary>MGD, million US gallons per day.</summary>
    MillionGallonsPerDay,

    /// <summary>IMGD, million Imperial gallons per day.</summary>
    MillionImperialGallonsPerDay,

    /// <summary>AFD, acre-feet per day.</summary>
    AcreFeetPerDay,

    /// <summary>LPS, l/s.</summary>
    LitresPerSecond,

    /// <summary>LPM, l/min.</summary>
    LitresPerMinute,

    /// <summary>MLD, Ml/d.</summary>
    MegalitresPerDay,

    /// <summary>CMH, m³/h.</summary>
    CubicMetresPerHour,

    /// <summary>CMD, m³/d.</summary>
    CubicMetresPerDay,

    /// <summary>CMS, m³/s.</summary>
    CubicMetresPerSecond,
}

/// <summary>Pressure units of [OPTIONS] PRESSURE.</summary>
public enum PressureUnit
{
    /// <summary>psi.</summary>
    Psi,

    /// <summary>kPa.</summary>
    Kilopascal,

    /// <summary>Metres of head.</summary>
    Metre,

    /// <summary>bar.</summary>
    Bar,

    /// <summary>Feet of head.</summary>
    Foot,
}

/// <summary>How characters are stored in a file.</summary>
public enum EpanetEncoding
{
    /// <summary>UTF-8, of which ASCII is part.</summary>
    Utf8,

    /// <summary>UTF-8 that begins with a byte order mark.</summary>
    Utf8WithMark,

    /// <summary>GB 18030, of which GBK and GB 2312 are part.</summary>
    Gb18030,

    /// <summary>One character a byte (ISO 8859-1), for whatever else there is; written back byte for byte.</summary>
    Latin1,
}

/// <summary>
/// Factors from a file's units to SI. What a number in an <c>.inp</c> file means is defined by EPANET, which computes in ft and ft³/s
/// with rounded factors (448.831 gpm, 28.317 l/s, 0.4333 psi …); we round as it does, so that heads, and the second at which a tank
/// is full, are the same. Against the exact factors flows differ by at most 1.2·10⁻⁴ (AFD; 6·10⁻⁶ for l/s) and psi by 5·10⁻⁴.
/// </summary>
public readonly record struct EpanetUnits
{
    private const double Foot = 0.3048;
    private const double CubicFoot = Foot * Foot * Foot;
    private const double PsiPerFoot = 0.4333;

    /// <summary>The factors of a file.</summary>
    public EpanetUnits(EpanetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FlowUnit = options.FlowUnit ?? FlowUnit.GallonsPerMinute;
        Metric = FlowUnit >= FlowUnit.LitresPerSecond;
        Flow = CubicFoot / PerCubicFootPerSecond(FlowUnit);
        Length = Metric ? 1 : Foot;
        Diameter = Metric ? 1e-3 : Foot / 12;
        RoughnessHeight = Length / 1000;
        Volume = Metric ? 1 : CubicFoot;
        // EPANET 2.3 turns a metric pump's kilowatts into horsepower twice over (once on reading, once when it makes the pump's curve), and
        // is the judge: a constant-power pump of a metric file lifts by 1/0.7457 more than its power says.
        Power = Metric ? 1000 / 0.7457 : 745.7;
        var gravity = options.SpecificGravity ?? 1;
        Pressure = (options.PressureUnit ?? (Metric ? PressureUnit.Metre : PressureUnit.Psi)) switch
        {
            PressureUnit.Psi => Foot / (PsiPerFoot * gravity),
            PressureUnit.Kilopascal => Foot / (6.895 * PsiPerFoot * gravity),
            PressureUnit.Bar => Foot / (0.068948 * PsiPerFoot * gravity),
            PressureUnit.Foot => Foot,
            _ => 1,
        };
        EmitterPressure = Metric ? 1 : Foot / (PsiPerFoot * gravity);
        LeakLength = Metric ? 100 : 100 * Foot;
    }

    /// <summary>Unit of flow.</summary>
    public FlowUnit FlowUnit { get; }

    /// <summary>Whether lengths are in m rather than ft.</summary>
    public bool Metric { get; }

    /// <summary>m³/s per flow unit.</summary>
    public double Flow { get; }

    /// <summary>m per unit of length, elevation or head.</summary>
    public double Length { get; }

    /// <summary>m per unit of pipe diameter.</summary>
    public double Diameter { get; }

    /// <summary>m per unit of Darcy-Weisbach roughness.</summary>
    public double RoughnessHeight { get; }

    /// <summary>m³ per unit of volume.</summary>
    public double Volume { get; }

    /// <summary>m of head per unit of pressure.</summary>
    public double Pressure { get; }

    /// <summary>m of head per unit of pressure that emitter coefficients refer to: psi or m whatever PRESSURE says.</summary>
    public double EmitterPressure { get; }

    /// <summary>W per unit of power.</summary>
    public double Power { get; }

    /// <summary>m of pipe that a leak area refers to.</summary>
    public double LeakLength { get; }

    private static double PerCubicFootPerSecond(FlowUnit unit) => unit switch
    {
        FlowUnit.GallonsPerMinute => 448.831,
        FlowUnit.MillionGallonsPerDay => 0.64632,
        FlowUnit.MillionImperialGallonsPerDay => 0.5382,
        FlowUnit.AcreFeetPerDay => 1.9837,
        FlowUnit.LitresPerSecond => 28.317,
        FlowUnit.LitresPerMinute => 1699.0,
        FlowUnit.MegalitresPerDay => 2.4466,
        FlowUnit.CubicMetresPerHour => 101.94,
        FlowUnit.CubicMetresPerDay => 2446.6,
        FlowUnit.CubicMetresPerSecond => 0.028317,
        _ => 1,
    };
}
