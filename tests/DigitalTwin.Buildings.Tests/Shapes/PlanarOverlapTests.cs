using DigitalTwin.Buildings.Shapes;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Tests.Shapes;

public class PlanarOverlapTests
{
    [Fact]
    public void Any_two_stars_overlap_as_much_as_NetTopologySuite_finds() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (a, b) = (Star(seed, 0), Star(seed, 1));
            var overlap = new PlanarOverlap();
            Fan(overlap.First, a);
            Fan(overlap.Second, b);
            Assert.Equal(a.Intersection(b).Area, overlap.Area(), 9);
        }).QuickCheckThrowOnFailure();

    /// <summary>A polygon around a point with corners at random distances: as a rule not convex.</summary>
    private static Polygon Star(int seed, ulong which)
    {
        var random = new Numerics.Randomness.KeyedRandom((uint)seed);
        var corners = Enumerable.Range(0, 9).Select(i =>
        {
            var distance = 1 + 4 * random.Uniform(which, (uint)i);
            return new Coordinate(which + distance * Math.Cos(i * 0.69), 0.5 * which + distance * Math.Sin(i * 0.69));
        }).ToList();
        corners.Add(corners[0].Copy());
        return GeometryFactory.Default.CreatePolygon([.. corners]);
    }

    private static void Fan(List<(double, double)> triangles, Polygon polygon)
    {
        var c = polygon.Coordinates;
        for (var i = 2; i < c.Length - 1; i++) triangles.AddRange([(c[0].X, c[0].Y), (c[i - 1].X, c[i - 1].Y), (c[i].X, c[i].Y)]);
    }
}
