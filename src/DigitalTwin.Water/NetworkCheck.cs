using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water;

/// <summary>What a network must have before it can be solved; a sentence for each thing that is missing.</summary>
internal static class NetworkCheck
{
    /// <summary>The plan of a network that passes.</summary>
    public static NetworkPlan Passed(WaterNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var problems = new ProblemList();
        Inspect(network, problems);
        problems.ThrowIfErrors();
        var plan = new NetworkPlan(network);
        for (var i = 0; i < plan.Pumps.Length; i++)
        {
            if (!plan.PumpCurves[i].IsUsable)
                Error(network, problems, $"Pump {network.Links.Ids[plan.Pumps[i].Link]} has neither a power nor a head curve that falls with flow.");
        }
        problems.ThrowIfErrors();
        return plan;
    }

    private static void Inspect(WaterNetwork network, ProblemList problems)
    {
        var (nodes, links) = (network.Nodes, network.Links);
        if (network.Tanks.Count == 0) Error(network, problems, "The network has no tank or reservoir, so no head is known.");
        var joined = new bool[nodes.Count];
        for (var k = 0; k < links.Count; k++)
        {
            joined[links.From[k]] = joined[links.To[k]] = true;
            if (links.From[k] == links.To[k]) Error(network, problems, $"Link {links.Ids[k]} begins and ends at the same node.");
        }
        for (var i = 0; i < nodes.JunctionCount; i++)
        {
            if (!joined[i]) Error(network, problems, $"No link reaches junction {nodes.Ids[i]}.");
        }
        foreach (var tank in network.Tanks) Inspect(network, tank, problems);
    }

    private static void Inspect(WaterNetwork network, Tank tank, ProblemList problems)
    {
        if (tank.Area == 0) return;
        var id = network.Nodes.Ids[tank.Node];
        if (tank.MinLevel > tank.MaxLevel || tank.InitialLevel < tank.MinLevel || tank.InitialLevel > tank.MaxLevel)
            Error(network, problems, $"Tank {id} begins at level {tank.InitialLevel:g6} m, outside its {tank.MinLevel:g6} to {tank.MaxLevel:g6} m.");
        if (tank.VolumeCurve < 0) return;
        const double slack = 1e-6;
        var levels = network.Curves[tank.VolumeCurve].X;
        if (tank.MinLevel < levels[0] - slack || tank.MaxLevel > levels[^1] + slack)
            Error(network, problems, $"The volume curve of tank {id} ends at {levels[0]:g6} and {levels[^1]:g6} m and does not cover its levels.");
    }

    private static void Error(WaterNetwork network, ProblemList problems, string sentence) => problems.Error(network.Name, 0, 0, sentence);
}
