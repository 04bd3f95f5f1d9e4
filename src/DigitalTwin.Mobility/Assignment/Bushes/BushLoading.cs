using DigitalTwin.Mobility.Assignment.Costs;
using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>Loads the demand of a bush's origin on its links: from the last node to the first, what passes a merge divides as it did before. Workspace of one thread.</summary>
internal sealed class BushLoading(PathGraph graph)
{
    // Shares below this are rounding, not travellers; so are changes of volume below the other.
    private const double Trace = 1e-15;
    private const double Rounding = 1e-13;

    private readonly double[] through = new double[graph.NodeCount];
    private readonly double[] need = new double[graph.NodeCount];

    /// <summary>Gives the links of a bush the flows that carry its demand.</summary>
    /// <param name="bush">Bush.</param>
    /// <param name="origin">Zone from which it leads.</param>
    /// <param name="demand">Trips of its class. Those to where no path leads are left out.</param>
    /// <param name="factor">Passenger-car units of a trip.</param>
    /// <param name="costs">Volumes that follow what changes; null when they do not.</param>
    public void Load(Bush bush, int origin, DemandTable demand, double factor, LinkCosts? costs = null)
    {
        var (from, to) = (demand.Start[origin], demand.Start[origin + 1]);
        for (var i = from; i < to; i++)
            if (demand.Destination[i] != origin) need[demand.Destination[i]] += factor * demand.Trips[i];
        for (var position = 0; position < bush.Count; position++) through[position] = need[bush.Node[position]];
        for (var i = from; i < to; i++) need[demand.Destination[i]] = 0;
        var (links, merge, at) = (bush.In, bush.MergeCount - 1, bush.LinkCount - 1);
        for (var position = bush.Count - 1; position > 0; position--)
        {
            if (merge >= 0 && bush.Merges[merge] == position)
            {
                Divide(bush, position, costs);
                merge--;
                at = bush.First[position] - 1;
            }
            else
            {
                Give(ref links[at--], through[position], costs);
            }
        }
    }

    private void Divide(Bush bush, int position, LinkCosts? costs)
    {
        var (from, to, amount) = (bush.First[position], bush.First[position + 1], through[position]);
        var total = 0.0;
        for (var at = from; at < to; at++) total += bush.In[at].Flow;
        if (total <= 0)
        {
            for (var at = from; at < to; at++) Give(ref bush.In[at], at == from ? amount : 0, costs);
            return;
        }
        for (var at = from; at < to; at++)
        {
            var share = bush.In[at].Flow / total;
            Give(ref bush.In[at], share > Trace ? share * amount : 0, costs);
        }
    }

    private void Give(ref BushLink link, double amount, LinkCosts? costs)
    {
        if (costs is not null && Math.Abs(amount - link.Flow) > Rounding * costs.Volume[link.Link]) costs.Add(link.Link, amount - link.Flow);
        link.Flow = amount;
        through[link.Tail] += amount;
    }

    /// <summary>Adds the flows that a bush has to the volumes.</summary>
    public static void Add(Bush bush, double[] volume)
    {
        foreach (ref readonly var link in bush.In.AsSpan(0, bush.LinkCount)) volume[link.Link] += link.Flow;
    }
}
