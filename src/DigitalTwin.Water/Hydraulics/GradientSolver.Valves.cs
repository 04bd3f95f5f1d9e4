using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <content>Valves that regulate pressure or flow (equations W11 to W13): what they put into the equations while active.</content>
internal sealed partial class GradientSolver
{
    // Nodes whose balance a pressure valve needs: the index of each by row (-1 for others), and the links that bring water to it, with signs.
    private readonly int[] balanceOfRow;
    private readonly (int Row, (int Place, int Sign)[] Links)[] balances;
    private readonly double[] regulated;

    private (int Row, (int Place, int Sign)[] Links)[] PlanBalances(int[] indexOfRow)
    {
        Array.Fill(indexOfRow, -1);
        var lists = new List<(int Row, List<(int, int)> Links)>();
        foreach (var valve in plan.RegulatingValves)
        {
            var kind = plan.Network.Links.Kinds[valve.Link];
            var row = kind == LinkKind.PressureReducing ? valve.Row2 : valve.Row1;
            if (kind == LinkKind.FlowControl || row >= plan.JunctionCount || indexOfRow[row] >= 0) continue;
            indexOfRow[row] = lists.Count;
            lists.Add((row, []));
        }
        for (var place = 0; place < plan.PlaceCount && lists.Count > 0; place++)
        {
            if (indexOfRow[plan.Row1[place]] is var from and >= 0) lists[from].Links.Add((place, -1));
            if (indexOfRow[plan.Row2[place]] is var to and >= 0) lists[to].Links.Add((place, 1));
        }
        return [.. lists.Select(l => (l.Row, l.Links.ToArray()))];
    }

    private void AssembleRegulatingValves()
    {
        if (plan.RegulatingValves.Length == 0) return;
        for (var i = 0; i < balances.Length; i++) regulated[i] = Balance(balances[i].Row, balances[i].Links);
        foreach (var valve in plan.RegulatingValves)
        {
            if (double.IsNaN(state.Setting[valve.Link])) continue;
            if (state.Status[valve.Link] != LinkStatus.Active) AssembleAsPipe(valve);
            else if (plan.Network.Links.Kinds[valve.Link] == LinkKind.PressureReducing) HoldDownstream(valve);
            else if (plan.Network.Links.Kinds[valve.Link] == LinkKind.PressureSustaining) HoldUpstream(valve);
            else HoldFlow(valve);
        }
    }

    private double ExcessAt(int row) => balanceOfRow[row] is var i and >= 0 ? regulated[i] : 0;

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
        var excess = ExcessAt(down);
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
        var excess = ExcessAt(up);
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
        if (balanceOfRow[up] >= 0) regulated[balanceOfRow[up]] -= q;
        if (balanceOfRow[down] >= 0) regulated[balanceOfRow[down]] += q;
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
