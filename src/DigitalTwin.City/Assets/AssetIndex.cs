using DigitalTwin.Cities.Places;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace DigitalTwin.Cities.Assets;

/// <summary>
/// Where the assets of one layer are: a packed R-tree over metres on a plane that touches the earth at the layer's middle
/// (x = R λ cos φ₀, y = R φ), good to one part in a thousand over 50 km. Assets without a place are not in it.
/// </summary>
internal sealed class AssetIndex
{
    private const double MetresPerDegree = 6_371_008.8 * Math.PI / 180;

    private readonly AssetLayer layer;
    private readonly STRtree<int> tree = new(16);
    private readonly double perLongitude;
    private readonly int placed;

    public AssetIndex(AssetLayer layer)
    {
        this.layer = layer;
        perLongitude = MetresPerDegree * Math.Cos(MeanLatitude(layer) * Math.PI / 180);
        for (var row = 0; row < layer.Count; row++)
        {
            if (double.IsNaN(layer.Longitude[row])) continue;
            var envelope = layer.Shape is null
                ? new Envelope(new Coordinate(layer.Longitude[row], layer.Latitude[row]))
                : layer.GeometryOf(row)!.EnvelopeInternal;
            tree.Insert(OnPlane(envelope), row);
            placed++;
        }
        tree.Build();
    }

    /// <summary>The rows nearest to a place, nearest first, with their distances in m.</summary>
    public IReadOnlyList<(int Row, double Distance)> Nearest(double longitude, double latitude, int count)
    {
        count = Math.Min(count, placed);
        if (count <= 0) return [];
        var distance = new DistanceFrom(this, longitude, latitude);
        var here = OnPlane(new Envelope(new Coordinate(longitude, latitude)));
        var found = count == 1 ? [tree.NearestNeighbour(here, -1, distance)] : tree.NearestNeighbour(here, -1, distance, count);
        var ranked = new List<(int Row, double Distance)>(found.Length);
        foreach (var row in found) ranked.Add((row, distance.To(row)));
        // Equal distances are common on a grid: the row decides, so that the answer does not depend on the tree.
        ranked.Sort((a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : a.Row.CompareTo(b.Row));
        return ranked;
    }

    /// <summary>The rows whose place lies in an area, ascending.</summary>
    public IReadOnlyList<int> Within(Geometry area)
    {
        var prepared = PreparedGeometryFactory.Prepare(area);
        var rows = new List<int>();
        foreach (var row in tree.Query(OnPlane(area.EnvelopeInternal)))
            if (prepared.Covers(new Point(layer.Longitude[row], layer.Latitude[row]))) rows.Add(row);
        rows.Sort();
        return rows;
    }

    private Envelope OnPlane(Envelope degrees) => new(
        degrees.MinX * perLongitude, degrees.MaxX * perLongitude, degrees.MinY * MetresPerDegree, degrees.MaxY * MetresPerDegree);

    private static double MeanLatitude(AssetLayer layer)
    {
        double sum = 0;
        var n = 0;
        foreach (var latitude in layer.Latitude)
            if (!double.IsNaN(latitude)) (sum, n) = (sum + latitude, n + 1);
        return n == 0 ? 0 : sum / n;
    }

    /// <summary>Distance in m from one place to rows; the tree asks for it, and -1 stands for the place itself.</summary>
    private sealed class DistanceFrom(AssetIndex index, double longitude, double latitude) : IItemDistance<Envelope, int>
    {
        private readonly Coordinate here = new(longitude * index.perLongitude, latitude * MetresPerDegree);

        public double Distance(IBoundable<Envelope, int> a, IBoundable<Envelope, int> b) => To(a.Item < 0 ? b.Item : a.Item);

        public double To(int row)
        {
            if (index.layer.Shape is null) return here.Distance(Plane(index.layer.Longitude[row], index.layer.Latitude[row]));
            return index.layer.GeometryOf(row)!.Moved((x, y) => (x * index.perLongitude, y * MetresPerDegree)).Distance(new Point(here));
        }

        private Coordinate Plane(double x, double y) => new(x * index.perLongitude, y * MetresPerDegree);
    }
}
