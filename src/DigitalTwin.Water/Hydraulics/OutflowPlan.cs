using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>What flows out of junctions by pressure, as coefficients of the head that drives it; lists hold junctions that have any.</summary>
internal sealed class OutflowPlan
{
    // EPANET's FAVAD coefficient 0.6 √(2g) of 4.8149766 ft^½/s.
    private static readonly double LeakCoefficient = 4.8149766 * Math.Sqrt(Foot.Length);

    /// <summary>Junctions with an emitter.</summary>
    public int[] EmitterNodes { get; }

    /// <summary>k of h = k q^n for each of them, n = 1/γ.</summary>
    public double[] EmitterLoss { get; }

    /// <summary>Junctions at which pipes leak.</summary>
    public int[] LeakNodes { get; }

    /// <summary>c of h = c q² for the leaks of fixed area at each of them, 0 for none.</summary>
    public double[] FixedLeakLoss { get; }

    /// <summary>c of h = c q^⅔ for the leaks whose area grows with pressure, 0 for none.</summary>
    public double[] GrowingLeakLoss { get; }

    public OutflowPlan(WaterNetwork network)
    {
        var (nodes, junctions) = (network.Nodes, network.Nodes.JunctionCount);
        var n = 1 / network.Options.EmitterExponent;
        var least = 1e-6 * Foot.Length / Math.Pow(Foot.Flow, n);
        EmitterNodes = Where(junctions, i => nodes.EmitterCoefficient[i] > 0);
        EmitterLoss = [.. EmitterNodes.Select(i => Math.Max(least, Math.Pow(nodes.EmitterCoefficient[i], -n)))];

        var (area, growth) = LeaksByNode(network);
        LeakNodes = Where(junctions, i => area[i] > 0 || growth[i] > 0);
        FixedLeakLoss = [.. LeakNodes.Select(i => area[i] > 0 ? 1 / (area[i] * area[i]) : 0)];
        GrowingLeakLoss = [.. LeakNodes.Select(i => growth[i] > 0 ? 1 / Math.Pow(growth[i], 2.0 / 3) : 0)];
    }

    private static int[] Where(int count, Func<int, bool> holds)
    {
        var found = new List<int>();
        for (var i = 0; i < count; i++)
        {
            if (holds(i)) found.Add(i);
        }
        return [.. found];
    }

    // A pipe's leaks are shared by its junctions: half each, all to the one when the other end is a tank or reservoir.
    private static (double[] Area, double[] Growth) LeaksByNode(WaterNetwork network)
    {
        var (links, junctions) = (network.Links, network.Nodes.JunctionCount);
        var (area, growth) = (new double[junctions], new double[junctions]);
        for (var k = 0; k < links.Count; k++)
        {
            if (links.Kinds[k] > LinkKind.Pipe || (links.LeakArea[k] == 0 && links.LeakExpansion[k] == 0)) continue;
            int[] ends = [.. new[] { links.From[k], links.To[k] }.Where(i => i < junctions)];
            foreach (var i in ends)
            {
                area[i] += LeakCoefficient * links.LeakArea[k] * links.Length[k] / ends.Length;
                growth[i] += LeakCoefficient * links.LeakExpansion[k] * links.Length[k] / ends.Length;
            }
        }
        return (area, growth);
    }
}
