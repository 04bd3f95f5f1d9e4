namespace DigitalTwin.Cities.Maps.Emissions;

/// <summary>What <c>emissions</c> of <c>city.yaml</c> says.</summary>
/// <param name="Map">Path of <c>city.yaml</c>.</param>
/// <param name="Line">Line of <c>emissions</c> in it.</param>
/// <param name="Column">Column.</param>
public sealed record EmissionFiles(string Map, int Line, int Column)
{
    /// <summary>Full path of the emission factors (CSV); null for those that the program brings.</summary>
    public string? FactorsFile { get; init; }

    /// <summary>Full path of the fleet (CSV), or null.</summary>
    public string? FleetFile { get; init; }

    /// <summary>The fleet in place; null where a file says it.</summary>
    public IReadOnlyList<GivenShare>? Shares { get; init; }

    /// <summary>Where the fleet in place is from; null when that is not said.</summary>
    public string? Source { get; init; }
}

/// <summary>A share of the fleet as <c>city.yaml</c> gives it.</summary>
/// <param name="Vehicle">Kind of car.</param>
/// <param name="Share">Share of the kilometres, 0 to 1.</param>
/// <param name="Line">Where its kind stands.</param>
/// <param name="Column">Where its kind stands.</param>
public readonly record struct GivenShare(string Vehicle, double Share, int Line, int Column);
