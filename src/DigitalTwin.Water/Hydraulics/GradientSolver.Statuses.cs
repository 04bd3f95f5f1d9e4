using System.Runtime.CompilerServices;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <content>Status checks between iterations, in EPANET's order; each returns whether anything changed.</content>
internal sealed partial class GradientSolver
{
    private const double NearHead = Foot.HeadTolerance;
    private const double NearFlow = Foot.FlowTolerance;

    // Pressure valves that are not fixed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool CheckPressureValves()
    {
        var changed = false;
        var (links, elevation) = (plan.Network.Links, plan.Network.Nodes.Elevation);
        foreach (var (link, place, row1, row2) in plan.RegulatingValves)
        {
            var setting = state.Setting[link];
            if (double.IsNaN(setting) || links.Kinds[link] == LinkKind.FlowControl) continue;
            var q = flow[place];
            var lossWideOpen = plan.Minor[place] * q * q;
            var before = state.Status[link];
            var after = links.Kinds[link] == LinkKind.PressureReducing
                ? Reducing(before, elevation[links.To[link]] + setting, head[row1], head[row2], q, lossWideOpen)
                : Sustaining(before, elevation[links.From[link]] + setting, head[row1], head[row2], q, lossWideOpen);
            state.Status[link] = after;
            changed |= after != before;
        }
        return changed;
    }

    private static LinkStatus Reducing(LinkStatus status, double set, double up, double down, double q, double lossWideOpen)
    {
        if (status == LinkStatus.Closed)
        {
            if (up >= set + NearHead && down < set - NearHead) return LinkStatus.Active;
            return up < set - NearHead && up > down + NearHead ? LinkStatus.Open : status;
        }
        if (status is not (LinkStatus.Active or LinkStatus.Open or LinkStatus.CannotHoldPressure)) return status;
        if (q < -NearFlow) return LinkStatus.Closed;
        return status switch
        {
            LinkStatus.Active when up - lossWideOpen < set - NearHead => LinkStatus.Open,
            LinkStatus.Open when down >= set + NearHead => LinkStatus.Active,
            _ => status,
        };
    }

    private static LinkStatus Sustaining(LinkStatus status, double set, double up, double down, double q, double lossWideOpen)
    {
        if (status == LinkStatus.Closed)
        {
            if (up <= down + NearHead) return status;
            if (down > set + NearHead) return LinkStatus.Open;
            return up >= set + NearHead ? LinkStatus.Active : status;
        }
        if (status is not (LinkStatus.Active or LinkStatus.Open or LinkStatus.CannotHoldPressure)) return status;
        if (q < -NearFlow) return LinkStatus.Closed;
        return status switch
        {
            LinkStatus.Active when down + lossWideOpen > set + NearHead => LinkStatus.Open,
            LinkStatus.Open when up < set - NearHead => LinkStatus.Active,
            _ => status,
        };
    }

    // Check valves, pumps, flow control valves, and links of full or empty tanks.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool CheckLinks()
    {
        var (changed, pipeChanged) = (false, false);
        foreach (ref readonly var link in plan.WatchedLinks.AsSpan())
        {
            var before = state.Status[link.Link];
            var after = Watch(in link, before);
            if (after == before) continue;
            state.Status[link.Link] = after;
            changed = true;
            pipeChanged |= link.Place < plan.PipeCount;
        }
        if (pipeChanged) ListClosedPipes();
        return changed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LinkStatus Watch(in LinkPlace link, LinkStatus before)
    {
        var (k, row1, row2) = (link.Link, link.Row1, link.Row2);
        var (q, loss) = (flow[link.Place], head[row1] - head[row2]);
        var status = before is LinkStatus.CannotDeliverHead or LinkStatus.TemporarilyClosed ? LinkStatus.Open : before;
        switch (plan.Network.Links.Kinds[k])
        {
            case LinkKind.CheckValvePipe when !(state.Locked[k] && before == LinkStatus.Closed):
                status = CheckValve(status, loss, q);
                break;
            case LinkKind.Pump when status >= LinkStatus.Open && state.Setting[k] > 0:
                status = Pump(plan.PumpCurves[plan.PumpOfLink[k]], state.Setting[k], -loss, q);
                break;
            case LinkKind.FlowControl when !double.IsNaN(state.Setting[k]):
                status = FlowControl(before, loss, q, state.Setting[k], plan.Minor[link.Place]);
                break;
        }
        if (row1 >= plan.JunctionCount) status = AtTank(status, row1, q);
        if (row2 >= plan.JunctionCount) status = AtTank(status, row2, -q);
        return status;
    }

    private static LinkStatus CheckValve(LinkStatus status, double loss, double q)
    {
        if (q < -NearFlow || loss < -NearHead) return LinkStatus.Closed;
        return loss > NearHead ? LinkStatus.Open : status;
    }

    private static LinkStatus Pump(PumpCurve pump, double speed, double gain, double q)
    {
        if (pump.IsConstantPower && q < Foot.ZeroFlow) return LinkStatus.TemporarilyClosed;
        var most = pump.IsConstantPower ? pump.MaxHead : speed * speed * pump.MaxHead;
        return gain > most + NearHead ? LinkStatus.CannotDeliverHead : LinkStatus.Open;
    }

    private static LinkStatus FlowControl(LinkStatus status, double loss, double q, double set, double minor)
    {
        if (loss < -NearHead || q < -NearFlow) return LinkStatus.CannotSupplyFlow;
        if (status == LinkStatus.CannotSupplyFlow && q >= set) return LinkStatus.Active;
        return status == LinkStatus.Active && loss / (q * q) < minor ? LinkStatus.CannotSupplyFlow : status;
    }

    // Nothing more into a full tank that does not overflow, nothing out of an empty one. q: flow out of the tank.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LinkStatus AtTank(LinkStatus status, int row, double q)
    {
        var tank = plan.Tanks[plan.TankOfNode[row]];
        if (status <= LinkStatus.Closed || tank.IsReservoir) return status;
        var fills = head[row] >= tank.MaxHead && !tank.CanOverflow && q < 0;
        var drains = head[row] <= tank.MinHead && q > 0;
        return fills || drains ? LinkStatus.TemporarilyClosed : status;
    }

    // Simple controls that watch the pressure of a junction act within a solution.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool CheckPressureControls()
    {
        var (changed, pipeChanged) = (false, false);
        foreach (var control in plan.Controls)
        {
            if (!control.WatchesJunction || state.Locked[control.Link]) continue;
            var h = head[plan.RowOfNode[control.Node]];
            var due = control.Trigger == ControlTrigger.Below ? h <= control.Grade + NearHead : h >= control.Grade - NearHead;
            if (!due || !control.WouldChange(state)) continue;
            control.Impose(state);
            changed = true;
            pipeChanged |= plan.PlaceOfLink[control.Link] < plan.PipeCount;
        }
        if (pipeChanged) ListClosedPipes();
        if (changed) LoadValves();
        return changed;
    }
}
