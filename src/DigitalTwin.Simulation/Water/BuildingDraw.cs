using DigitalTwin.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>
/// What buildings draw from the nodes of a network part. (B4) extra_i = sum over the buildings of node i of q_b, taken from the exchange at the begin of a step, and never so far below 0 that the node's own demand
/// of the step before would turn into a source. Where the buildings' whole demand counts, the file's is left out at their nodes.
/// </summary>
internal sealed class BuildingDraw
{
    private readonly int[] building, node, nodes;
    private readonly double[] drawn, wanted;
    private readonly WaterState state;
    private readonly bool whole;

    /// <param name="site">The network in its city.</param>
    /// <param name="part">The part.</param>
    /// <param name="state">Its state, whose extra demand this is a part of.</param>
    /// <param name="whole">Whether the buildings' demand stands in place of the file's.</param>
    public BuildingDraw(WaterSite site, NetworkPart part, WaterState state, bool whole)
    {
        (this.state, this.whole) = (state, whole);
        var local = new Dictionary<int, int>(part.Nodes.Length);
        for (var i = 0; i < part.Network.Nodes.JunctionCount; i++) local.Add(part.Nodes[i], i);
        int[] mine = [.. Enumerable.Range(0, site.BuildingNode.Length).Where(b => local.ContainsKey(site.BuildingNode[b]))];
        (building, node) = (mine, Array.ConvertAll(mine, b => local[site.BuildingNode[b]]));
        nodes = [.. node.Distinct().Order()];
        drawn = new double[nodes.Length];
        wanted = new double[part.Nodes.Length];
    }

    /// <summary>Sets what is drawn in a step.</summary>
    /// <param name="demand">m³/s by building of the city.</param>
    public void Apply(ReadOnlySpan<double> demand)
    {
        foreach (var i in nodes) wanted[i] = 0;
        for (var k = 0; k < building.Length; k++) wanted[node[k]] += demand[building[k]];
        for (var k = 0; k < nodes.Length; k++)
        {
            var i = nodes[k];
            var others = state.FullDemand[i] - drawn[k];
            var now = whole ? wanted[i] : Math.Max(wanted[i], -Math.Max(0, others));
            drawn[k] = now;
        }
    }

    /// <summary>Adds what is drawn to an array by node, m³/s.</summary>
    public void AddTo(Span<double> extra)
    {
        for (var k = 0; k < nodes.Length; k++) extra[nodes[k]] += drawn[k];
    }

    /// <summary>Leaves the file's demand out where the buildings' stands in its place.</summary>
    public void LeaveOut(Span<double> demandFactor)
    {
        if (!whole) return;
        foreach (var i in nodes) demandFactor[i] = 0;
    }

    /// <summary>Writes what it has set.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var value in drawn) writer.Write(value);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        for (var k = 0; k < drawn.Length; k++) drawn[k] = reader.ReadDouble();
    }
}
