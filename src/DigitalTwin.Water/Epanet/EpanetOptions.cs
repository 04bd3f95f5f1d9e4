namespace DigitalTwin.Water.Epanet;

/// <summary>What quality is asked for ([OPTIONS] QUALITY).</summary>
public enum QualityKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>A chemical.</summary>
    Chemical,

    /// <summary>Age of the water.</summary>
    Age,

    /// <summary>Share of the water that comes from one node.</summary>
    Trace,
}

/// <summary>[OPTIONS] in the file's units; null where the file says nothing and EPANET's default holds.</summary>
public sealed record EpanetOptions
{
    /// <summary>UNITS of flow, which also choose between US and metric units; default GPM.</summary>
    public FlowUnit? FlowUnit { get; set; }

    /// <summary>PRESSURE unit; default psi with US units, m with metric ones.</summary>
    public PressureUnit? PressureUnit { get; set; }

    /// <summary>HEADLOSS formula; default Hazen-Williams.</summary>
    public HeadLossFormula? HeadLoss { get; set; }

    /// <summary>DEMAND MODEL; default DDA.</summary>
    public DemandModel? DemandModel { get; set; }

    /// <summary>MINIMUM PRESSURE of PDA, pressure units; default 0.</summary>
    public double? MinimumPressure { get; set; }

    /// <summary>REQUIRED PRESSURE of PDA, pressure units; default 0.1 above the minimum.</summary>
    public double? RequiredPressure { get; set; }

    /// <summary>PRESSURE EXPONENT of PDA; default 0.5.</summary>
    public double? PressureExponent { get; set; }

    /// <summary>VISCOSITY: above 10⁻³ a multiple of water's at 20 °C, else ft²/s or m²/s; default 1.</summary>
    public double? Viscosity { get; set; }

    /// <summary>DIFFUSIVITY: above 10⁻⁴ a multiple of chlorine's, else ft²/s or m²/s; default 1.</summary>
    public double? Diffusivity { get; set; }

    /// <summary>SPECIFIC GRAVITY; default 1.</summary>
    public double? SpecificGravity { get; set; }

    /// <summary>TRIALS; default 200.</summary>
    public int? Trials { get; set; }

    /// <summary>ACCURACY; default 0.001, kept between 10⁻⁵ and 10⁻¹.</summary>
    public double? Accuracy { get; set; }

    /// <summary>HEADERROR, ft or m; default 0, not asked.</summary>
    public double? HeadError { get; set; }

    /// <summary>FLOWCHANGE, flow units; default 0, not asked.</summary>
    public double? FlowChange { get; set; }

    /// <summary>UNBALANCED: −1 to stop, else so many more trials; default −1.</summary>
    public int? UnbalancedTrials { get; set; }

    /// <summary>CHECKFREQ; default 2.</summary>
    public int? CheckFrequency { get; set; }

    /// <summary>MAXCHECK; default 10.</summary>
    public int? MaxCheck { get; set; }

    /// <summary>DAMPLIMIT; default 0.</summary>
    public double? DampLimit { get; set; }

    /// <summary>PATTERN: pattern of demands that name none; default "1", which need not exist.</summary>
    public string? DefaultPattern { get; set; }

    /// <summary>DEMAND MULTIPLIER; default 1.</summary>
    public double? DemandMultiplier { get; set; }

    /// <summary>EMITTER EXPONENT; default 0.5.</summary>
    public double? EmitterExponent { get; set; }

    /// <summary>BACKFLOW ALLOWED through emitters; default yes.</summary>
    public bool? EmitterBackflow { get; set; }

    /// <summary>QUALITY; default none.</summary>
    public QualityKind? Quality { get; set; }

    /// <summary>Name of the chemical where QUALITY gives one.</summary>
    public string? ChemicalName { get; set; }

    /// <summary>Unit of the chemical where QUALITY gives one.</summary>
    public string? ChemicalUnit { get; set; }

    /// <summary>Node that QUALITY TRACE follows.</summary>
    public string? TraceNode { get; set; }

    /// <summary>TOLERANCE of quality; default 0.01.</summary>
    public double? QualityTolerance { get; set; }

    /// <summary>MAP file.</summary>
    public string? MapFile { get; set; }

    /// <summary>Lines without effect on hydraulics here (HYDRAULICS, VERIFY, SEGMENTS, HTOL, QTOL, RQTOL), as text.</summary>
    public List<string> Other { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(EpanetOptions? other) => other is not null && Settings.Equals(other.Settings) && Other.SequenceEqual(other.Other);

    /// <inheritdoc/>
    public override int GetHashCode() => Settings.GetHashCode();

    private (object, object, object, object) Settings => (
        (FlowUnit, PressureUnit, HeadLoss, DemandModel, MinimumPressure, RequiredPressure, PressureExponent),
        (Viscosity, Diffusivity, SpecificGravity, Trials, Accuracy, HeadError, FlowChange),
        (UnbalancedTrials, CheckFrequency, MaxCheck, DampLimit, DefaultPattern, DemandMultiplier, EmitterExponent),
        (EmitterBackflow, Quality, ChemicalName, ChemicalUnit, TraceNode, QualityTolerance, MapFile));
}
