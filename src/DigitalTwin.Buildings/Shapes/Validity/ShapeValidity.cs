using System.Globalization;

namespace DigitalTwin.Buildings.Shapes.Validity;

/// <summary>Checks a shape: its rings (104, 208), its polygons (203), the shells of its solids (301, 302, 303, 307, 405), and its parts against each other (601). What a reader meets before there is a shape (101, 102, 103, 902) it reports itself.</summary>
public sealed class ShapeValidity
{
    /// <summary>Greatest distance of a corner from its polygon's plane, m: val3dity's own tolerance.</summary>
    public const double Planarity = 0.01;

    private readonly RingCrossing crossing = new();
    private readonly List<ulong> edges = [];

    /// <summary>Adds what is wrong with a shape.</summary>
    public void Check(BuildingShape shape, List<ValidityFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(findings);
        for (var face = 0; face < shape.FaceCount; face++) Polygon(shape, face, findings);
        foreach (var shell in shape.Shells) if (shell.IsSolid) Shell(shape, shell, findings);
        PartsOverlap.Check(shape, findings);
    }

    private void Polygon(BuildingShape shape, int face, List<ValidityFinding> findings)
    {
        void Say(ValidityCode code, string sentence) => findings.Add(new(code, shape.Id, face, $"Surface {face} ({Word(shape.Kind(face))}): {sentence}"));
        if (shape.HolesTurned(face)) Say(ValidityCode.OrientationOfRingsSame, "a hole runs the way of its outer ring; it is turned round.");
        var area = shape.VectorArea(face);
        var size = area.Length;
        if (!(size > 0)) return;
        var unit = 1 / size * area;
        double off = 0;
        for (var ring = 0; ring < shape.RingCount(face); ring++)
        {
            var corners = shape.Ring(face, ring);
            if (corners.Length > 3) off = Math.Max(off, Newell.Unevenness(shape.Vertices, corners, unit));
            if (crossing.Find(shape.Vertices, corners, unit) is >= 0 and var at) Say(ValidityCode.RingSelfIntersection, $"a ring crosses or touches itself near {Place(shape, corners[at])}.");
        }
        if (off > Planarity) Say(ValidityCode.NonPlanarPolygon, string.Create(CultureInfo.InvariantCulture, $"its corners lie up to {off:0.000} m off its plane; {Planarity} m is accepted. Its area is that of its mean plane."));
    }

    private void Shell(BuildingShape shape, Shell shell, List<ValidityFinding> findings)
    {
        var name = $"The shell of surfaces {shell.FirstFace} to {shell.FirstFace + shell.FaceCount - 1}";
        void Say(ValidityCode code, string sentence) => findings.Add(new(code, shape.Id, -1, $"{name} {sentence}"));
        if (shell.FaceCount < 4) Say(ValidityCode.TooFewPolygons, $"has {shell.FaceCount} surfaces; the simplest solid has four.");
        if (shell.Turned) Say(ValidityCode.ShellWrongOrientation, $"has its normals point {(shell.Inner ? "out of its cavity's solid" : "inwards")}; they are turned round.");
        if (shell.Closed) return;
        var census = shape.Edges(shell, edges);
        if (census.Open.Count > 0) Say(ValidityCode.ShellNotClosed, $"is not closed: {census.Open.Count} edges belong to one surface only, the first between {Edge(shape, census.Open)}. It has no volume of its own.");
        if (census.Crowded.Count > 0) Say(ValidityCode.NonManifold, $"is not a manifold: {census.Crowded.Count} edges belong to more than two surfaces, the first between {Edge(shape, census.Crowded)}.");
        if (census.Clashing.Count > 0) Say(ValidityCode.PolygonWrongOrientation, $"has surfaces that do not agree on what is outside: {census.Clashing.Count} edges are run through twice the same way, the first between {Edge(shape, census.Clashing)}.");
    }

    private static string Word(FaceKind kind) => kind.ToString().ToLowerInvariant();

    private static string Edge(BuildingShape shape, EdgeCensus.Kind edges) => $"{Place(shape, edges.From)} and {Place(shape, edges.To)}";

    private static string Place(BuildingShape shape, int vertex)
    {
        var p = shape.Origin + shape.Vertices[vertex];
        return string.Create(CultureInfo.InvariantCulture, $"({p.X:0.###}, {p.Y:0.###}, {p.Z:0.###})");
    }
}
