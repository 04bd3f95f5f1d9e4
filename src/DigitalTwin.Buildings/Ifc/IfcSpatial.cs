using DigitalTwin.Buildings.Ifc.Boundaries;

namespace DigitalTwin.Buildings.Ifc;

/// <summary>A part of the spatial tree: a site, a building, a storey, a space, or one of the facilities of 4.3 (a road and its parts).</summary>
public class IfcSpatial : IfcProduct
{
    internal IfcSpatial()
    {
    }

    /// <summary>Its long name.</summary>
    public string? LongName { get; init; }

    /// <summary>Elements that the file says it contains, in the file's order; their parts are not listed again.</summary>
    public IReadOnlyList<IfcElement> Elements { get; internal set; } = [];

    /// <summary>Name, long name, or its entity.</summary>
    public string Title => Name ?? LongName ?? Class;

    /// <summary>Everything below it in the spatial tree, itself first.</summary>
    public IEnumerable<IfcSpatial> Tree() => WithParts().OfType<IfcSpatial>();

    /// <summary>All elements in it and below it, with their parts.</summary>
    public IEnumerable<IfcElement> AllElements() =>
        Tree().SelectMany(s => s.Elements).SelectMany(e => e.WithParts()).OfType<IfcElement>();
}

/// <summary>A plot of land.</summary>
public sealed class IfcSite : IfcSpatial
{
    internal IfcSite()
    {
    }

    /// <summary>Its postal address in one line.</summary>
    public string? Address { get; init; }
}

/// <summary>A building.</summary>
public sealed class IfcBuilding : IfcSpatial
{
    internal IfcBuilding()
    {
    }

    /// <summary>Height of its zero above the sea, m.</summary>
    public double? ReferenceHeight { get; init; }

    /// <summary>Height of the terrain around it above the sea, m.</summary>
    public double? TerrainHeight { get; init; }

    /// <summary>Its postal address in one line, the site's where it has none; null where the program's form was left as it was.</summary>
    public string? Address { get; init; }

    /// <summary>Its storeys from the lowest up; those without an elevation last.</summary>
    public IReadOnlyList<IfcStorey> Storeys { get; internal set; } = [];

    /// <summary>Its spaces, those of its storeys among them.</summary>
    public IEnumerable<IfcSpace> Spaces => Tree().OfType<IfcSpace>();
}

/// <summary>A storey of the model: not always a floor that one can stand on.</summary>
public sealed class IfcStorey : IfcSpatial
{
    internal IfcStorey()
    {
    }

    /// <summary>Elevation above the building's zero, m; null where the file says <c>$</c>.</summary>
    public double? Elevation { get; init; }

    /// <summary>From its elevation to the next floor's, m; null for the highest and where elevations are missing.</summary>
    public double? Height { get; internal set; }

    /// <summary>Whether it is a floor: it holds a space or a slab that is no roof. "T/FDN", "Roof" and "Dach" are none.</summary>
    public bool IsFloor { get; internal set; } = true;

    /// <summary>Its spaces.</summary>
    public IEnumerable<IfcSpace> Spaces => Tree().OfType<IfcSpace>();
}

/// <summary>A space: a room.</summary>
public sealed class IfcSpace : IfcSpatial
{
    internal IfcSpace()
    {
    }

    /// <summary>Whether it lies outside: a terrace, a yard; null where the file does not say.</summary>
    public bool? IsExternal { get; init; }

    /// <summary>The zones that it belongs to, in the file's order.</summary>
    public IReadOnlyList<IfcZone> Zones { get; internal set; } = [];

    /// <summary>What bounds it.</summary>
    public IReadOnlyList<IfcSpaceBoundary> Boundaries { get; internal set; } = [];

    /// <summary>Net floor area as the file states it, m²: the standard's sets first, then vendors'; null where it states none.</summary>
    public double? NetFloorArea => Properties.QuantityNames.Find(this, "space", "net-floor-area");

    /// <summary>Gross floor area as the file states it, m².</summary>
    public double? GrossFloorArea => Properties.QuantityNames.Find(this, "space", "gross-floor-area");

    /// <summary>Volume as the file states it, net before gross, m³.</summary>
    public double? Volume => Properties.QuantityNames.Find(this, "space", "net-volume");

    /// <summary>Clear height as the file states it, m.</summary>
    public double? Height => Properties.QuantityNames.Find(this, "space", "height");
}

/// <summary>Spaces that belong together: a flat, a thermal zone.</summary>
public sealed class IfcZone : IfcObject
{
    internal IfcZone()
    {
    }

    /// <summary>Its long name.</summary>
    public string? LongName { get; init; }

    /// <summary>Its spaces.</summary>
    public IReadOnlyList<IfcSpace> Spaces { get; internal set; } = [];
}

/// <summary>The project: what a file is about.</summary>
public sealed class IfcProject : IfcObject
{
    internal IfcProject()
    {
    }

    /// <summary>Its long name.</summary>
    public string? LongName { get; init; }

    /// <summary>Its phase.</summary>
    public string? Phase { get; init; }
}
