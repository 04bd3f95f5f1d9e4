using DigitalTwin.Mobility.Demand;

namespace DigitalTwin.Cities.Maps.Demand;

/// <summary>What <c>demand</c> of <c>city.yaml</c> says: files by role and settings.</summary>
public sealed record DemandFiles
{
    /// <summary>What <c>zones</c> says when the buildings of the map are the zones.</summary>
    public const string Buildings = "buildings";

    /// <summary>Full paths by key: <c>trips</c>, <c>od</c>, <c>zones</c>, <c>gates</c>, <c>rates</c>, <c>profiles</c>, <c>purposes</c>, <c>dwell</c>, <c>groups</c>.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>What columns of <c>trips</c> are called in the file.</summary>
    public IReadOnlyDictionary<string, string> TripColumns { get; init; } = new Dictionary<string, string>();

    /// <summary>What columns of <c>od</c> are called in the file.</summary>
    public IReadOnlyDictionary<string, string> OdColumns { get; init; } = new Dictionary<string, string>();

    /// <summary>By how much departures of <c>trips</c> are moved, s.</summary>
    public double Jitter { get; init; }

    /// <summary>Whether the buildings of the map are the zones.</summary>
    public bool ZonesAreBuildings { get; init; }

    /// <summary>How far trips go; null when the map does not say.</summary>
    public Deterrence? Deterrence { get; init; }

    /// <summary>What all trips are multiplied by.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>How far from a road a place may lie, m.</summary>
    public double Farthest { get; init; } = PlaceBook.UsualFarthest;

    /// <summary>Path of <c>city.yaml</c>.</summary>
    public required string Map { get; init; }

    /// <summary>Line of <c>demand</c> in <c>city.yaml</c>.</summary>
    public int Line { get; init; }

    /// <summary>Path of a file, or null.</summary>
    public string? this[string key] => Files.GetValueOrDefault(key);
}
