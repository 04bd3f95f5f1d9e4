using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Osm;

/// <summary>Areas, middles and rings of what mappers draw, on a plane about its first point.</summary>
internal static class OsmGeometry
{
    /// <summary>Signed area of a closed ring, m², and its centroid, degrees (shoelace formula); the mean of its points when it has no area.</summary>
    public static (double Area, double Longitude, double Latitude) Of(double[] ring)
    {
        var plane = new EarthPlane(ring[1]);
        var (x0, y0) = plane.Of(ring[0], ring[1]);
        double twice = 0, sumX = 0, sumY = 0;
        for (var i = 2; i < ring.Length; i += 2)
        {
            var (ax, ay) = plane.Of(ring[i - 2], ring[i - 1]);
            var (bx, by) = plane.Of(ring[i], ring[i + 1]);
            (ax, ay, bx, by) = (ax - x0, ay - y0, bx - x0, by - y0);
            var cross = ax * by - bx * ay;
            twice += cross;
            sumX += (ax + bx) * cross;
            sumY += (ay + by) * cross;
        }
        if (Math.Abs(twice) < 1e-6) return (0, Mean(ring, 0), Mean(ring, 1));
        var (longitude, latitude) = plane.Back(x0 + sumX / (3 * twice), y0 + sumY / (3 * twice));
        return (twice / 2, longitude, latitude);
    }

    /// <summary>Distance of a place from a course, m.</summary>
    public static double Distance(double longitude, double latitude, double[] course)
    {
        var plane = new EarthPlane(latitude);
        var (x, y) = plane.Of(longitude, latitude);
        var least = double.PositiveInfinity;
        for (var i = 0; i < course.Length; i += 2)
        {
            var (bx, by) = plane.Of(course[i], course[i + 1]);
            var (ax, ay) = i == 0 ? (bx, by) : plane.Of(course[i - 2], course[i - 1]);
            var (dx, dy) = (bx - ax, by - ay);
            var along = dx * dx + dy * dy is var square && square > 0 ? Math.Clamp(((x - ax) * dx + (y - ay) * dy) / square, 0, 1) : 0;
            var (ex, ey) = (ax + along * dx - x, ay + along * dy - y);
            least = Math.Min(least, Math.Sqrt(ex * ex + ey * ey));
        }
        return least;
    }

    /// <summary>Whether a ring holds a place (crossings of a ray to the east).</summary>
    public static bool Holds(double[] ring, double longitude, double latitude)
    {
        var inside = false;
        for (var i = 2; i < ring.Length; i += 2)
        {
            var (ax, ay, bx, by) = (ring[i - 2], ring[i - 1], ring[i], ring[i + 1]);
            if (ay > latitude != by > latitude && longitude < ax + (latitude - ay) / (by - ay) * (bx - ax)) inside = !inside;
        }
        return inside;
    }

    /// <summary>Joins ways end to end to closed rings of nodes; false when some cannot be closed.</summary>
    public static bool Rings(IEnumerable<IReadOnlyList<long>> ways, List<long[]> rings)
    {
        var open = ways.Where(w => w.Count > 1).Select(w => w.ToList()).ToList();
        while (open.Count > 0)
        {
            var ring = open[0];
            open.RemoveAt(0);
            while (ring[0] != ring[^1])
            {
                var next = open.FindIndex(w => w[0] == ring[^1] || w[^1] == ring[^1]);
                if (next < 0) return false;
                var way = open[next];
                open.RemoveAt(next);
                if (way[0] != ring[^1]) way.Reverse();
                ring.AddRange(way.Skip(1));
            }
            if (ring.Count >= 4) rings.Add([.. ring]);
        }
        return true;
    }

    private static double Mean(double[] ring, int from)
    {
        double sum = 0;
        for (var i = from; i < ring.Length; i += 2) sum += ring[i];
        return sum / (ring.Length / 2);
    }
}
