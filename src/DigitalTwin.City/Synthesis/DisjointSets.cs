namespace DigitalTwin.Cities.Synthesis;

/// <summary>Which things are joined (union by size, path halving).</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] parent = [.. Enumerable.Range(0, count)];
    private readonly int[] size = [.. Enumerable.Repeat(1, count)];

    /// <summary>Number of sets.</summary>
    public int Count { get; private set; } = count;

    /// <summary>Joins the sets of two things; false when they were one already.</summary>
    public bool Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a == b) return false;
        if (size[a] < size[b]) (a, b) = (b, a);
        parent[b] = a;
        size[a] += size[b];
        Count--;
        return true;
    }

    private int Root(int a)
    {
        while (parent[a] != a) a = parent[a] = parent[parent[a]];
        return a;
    }
}
