namespace DigitalTwin.Mobility.Roads;

/// <summary>Streets as their owner draws them, whatever the format: the input of <see cref="RoadBuilder"/>.</summary>
/// <param name="Nodes">Nodes that the owner names; the ends of streets that name none make their own.</param>
/// <param name="Streets">Streets, in the order of their links.</param>
/// <param name="Banned">Turns that nobody may make, or nobody who came a certain way.</param>
public sealed record StreetPlan(IReadOnlyList<StreetNode> Nodes, IReadOnlyList<Street> Streets, IReadOnlyList<BannedTurn> Banned)
{
    /// <summary>Ids of streets that their file has but that were refused (told already), so that what names them need not be told again.</summary>
    public IReadOnlyCollection<string> Refused { get; init; } = [];

    /// <summary>Whether the file has streets that could not even be told apart (it breaks off, or a feature of it is no feature): any id may be one of theirs.</summary>
    public bool IsCutShort { get; init; }
}

/// <summary>A node that the owner names.</summary>
/// <param name="Id">The owner's id.</param>
/// <param name="Longitude">Degrees east; NaN when unknown.</param>
/// <param name="Latitude">Degrees north; NaN when unknown.</param>
public sealed record StreetNode(string Id, double Longitude, double Latitude)
{
    /// <summary>Whether traffic may pass through; false for the centroid of a zone.</summary>
    public bool IsThrough { get; init; } = true;

    /// <summary>Whether a signal stands here; streets that do not say their green share get <see cref="GreenShare"/>.</summary>
    public bool HasSignal { get; init; }

    /// <summary>Green share of every street that ends here and does not say its own, above 0 to 1; NaN for the default of signals.</summary>
    public double GreenShare { get; init; } = double.NaN;

    /// <summary>1-based line of its source, 0 when it has none.</summary>
    public int Line { get; init; }

    /// <summary>1-based column of its source.</summary>
    public int Column { get; init; }
}

/// <summary>A turn that nobody may make, between a street or link and another one; the same id twice is a U-turn.</summary>
/// <param name="From">Id of a street (<c>S-12</c>, in each direction that meets the other) or of a link (<c>S-12.f</c>).</param>
/// <param name="To">Likewise.</param>
/// <param name="Line">1-based line of its source, 0 when it has none.</param>
/// <param name="Column">1-based column of its source.</param>
public sealed record BannedTurn(string From, string To, int Line = 0, int Column = 0)
{
    /// <summary>Ids of the streets or links that are driven between the two, in the order of driving; empty for a turn from the one into the other.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];
}
