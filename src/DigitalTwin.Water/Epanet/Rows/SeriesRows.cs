using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Rows;

/// <summary>A pattern of [PATTERNS]: multipliers that repeat.</summary>
/// <param name="Id">Id, unique among patterns.</param>
/// <param name="Multipliers">One per pattern step.</param>
public sealed record PatternRow(string Id, List<double> Multipliers)
{
    /// <inheritdoc/>
    public bool Equals(PatternRow? other) => other is not null && Id == other.Id && Multipliers.SequenceEqual(other.Multipliers);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A curve of [CURVES], in the units of what it is used as.</summary>
/// <param name="Id">Id, unique among curves.</param>
/// <param name="X">Ascending.</param>
/// <param name="Y">As many as <paramref name="X"/>.</param>
/// <param name="Kind">What the file says that it is (EPANET 2.3), or null; what uses it decides.</param>
public sealed record CurveRow(string Id, List<double> X, List<double> Y, CurveKind? Kind = null)
{
    /// <inheritdoc/>
    public bool Equals(CurveRow? other) =>
        other is not null && Id == other.Id && Kind == other.Kind && X.SequenceEqual(other.X) && Y.SequenceEqual(other.Y);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What a line of [ENERGY] sets.</summary>
public enum EnergyItem
{
    /// <summary>Price per kWh.</summary>
    Price,

    /// <summary>Pattern of the price.</summary>
    Pattern,

    /// <summary>Efficiency: percent for all pumps, a curve by flow for one.</summary>
    Efficiency,

    /// <summary>Charge per kW of peak demand.</summary>
    DemandCharge,
}

/// <summary>A line of [ENERGY].</summary>
/// <param name="Pump">Id of the pump, or null for all.</param>
/// <param name="Item">What is set.</param>
/// <param name="Value">Number; NaN when a pattern or curve is named.</param>
/// <param name="Name">Pattern or curve, or null.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct EnergyRow(string? Pump, EnergyItem Item, double Value, string? Name = null, string? Comment = null);
