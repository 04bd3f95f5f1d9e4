using DigitalTwin.Buildings.Ifc.Placements;

namespace DigitalTwin.Buildings.Ifc.Boundaries;

/// <summary>A face between a space and what bounds it. Immutable.</summary>
public sealed class IfcSpaceBoundary
{
    private readonly Lazy<(double? Area, IfcPoint? Normal)> surface;

    internal IfcSpaceBoundary(Func<(double? Area, IfcPoint? Normal)> surface) => this.surface = new(surface);

    /// <summary>Number of its record.</summary>
    public required long Id { get; init; }

    /// <summary>1 or 2: whether it is cut where what lies behind it changes; 0 where the file does not say.</summary>
    public required int Level { get; init; }

    /// <summary>The element that makes it; null for a virtual one.</summary>
    public IfcElement? Element { get; init; }

    /// <summary>False for a boundary without matter.</summary>
    public required bool IsPhysical { get; init; }

    /// <summary>True where it faces outdoor air, the earth or water; null where the file does not say.</summary>
    public required bool? IsExternal { get; init; }

    /// <summary>Whether what lies outside is the earth (EXTERNAL_EARTH of IFC4).</summary>
    public bool FacesEarth { get; init; }

    /// <summary>Its area, m², where its shape is a polygon in a plane or made of flat faces; null otherwise. Found out when first asked for.</summary>
    public double? Area => surface.Value.Area;

    /// <summary>Normal of its plane in the model, of length one, to whichever side the file draws it; null without one plane.</summary>
    public IfcPoint? Normal => surface.Value.Normal;
}
