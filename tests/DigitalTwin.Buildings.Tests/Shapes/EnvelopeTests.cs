using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Shapes;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Tests.Shapes;

public class EnvelopeTests
{
    [Fact]
    public void The_walls_of_a_block_look_to_the_four_winds()
    {
        var walls = Envelopes.Of(Boxes.Block("a", 0, 0, 10, 20, 30), "test").Where(s => s.Kind == SurfaceKind.Wall).OrderBy(s => s.Azimuth).ToArray();
        Assert.Equal([0.0, 90, 180, 270], walls.Select(w => w.Azimuth));
        Assert.Equal([300.0, 600, 300, 600], walls.Select(w => Math.Round(w.Area, 9)));
        Assert.All(walls, w => Assert.Equal(90, w.Tilt, 9));
    }

    [Fact]
    public void Ground_lies_on_the_ground_and_a_flat_roof_looks_at_the_zenith()
    {
        var surfaces = Envelopes.Of(Boxes.Block("a", 0, 0, 10, 20, 30), "test");
        Assert.Equal(Exposure.Ground, Assert.Single(surfaces, s => s.Kind == SurfaceKind.Floor).Exposure);
        Assert.Equal(0, Assert.Single(surfaces, s => s.Kind == SurfaceKind.Roof).Tilt, 9);
    }

    [Fact]
    public void Merging_walls_of_a_round_tower_keeps_their_area()
    {
        var round = Enumerable.Range(0, 120).Select(i => new Coordinate(10 * Math.Cos(i * Math.PI / 60), 10 * Math.Sin(i * Math.PI / 60))).ToList();
        round.Add(round[0].Copy());
        var tower = Extrusion.Flat("t", GeometryFactory.Default.CreatePolygon([.. round]), 0, 10);
        var walls = Envelopes.Of(tower, "test").Where(s => s.Kind == SurfaceKind.Wall).ToArray();
        Assert.InRange(walls.Length, 30, 72);
        Assert.Equal(tower.Measures.Wall, walls.Sum(w => w.Area), 9);
    }

    [Fact]
    public void What_looks_down_above_the_ground_is_a_floor_over_air()
    {
        // A block on two legs: the underside of its middle is no ground.
        var builder = new ShapeBuilder();
        builder.Begin("bridge");
        builder.BeginPart("bridge");
        builder.BeginSolid();
        builder.BeginShell();
        (double X, double Z)[] side = [(0, 0), (2, 0), (2, 5), (8, 5), (8, 0), (10, 0), (10, 9), (0, 9)];
        for (var i = 0; i < side.Length; i++)
        {
            var (a, b) = (side[i], side[(i + 1) % side.Length]);
            Face(new(a.X, 0, a.Z), new(a.X, 4, a.Z), new(b.X, 4, b.Z), new(b.X, 0, b.Z));
        }
        Face([.. side.Select(p => new Point3(p.X, 0, p.Z))]);
        Face([.. side.Reverse().Select(p => new Point3(p.X, 4, p.Z))]);
        var shape = builder.Build()!;
        Assert.Equal(40 * 9 - 24 * 5, shape.Measures.Volume, 9);
        Assert.Equal(16, shape.Measures.Ground, 9);
        Assert.Equal(24, Assert.Single(Envelopes.Of(shape, "test"), s => s is { Kind: SurfaceKind.Floor, Exposure: Exposure.Outdoors }).Area, 9);

        void Face(params Point3[] points)
        {
            builder.BeginFace(FaceKind.Unknown);
            builder.BeginRing();
            foreach (var point in points) builder.Corner(point);
            builder.EndRing();
        }
    }
}
