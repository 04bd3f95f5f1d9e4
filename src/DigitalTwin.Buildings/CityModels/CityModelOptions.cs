using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityModels;

/// <summary>What a reader of city models takes and what it does with it.</summary>
public sealed record CityModelOptions
{
    /// <summary>The choice where nobody made one.</summary>
    public static CityModelOptions Standard { get; } = new();

    /// <summary>
    /// Level of detail to take where a building has several: <c>2</c> takes 2, 2.0 … 2.3, <c>1.2</c> only that; where it is missing, the nearest below, then the nearest above.
    /// Null takes the highest below 4 (which would add rooms, not envelope).
    /// </summary>
    public string? Lod { get; init; }

    /// <summary>Whether to look for walls between neighbours.</summary>
    public bool FindPartyWalls { get; init; } = true;

    /// <summary>When two walls count as one against the other.</summary>
    public PartyWallOptions PartyWalls { get; init; } = PartyWallOptions.Standard;

    /// <summary>How faces become surfaces of the envelope.</summary>
    public EnvelopeOptions Envelope { get; init; } = EnvelopeOptions.Standard;

    /// <summary>Whether to check the geometry's validity and report what is wrong with it as warnings.</summary>
    public bool CheckValidity { get; init; } = true;
}
