using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Ifc.Extents;
using DigitalTwin.Buildings.Ifc.Materials;
using DigitalTwin.Buildings.Ifc.Placements;
using DigitalTwin.Buildings.Records;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Ifc.Records;

/// <summary>The outer surfaces of a building: outer walls with their windows and doors, roofs, the lowest floor.</summary>
internal sealed class EnvelopeSurfaces(IfcModel model, BuildingMeasures measures)
{
    // Films of ISO 6946:2017, table 7, m² K/W: inside for walls, roofs and floors, and outside.
    private const double InsideWall = 0.13, InsideRoof = 0.10, InsideFloor = 0.17, Outside = 0.04;

    /// <summary>How far from its floor's level the top of a slab may lie, m.</summary>
    private const double SameLevel = 0.35;

    private readonly List<RecordedSurface> surfaces = [];
    private readonly OuterWalls outer = new(measures);
    private readonly Geometry rooms = measures.Rooms.IsEmpty ? measures.Footprint : measures.Rooms;

    public IReadOnlyList<RecordedSurface> Read()
    {
        foreach (var element in measures.Elements)
        {
            if (element.Kind is IfcElementKind.Wall && outer.Has(element)) Wall(element);
            else if (element.Kind is IfcElementKind.CurtainWall && element.IsExternal != false) Glass(element);
            else if (element.Kind is IfcElementKind.Window or IfcElementKind.Door && element.Host is null && element.IsExternal == true && !outer.Fillings.Contains(element)) Opening(element, Stand(element));
        }
        Roofs();
        Floors();
        return surfaces;
    }

    private WallGeometry? Stand(IfcElement element) => element.Extent is { } extent ? WallGeometry.Of(extent.Footprint, rooms) : null;

    private void Wall(IfcElement wall)
    {
        var stand = Stand(wall);
        var fillings = outer.FillingsOf(wall).ToArray();
        foreach (var filling in fillings) Opening(filling, stand);
        var area = wall.StatedArea ?? (wall.Extent is { } extent ? Gross(wall, extent, stand) - fillings.Sum(AreaOf) : 0);
        var forward = wall.Material is { Axis: 2 } use ? use.IsForward != (stand is { } s && IfcPoint.Dot(s.Outward, wall.Frame.Y) > 0) : true;
        var below = wall.Extent is { } e && e.Most.Z < measures.Ground + 0.1 || measures.Building.Storeys.FirstOrDefault(s => s == wall.Parent) is { } storey && measures.IsBelow(storey);
        Add(wall, SurfaceKind.Wall, area, stand, 90, forward, InsideWall + Outside, below ? Exposure.Ground : Exposure.Outdoors);
    }

    /// <summary>One side of a wall: its faces along its own y, else its run times its height.</summary>
    private static double Gross(IfcElement wall, IfcExtent extent, WallGeometry? stand)
    {
        var box = (stand?.Length ?? extent.OwnSize.X) * extent.Height;
        return extent.SideArea > 0 && extent.SideArea <= 1.05 * box && Math.Abs(extent.OwnSize.X - (stand?.Length ?? extent.OwnSize.X)) < 0.1 + 0.05 * extent.OwnSize.X ? extent.SideArea : box;
    }

    private void Opening(IfcElement opening, WallGeometry? stand)
    {
        if (AreaOf(opening) is > 0 and var area) Add(opening, opening.Kind == IfcElementKind.Door ? SurfaceKind.Door : null, area, stand, 90, true, InsideWall + Outside, Exposure.Outdoors);
    }

    /// <summary>As stated or by its overall sizes, else by its own extent or that of the hole it fills.</summary>
    private static double AreaOf(IfcElement opening) =>
        opening.OpeningArea ?? ((opening.Extent ?? opening.Fills?.Extent) is { } extent && WallGeometry.Of(extent.Footprint, extent.Footprint) is { } stand ? stand.Length * extent.Height : 0);

    private void Glass(IfcElement curtain)
    {
        var extents = curtain.WithParts().Select(p => p.Extent).OfType<IfcExtent>().ToArray();
        if (extents.Length == 0) return;
        var hull = Geometries.Factory.BuildGeometry(extents.Select(e => e.Footprint)).ConvexHull();
        if (WallGeometry.Of(hull, rooms) is { } stand) Add(curtain, null, curtain.StatedArea ?? stand.Length * (extents.Max(e => e.Most.Z) - extents.Min(e => e.Least.Z)), stand, 90, true, InsideWall + Outside, Exposure.Outdoors);
    }

