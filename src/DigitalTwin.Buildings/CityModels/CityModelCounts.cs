namespace DigitalTwin.Buildings.CityModels;

/// <summary>The account of a city model: what was read, what was kept, and what was left aside.</summary>
public sealed record CityModelCounts
{
    /// <summary>Objects of the city that the file holds.</summary>
    public required int Objects { get; init; }

    /// <summary>Buildings kept.</summary>
    public required int Buildings { get; init; }

    /// <summary>Building parts, counted with their building.</summary>
    public required int Parts { get; init; }

    /// <summary>Buildings of which no geometry could be used.</summary>
    public required int WithoutGeometry { get; init; }

    /// <summary>Objects that could not be understood, each with its sentence.</summary>
    public required int Refused { get; init; }

    /// <summary>Objects that are no buildings, by their type.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Ignored { get; init; }

    /// <summary>Geometries by level of detail that were taken.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> LevelsTaken { get; init; }

    /// <summary>Attributes that no value of a record holds, by their name, and how many buildings have them.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> AttributesNotUnderstood { get; init; }

    /// <summary>The account in a sentence.</summary>
    public override string ToString()
    {
        var text = $"{Objects} objects: {Buildings} buildings with {Parts} parts";
        if (LevelsTaken.Count > 0) text += $", LoD {string.Join(", ", LevelsTaken.Select(l => $"{(l.Key.Length == 0 ? "not stated" : l.Key)} of {l.Value}"))}";
        if (WithoutGeometry > 0) text += $", {WithoutGeometry} without usable geometry";
        if (Refused > 0) text += $", {Refused} not understood";
        if (Ignored.Count > 0) text += $"; not buildings: {string.Join(", ", Ignored.Select(i => $"{i.Value} {i.Key}"))}";
        return text + ".";
    }
}
