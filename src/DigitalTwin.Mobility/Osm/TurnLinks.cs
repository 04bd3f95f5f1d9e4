using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Osm;

/// <summary>One direction of a piece of a way, as turns see it.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="IsAgainst">Whether it is driven against its drawing.</param>
internal readonly record struct TurnLink(WayPiece Piece, bool IsAgainst)
{
    /// <summary>Id of the link that will be made of it.</summary>
    public string Id => Piece.Street.Direction != StreetDirection.Both ? Piece.Street.Id : Piece.Street.Id + (IsAgainst ? ".b" : ".f");

    public long From => IsAgainst ? Piece.To : Piece.From;

    public long To => IsAgainst ? Piece.From : Piece.To;

    public long Way => Piece.Road.Way.Id;

    /// <summary>Whether the other one is this piece driven back.</summary>
    public bool IsBackOf(TurnLink other) => ReferenceEquals(Piece, other.Piece) && IsAgainst != other.IsAgainst;

    /// <summary>By how much one turns to the left from the end of this link into another, degrees from −180 to 180.</summary>
    public double TurnInto(TurnLink other)
    {
        var by = other.Bearing(isAtEnd: false) - Bearing(isAtEnd: true);
        return by > 180 ? by - 360 : by <= -180 ? by + 360 : by;
    }

    // Counterclockwise from the east, degrees, of the last or the first stretch as it is driven.
    private double Bearing(bool isAtEnd)
    {
        var course = Piece.Street.Course;
        var last = isAtEnd != IsAgainst;
        var (a, b) = last ? (course.Length - 4, course.Length - 2) : (0, 2);
        var plane = new EarthPlane(course[a + 1]);
        var ((ax, ay), (bx, by)) = (plane.Of(course[a], course[a + 1]), plane.Of(course[b], course[b + 1]));
        return (IsAgainst ? Math.Atan2(ay - by, ax - bx) : Math.Atan2(by - ay, bx - ax)) * 180 / Math.PI;
    }
}

/// <summary>The links between which restrictions speak: those of a way, those that leave a node, and the way over other ways.</summary>
internal sealed class TurnLinks
{
    private readonly WaySplitter splitter;
    private readonly Dictionary<long, List<TurnLink>> leaving = [];

    public TurnLinks(WaySplitter splitter)
    {
        this.splitter = splitter;
        foreach (var piece in splitter.Pieces)
            foreach (var link in Of(piece))
            {
                if (!leaving.TryGetValue(link.From, out var links)) leaving[link.From] = links = [];
                links.Add(link);
            }
    }

    /// <summary>Whether a way is a road here.</summary>
    public bool Knows(long way) => splitter.OfWay.TryGetValue(way, out var rows) && rows.Count > 0;

    /// <summary>Links of a way, piece by piece.</summary>
    public IEnumerable<TurnLink> Of(long way) => splitter.OfWay[way].SelectMany(row => Of(splitter.Pieces[row]));

    /// <summary>All links that leave a node.</summary>
    public IReadOnlyList<TurnLink> Leaving(long node) => leaving.GetValueOrDefault(node, []);

    /// <summary>Nodes at which a way is cut or ends.</summary>
    public IEnumerable<long> NodesOf(long way) => splitter.OfWay[way].SelectMany(row => new[] { splitter.Pieces[row].From, splitter.Pieces[row].To });

    /// <summary>The shortest chain of links of some ways from a node to another that uses every one of the ways; null when there is none.</summary>
    public List<TurnLink>? Chain(long from, long to, IReadOnlyList<long> ways)
    {
        if (!IsEnd(from, ways) || !IsEnd(to, ways)) return null;
        var all = ways.SelectMany(Of).ToLookup(link => link.From);
        var reached = new Dictionary<long, TurnLink?> { [from] = null };
        var queue = new Queue<long>([from]);
        while (queue.TryDequeue(out var node))
            foreach (var link in all[node])
                if (reached.TryAdd(link.To, link)) queue.Enqueue(link.To);
        var chain = new List<TurnLink>();
        if (from == to || !reached.ContainsKey(to)) return null;
        for (var node = to; reached[node] is { } link; node = link.From) chain.Insert(0, link);
        return ways.All(way => chain.Exists(link => link.Way == way)) ? chain : null;
    }

    // A way that is driven from its middle is not what a restriction over it means; a ring has no middle.
    private bool IsEnd(long node, IReadOnlyList<long> ways) => ways.Any(way =>
    {
        var pieces = splitter.OfWay[way];
        var (first, last) = (splitter.Pieces[pieces[0]].From, splitter.Pieces[pieces[^1]].To);
        return node == first || node == last || (first == last && NodesOf(way).Contains(node));
    });

    private static IEnumerable<TurnLink> Of(WayPiece piece)
    {
        if (piece.Street.Direction != StreetDirection.Backward) yield return new(piece, false);
        if (piece.Street.Direction != StreetDirection.Forward) yield return new(piece, true);
    }
}
