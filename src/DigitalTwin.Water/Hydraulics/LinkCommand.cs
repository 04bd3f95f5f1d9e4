using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>What it means to open, close or set a link, whoever asks: an operator, a control, a rule or a speed pattern.</summary>
internal static class LinkCommand
{
    public static void SetStatus(WaterState state, int link, bool open)
    {
        var kind = state.Network.Links.Kinds[link];
        if (kind == LinkKind.Pump)
        {
            if (open && state.Status[link] == LinkStatus.Closed) RestartFlow(state, link);
            state.Setting[link] = open ? 1 : 0;
        }
        else if (kind > LinkKind.Pump)
        {
            state.Setting[link] = double.NaN;
        }
        state.Status[link] = open ? LinkStatus.Open : LinkStatus.Closed;
    }

    public static void SetSetting(WaterState state, int link, double value)
    {
        ref var status = ref state.Status[link];
        ref var setting = ref state.Setting[link];
        switch (state.Network.Links.Kinds[link])
        {
            case LinkKind.CheckValvePipe or LinkKind.Pipe or LinkKind.GeneralPurpose:
                break;
            case LinkKind.Pump:
                setting = value;
                if (value > 0 && status <= LinkStatus.Closed)
                {
                    RestartFlow(state, link);
                    status = LinkStatus.Open;
                }
                if (value == 0 && status > LinkStatus.Closed) status = LinkStatus.Closed;
                break;
            case LinkKind.FlowControl:
                setting = value;
                status = LinkStatus.Active;
                break;
            default:
                if (double.IsNaN(setting) && status <= LinkStatus.Closed) status = LinkStatus.Open;
                setting = value;
                break;
        }
    }

    /// <summary>A constant-power pump that restarts does so from its first guess, since its gain at no flow has no bound.</summary>
    public static void RestartFlow(WaterState state, int link)
    {
        foreach (var pump in state.Network.Pumps)
        {
            if (pump.Link == link && pump.HeadCurve < 0 && pump.Power > 0) state.Iterate[link] = Foot.Flow;
        }
    }
}
