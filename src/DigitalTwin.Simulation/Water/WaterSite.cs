using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Water;

/// <summary>A water network in its city: where its nodes are and who lives on them.</summary>
/// <param name="Network">The network.</param>
/// <param name="District">For every node the index of its district.</param>
/// <param name="People">For every node the people supplied by it.</param>
/// <param name="NodeGeometry">Place of a node, longitude and latitude, or null.</param>
/// <param name="LinkGeometry">Course of a link, or null.</param>
public sealed record WaterSite(
    WaterNetwork Network, int[] District, double[] People, Func<int, Geometry?> NodeGeometry, Func<int, Geometry?> LinkGeometry)
{
    /// <summary>Asset ids of the zones whose inflow may be metered.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>For every node the index of its zone, -1 for none; empty without zones.</summary>
    public int[] Zone { get; init; } = [];

    /// <summary>For every building of the city the node that supplies it, -1 for none; empty where buildings are not simulated.</summary>
    public int[] BuildingNode { get; init; } = [];
}
