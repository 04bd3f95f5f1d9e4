using DigitalTwin.Numerics.Sparse;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <content>The order of rows and places: who is eliminated when, and which links stand together.</content>
internal sealed partial class NetworkPlan
{
    private static int[] Indices(int[] group, int wanted)
    {
        var found = new List<int>();
        for (var k = 0; k < group.Length; k++)
        {
            if (group[k] == wanted) found.Add(k);
        }
        return [.. found];
    }

    private static int Group(LinkKind kind) => kind switch
    {
        LinkKind.Pump => 1,
        LinkKind.FlowControl or LinkKind.PressureReducing or LinkKind.PressureSustaining => 3,
        <= LinkKind.Pipe => 0,
        _ => 2,
    };

    private static FactorPlan PlanFactor(WaterNetwork network)
    {
        var (first, second) = (new List<int>(), new List<int>());
        for (var k = 0; k < network.Links.Count; k++)
        {
            if (Math.Max(network.Links.From[k], network.Links.To[k]) >= network.Nodes.JunctionCount) continue;
            first.Add(network.Links.From[k]);
            second.Add(network.Links.To[k]);
        }
        return new FactorPlan(new SymmetricGraph(network.Nodes.JunctionCount, first.ToArray(), second.ToArray()));
    }

    private int EntryOf(int from, int to)
    {
        if (Math.Max(from, to) >= JunctionCount) return Factor.EntryCount;
        return Factor.EntryOf(from, to);
    }

    private IEnumerable<FixedEnd> FixedEndsOf(LinkPlace link)
    {
        var (first, second) = (link.Row1 < JunctionCount, link.Row2 < JunctionCount);
        if (first && !second) yield return new(link.Place, link.Row1, link.Row2);
        if (second && !first) yield return new(link.Place, link.Row2, link.Row1);
    }
}
