using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace DigitalTwin.Buildings.Sun;

/// <summary>
/// What buildings hide from each other. Seen from the middle of a building, at half of its height, a neighbour that begins at a distance d in a direction and is Δ higher reaches up to
/// (V1) tan h = Δ / (d - r), with r the way from the middle to the building's own wall in that direction: the horizon of its walls, one for all of them. A neighbour that touches counts from the building's own top:
/// between the two no sun is to be hidden. What a sector of the horizon shows is looked up along its middle. Immutable.
/// </summary>
public sealed class Skyline
{
    /// <summary>How far a neighbour is looked for, m: 10 m of height are 2° there.</summary>
    public const double Reach = 300;

    /// <summary>Closer neighbours touch, m.</summary>
    private const double Touching = 0.5;

    private readonly Geometry?[] footprints;
    private readonly double[] heights;
    private readonly Coordinate[][][] rings;
    private readonly STRtree<int> tree = new();

    /// <summary>Puts buildings up.</summary>
    /// <param name="footprints">Footprints on a plane, m, x to the east and y to the north; null for a building that hides nothing.</param>
    /// <param name="heights">Their heights above one level, m.</param>
    public Skyline(IReadOnlyList<Geometry?> footprints, IReadOnlyList<double> heights)
    {
        ArgumentNullException.ThrowIfNull(footprints);
        ArgumentNullException.ThrowIfNull(heights);
        if (footprints.Count != heights.Count) throw new ArgumentException($"{footprints.Count} footprints and {heights.Count} heights.", nameof(heights));
        (this.footprints, this.heights) = ([.. footprints], [.. heights]);
        rings = Array.ConvertAll(this.footprints, RingsOf);
        for (var b = 0; b < this.footprints.Length; b++)
            if (this.footprints[b] is { IsEmpty: false } footprint) tree.Insert(footprint.EnvelopeInternal, b);
        tree.Build();
    }

    /// <summary>Buildings.</summary>
    public int Count => heights.Length;

    /// <summary>The horizon of a building among those that stand; open for one without a footprint.</summary>
    /// <param name="building">Which.</param>
    /// <param name="stands">Whether another one stands.</param>
    public Horizon Around(int building, Func<int, bool> stands)
    {
        ArgumentNullException.ThrowIfNull(stands);
        if (footprints[building] is not { IsEmpty: false } footprint) return Horizon.Open;
        var middle = footprint.Centroid.Coordinate;
        var around = new NetTopologySuite.Geometries.Envelope(middle);
        around.ExpandBy(Reach);
        Span<float> altitudes = stackalloc float[Horizon.Sectors];
        Span<double> own = stackalloc double[Horizon.Sectors], gap = stackalloc double[Horizon.Sectors];
        own.Clear();
        Farthest(rings[building], middle, own);
        foreach (var other in tree.Query(around).Order())
        {
            if (other == building || heights[other] <= heights[building] / 2 || !stands(other)) continue;
            gap.Fill(double.PositiveInfinity);
            Nearest(rings[other], middle, gap);
            for (var k = 0; k < gap.Length; k++)
            {
                if (double.IsPositiveInfinity(gap[k])) continue;
                var away = gap[k] - own[k];
                var higher = heights[other] - (away < Touching ? heights[building] : heights[building] / 2);
                if (higher > 0) altitudes[k] = Math.Max(altitudes[k], (float)Math.Atan2(higher, Math.Max(Touching, away)));
            }
        }
        return new Horizon(altitudes);
    }

    /// <summary>Buildings near enough to another that it may hide something from them, ascending.</summary>
    public IReadOnlyList<int> Near(int building)
    {
        if (footprints[building] is not { IsEmpty: false } footprint) return [];
        var around = footprint.EnvelopeInternal.Copy();
        around.ExpandBy(Reach);
        return [.. tree.Query(around).Where(b => b != building).Order()];
    }

    private static Coordinate[][] RingsOf(Geometry? footprint) => footprint is null ? [] :
    [
        .. Enumerable.Range(0, footprint.NumGeometries).Select(footprint.GetGeometryN).OfType<Polygon>().Select(p => p.ExteriorRing.Coordinates),
    ];

    /// <summary>By sector the way to the nearest wall along its middle.</summary>
    private static void Nearest(Coordinate[][] rings, Coordinate from, Span<double> way) => Cross(rings, from, way, nearest: true);

    /// <summary>By sector the way to the farthest wall along its middle.</summary>
    private static void Farthest(Coordinate[][] rings, Coordinate from, Span<double> way) => Cross(rings, from, way, nearest: false);

    private static void Cross(Coordinate[][] rings, Coordinate from, Span<double> way, bool nearest)
    {
        foreach (var ring in rings)
            for (var i = 1; i < ring.Length; i++)
            {
                double ax = ring[i - 1].X - from.X, ay = ring[i - 1].Y - from.Y, bx = ring[i].X - from.X, by = ring[i].Y - from.Y;
                // The sectors that the edge spans, the short way round, and one more on each side: which of their middles it really crosses the intersection tells.
                var first = Horizon.SectorOf(ax, ay);
                var turn = ((Horizon.SectorOf(bx, by) - first + Horizon.Sectors + Horizon.Sectors / 2) % Horizon.Sectors) - Horizon.Sectors / 2;
                var (begin, end) = turn >= 0 ? (first - 1, first + turn + 1) : (first + turn - 1, first + 1);
                if (Math.Abs(turn) >= Horizon.Sectors / 2 - 1) (begin, end) = (0, Horizon.Sectors - 1);
                for (var k = begin; k <= end; k++)
                {
                    var sector = (k + Horizon.Sectors) % Horizon.Sectors;
                    var (east, north) = Math.SinCos(Horizon.Centre(sector));
                    var across = (bx - ax) * north - (by - ay) * east;
                    if (Math.Abs(across) < 1e-12) continue;
                    // from + t (east, north) = a + u (b - a)
                    var u = (ay * east - ax * north) / across;
                    var t = (ay * (bx - ax) - ax * (by - ay)) / across;
                    if (u is < 0 or > 1 || t <= 0) continue;
                    way[sector] = nearest ? Math.Min(way[sector], t) : Math.Max(way[sector], t);
                }
            }
    }
}
