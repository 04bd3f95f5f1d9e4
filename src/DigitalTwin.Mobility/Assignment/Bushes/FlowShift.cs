using DigitalTwin.Mobility.Assignment.Costs;

namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>
/// Brings a bush nearer to equilibrium (A5): at each merge, from the last to the first, flow goes from the dearest used path to the cheapest, on the stretch where they part, by a Newton step
/// that would make both cost the same. Workspace of one thread.
/// </summary>
internal sealed class FlowShift(int nodes)
{
    // Less than this share of what others leave on a link is rounding, not travellers.
    private const double Trace = 1e-12;

    private readonly int[] dear = new int[nodes];
    private readonly int[] cheap = new int[nodes];

    /// <summary>Shifts once at each merge whose paths differ in cost.</summary>
    public void Pass(Bush bush, BushLabels labels, LinkCosts costs)
    {
        for (var merge = bush.MergeCount - 1; merge >= 0; merge--)
        {
            var position = bush.Merges[merge];
            if (labels.Most[position] > labels.Least[position] && labels.MostIn[position] != labels.LeastIn[position])
                Shift(bush, labels, costs, position);
        }
    }

    private void Shift(Bush bush, BushLabels labels, LinkCosts costs, int position)
    {
        var (links, cost, slope) = (bush.In, costs.Cost, costs.Slope);
        var (mostIn, leastIn) = (labels.MostIn, labels.LeastIn);
        var (dearCount, cheapCount) = (0, 0);
        var (difference, bend, room) = (0.0, 0.0, double.PositiveInfinity);
        // Both paths are followed back, always from the later of the two positions, until they meet.
        var (a, b) = (position, position);
        do
        {
            if (a >= b)
            {
                ref readonly var link = ref links[dear[dearCount++] = mostIn[a]];
                difference += cost[link.Link];
                bend += slope[link.Link];
                room = Math.Min(room, link.Flow);
                if (a == b) StepCheap(ref b);
                a = link.Tail;
            }
            else
            {
                StepCheap(ref b);
            }
        }
        while (a != b);
        // Traces are forgotten: a path that nobody can be taken from would for ever be the dearest that is used.
        if (room <= 0 && IsTrace(links[dear[0]], costs)) Forget(ref links[dear[0]], costs);
        if (!(difference > 0 && room > 0)) return;
        var amount = bend > 0 ? Math.Min(room, difference / bend) : room;
        Move(links, dear.AsSpan(0, dearCount), -amount, costs);
        if (amount == room)
            foreach (var at in dear.AsSpan(0, dearCount))
                if (links[at].Flow < Trace * amount) Forget(ref links[at], costs);
        Move(links, cheap.AsSpan(0, cheapCount), amount, costs);

        void StepCheap(ref int at)
        {
            ref readonly var link = ref links[cheap[cheapCount++] = leastIn[at]];
            difference -= cost[link.Link];
            bend += slope[link.Link];
            at = link.Tail;
        }
    }

    private static bool IsTrace(in BushLink link, LinkCosts costs) => link.Flow < Trace * costs.Volume[link.Link];

    private static void Forget(ref BushLink link, LinkCosts costs)
    {
        costs.Add(link.Link, -link.Flow);
        link.Flow = 0;
    }

    private static void Move(BushLink[] links, ReadOnlySpan<int> stretch, double amount, LinkCosts costs)
    {
        foreach (var at in stretch)
        {
            ref var link = ref links[at];
            link.Flow += amount;
            costs.Add(link.Link, amount);
        }
    }
}
