namespace DigitalTwin.Numerics.Sparse;

/// <summary>Vertices in doubly linked lists by degree, so that one of least degree is found and a changed one moved in constant time.</summary>
internal sealed class DegreeLists
{
    private readonly int[] head;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] degree;
    private int least;

    public DegreeLists(int[] degrees)
    {
        var n = degrees.Length;
        head = new int[Math.Max(n, 1)];
        next = new int[n];
        previous = new int[n];
        degree = new int[n];
        Array.Fill(head, -1);
        for (var v = n - 1; v >= 0; v--) Insert(v, degrees[v]);
        least = 0;
    }

    /// <summary>Takes out a vertex of least degree: of those, the one whose degree changed last.</summary>
    public int TakeLeast()
    {
        while (head[least] < 0) least++;
        var v = head[least];
        Remove(v);
        return v;
    }

    public void Move(int vertex, int newDegree)
    {
        if (newDegree == degree[vertex]) return;
        Remove(vertex);
        Insert(vertex, newDegree);
        if (newDegree < least) least = newDegree;
    }

    private void Insert(int v, int d)
    {
        degree[v] = d;
        previous[v] = -1;
        next[v] = head[d];
        if (head[d] >= 0) previous[head[d]] = v;
        head[d] = v;
    }

    private void Remove(int v)
    {
        if (previous[v] >= 0) next[previous[v]] = next[v];
        else head[degree[v]] = next[v];
        if (next[v] >= 0) previous[next[v]] = previous[v];
    }
}
