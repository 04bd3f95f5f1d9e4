using DigitalTwin.Buildings.Ifc.Extents;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Ifc.Records;

/// <summary>
/// Which walls are outer ones: those that say so; where none does, those that space boundaries call external; else those at the outline. And which windows and doors are in
/// them: those that the file says fill their openings, and those that it leaves without a wall but that stand in one.
/// </summary>
internal sealed class OuterWalls
{
    private readonly HashSet<IfcElement> outer = [];
    private readonly Dictionary<IfcElement, List<IfcElement>> standing = [];

    public OuterWalls(BuildingMeasures measures)
    {
        var walls = measures.Elements.Where(e => e.Kind == IfcElementKind.Wall).ToArray();
        if (Array.Exists(walls, w => w.IsExternal == true)) outer.UnionWith(walls.Where(w => w.IsExternal == true));
        else if (measures.Spaces.SelectMany(s => s.Boundaries).Any(b => b.IsExternal == true))
            outer.UnionWith(measures.Spaces.SelectMany(s => s.Boundaries).Where(b => b.IsExternal == true && b.Element is { Kind: IfcElementKind.Wall }).Select(b => b.Element!));
        else if (!measures.Footprint.IsEmpty)
            outer.UnionWith(walls.Where(w => IsAtOutline(w, measures.Footprint.Boundary)));
        var homeless = measures.Elements.Where(e => e is { Kind: IfcElementKind.Window or IfcElementKind.Door, Host: null, IsExternal: not false }).ToArray();
        if (homeless.Length > 0) House(homeless, walls);
    }

    /// <summary>Windows and doors that stand in a wall without the file saying so.</summary>
    public HashSet<IfcElement> Fillings { get; } = [];

    public bool Has(IfcElement wall) => outer.Contains(wall);

    /// <summary>Windows and doors in a wall.</summary>
    public IEnumerable<IfcElement> FillingsOf(IfcElement wall) =>
        wall.Fillings.Where(f => f.Kind is IfcElementKind.Window or IfcElementKind.Door).Concat(standing.GetValueOrDefault(wall, []));

    private void House(IfcElement[] homeless, IfcElement[] walls)
    {
        foreach (var opening in homeless)
        {
            var (middle, level) = Place(opening);
            if (Array.Find(walls, w => outer.Contains(w) && w.Extent is { } e && level > e.Least.Z && level < e.Most.Z && e.Footprint.Distance(middle) < 0.1) is not { } wall) continue;
            if (!standing.TryGetValue(wall, out var list)) standing[wall] = list = [];
            list.Add(opening);
            Fillings.Add(opening);
        }
    }

    /// <summary>The middle of an opening's shape, or of its parts'; of one without any shape, a point of its sill as high as its middle.</summary>
    private static (Geometry Middle, double Level) Place(IfcElement opening)
    {
        var extents = opening.WithParts().Select(p => p.Extent).OfType<IfcExtent>().Where(e => !e.Footprint.IsEmpty).ToArray();
        if (extents.Length > 0) return (Geometries.Factory.BuildGeometry(extents.Select(e => e.Footprint)).Envelope.Centroid, (extents.Min(e => e.Least.Z) + extents.Max(e => e.Most.Z)) / 2);
        var origin = opening.Frame.Origin;
        return (Geometries.Factory.CreatePoint(new Coordinate(origin.X, origin.Y)), origin.Z + (opening.OverallHeight ?? 1) / 2);
    }

    /// <summary>A wall whose middle lies within its own thickness of the outline.</summary>
    private static bool IsAtOutline(IfcElement wall, Geometry outline)
    {
        if (wall.Extent?.Footprint is not { IsEmpty: false } footprint) return false;
        var thickness = WallGeometry.Of(footprint, footprint)?.Thickness ?? 0;
        return footprint.Centroid.Distance(outline) <= thickness + 0.1;
    }
}
