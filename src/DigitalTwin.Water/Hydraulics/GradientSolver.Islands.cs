using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Hydraulics;

/// <content>
/// Parts of the network that nothing ties to a known head, so that the equations have no solution. An active valve at such a part gives up regulating, which
/// usually ties it again. If there is none, the part is tied to head 0 by the conductance of a closed link and named in the report; the rest is solved.
/// </content>
internal sealed partial class GradientSolver
{
    private readonly List<int> tiedRows = [];

    // Makes the equations solvable again after a pivot of nothing in a row; false when that was tried before, so that numbers must be at fault.
    private bool Rescue(int row)
    {
        if (tiedRows.Contains(row)) return false;
        if (!ReleaseValve(FindIsland(row))) tiedRows.Add(row);
        return true;
    }

    // All junctions that links with a conductance join to one, by row.
    private bool[] FindIsland(int row)
    {
        var groups = new Groups(plan.RowCount);
        for (var place = 0; place < plan.PlaceCount; place++)
        {
            if (p[place] != 0 && plan.Row1[place] < plan.JunctionCount && plan.Row2[place] < plan.JunctionCount)
                groups.Join(plan.Row1[place], plan.Row2[place]);
        }
        var island = new bool[plan.RowCount];
        for (var other = 0; other < plan.JunctionCount; other++) island[other] = groups.Of(other) == groups.Of(row);
        return island;
    }

    // The first active valve at the island stops regulating; true when there was one.
    private bool ReleaseValve(bool[] island)
    {
        foreach (var valve in plan.RegulatingValves)
        {
            if (state.Status[valve.Link] != LinkStatus.Active || double.IsNaN(state.Setting[valve.Link])) continue;
            if (!island[valve.Row1] && !island[valve.Row2]) continue;
            var kind = plan.Network.Links.Kinds[valve.Link];
            state.Status[valve.Link] = kind == LinkKind.FlowControl ? LinkStatus.CannotSupplyFlow : LinkStatus.CannotHoldPressure;
            return true;
        }
        return false;
    }
}
