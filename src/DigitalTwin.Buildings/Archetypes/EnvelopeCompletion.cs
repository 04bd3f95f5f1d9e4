using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Records;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Archetypes;

/// <summary>The outer surfaces of a building: those that a source has, else its footprint pulled up to its height, else a square of its area.</summary>
internal static class EnvelopeCompletion
{
    // ISO 6946: resistances of the air at the faces of walls, inside 0.13 and outside 0.04 m² K/W; roofs 0.10 and floors 0.17 inside.
    private const double OuterFilm = 0.04;

    /// <summary>Gathers them.</summary>
    public static EnvelopeGathering Of(BuildingRecord record, Archetype archetype, CompletionContext context, double height, double ground)
    {
        var gathered = new EnvelopeGathering(archetype);
        var walls = record.Surfaces.Where(s => s.Kind == SurfaceKind.Wall).Sum(s => s.Area);
        if (walls > 0) Recorded(record.Surfaces, archetype, gathered, ground);
        else Extruded(record, archetype, context, height, ground, gathered);
        return gathered;
    }

    /// <summary>Area of the footprint, m²; 0 without one.</summary>
    public static double AreaOf(Geometry? footprint, string? crs) =>
        footprint is null ? 0 : Math.Max(0, new FootprintPlane(footprint, crs).Rings(footprint).Sum(FootprintPlane.SignedArea));

    private static void Recorded(IReadOnlyList<RecordedSurface> surfaces, Archetype archetype, EnvelopeGathering gathered, double ground)
    {
        var hasWindows = surfaces.Any(s => s.Kind is null && s.Area > 0);
        var (roof, floor) = (0.0, 0.0);
        foreach (var s in surfaces)
        {
            if (s.Kind is not { } kind)
            {
                gathered.AddWindow(s.Area, s.Azimuth, s.Tilt, double.IsNaN(s.UValue) ? archetype.WindowU : s.UValue);
                continue;
            }
            var u = Transmittance(s, kind, archetype);
            if (kind == SurfaceKind.Roof) roof += s.Area;
            if (kind == SurfaceKind.Floor) floor += s.Area;
            if (kind == SurfaceKind.Wall && s.Exposure == Exposure.Outdoors && !hasWindows) gathered.AddWallWithWindows(s.Area, s.Azimuth, s.Tilt, u, s.Construction);
            else if (double.IsNaN(s.Azimuth) && kind == SurfaceKind.Wall)
                for (var way = 0; way < 4; way++) gathered.Add(kind, s.Exposure, s.Area / 4, 90 * way, s.Tilt, u, s.Construction);
            else gathered.Add(kind, kind == SurfaceKind.Floor && s.Exposure == Exposure.Outdoors && s.Tilt is 90 ? Exposure.Ground : s.Exposure, s.Area, s.Azimuth, TiltOf(kind, s), u, s.Construction);
        }
        if (roof == 0) gathered.Add(SurfaceKind.Roof, Exposure.Outdoors, ground, 0, 0, archetype.RoofU);
        if (floor == 0) gathered.Add(SurfaceKind.Floor, Exposure.Ground, ground, 0, 180, archetype.FloorU);
    }

    private static void Extruded(BuildingRecord record, Archetype archetype, CompletionContext context, double height, double ground, EnvelopeGathering gathered)
    {
        foreach (var wall in Walls(record, context, height, ground))
        {
            gathered.AddWallWithWindows(wall.Free, wall.Azimuth, 90, archetype.WallU);
            gathered.Add(SurfaceKind.Wall, Exposure.Adiabatic, wall.Shared, wall.Azimuth, 90, archetype.WallU);
        }
        gathered.Add(SurfaceKind.Roof, Exposure.Outdoors, ground, 0, 0, archetype.RoofU);
        gathered.Add(SurfaceKind.Floor, Exposure.Ground, ground, 0, 180, archetype.FloorU);
    }

    private static List<ExtrudedWall> Walls(BuildingRecord record, CompletionContext context, double height, double ground)
    {
        if (record.Footprint?.Value is { } footprint && ground > 0)
        {
            var plane = new FootprintPlane(footprint, record.Crs);
            if (plane.Rings(footprint) is { Count: > 0 } rings) return ExtrudedWall.Of(rings, height, [.. context.Neighbours.Select(n => (plane.Rings(n.Footprint), n.Height))]);
        }
        var side = Math.Sqrt(ground);
        return [new(0, side * height, 0), new(90, side * height, 0), new(180, side * height, 0), new(270, side * height, 0)];
    }

    private static double TiltOf(SurfaceKind kind, RecordedSurface surface) => (kind, surface.Tilt) switch
    {
        // 90° is what a source leaves that does not know the slope; no roof or floor stands upright.
        (SurfaceKind.Roof, 90) => 0,
        (SurfaceKind.Floor, 90) => 180,
        _ => surface.Tilt,
    };

    private static double Transmittance(RecordedSurface surface, SurfaceKind kind, Archetype archetype)
    {
        if (!double.IsNaN(surface.UValue)) return surface.UValue;
        var inner = kind switch { SurfaceKind.Roof => 0.10, SurfaceKind.Floor => 0.17, _ => 0.13 };
        if (surface.Construction is { Resistance: > 0 and < double.PositiveInfinity } layers) return 1 / (inner + layers.Resistance + OuterFilm);
        return kind switch { SurfaceKind.Roof => archetype.RoofU, SurfaceKind.Floor => archetype.FloorU, SurfaceKind.Door => Math.Max(archetype.WallU, 2), _ => archetype.WallU };
    }
}
