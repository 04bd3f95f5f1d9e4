using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Records;

/// <summary>
/// What one source (an IFC file, a CityJSON file, a table) knows of a building, or several sources merged: every value is null where nobody said it, and carries its source where somebody did.
/// Formats make records, <c>Archetypes</c> complete them, and a <see cref="Building"/> has everything.
/// </summary>
public sealed record BuildingRecord
{
    /// <summary>Id within its source.</summary>
    public required string Id { get; init; }

    /// <summary>Other names of the same building by system: <c>ifc</c> (GlobalId), <c>gml</c>, <c>address-code</c>, <c>building-code</c>.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();

    /// <summary>Name.</summary>
    public Known<string>? Name { get; init; }

    /// <summary>Postal address.</summary>
    public Known<string>? Address { get; init; }

    /// <summary>Use.</summary>
    public Known<BuildingUse>? Use { get; init; }

    /// <summary>Year of completion.</summary>
    public Known<int>? Year { get; init; }

    /// <summary>Storeys above the ground.</summary>
    public Known<int>? Storeys { get; init; }

    /// <summary>Storeys below the ground.</summary>
    public Known<int>? Basements { get; init; }

    /// <summary>Height above the ground, m.</summary>
    public Known<double>? Height { get; init; }

    /// <summary>Gross floor area of all storeys above the ground, m².</summary>
    public Known<double>? FloorArea { get; init; }

    /// <summary>Gross volume, m³.</summary>
    public Known<double>? Volume { get; init; }

    /// <summary>Households.</summary>
    public Known<int>? Households { get; init; }

    /// <summary>People who live or work in it.</summary>
    public Known<double>? Occupants { get; init; }

    /// <summary>Footprint in <see cref="Crs"/>, m or degrees.</summary>
    public Known<Geometry>? Footprint { get; init; }

    /// <summary>Coordinate system of <see cref="Footprint"/>: <c>EPSG:4326</c>; null for a local system of metres that nobody has placed on the earth.</summary>
    public string? Crs { get; init; }

    /// <summary>Longitude of its middle, degrees east, where the source says it directly.</summary>
    public Known<double>? Longitude { get; init; }

    /// <summary>Latitude of its middle, degrees north, where the source says it directly.</summary>
    public Known<double>? Latitude { get; init; }

    /// <summary>Whatever else its source says, by the source's own names: who manages it, units, the junction that serves it.</summary>
    public IReadOnlyDictionary<string, Known<string>> Others { get; init; } = new Dictionary<string, Known<string>>();

    /// <summary>Outer surfaces with area and orientation.</summary>
    public IReadOnlyList<RecordedSurface> Surfaces { get; init; } = [];
}
