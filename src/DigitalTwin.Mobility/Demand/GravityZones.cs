namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// Sites joined to the zones between which trips are distributed. Sites at one node are one zone, because the roads cannot tell them apart; when there are more nodes than <see cref="Most"/>, nodes in one square are, in
/// squares that are doubled until there are few enough. Gates stay alone.
/// </summary>
internal sealed class GravityZones
{
    /// <summary>Most zones: a matrix of a thousand by a thousand is eight million bytes.</summary>
    public const int Most = 1000;

    private GravityZones(int[] zoneOf, int count, int[] nodes, bool[] isGate, ulong[] keys, string[] ids) =>
        (ZoneOf, Count, Node, IsGate, Keys, Ids) = (zoneOf, count, nodes, isGate, keys, ids);

    /// <summary>Site to zone.</summary>
    public int[] ZoneOf { get; }

    public int Count { get; }

    /// <summary>Node that stands for a zone in costs: that of its site nearest to the middle of its sites.</summary>
    public int[] Node { get; }

    public bool[] IsGate { get; }

    /// <summary>What draws are keyed by: the zone's first site, so that a zone is the same when another one is added.</summary>
    public ulong[] Keys { get; }

    public string[] Ids { get; }

    public static GravityZones Of(LandUseSites sites, Places places)
    {
        int[] middle = [.. sites.Zones.Select(z => MiddleOf(z.Places, places))];
        var (zoneOf, count) = Numbered(sites, middle, i => $"node {places.Node[middle[i]]}");
        for (var size = 0.001; count > Most + sites.LandUse.Count(u => u == LandUseSites.Gate) && size < 10; size *= 2)
            (zoneOf, count) = Numbered(sites, middle, i => $"{Math.Floor(places.Longitude[middle[i]] / size)} {Math.Floor(places.Latitude[middle[i]] / size)}");
        var members = new List<int>[count];
        for (var i = 0; i < zoneOf.Length; i++) (members[zoneOf[i]] ??= []).Add(i);
        return new(
            zoneOf, count,
            [.. members.Select(m => places.Node[MiddleOf([.. m.Select(i => middle[i])], places)])],
            [.. members.Select(m => sites.LandUse[m[0]] == LandUseSites.Gate)],
            [.. members.Select(m => sites.Zones[m[0]].Key)],
            [.. members.Select(m => sites.Zones[m[0]].Id)]);
    }

    private static (int[] ZoneOf, int Count) Numbered(LandUseSites sites, int[] middle, Func<int, string> cell)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var zoneOf = new int[middle.Length];
        for (var i = 0; i < middle.Length; i++)
        {
            var key = sites.LandUse[i] == LandUseSites.Gate ? $"gate {sites.Zones[i].Id}" : cell(i);
            rows.TryAdd(key, rows.Count);
            zoneOf[i] = rows[key];
        }
        return (zoneOf, rows.Count);
    }

    /// <summary>The place that is nearest to the mean of places; the first when they have no coordinates.</summary>
    private static int MiddleOf(IReadOnlyList<int> rows, Places places)
    {
        if (rows.Count == 1) return rows[0];
        var (x, y) = (rows.Average(r => places.Longitude[r]), rows.Average(r => places.Latitude[r]));
        var (best, least) = (rows[0], double.PositiveInfinity);
        var narrowing = Math.Cos(y * Math.PI / 180);
        foreach (var row in rows)
        {
            var (dx, dy) = ((places.Longitude[row] - x) * narrowing, places.Latitude[row] - y);
            if (dx * dx + dy * dy < least) (best, least) = (row, dx * dx + dy * dy);
        }
        return best;
    }
}
