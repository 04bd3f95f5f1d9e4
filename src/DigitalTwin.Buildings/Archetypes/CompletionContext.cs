namespace DigitalTwin.Buildings.Archetypes;

/// <summary>What holds for all buildings of a place and that no record says.</summary>
public sealed record CompletionContext
{
    /// <summary>Climate.</summary>
    public required ClimateZone Zone { get; init; }

    /// <summary>Year in which a building without one is taken to have been completed.</summary>
    public int DefaultYear { get; init; } = 2005;

    /// <summary>Height above the sea, m.</summary>
    public double Altitude { get; init; }

    /// <summary>Longitude of a building whose record has no place, degrees; NaN to refuse it.</summary>
    public double Longitude { get; init; } = double.NaN;

    /// <summary>Latitude of a building whose record has no place, degrees.</summary>
    public double Latitude { get; init; } = double.NaN;

    /// <summary>Buildings that may touch it: where their walls lie on its own, no heat flows. Footprints in the coordinate system of the record's.</summary>
    public IReadOnlyList<NeighbourBuilding> Neighbours { get; init; } = [];
}

/// <summary>A building beside another.</summary>
/// <param name="Footprint">Its footprint, in the coordinates of the other's.</param>
/// <param name="Height">Its height, m.</param>
public sealed record NeighbourBuilding(NetTopologySuite.Geometries.Geometry Footprint, double Height);