    private void Roofs()
    {
        var roofs = measures.Elements.Where(e => (e is { Kind: IfcElementKind.Roof } && !e.Parts.Any(p => p.HasShape)) || e is { Kind: IfcElementKind.Slab, PredefinedType: "ROOF" }).ToArray();
        foreach (var roof in roofs)
        {
            var (extent, normal) = (roof.Extent, roof.Extent?.TopNormal ?? IfcFrame.Identity.Z);
            var area = roof.StatedArea ?? (extent is null ? 0 : extent.TopArea > 0 ? extent.TopArea : extent.Footprint.Area);
            var tilt = Math.Acos(Math.Clamp(normal.Z, -1, 1)) * 180 / Math.PI;
            var top = roof.Material is { Axis: 3 } use ? !use.IsForward : true;
            Add(roof, SurfaceKind.Roof, area, tilt < 0.5 ? null : new WallGeometry(normal, 0, 0, true), tilt < 0.5 ? 0 : tilt, top, InsideRoof + Outside, Exposure.Outdoors);
        }
        if (!surfaces.Exists(s => s.Kind == SurfaceKind.Roof) && measures.Footprint.Area > 0) Plain(SurfaceKind.Roof, measures.Footprint.Area, 0, Exposure.Outdoors);
    }

    private void Floors()
    {
        var slabs = measures.Elements.Where(e => e is { Kind: IfcElementKind.Slab, PredefinedType: not "ROOF" and not "LANDING" }).ToArray();
        var lowest = slabs.Where(s => s.PredefinedType == "BASESLAB").ToArray();
        if (lowest.Length == 0 && measures.LowestLevel is { } level) lowest = [.. slabs.Where(s => s.Extent is { } e && Math.Abs(e.Most.Z - level) < SameLevel)];
        var covered = (Geometry)Geometries.Factory.CreatePolygon();
        foreach (var slab in lowest.OrderBy(s => s.Extent?.Least.Z ?? 0))
        {
            var footprint = slab.Extent?.Footprint;
            // A screed upon a slab is the same floor once more; a terrace is no floor.
            if (footprint is { Area: > 0 } && covered.Intersection(footprint).Area > 0.5 * footprint.Area) continue;
            var area = (slab.StatedArea ?? footprint?.Area ?? 0) * Under(footprint);
            if (footprint is { Area: > 0 }) covered = Geometries.Union([covered, footprint], 0);
            Add(slab, SurfaceKind.Floor, area, null, 180, slab.Material is { Axis: 3 } use && use.IsForward, InsideFloor, Exposure.Ground);
        }
        if (!surfaces.Exists(s => s.Kind == SurfaceKind.Floor) && measures.Footprint.Area > 0) Plain(SurfaceKind.Floor, measures.Footprint.Area, 180, Exposure.Ground);
    }

    /// <summary>The part of a slab that lies under the building.</summary>
    private double Under(Geometry? footprint) =>
        footprint is { Area: > 0, IsValid: true } && measures.Footprint.Area > 0 && measures.Footprint.Intersection(footprint).Area / footprint.Area is < 0.97 and var share ? share : 1;

    private void Plain(SurfaceKind kind, double area, double tilt, Exposure exposure) => surfaces.Add(new() { Kind = kind, Area = area, Tilt = tilt, Exposure = exposure, Source = model.FileName });

    private void Add(IfcElement element, SurfaceKind? kind, double area, WallGeometry? stand, double tilt, bool firstIsOutside, double films, Exposure exposure)
    {
        if (!(area > 0)) return;
        var construction = kind is null || element.Material is not { } use ? null : MaterialTable.Construction(use, firstIsOutside);
        surfaces.Add(new()
        {
            Kind = kind, Area = area, Tilt = tilt, Exposure = exposure, Construction = construction, Source = model.FileName,
            Azimuth = stand is { } s ? model.Georeference.AzimuthOf(s.Outward) : double.NaN,
            UValue = element.ThermalTransmittance ?? (construction is { } layers ? 1 / (films + layers.Resistance) : double.NaN),
        });
    }
}
