namespace DigitalTwin.Mobility.Demand;

/// <summary>What makes trips: buildings, zones and gates with their use and their numbers. Columns of equal length.</summary>
public sealed class LandUseSites
{
    /// <summary>The use of land of a gate at the edge of the map.</summary>
    public const string Gate = "gate";

    /// <summary>Where the trips of each site begin and end.</summary>
    public required IReadOnlyList<DemandZone> Zones { get; init; }

    /// <summary>Use: <c>residential</c>; <see cref="Gate"/> for gates.</summary>
    public required IReadOnlyList<string> LandUse { get; init; }

    /// <summary>Names of the numbers: <c>people</c>, <c>floor_area</c>.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>The numbers in SI, a column for each of <see cref="Attributes"/>; NaN where a site has none.</summary>
    public required IReadOnlyList<double[]> Values { get; init; }

    /// <summary>Cars a day that enter the map at a gate and leave it by another one; empty when there are none.</summary>
    public IReadOnlyList<double> ThroughIn { get; init; } = [];

    /// <summary>Cars a day that leave the map at a gate after entering by another one; empty when there are none.</summary>
    public IReadOnlyList<double> ThroughOut { get; init; } = [];

    /// <summary>Number of sites.</summary>
    public int Count => Zones.Count;
}

/// <summary>How many cars a use of land sends and receives on a day, per so much of something (D4).</summary>
/// <param name="Purpose">Index of the purpose.</param>
/// <param name="LandUse">Use of land, <c>*</c> for any but gates.</param>
/// <param name="Attribute">What it is counted by: <c>people</c>.</param>
/// <param name="Amount">How much of the attribute the rates are for, SI.</param>
/// <param name="Produces">Cars a day that set out.</param>
/// <param name="Attracts">Cars a day that are driven there.</param>
/// <param name="Days">Days of the week on which it holds, bit i is day i, Sunday 0.</param>
/// <param name="Source">Where the number is from.</param>
public sealed record TripRate(int Purpose, string LandUse, string Attribute, double Amount, double Produces, double Attracts, byte Days, string Source)
{
    /// <summary>Whether it speaks of a use of land.</summary>
    public bool Holds(string landUse) => LandUse == "*" ? landUse != LandUseSites.Gate : LandUse == landUse;
}
