namespace DigitalTwin.Mobility.Roads;

/// <summary>Which way a street may be driven, seen as it is drawn.</summary>
public enum StreetDirection : byte
{
    /// <summary>Both ways: two links.</summary>
    Both,

    /// <summary>As drawn.</summary>
    Forward,

    /// <summary>Against the drawing.</summary>
    Backward,
}

/// <summary>
/// A street as an owner draws it: one line between two nodes, for one direction of travel or both. What is not said is NaN and taken from <see cref="RoadDefaults"/> when
/// <see cref="RoadBuilder"/> makes links of it. It is input, not part of a network.
/// </summary>
public sealed record Street
{
    /// <summary>The owner's id: <c>S-12</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required RoadClass Class { get; init; }

    /// <summary>Which way it may be driven.</summary>
    public StreetDirection Direction { get; init; }

    /// <summary>Course in longitude and latitude, degrees, alternating, both ends included; empty when it is not drawn.</summary>
    public double[] Course { get; init; } = [];

    /// <summary>Id of the node at which it begins as drawn; null for the node at the course's first point.</summary>
    public string? From { get; init; }

    /// <summary>Id of the node at which it ends as drawn; null for the node at the course's last point.</summary>
    public string? To { get; init; }

    /// <summary>Length, m; NaN for that of the course.</summary>
    public double Length { get; init; } = double.NaN;

    /// <summary>What is said of travel as drawn.</summary>
    public StreetLanes Forward { get; init; } = StreetLanes.Unsaid;

    /// <summary>What is said of travel against the drawing.</summary>
    public StreetLanes Backward { get; init; } = StreetLanes.Unsaid;

    /// <summary>Whether it is a ramp or slip road of its class.</summary>
    public bool IsRamp { get; init; }

    /// <summary>Storey: streets of different layers (bridges, tunnels) cross without meeting.</summary>
    public int Layer { get; init; }

    /// <summary>Name, empty when unknown.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name in Chinese, empty when unknown.</summary>
    public string NameZh { get; init; } = "";

    /// <summary>What its source says of it that nothing is made of, kept as it is: limits and rules by time.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Others { get; init; } = [];

    /// <summary>1-based line of its source, 0 when it has none.</summary>
    public int Line { get; init; }

    /// <summary>1-based column of its source.</summary>
    public int Column { get; init; }
}

/// <summary>What is said of one direction of a street; NaN where nothing is said.</summary>
/// <param name="Lanes">Lanes of this direction.</param>
/// <param name="Speed">Speed without other traffic, m/s.</param>
/// <param name="Capacity">Most vehicles that pass a cross-section, all lanes of this direction together, vehicles/s.</param>
/// <param name="Storage">Most vehicles that stand on it, all lanes of this direction together.</param>
/// <param name="GreenShare">Share of the time in which the signal at this direction's end shows green, above 0 to 1.</param>
public readonly record struct StreetLanes(double Lanes, double Speed, double Capacity, double Storage, double GreenShare)
{
    /// <summary>Nothing is said.</summary>
    public static StreetLanes Unsaid { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}
