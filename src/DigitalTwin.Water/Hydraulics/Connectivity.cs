namespace DigitalTwin.Water.Hydraulics;

/// <summary>Which junctions open links join to a source: a tank, a reservoir, or a junction that supplies water.</summary>
internal static class Connectivity
{
    /// <summary>Junctions that have a demand and that no open path joins to a source.</summary>
    public static int[] CutOff(WaterState state)
    {
        var (nodes, links) = (state.Network.Nodes, state.Network.Links);
        var group = new int[nodes.Count];
        for (var i = 0; i < group.Length; i++) group[i] = i;
        for (var k = 0; k < links.Count; k++)
        {
            if (state.Status[k] > LinkStatus.Closed) group[Root(group, links.From[k])] = Root(group, links.To[k]);
        }
        var supplied = new bool[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i >= nodes.JunctionCount || state.Outflow(i) < 0) supplied[Root(group, i)] = true;
        }
        return [.. Enumerable.Range(0, nodes.JunctionCount).Where(i => !supplied[Root(group, i)] && state.Outflow(i) != 0)];
    }

    private static int Root(int[] group, int i)
    {
        while (group[i] != i) i = group[i] = group[group[i]];
        return i;
    }
}
