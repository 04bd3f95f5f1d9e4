using DigitalTwin.Numerics.Geodesy;

namespace DigitalTwin.Mobility.Roads;

/// <summary>Finds nodes that nearly touch: farther apart than the tolerance, nearer than ten times it, and no street joins them.</summary>
internal static class NodeNearness
{
    private const double Times = 10;

    public static List<NearNodes> Find(List<(Street Street, int From, int To)> streets, RoadNodes nodes, double tolerance)
    {
        var reach = Times * tolerance;
        if (reach <= 0 || nodes.Count == 0) return [];
        var joined = streets.Select(s => s.From < s.To ? (s.From, s.To) : (s.To, s.From)).ToHashSet();
        var used = new bool[nodes.Count];
        foreach (var (_, from, to) in streets) used[from] = used[to] = true;
        var plane = new EarthPlane(nodes.Latitude.Where(double.IsFinite).DefaultIfEmpty().Average());
        var cells = new Dictionary<(long, long), List<int>>();
        var found = new List<NearNodes>();
        for (var n = 0; n < nodes.Count; n++)
        {
            if (!used[n] || double.IsNaN(nodes.Longitude[n])) continue;
            var (x, y) = plane.Of(nodes.Longitude[n], nodes.Latitude[n]);
            var (column, row) = ((long)Math.Floor(x / reach), (long)Math.Floor(y / reach));
            for (var r = row - 1; r <= row + 1; r++)
                for (var c = column - 1; c <= column + 1; c++)
                    if (cells.TryGetValue((c, r), out var there))
                        foreach (var other in there) Consider(other, n);
            if (!cells.TryGetValue((column, row), out var mine)) cells[(column, row)] = mine = [];
            mine.Add(n);
        }
        return found;

        void Consider(int a, int b)
        {
            var distance = SphereDistance.Between(nodes.Longitude[a], nodes.Latitude[a], nodes.Longitude[b], nodes.Latitude[b]);
            if (distance > tolerance && distance <= reach && !joined.Contains((a, b))) found.Add(new(nodes.Ids[a], nodes.Ids[b], distance));
        }
    }
}
