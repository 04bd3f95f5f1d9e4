namespace DigitalTwin.Water.Epanet.Rows;

/// <summary>A line of [QUALITY]: initial quality of a node, or of every node of a range.</summary>
/// <param name="First">Node, or the first of a range.</param>
/// <param name="Last">Last of a range, or null.</param>
/// <param name="Value">Concentration, hours or percent.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct QualityRow(string First, string? Last, double Value, string? Comment = null);

/// <summary>How a source adds.</summary>
public enum SourceKind
{
    /// <summary>Concentration of external inflow.</summary>
    Concentration,

    /// <summary>Mass per minute.</summary>
    Mass,

    /// <summary>Concentration of what leaves the node.</summary>
    SetPoint,

    /// <summary>Concentration added to what flows through.</summary>
    FlowPaced,
}

/// <summary>A line of [SOURCES].</summary>
/// <param name="Node">Node.</param>
/// <param name="Kind">How it adds.</param>
/// <param name="Strength">Concentration or mass per minute.</param>
/// <param name="Pattern">Pattern, or null.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct SourceRow(string Node, SourceKind Kind, double Strength, string? Pattern = null, string? Comment = null);

/// <summary>What a line of [REACTIONS] sets.</summary>
public enum ReactionItem
{
    /// <summary>Order of bulk reactions.</summary>
    BulkOrder,

    /// <summary>Order of wall reactions, 0 or 1.</summary>
    WallOrder,

    /// <summary>Order of tank reactions.</summary>
    TankOrder,

    /// <summary>Bulk coefficient of all pipes, per day.</summary>
    GlobalBulk,

    /// <summary>Wall coefficient of all pipes.</summary>
    GlobalWall,

    /// <summary>Bulk coefficient of a pipe or a range of pipes.</summary>
    Bulk,

    /// <summary>Wall coefficient of a pipe or a range of pipes.</summary>
    Wall,

    /// <summary>Coefficient of a tank or a range of tanks.</summary>
    Tank,

    /// <summary>Concentration at which reactions end.</summary>
    LimitingPotential,

    /// <summary>Factor between wall coefficient and roughness.</summary>
    RoughnessCorrelation,
}

/// <summary>A line of [REACTIONS].</summary>
/// <param name="Item">What is set.</param>
/// <param name="First">Pipe or tank, or the first of a range; null for settings of the network.</param>
/// <param name="Last">Last of a range, or null.</param>
/// <param name="Value">Number.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct ReactionRow(ReactionItem Item, string? First, string? Last, double Value, string? Comment = null);

/// <summary>How water mixes in a tank.</summary>
public enum MixingModel
{
    /// <summary>Completely mixed.</summary>
    Mixed,

    /// <summary>Two compartments.</summary>
    TwoCompartments,

    /// <summary>First in, first out.</summary>
    FirstInFirstOut,

    /// <summary>Last in, first out.</summary>
    LastInFirstOut,
}

/// <summary>A line of [MIXING].</summary>
/// <param name="Tank">Tank; lines for other nodes have no effect.</param>
/// <param name="Model">How it mixes.</param>
/// <param name="Fraction">Share of the first compartment; NaN when left out (1).</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct MixingRow(string Tank, MixingModel Model, double Fraction = double.NaN, string? Comment = null);
