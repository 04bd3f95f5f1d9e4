using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Archetypes;
using DigitalTwin.Buildings.Records;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>The buildings of a city: whole, joined to its networks, with what was decided when their sources became one. Immutable.</summary>
public sealed class BuildingStock
{
    private readonly Lazy<Dictionary<string, int>> rows;

    /// <summary>Creates a shell for an object initialiser.</summary>
    public BuildingStock() => rows = new(() => Buildings!.Select((b, i) => (b.Id, i)).ToDictionary(b => b.Id, b => b.i, StringComparer.Ordinal));

    /// <summary>The buildings, in the order in which the map first names them; their rows are those of the asset layer <c>building/building</c>.</summary>
    public required IReadOnlyList<Building> Buildings { get; init; }

    /// <summary>What each building is joined to, in the same order.</summary>
    public required IReadOnlyList<BuildingConnection> Connections { get; init; }

    /// <summary>Joins places to the same networks: for a building that is added later.</summary>
    public required BuildingConnector Connector { get; init; }

    /// <summary>What filled the gaps.</summary>
    public required ArchetypeTable Archetypes { get; init; }

    /// <summary>Climate zone, year and place with which gaps were filled; neighbours are none.</summary>
    public required CompletionContext Context { get; init; }

    /// <summary>Which records became one building, and where they disagree.</summary>
    public required MergeReport Merge { get; init; }

    /// <summary>Row of a building's id, or -1.</summary>
    public int Find(string id) => rows.Value.GetValueOrDefault(id, -1);
}
