using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Records;

namespace DigitalTwin.Buildings.Shapes;

/// <summary>The outer surfaces of a building as a thermal model wants them: by kind, by what lies behind, and by direction.</summary>
public static class Envelopes
{
    /// <summary>
    /// Surfaces of a shape. Faces of one kind and one direction are merged: area is their sum, direction their mean by area. What <paramref name="shared"/> finds between parts of
    /// the building is inside and left out; what it finds towards neighbours is <see cref="Exposure.Adiabatic"/>.
    /// </summary>
    /// <param name="shape">The building.</param>
    /// <param name="source">Whose values these are.</param>
    /// <param name="shared">What its faces share with others; null where nobody looked.</param>
    /// <param name="options">How to merge.</param>
    public static IReadOnlyList<RecordedSurface> Of(BuildingShape shape, string source, SharedAreas? shared = null, EnvelopeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        options ??= EnvelopeOptions.Standard;
        var groups = new List<Group>();
        var within = Math.Cos(options.MergeAngle * Math.PI / 180);
        for (var face = 0; face < shape.FaceCount; face++)
        {
            if (Meaning(shape.Kind(face)) is not { } meaning) continue;
            var whole = shape.Area(face);
            if (!(whole > 0)) continue;
            var unit = 1 / whole * shape.VectorArea(face);
            var neighbour = Math.Min(whole, shared?.Neighbours(face) ?? 0);
            var inside = Math.Min(whole - neighbour, shared?.Inside(face) ?? 0);
            Put(groups, meaning.Kind, Exposure.Adiabatic, unit, neighbour, within);
            Put(groups, meaning.Kind, meaning.Exposure, unit, whole - neighbour - inside, within);
        }
        return [.. groups.Where(g => g.Area >= options.LeastArea).Select(g => g.ToSurface(source))];
    }

    /// <summary>What a kind of face is to the zone behind it; null where it is no part of the envelope.</summary>
    private static (SurfaceKind? Kind, Exposure Exposure)? Meaning(FaceKind kind) => kind switch
    {
        FaceKind.Ground => (SurfaceKind.Floor, Exposure.Ground),
        FaceKind.OuterCeiling => (SurfaceKind.Floor, Exposure.Outdoors),
        FaceKind.Roof or FaceKind.OuterFloor => (SurfaceKind.Roof, Exposure.Outdoors),
        FaceKind.Wall => (SurfaceKind.Wall, Exposure.Outdoors),
        FaceKind.Window => (null, Exposure.Outdoors),
        FaceKind.Door => (SurfaceKind.Door, Exposure.Outdoors),
        _ => null,
    };

    private static void Put(List<Group> groups, SurfaceKind? kind, Exposure exposure, Point3 unit, double area, double within)
    {
        if (!(area > 0)) return;
        foreach (var group in groups)
        {
            if (group.Kind != kind || group.Exposure != exposure || Point3.Dot(group.First, unit) < within) continue;
            group.Area += area;
            group.Sum += area * unit;
            return;
        }
        groups.Add(new() { Kind = kind, Exposure = exposure, First = unit, Area = area, Sum = area * unit });
    }

    private sealed class Group
    {
        public required SurfaceKind? Kind { get; init; }

        public required Exposure Exposure { get; init; }

        public required Point3 First { get; init; }

        public double Area { get; set; }

        public Point3 Sum { get; set; }

        public RecordedSurface ToSurface(string source)
        {
            var (azimuth, tilt) = Directions.Of(Sum);
            return new() { Kind = Kind, Exposure = Exposure, Area = Area, Azimuth = azimuth, Tilt = tilt, Source = source };
        }
    }
}
