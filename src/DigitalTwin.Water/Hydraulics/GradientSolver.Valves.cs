using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <content>Valves that regulate pressure or flow (equations W11 to W13): what they put into the equations while active.</content>
internal sealed partial class GradientSolver
{
    // Nodes whose balance a pressure valve needs: for each the places and signs of the links that bring water to it.
    private readonly Dictionary<int, (int Place, int Sign)[]> balanceOfRow;
    private readonly Dictionary<int, double> regulated = [];

    private Dictionary<int, (int Place, int Sign)[]> PlanBalances()
    {
        var links = plan.Network.Links;
        var rows = plan.RegulatingValves
            .Where(v => links.Kinds[v.Link] != LinkKind.FlowControl)
            .Select(v => links.Kinds[v.Link] == LinkKind.PressureReducing ? v.Row2 : v.Row1)
            .Where(row => row < plan.JunctionCount)
            .ToHashSet();
        var lists = rows.ToDictionary(row => row, _ => new List<(int, int)>());
        for (var place = 0; place < plan.PlaceCount && rows.Count > 0; place++)
        {
            if (lists.TryGetValue(plan.Row1[place], out var leaving)) leaving.Add((place, -1));
            if (lists.TryGetValue(plan.Row2[place], out var arriving)) arriving.Add((place, 1));
        }
        return lists.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private void AssembleRegulatingValves()
    {
        if (plan.RegulatingValves.Length == 0) return;
        regulated.Clear();
        foreach (var (row, links) in balanceOfRow) regulated[row] = Balance(row, links);
        foreach (var valve in plan.RegulatingValves)
        {
            if (double.IsNaN(state.Setting[valve.Link])) continue;
            if (state.Status[valve.Link] != LinkStatus.Active) AssembleAsPipe(valve);
            else if (plan.Network.Links.Kinds[valve.Link] == LinkKind.PressureReducing) HoldDownstream(valve);
            else if (plan.Network.Links.Kinds[valve.Link] == LinkKind.PressureSustaining) HoldUpstream(valve);
            else HoldFlow(valve);
        }
    }

    // Inflow less outflow at a node, without its regulating valves.
    private double Balance(int row, (int Place, int Sign)[] links)
    {
        var sum = 0.0;
        foreach (var (place, sign) in links)
        {
            if (p[place] != 0) sum += sign * flow[place];
        }
        return sum - OutflowAt(plan.Factor.VertexOfRow[row]);
    }

    // The head downstream is enforced; the valve's flow is what balances the node there.
    private void HoldDownstream(LinkPlace valve)
    {
        var (link, place, up, down) = valve;
        var setting = plan.Network.Nodes.Elevation[plan.Network.Links.To[link]] + state.Setting[link];
        var excess = regulated.GetValueOrDefault(down);
        (p[place], z[place]) = (0, excess);
        matrix.RightHandSide[down] += setting * Foot.EnforcedConductance;
        matrix.Ground[down] += Foot.EnforcedConductance;
        if (excess < 0) matrix.RightHandSide[up] += excess;
    }

    // The head upstream is enforced; a trace of conductance keeps the node downstream connected.
    private void HoldUpstream(LinkPlace valve)
    {
        var (link, place, up, down) = valve;
        var setting = plan.Network.Nodes.Elevation[plan.Network.Links.From[link]] + state.Setting[link];
        var excess = regulated.GetValueOrDefault(up);
        (p[place], z[place]) = (0, -excess);
        matrix.RightHandSide[up] += setting * Foot.EnforcedConductance;
        matrix.Ground[up] += Foot.EnforcedConductance;
        if (excess > 0) matrix.RightHandSide[down] += excess;
        TieAcross(valve, Foot.ClosedConductance);
    }

    // The network is broken at the valve: its setting is a demand upstream and a supply downstream.
    private void HoldFlow(LinkPlace valve)
    {
        var (link, place, up, down) = valve;
        var q = state.Setting[link];
        if (regulated.TryGetValue(up, out var above)) regulated[up] = above - q;
        if (regulated.TryGetValue(down, out var below)) regulated[down] = below + q;
        (p[place], z[place]) = (Foot.ClosedConductance, -q);
        Couple(valve);
    }

    private void AssembleAsPipe(LinkPlace valve)
    {
        (p[valve.Place], z[valve.Place]) = OpenOrClosed(valve.Link, valve.Place, plan.Minor[valve.Place]);
        Couple(valve);
    }

    private void Couple(LinkPlace valve)
    {
        var (_, place, up, down) = valve;
        TieAcross(valve, p[place]);
        matrix.RightHandSide[up] += z[place];
        matrix.RightHandSide[down] -= z[place];
    }

    private void TieAcross(LinkPlace valve, double conductance)
    {
        var (_, place, up, down) = valve;
        if (plan.Entry[place] < plan.Factor.EntryCount) matrix.Coupling[plan.Entry[place]] += conductance;
        else if (up < plan.JunctionCount) TieToKnown(up, down, conductance);
        else if (down < plan.JunctionCount) TieToKnown(down, up, conductance);
    }

    private void TieToKnown(int junction, int known, double conductance)
    {
        matrix.Ground[junction] += conductance;
        matrix.RightHandSide[junction] += conductance * head[known];
    }
}
