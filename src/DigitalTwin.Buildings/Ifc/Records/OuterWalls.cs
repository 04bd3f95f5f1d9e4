using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Ifc.Records;

/// <summary>Which walls are outer ones: those that say so; where none says anything, those that space boundaries call external; else those at the outline.</summary>
internal sealed class OuterWalls
{
    private readonly HashSet<IfcElement> outer = [];

    public OuterWalls(BuildingMeasures measures)
    {
        var walls = measures.Elements.Where(e => e.Kind == IfcElementKind.Wall).ToArray();
        if (Array.Exists(walls, w => w.IsExternal is not null)) outer.UnionWith(walls.Where(w => w.IsExternal == true));
        else if (measures.Spaces.SelectMany(s => s.Boundaries).Any(b => b.IsExternal == true))
            outer.UnionWith(measures.Spaces.SelectMany(s => s.Boundaries).Where(b => b.IsExternal == true && b.Element is { Kind: IfcElementKind.Wall }).Select(b => b.Element!));
        else if (!measures.Footprint.IsEmpty)
            outer.UnionWith(walls.Where(w => IsAtOutline(w, measures.Footprint.Boundary)));
    }

    public bool Has(IfcElement wall) => outer.Contains(wall);

    /// <summary>A wall whose middle lies within its own thickness of the outline.</summary>
    private static bool IsAtOutline(IfcElement wall, Geometry outline)
    {
        if (wall.Extent?.Footprint is not { IsEmpty: false } footprint) return false;
        var thickness = WallGeometry.Of(footprint, footprint)?.Thickness ?? 0;
        return footprint.Centroid.Distance(outline) <= thickness + 0.1;
    }
}
