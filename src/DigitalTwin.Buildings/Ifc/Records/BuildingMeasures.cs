using DigitalTwin.Buildings.Ifc.Extents;
using DigitalTwin.Buildings.Ifc.Properties;
using DigitalTwin.Buildings.Ifc.Reading;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Ifc.Records;

/// <summary>Footprint, ground, heights and areas of a building: stated where the file states them, from extents where it does not.</summary>
internal sealed class BuildingMeasures
{
    /// <summary>Half of what may lie between rooms, m: thick walls are closed over, courtyards are not.</summary>
    private const double Gap = 0.4;

    public BuildingMeasures(IfcModel model, IfcBuilding building)
    {
        Building = building;
        Ground = building.Frame.Origin.Z + (building is { TerrainHeight: { } terrain, ReferenceHeight: { } zero } ? terrain - zero : 0);
        Elements = [.. building.AllElements().Distinct()];
        Spaces = [.. building.Spaces.Where(s => s.IsExternal != true)];
        // A file that contains nothing in its one building means all of it.
        if (Elements.Count == 0 && Spaces.Count == 0 && model.Buildings.Take(2).Count() == 1) Elements = [.. model.Elements];
        Rooms = Geometries.Union(Spaces.Select(s => s.Extent?.Footprint).OfType<Geometry>(), 0);
        Footprint = Outline();
        Top = Elements.Where(IsShell).Select(e => e.Extent).OfType<IfcExtent>().Where(e => !e.IsRough).Select(e => e.Most.Z).DefaultIfEmpty(double.NaN).Max();
    }

    public IfcBuilding Building { get; }

    public IReadOnlyList<IfcElement> Elements { get; }

    public IReadOnlyList<IfcSpace> Spaces { get; }

    /// <summary>Where rooms are, in the model's x and y.</summary>
    public Geometry Rooms { get; }

    /// <summary>Outline in the model's x and y, m; empty where nothing has an extent.</summary>
    public Geometry Footprint { get; }

    /// <summary>Level of the ground in the model, m.</summary>
    public double Ground { get; }

    /// <summary>Highest point of walls, slabs and roofs in the model, m; NaN for none.</summary>
    public double Top { get; }

    /// <summary>Level of the lowest floor in the model, m; null without floors.</summary>
    public double? LowestLevel => Building.Storeys.FirstOrDefault(s => s.IsFloor) is { } lowest ? Building.Frame.Origin.Z + StoreyFinisher.Level(lowest) : null;

    public IEnumerable<IfcStorey> FloorsAbove => Building.Storeys.Where(s => s.IsFloor && !IsBelow(s));

    public IEnumerable<IfcStorey> FloorsBelow => Building.Storeys.Where(s => s.IsFloor && IsBelow(s));

    /// <summary>Height above the ground, m.</summary>
    public double? Height => QuantityNames.Find(Building, "building", "height") ?? (Top - Ground is > 1 and var height ? height : Tops() is > 1 and var stacked ? stacked : null);

    /// <summary>Gross floor area above the ground, m²: of the storeys, else of the building, else of the spaces, else of outlines.</summary>
    public double? FloorArea
    {
        get
        {
            var floors = FloorsAbove.ToArray();
            var stated = Array.ConvertAll(floors, f => QuantityNames.Find(f, "building", "gross-floor-area"));
            if (stated.Length > 0 && Array.TrueForAll(stated, a => a is not null)) return stated.Sum();
            if (QuantityNames.Find(Building, "building", "gross-floor-area") is { } whole) return whole;
            var areas = RoomsAbove.Select(s => s.GrossFloorArea ?? s.NetFloorArea ?? (s.Extent?.Footprint.Area is > 0 and var drawn ? drawn : null)).ToArray();
            if (areas.Length > 0 && Array.TrueForAll(areas, a => a is not null)) return areas.Sum();
            return Footprint.Area > 0 && floors.Length > 0 ? Footprint.Area * floors.Length : null;
        }
    }

    /// <summary>Volume above the ground, m³: of the spaces as stated, else of the floors.</summary>
    public double? Volume
    {
        get
        {
            var stated = RoomsAbove.Select(s => s.Volume).ToArray();
            if (stated.Length > 0 && Array.TrueForAll(stated, v => v is not null)) return stated.Sum();
            return FloorArea is { } area && Height is { } height && FloorsAbove.Count() is > 0 and var floors ? area / floors * height : null;
        }
    }

    /// <summary>Rooms of the floors above the ground; all where there are no floors.</summary>
    private IReadOnlyList<IfcSpace> RoomsAbove => FloorsAbove.Any() ? [.. FloorsAbove.SelectMany(f => f.Spaces).Where(s => s.IsExternal != true).Distinct()] : Spaces;

    /// <summary>A storey of which more than half lies below the ground.</summary>
    public bool IsBelow(IfcStorey storey) => Building.Frame.Origin.Z + StoreyFinisher.Level(storey) + (storey.Height ?? 3) / 2 < Ground;

    private static bool IsShell(IfcElement e) => e.Kind is IfcElementKind.Wall or IfcElementKind.Slab or IfcElementKind.Roof or IfcElementKind.CurtainWall;

    private double? Tops() => FloorsAbove.LastOrDefault() is { } last ? Building.Frame.Origin.Z + StoreyFinisher.Level(last) + (last.Height ?? 3) - Ground : null;

    private Geometry Outline()
    {
        var walls = Elements.Where(e => e.Kind is IfcElementKind.Wall or IfcElementKind.CurtainWall).SelectMany(e => e.WithParts()).Select(e => e.Extent?.Footprint).OfType<Geometry>();
        var floors = Elements.Where(e => e is { Kind: IfcElementKind.Slab, PredefinedType: not "ROOF" and not "LANDING" }).Select(e => e.Extent?.Footprint).OfType<Geometry>();
        var outline = Filled(Geometries.Union(walls.Append(Rooms), Gap));
        if (outline.IsEmpty) outline = Filled(Geometries.Union(floors, 0));
        return outline.IsEmpty ? Filled(Geometries.Union(Elements.Where(IsShell).Select(e => e.Extent?.Footprint).OfType<Geometry>(), 0)) : outline;
    }

    /// <summary>Outlines without the holes that rooms leave between walls when no rooms are drawn: only a courtyard larger than all walls around it would be lost.</summary>
    private Geometry Filled(Geometry outline)
    {
        if (!Rooms.IsEmpty) return outline;
        var shells = Enumerable.Range(0, outline.NumGeometries).Select(outline.GetGeometryN).OfType<Polygon>().Where(p => !p.IsEmpty).Select(p => (Geometry)Geometries.Factory.CreatePolygon(p.Shell)).ToArray();
        return shells.Length == 0 ? Geometries.Factory.CreatePolygon() : Geometries.Union(shells, 0);
    }
}
