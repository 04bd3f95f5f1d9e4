namespace DigitalTwin.Water.Hydraulics;

/// <summary>Which junctions open links join to a source: a tank, a reservoir, or a junction that supplies water.</summary>
internal static class Connectivity
{
    /// <summary>Junctions that have a demand and that no open path joins to a source.</summary>
    public static int[] CutOff(WaterState state)
    {
        var (nodes, links) = (state.Network.Nodes, state.Network.Links);
        var groups = new Groups(nodes.Count);
        for (var k = 0; k < links.Count; k++)
        {
            if (state.Status[k] > LinkStatus.Closed) groups.Join(links.From[k], links.To[k]);
        }
        var supplied = new bool[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i >= nodes.JunctionCount || state.Outflow(i) < 0) supplied[groups.Of(i)] = true;
        }
        return [.. Enumerable.Range(0, nodes.JunctionCount).Where(i => !supplied[groups.Of(i)] && state.Outflow(i) != 0)];
    }
}

/// <summary>Sets of numbers that grow by joining (Tarjan 1975).</summary>
internal readonly struct Groups
{
    private readonly int[] parent;

    public Groups(int count)
    {
        parent = new int[count];
        for (var i = 0; i < count; i++) parent[i] = i;
    }

    /// <summary>The number that stands for a number's set.</summary>
    public int Of(int i)
    {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    }

    public void Join(int a, int b) => parent[Of(a)] = Of(b);
}
