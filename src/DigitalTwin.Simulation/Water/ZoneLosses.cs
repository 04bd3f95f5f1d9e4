using DigitalTwin.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>
/// What zones lose through leaks and emitters where the run starts: a meter at a zone's inlet counts that too. The losses depend on the pressures and these on the demands, so
/// the network is solved twice: with the file's demands, and with those scaled to the first losses.
/// </summary>
internal static class ZoneLosses
{
    /// <summary>Losses by zone, m³/s; zeros where nothing leaks or no inflow is metered.</summary>
    public static double[] Of(WaterSite site, WaterStart start, IReadOnlyList<NetworkPart> parts, IReadOnlyList<WaterModel> models)
    {
        var losses = new double[site.Zones.Count];
        var leaks = Array.Exists(site.Network.Nodes.EmitterCoefficient, k => k > 0) || Array.Exists(site.Network.Links.LeakArea, a => a > 0) || Array.Exists(site.Network.Links.LeakExpansion, a => a > 0);
        if (!leaks || Array.TrueForAll(start.ZoneInflow, double.IsNaN)) return losses;
        var demand = DemandScaling.Asked(site.Network);
        var factors = new double[demand.Length];
        Array.Fill(factors, 1);
        for (var pass = 0; pass < 2; pass++)
        {
            Array.Clear(losses);
            for (var p = 0; p < parts.Count; p++) Add(site, start, parts[p], models[p], factors, losses);
            factors = DemandScaling.Of(start, site, demand, losses);
        }
        return losses;
    }

    private static void Add(WaterSite site, WaterStart start, NetworkPart part, WaterModel model, double[] factors, double[] losses)
    {
        var state = model.InitialState();
        start.Apply(state, part);
        for (var i = 0; i < part.Nodes.Length; i++) state.DemandFactor[i] = factors[part.Nodes[i]];
        model.Solve(state);
        for (var i = 0; i < part.Network.Nodes.JunctionCount; i++)
            if (site.Zone[part.Nodes[i]] is >= 0 and var zone) losses[zone] += state.EmitterFlow[i] + state.LeakageFlow[i];
    }
}
