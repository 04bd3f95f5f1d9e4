namespace DigitalTwin.Mobility.Roads;

/// <summary>What was decided when streets became a network: joined ends, values taken from defaults, and what looks wrong in the drawing.</summary>
public sealed record RoadReport
{
    /// <summary>The defaults that were taken.</summary>
    public required RoadDefaults Defaults { get; init; }

    /// <summary>Streets read.</summary>
    public int Streets { get; init; }

    /// <summary>Ends that were moved onto a node nearby, within the tolerance.</summary>
    public int SnappedEnds { get; init; }

    /// <summary>Farthest that an end was moved, m.</summary>
    public double FarthestSnap { get; init; }

    /// <summary>Streets left out because both of their ends are one node and they are shorter than the tolerance, by id.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Streets that were refused for a mistake, by id: what names them has no sentence of its own.</summary>
    public IReadOnlySet<string> Refused { get; init; } = new HashSet<string>();

    /// <summary>Whether streets are missing whose ids are not known.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>Whether streets are missing that the owner has: what they would have joined cannot be judged.</summary>
    public bool IsTorn => IsCutShort || Refused.Count > 0;

    /// <summary>Directions of streets whose speed, lanes, capacity, storage and green share came from a default.</summary>
    public DefaultUses Uses { get; init; }

    /// <summary>Pairs of streets that cross, or touch along their course, on one layer without a node.</summary>
    public IReadOnlyList<StreetPair> Crossings { get; init; } = [];

    /// <summary>Pairs of nodes that nearly touch, farther apart than the tolerance; distance in m.</summary>
    public IReadOnlyList<NearNodes> NearlyTouching { get; init; } = [];
}

/// <summary>How often a default stood in, in directions of streets.</summary>
public readonly record struct DefaultUses(int Speed, int Lanes, int Capacity, int Storage, int GreenShare);

/// <summary>Two streets that cross without a node.</summary>
/// <param name="First">Id of the one.</param>
/// <param name="Second">Id of the other.</param>
/// <param name="Longitude">Where, degrees.</param>
/// <param name="Latitude">Where, degrees.</param>
public readonly record struct StreetPair(string First, string Second, double Longitude, double Latitude);

/// <summary>Two nodes that nearly touch.</summary>
/// <param name="First">Id of the one.</param>
/// <param name="Second">Id of the other.</param>
/// <param name="Distance">m.</param>
public readonly record struct NearNodes(string First, string Second, double Distance);
