using DigitalTwin.Buildings.Ifc.Materials;
using DigitalTwin.Buildings.Ifc.Properties;

namespace DigitalTwin.Buildings.Ifc;

/// <summary>What an element is, as far as energy and structure ask.</summary>
public enum IfcElementKind
{
    /// <summary>None of these.</summary>
    Other,

    /// <summary>IfcWall and its standard cases.</summary>
    Wall,

    /// <summary>IfcSlab.</summary>
    Slab,

    /// <summary>IfcRoof.</summary>
    Roof,

    /// <summary>IfcCovering: a ceiling, a flooring, a cladding.</summary>
    Covering,

    /// <summary>IfcCurtainWall.</summary>
    CurtainWall,

    /// <summary>IfcWindow.</summary>
    Window,

    /// <summary>IfcDoor.</summary>
    Door,

    /// <summary>A hole in another element.</summary>
    Opening,
}

/// <summary>A type: what several elements have in common.</summary>
public sealed class IfcType : IfcObject
{
    internal IfcType()
    {
    }
}

/// <summary>A component of a building.</summary>
public sealed class IfcElement : IfcProduct
{
    internal IfcElement()
    {
    }

    /// <summary>What it is.</summary>
    public required IfcElementKind Kind { get; init; }

    /// <summary>Its predefined type, <c>ROOF</c>; null where unset.</summary>
    public string? PredefinedType { get; init; }

    /// <summary>OverallHeight of a window or door, m.</summary>
    public double? OverallHeight { get; init; }

    /// <summary>OverallWidth of a window or door, m.</summary>
    public double? OverallWidth { get; init; }

    /// <summary>Its type.</summary>
    public IfcType? Type { get; internal set; }

    /// <summary>What it is made of, its type's where it says nothing itself; null where nobody says.</summary>
    public IfcMaterialUse? Material { get; internal set; }

    /// <summary>The element that it is set into: of a window its wall, of an opening the element it voids.</summary>
    public IfcElement? Host { get; internal set; }

    /// <summary>The opening that a window or door fills.</summary>
    public IfcElement? Fills { get; internal set; }

    /// <summary>Openings in it, in the file's order.</summary>
    public IReadOnlyList<IfcElement> Openings { get; internal set; } = [];

    /// <summary>Windows and doors in its openings, in the file's order.</summary>
    public IReadOnlyList<IfcElement> Fillings { get; internal set; } = [];

    /// <summary>Pset_*Common.IsExternal; null where nobody states it.</summary>
    public bool? IsExternal => Property(null, "IsExternal").Logical;

    /// <summary>Pset_*Common.LoadBearing; null where nobody states it.</summary>
    public bool? IsLoadBearing => Property(null, "LoadBearing").Logical;

    /// <summary>Pset_*Common.ThermalTransmittance, W/(m² K); null where nobody states one above zero.</summary>
    public double? ThermalTransmittance => Property(null, "ThermalTransmittance").Number is { } u and > 0 ? u : null;

    /// <summary>Area as the file states it, m²: of a wall the net side, of a window or door the whole, of a slab or roof the net area; null where it states none.</summary>
    public double? StatedArea => Kind switch
    {
        IfcElementKind.Wall or IfcElementKind.CurtainWall => QuantityNames.Find(this, "wall", "net-side-area"),
        IfcElementKind.Window or IfcElementKind.Door => QuantityNames.Find(this, "opening", "area"),
        IfcElementKind.Slab or IfcElementKind.Roof or IfcElementKind.Covering => QuantityNames.Find(this, "slab", "net-area"),
        _ => null,
    };

    /// <summary>Area of a window or door, m²: as stated, else its overall height times width; null where neither is there.</summary>
    public double? OpeningArea => StatedArea ?? (OverallHeight is { } h and > 0 && OverallWidth is { } w and > 0 ? h * w : null);
}
