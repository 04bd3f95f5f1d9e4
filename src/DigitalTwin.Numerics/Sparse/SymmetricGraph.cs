namespace DigitalTwin.Numerics.Sparse;

/// <summary>The pattern of a symmetric matrix as a graph: vertices are rows, edges are pairs of rows with an entry. No loops, no parallel edges.</summary>
public sealed class SymmetricGraph
{
    private readonly int[] start;
    private readonly int[] neighbours;

    /// <summary>Number of vertices (rows).</summary>
    public int VertexCount => start.Length - 1;

    /// <summary>Number of edges.</summary>
    public int EdgeCount => neighbours.Length / 2;

    /// <summary>Makes a graph of edges given by their ends; loops and repeated edges are dropped.</summary>
    /// <param name="vertexCount">Number of vertices.</param>
    /// <param name="first">One end of each edge, in 0..vertexCount-1.</param>
    /// <param name="second">The other end of each edge.</param>
    public SymmetricGraph(int vertexCount, ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertexCount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        var place = new int[vertexCount + 1];
        for (var e = 0; e < first.Length; e++)
        {
            if (first[e] == second[e]) continue;
            place[first[e]]++;
            place[second[e]]++;
        }
        var total = 0;
        for (var v = 0; v <= vertexCount; v++) (place[v], total) = (total, total + place[v]);
        var all = new int[total];
        var fill = place.AsSpan(0, vertexCount).ToArray();
        for (var e = 0; e < first.Length; e++)
        {
            if (first[e] == second[e]) continue;
            all[fill[first[e]]++] = second[e];
            all[fill[second[e]]++] = first[e];
        }
        start = new int[vertexCount + 1];
        var kept = 0;
        for (var v = 0; v < vertexCount; v++)
        {
            start[v] = kept;
            var mine = all.AsSpan(place[v], place[v + 1] - place[v]);
            ShortSort.Sort(mine);
            var last = -1;
            foreach (var u in mine)
            {
                if (u != last) all[kept++] = last = u;
            }
        }
        start[vertexCount] = kept;
        neighbours = all.AsSpan(0, kept).ToArray();
    }

    /// <summary>Neighbours of a vertex, ascending.</summary>
    public ReadOnlySpan<int> Neighbours(int vertex) => neighbours.AsSpan(start[vertex], start[vertex + 1] - start[vertex]);
}
