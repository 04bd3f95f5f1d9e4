using DigitalTwin.Buildings.Shapes;
using DigitalTwin.Buildings.Shapes.Validity;

namespace DigitalTwin.Buildings.Tests.Shapes;

public class ValidityTests
{
    /// <summary>The six faces of a cube of 2 m, by the numbers of its corners.</summary>
    private static readonly int[][] Cube = [[0, 3, 2, 1], [4, 5, 6, 7], [0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7]];

    private static readonly Point3[] Corners = [new(0, 0, 0), new(2, 0, 0), new(2, 2, 0), new(0, 2, 0), new(0, 0, 2), new(2, 0, 2), new(2, 2, 2), new(0, 2, 2)];

    [Fact]
    public void A_cube_is_valid() => Assert.Empty(Check(Solid(Cube)));

    [Fact]
    public void A_cube_without_a_lid_is_not_closed_302()
    {
        var finding = Assert.Single(Check(Solid(Cube[..5])));
        Assert.Equal(ValidityCode.ShellNotClosed, finding.Code);
        Assert.Contains("4 edges", finding.Sentence, StringComparison.Ordinal);
        Assert.True(double.IsNaN(Solid(Cube[..5]).Measures.Volume));
    }

    [Fact]
    public void A_face_that_is_turned_round_disagrees_with_its_neighbours_307()
    {
        var finding = Assert.Single(Check(Solid([.. Cube[..5], [.. Cube[5].Reverse()]])));
        Assert.Equal(ValidityCode.PolygonWrongOrientation, finding.Code);
    }

    [Fact]
    public void A_face_that_is_there_twice_makes_no_manifold_303() =>
        Assert.Equal([ValidityCode.NonManifold], Check(Solid([.. Cube, Cube[0]])).Select(f => f.Code).Distinct());

    [Fact]
    public void A_cube_inside_out_is_turned_round_405_and_has_its_volume()
    {
        var shape = Solid([.. Cube.Select(f => f.Reverse().ToArray())]);
        Assert.Equal(ValidityCode.ShellWrongOrientation, Assert.Single(Check(shape)).Code);
        Assert.Equal(8, shape.Measures.Volume, 12);
        Assert.Equal((4.0, 4.0), (shape.Measures.Roof, shape.Measures.Ground));
    }

    [Fact]
    public void Two_faces_make_no_solid_301() => Assert.Contains(Check(Solid(Cube[..2])), f => f.Code == ValidityCode.TooFewPolygons);

    [Fact]
    public void A_bow_tie_crosses_itself_104() =>
        Assert.Contains(Check(Surface([new(0, 0, 0), new(2, 2, 0), new(2, 0, 0), new(0, 3, 0)])), f => f.Code == ValidityCode.RingSelfIntersection);

    [Fact]
    public void A_ring_that_visits_a_corner_twice_touches_itself_104() =>
        Assert.Contains(Check(Surface([new(0, 0, 0), new(2, 0, 0), new(1, 1, 0), new(2, 2, 0), new(0, 2, 0), new(1, 1, 0)])), f => f.Code == ValidityCode.RingSelfIntersection);

    [Theory]
    [InlineData(0.015, false)]
    [InlineData(0.05, true)]
    public void Four_corners_off_one_plane_by_more_than_a_hundredth_of_a_metre_are_no_polygon_203(double lift, bool found) =>
        Assert.Equal(found, Check(Surface([new(0, 0, 0), new(2, 0, 0), new(2, 2, lift), new(0, 2, 0)])).Any(f => f.Code == ValidityCode.NonPlanarPolygon));

    [Fact]
    public void A_hole_that_runs_the_way_of_its_outer_ring_is_turned_round_208()
    {
        var builder = Begin();
        builder.BeginSurfaces();
        Ring(builder, true, [new(0, 0, 0), new(4, 0, 0), new(4, 4, 0), new(0, 4, 0)]);
        Ring(builder, false, [new(1, 1, 0), new(2, 1, 0), new(2, 2, 0), new(1, 2, 0)]);
        var shape = builder.Build()!;
        Assert.Equal(15, shape.Area(0), 12);
        Assert.Equal(ValidityCode.OrientationOfRingsSame, Assert.Single(Check(shape)).Code);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(9, 1)]
    public void Parts_may_touch_and_must_not_share_space_601(double at, int expected)
    {
        var builder = Begin();
        foreach (var (part, x) in new[] { ("east", 0.0), ("west", at) })
        {
            builder.BeginPart(part);
            builder.BeginSolid();
            builder.BeginShell();
            foreach (var face in Cube) Ring(builder, true, [.. face.Select(c => new Point3(x + 5 * Corners[c].X, 5 * Corners[c].Y, 5 * Corners[c].Z))]);
        }
        var overlaps = Check(builder.Build()!).Where(f => f.Code == ValidityCode.BuildingPartsOverlap).ToArray();
        Assert.Equal(expected, overlaps.Length);
        Assert.All(overlaps, o => Assert.Contains("'east' and 'west'", o.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_on_top_of_another_shares_no_space()
    {
        var builder = Begin();
        foreach (var (part, z) in new[] { ("low", 0.0), ("high", 2.0) })
        {
            builder.BeginPart(part);
            builder.BeginSolid();
            builder.BeginShell();
            foreach (var face in Cube) Ring(builder, true, [.. face.Select(c => Corners[c] + new Point3(0, 0, z))]);
        }
        Assert.Empty(Check(builder.Build()!));
    }

    private static List<ValidityFinding> Check(BuildingShape shape)
    {
        var findings = new List<ValidityFinding>();
        new ShapeValidity().Check(shape, findings);
        return findings;
    }

    private static BuildingShape Solid(int[][] faces)
    {
        var builder = Begin();
        builder.BeginSolid();
        builder.BeginShell();
        foreach (var face in faces) Ring(builder, true, [.. face.Select(c => Corners[c])]);
        return builder.Build()!;
    }

    private static BuildingShape Surface(Point3[] points)
    {
        var builder = Begin();
        builder.BeginSurfaces();
        Ring(builder, true, points);
        return builder.Build()!;
    }

    private static ShapeBuilder Begin()
    {
        var builder = new ShapeBuilder();
        builder.Begin("b");
        return builder;
    }

    private static void Ring(ShapeBuilder builder, bool newFace, Point3[] points)
    {
        if (newFace) builder.BeginFace(FaceKind.Unknown);
        builder.BeginRing();
        foreach (var point in points) builder.Corner(point);
        builder.EndRing();
    }
}
