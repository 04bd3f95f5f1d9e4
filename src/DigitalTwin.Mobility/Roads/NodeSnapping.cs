using DigitalTwin.Numerics.Geodesy;

namespace DigitalTwin.Mobility.Roads;

/// <summary>
/// Joins the ends of streets to nodes: an end takes the nearest node within the tolerance, the first of equally near ones, or makes one. A node stays where its first end lay, so that joining what was joined changes nothing.
/// </summary>
internal sealed class NodeSnapping(EarthPlane plane, double tolerance)
{
    // Cells are as wide as the tolerance, so that all candidates of a place are in its cell and the eight around it.
    private readonly double size = Math.Max(tolerance, 0.01);
    private readonly Dictionary<(long, long), List<int>> cells = [];

    public List<double> Longitude { get; } = [];

    public List<double> Latitude { get; } = [];

    public int Moved { get; private set; }

    public double Farthest { get; private set; }

    /// <summary>A node with a place of its own (NaN for none), joined to nothing.</summary>
    public int Add(double longitude, double latitude)
    {
        var node = Longitude.Count;
        Longitude.Add(longitude);
        Latitude.Add(latitude);
        if (double.IsNaN(longitude)) return node;
        var cell = Cell(longitude, latitude);
        if (!cells.TryGetValue(cell, out var there)) cells[cell] = there = [];
        there.Add(node);
        return node;
    }

    /// <summary>The node at a place, or -1 when there is none within the tolerance; counts what was moved.</summary>
    public int Find(double longitude, double latitude)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        var (column, row) = Cell(longitude, latitude);
        for (var r = row - 1; r <= row + 1; r++)
            for (var c = column - 1; c <= column + 1; c++)
            {
                if (!cells.TryGetValue((c, r), out var there)) continue;
                foreach (var node in there)
                {
                    var distance = SphereDistance.Between(longitude, latitude, Longitude[node], Latitude[node]);
                    if (distance <= tolerance && (distance < least || (distance == least && node < best))) (best, least) = (node, distance);
                }
            }
        if (best < 0 || (Longitude[best] == longitude && Latitude[best] == latitude)) return best;
        Moved++;
        Farthest = Math.Max(Farthest, least);
        return best;
    }

    private (long, long) Cell(double longitude, double latitude)
    {
        var (x, y) = plane.Of(longitude, latitude);
        return ((long)Math.Floor(x / size), (long)Math.Floor(y / size));
    }
}
