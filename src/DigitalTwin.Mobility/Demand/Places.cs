namespace DigitalTwin.Mobility.Demand;

/// <summary>Where trips begin and end: buildings, zones, gates at the edge of the map. Columns of equal length.</summary>
public sealed class Places
{
    private readonly Lazy<Dictionary<string, int>> rows;

    /// <summary>Creates a shell for an object initialiser.</summary>
    public Places() => rows = new(RowsOf);

    /// <summary>Ids as their source gives them: <c>building/building/B-12</c>, a zone's number, a gate's name.</summary>
    public required string[] Ids { get; init; }

    /// <summary>Longitude, degrees; NaN when unknown.</summary>
    public required double[] Longitude { get; init; }

    /// <summary>Latitude, degrees; NaN when unknown.</summary>
    public required double[] Latitude { get; init; }

    /// <summary>Node of the road network at which cars that start here enter it and those that do not park leave it.</summary>
    public required int[] Node { get; init; }

    /// <summary>
    /// Facility that the place is, by its row in the supply, -1 for a place that is none; null when none is. Who drives to such a place has made up his mind: he parks there, and looks for another facility only
    /// when it is out of the question or refuses him.
    /// </summary>
    public int[]? Facility { get; init; }

    /// <summary>Number of places.</summary>
    public int Count => Ids.Length;

    /// <summary>Row of an id, or -1.</summary>
    public int Find(string id) => rows.Value.GetValueOrDefault(id, -1);

    /// <summary>Row of the place nearest to a point, -1 when none has coordinates.</summary>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="latitude">Degrees north.</param>
    public int Nearest(double longitude, double latitude)
    {
        var (nearest, least) = (-1, double.PositiveInfinity);
        var narrower = Math.Cos(latitude * Math.PI / 180);
        for (var p = 0; p < Count; p++)
        {
            var (dx, dy) = ((Longitude[p] - longitude) * narrower, Latitude[p] - latitude);
            // A place whose coordinates are unknown is NaN away and never nearer.
            if (dx * dx + dy * dy is var distance && distance < least) (nearest, least) = (p, distance);
        }
        return nearest;
    }

    private Dictionary<string, int> RowsOf()
    {
        var made = new Dictionary<string, int>(Ids.Length, StringComparer.Ordinal);
        for (var i = 0; i < Ids.Length; i++) made.TryAdd(Ids[i], i);
        return made;
    }
}
