namespace DigitalTwin.Buildings.Shapes;

/// <summary>When two walls count as one against the other.</summary>
public sealed record PartyWallOptions
{
    /// <summary>The choice where nobody made one.</summary>
    public static PartyWallOptions Standard { get; } = new();

    /// <summary>Greatest gap between the two planes, m: what surveying and a joint of masonry leave.</summary>
    public double Gap { get; init; } = 0.15;

    /// <summary>Greatest angle between one normal and the opposite of the other, degrees.</summary>
    public double Angle { get; init; } = 5;

    /// <summary>Overlaps below this area, m², are left out.</summary>
    public double LeastArea { get; init; } = 0.1;
}
