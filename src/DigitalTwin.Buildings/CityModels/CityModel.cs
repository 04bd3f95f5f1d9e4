using DigitalTwin.Buildings.Records;
using DigitalTwin.Buildings.Shapes;
using DigitalTwin.Buildings.Shapes.Validity;

namespace DigitalTwin.Buildings.CityModels;

/// <summary>What was read of a city model: its buildings as records, their shapes, and the account of what was kept and what was not.</summary>
public sealed class CityModel
{
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);

    internal CityModel(
        string file, string format, string? crs, string? referenceDate, IReadOnlyList<BuildingRecord> buildings, IReadOnlyList<BuildingShape?> shapes, IReadOnlyList<SharedAreas?> shared,
        IReadOnlyList<ValidityFinding> findings, CityModelCounts counts)
    {
        (File, Format, Crs, ReferenceDate, Buildings, Shapes, Shared, Findings, Counts) = (file, format, crs, referenceDate, buildings, shapes, shared, findings, counts);
        for (var i = 0; i < buildings.Count; i++) byId.TryAdd(buildings[i].Id, i);
    }

    /// <summary>The file as its user named it.</summary>
    public string File { get; }

    /// <summary>Its format and version: <c>CityJSON 2.0</c>, <c>CityGML 2.0</c>.</summary>
    public string Format { get; }

    /// <summary>Horizontal coordinate system: <c>EPSG:28992</c>; null where the file does not say.</summary>
    public string? Crs { get; }

    /// <summary>The date for which the model stands, as the file writes it; null where it does not say.</summary>
    public string? ReferenceDate { get; }

    /// <summary>The buildings, in the order of the file.</summary>
    public IReadOnlyList<BuildingRecord> Buildings { get; }

    /// <summary>Shape of every building; null for one without usable geometry.</summary>
    public IReadOnlyList<BuildingShape?> Shapes { get; }

    /// <summary>What every building shares with its neighbours; null without a shape, or where it was not looked for.</summary>
    public IReadOnlyList<SharedAreas?> Shared { get; }

    /// <summary>What is wrong with the geometry, all of it, in the order of the buildings.</summary>
    public IReadOnlyList<ValidityFinding> Findings { get; }

    /// <summary>What was read, kept and left aside.</summary>
    public CityModelCounts Counts { get; }

    /// <summary>Number of a building by its id; -1 for an unknown one.</summary>
    public int IndexOf(string id) => byId.GetValueOrDefault(id, -1);

    /// <summary>Shape of a building by its id; null for an unknown one or one without geometry.</summary>
    public BuildingShape? Shape(string id) => byId.TryGetValue(id, out var i) ? Shapes[i] : null;
}
