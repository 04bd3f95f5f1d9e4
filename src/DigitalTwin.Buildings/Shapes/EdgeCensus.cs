namespace DigitalTwin.Buildings.Shapes;

/// <summary>How the edges of a shell are shared by its faces: what tells a closed shell from an open or a wrongly joined one.</summary>
/// <param name="Open">Edges of one face only.</param>
/// <param name="Crowded">Edges of more than two faces.</param>
/// <param name="Clashing">Edges of two faces that run through it the same way, so that one of them has its inside out.</param>
/// <param name="First">Vertices of the first edge of the gravest kind that was found (open, crowded, clashing); (-1, -1) where all is well.</param>
internal readonly record struct EdgeCensus(int Open, int Crowded, int Clashing, (int From, int To) First)
{
    public bool IsClosed => Open + Crowded + Clashing == 0;

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
        int open = 0, crowded = 0, clashing = 0;
        (int, int) firstOpen = (-1, -1), firstCrowded = (-1, -1), firstClashing = (-1, -1);
        for (var i = 0; i < edges.Count;)
        {
            var edge = edges[i] >> 1;
            var end = i + 1;
            while (end < edges.Count && edges[end] >> 1 == edge) end++;
            var ends = ((int)(edge >> 31), (int)(edge & int.MaxValue));
            if (end - i == 1 && open++ == 0) firstOpen = ends;
            else if (end - i > 2 && crowded++ == 0) firstCrowded = ends;
            else if (end - i == 2 && edges[i] == edges[i + 1] && clashing++ == 0) firstClashing = ends;
            i = end;
        }
        return new(open, crowded, clashing, open > 0 ? firstOpen : crowded > 0 ? firstCrowded : firstClashing);
    }
}
