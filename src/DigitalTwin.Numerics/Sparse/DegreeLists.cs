namespace DigitalTwin.Numerics.Sparse;

/// <summary>Vertices in doubly linked lists by degree, so that one of least degree is found, and one put in or taken out, in constant time.</summary>
internal sealed class DegreeLists
{
    private readonly int[] head;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] degree;
    private int least;

    /// <summary>Room for a number of vertices, with degrees below that number.</summary>
    public DegreeLists(int count)
    {
        head = new int[Math.Max(count, 1)];
        next = new int[count];
        previous = new int[count];
        degree = new int[count];
        Array.Fill(head, -1);
        least = head.Length;
    }

    /// <summary>Takes out a vertex of least degree: of those, the one that was put in last.</summary>
    public int TakeLeast()
    {
        while (head[least] < 0) least++;
        var v = head[least];
        Remove(v);
        return v;
    }

    public void Insert(int v, int d)
    {
        degree[v] = d;
        previous[v] = -1;
        next[v] = head[d];
        if (head[d] >= 0) previous[head[d]] = v;
        head[d] = v;
        if (d < least) least = d;
    }

    /// <summary>Gives a vertex another degree; with the one that it has it keeps its place.</summary>
    public void Move(int v, int d)
    {
        if (d == degree[v]) return;
        Remove(v);
        Insert(v, d);
    }

    public void Remove(int v)
    {
        if (previous[v] >= 0) next[previous[v]] = next[v];
        else head[degree[v]] = next[v];
        if (next[v] >= 0) previous[next[v]] = previous[v];
    }
}
