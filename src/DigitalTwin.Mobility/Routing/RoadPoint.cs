namespace DigitalTwin.Mobility.Routing;

/// <summary>
/// Where a route begins or ends: a node, or the downstream end of a link. At the end of a link bans of turns hold for what follows, and a route to it drives that link last;
/// at a node every link that begins there may follow, and any link that ends there may lead to it.
/// </summary>
public readonly record struct RoadPoint
{
    private readonly int code, vertex;

    private RoadPoint(int code, int vertex = -1) => (this.code, this.vertex) = (code, vertex + 1);

    /// <summary>Whether it is the end of a link.</summary>
    public bool IsLink => code < 0;

    /// <summary>The node or the link.</summary>
    public int Index => code < 0 ? ~code : code;

    /// <summary>A node.</summary>
    public static RoadPoint Node(int node) => new(node);

    /// <summary>The downstream end of a link.</summary>
    public static RoadPoint EndOf(int link) => new(~link);

    /// <summary>The end of a link for a vehicle that came a certain way: it is the same place, but another turn may be banned there.</summary>
    internal static RoadPoint EndOf(int link, int vertex) => new(~link, vertex);

    /// <summary>Vertex of the routing graph at which a vehicle stands that came a certain way; -1 when it does not matter.</summary>
    internal int Vertex => vertex - 1;

    /// <summary>Whether it is the same place.</summary>
    public bool Equals(RoadPoint other) => code == other.code;

    /// <inheritdoc/>
    public override int GetHashCode() => code;

    /// <inheritdoc/>
    public override string ToString() => IsLink ? $"end of link {Index}" : $"node {Index}";
}
