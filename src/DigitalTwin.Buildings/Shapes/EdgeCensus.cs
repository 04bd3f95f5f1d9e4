namespace DigitalTwin.Buildings.Shapes;

/// <summary>How the edges of a shell are shared by its faces: what tells a closed shell from an open or a wrongly joined one.</summary>
/// <param name="Open">Edges of one face only.</param>
/// <param name="Crowded">Edges of more than two faces.</param>
/// <param name="Clashing">Edges of two faces that run through it the same way, so that one of them has its inside out.</param>
internal readonly record struct EdgeCensus(EdgeCensus.Kind Open, EdgeCensus.Kind Crowded, EdgeCensus.Kind Clashing)
{
    /// <summary>Every edge lies between two faces that agree on what is outside.</summary>
    public bool IsClosed => Open.Count + Crowded.Count + Clashing.Count == 0;

    /// <summary>Counts the edges of a range of faces. Every edge is a number of 64 bits: smaller vertex, larger vertex, direction; sorted, equal edges lie together.</summary>
    public static EdgeCensus Of(ReadOnlySpan<int> faceStart, ReadOnlySpan<int> ringStart, ReadOnlySpan<int> corners, int firstFace, int faceCount, List<ulong> edges)
    {
        edges.Clear();
        for (var ring = faceStart[firstFace]; ring < faceStart[firstFace + faceCount]; ring++)
        {
            var round = corners[ringStart[ring]..ringStart[ring + 1]];
            if (round.IsEmpty) continue;
            var from = round[^1];
            foreach (var to in round)
            {
                if (from < to) edges.Add((ulong)from << 32 | (ulong)to << 1);
                else if (to < from) edges.Add((ulong)to << 32 | (ulong)from << 1 | 1);
                from = to;
            }
        }
        edges.Sort();
        Kind open = default, crowded = default, clashing = default;
        for (var i = 0; i < edges.Count;)
        {
            var end = i + 1;
            while (end < edges.Count && edges[end] >> 1 == edges[i] >> 1) end++;
            if (end - i == 1) open.Add(edges[i]);
            else if (end - i > 2) crowded.Add(edges[i]);
            else if (edges[i] == edges[i + 1]) clashing.Add(edges[i]);
            i = end;
        }
        return new(open, crowded, clashing);
    }

    /// <summary>Edges of a kind: how many, and the vertices of the first.</summary>
    internal record struct Kind(int Count, int From, int To)
    {
        internal void Add(ulong edge)
        {
            if (Count++ == 0) (From, To) = ((int)(edge >> 32), (int)(edge >> 1 & int.MaxValue));
        }
    }
}
