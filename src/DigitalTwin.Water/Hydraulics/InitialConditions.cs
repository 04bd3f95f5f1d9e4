using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>Where the first iteration begins: 1 ft/s in every open pipe and valve, the design flow in pumps, next to nothing in what is closed.</summary>
internal static class InitialConditions
{
    private const double FirstEmitterFlow = Foot.Flow;
    private const double FirstLeak = 0.001 * Foot.Flow;

    public static WaterState State(NetworkPlan plan)
    {
        var network = plan.Network;
        var outflows = plan.Outflows;
        var state = new WaterState(network, outflows.LeakNodes.Length);
        for (var t = 0; t < plan.Tanks.Length; t++)
        {
            state.TankVolume[t] = plan.Tanks[t].InitialVolume;
            state.Head[plan.Tanks[t].Node] = plan.Tanks[t].InitialHead;
        }
        BeginOutflows(state, outflows);
        for (var link = 0; link < network.Links.Count; link++) Begin(state, plan, link);
        return state;
    }

    /// <summary>Outflows that depend on pressure, before the first iteration.</summary>
    public static void BeginOutflows(WaterState state, OutflowPlan outflows)
    {
        foreach (var i in outflows.EmitterNodes) state.EmitterFlow[i] = FirstEmitterFlow;
        for (var k = 0; k < outflows.LeakNodes.Length; k++)
        {
            if (outflows.FixedLeakLoss[k] > 0) state.FixedLeak[k] = FirstLeak;
            if (outflows.GrowingLeakLoss[k] > 0) state.GrowingLeak[k] = FirstLeak;
            state.LeakageFlow[outflows.LeakNodes[k]] = state.FixedLeak[k] + state.GrowingLeak[k];
        }
    }

    private static void Begin(WaterState state, NetworkPlan plan, int link)
    {
        var links = plan.Network.Links;
        var (kind, given, setting) = (links.Kinds[link], links.Status[link], links.Setting[link]);
        var status = given switch
        {
            InitialStatus.Closed => LinkStatus.Closed,
            InitialStatus.Open => LinkStatus.Open,
            _ => LinkStatus.Active,
        };
        if (kind > LinkKind.Pump && kind != LinkKind.GeneralPurpose && status != LinkStatus.Active) setting = double.NaN;
        if (kind == LinkKind.Pump && double.IsNaN(setting)) setting = status == LinkStatus.Closed ? 0 : 1;
        if (kind <= LinkKind.Pipe) setting = double.NaN;
        state.Setting[link] = setting;
        state.Status[link] = status;
        if (status <= LinkStatus.Closed) state.Iterate[link] = Foot.ZeroFlow;
        else if (kind == LinkKind.Pump) state.Iterate[link] = setting * plan.PumpCurves[plan.PumpOfLink[link]].DesignFlow;
        else state.Iterate[link] = plan.StartFlow[link];
    }
}
