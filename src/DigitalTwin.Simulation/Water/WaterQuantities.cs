using DigitalTwin.Simulation.Loop;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>What the water network tells the city in every step.</summary>
internal sealed class WaterQuantities
{
    private readonly IndexSet nodes;
    private readonly IndexSet links;
    private readonly IndexSet tanks;
    private readonly IndexSet pumps;

    /// <param name="network">The network.</param>
    /// <param name="scalesDemand">Whether demand is scaled to what meters said at the start.</param>
    public WaterQuantities(WaterNetwork network, bool scalesDemand = false)
    {
        nodes = new("water node", network.Nodes.Count);
        links = new("water link", network.Links.Count);
        tanks = new("tank", network.Tanks.Count);
        pumps = new("pump", network.Pumps.Count);
        All =
        [
            new("water.pressure", "m", nodes), new("water.pressure-min", "m", nodes),
            new("water.delivered", "m³", nodes), new("water.unserved", "m³", nodes), new("water.leakage", "m³", nodes), new("water.burst", "m³", nodes),
            new("water.flow", "m³/s", links),
            new("water.tank-volume", "m³", tanks), new("water.tank-outflow", "m³", tanks),
            new("water.pump-energy", "kWh", pumps), new("water.pump-cost", "CNY", pumps),
            new("water.status", "1", links), new("water.setting", "SI", links),
            .. scalesDemand ? (Quantity[])[new("water.demand-factor", "1", nodes)] : [],
        ];
    }

    /// <summary>In the order of <see cref="StepTally.Values"/>.</summary>
    public IReadOnlyList<Quantity> All { get; }

    /// <summary>For each quantity the elements that a set of network parts holds, ascending.</summary>
    public IReadOnlyList<int[]> Elements(int[] nodesHeld, int[] linksHeld, int[] tanksHeld, int[] pumpsHeld) =>
        [.. All.Select(q => q.Over == nodes ? nodesHeld : q.Over == links ? linksHeld : q.Over == tanks ? tanksHeld : pumpsHeld)];
}
