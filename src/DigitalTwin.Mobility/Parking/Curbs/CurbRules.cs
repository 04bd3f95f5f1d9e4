using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Facilities;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Clocks;

namespace DigitalTwin.Mobility.Parking.Curbs;

/// <summary>
/// The policies of a facility laid out over the week: which of them holds for a group at an instant, and whether a whole stay is in keeping with all that hold while it lasts (P19). Immutable; times in ms since a Sunday's midnight.
/// </summary>
internal sealed class CurbRules
{
    private readonly (ulong For, ulong Admitted, long LongestStay)[] rules;
    private readonly long[] edges;
    private readonly ushort[] held; // the rule that holds from an edge on, for each group
    private readonly int groups;
    private readonly LocalClock clock;

    /// <summary>Lays out policies.</summary>
    /// <param name="policies">Policies; of equal priority the first goes before the others.</param>
    /// <param name="longestStay">Where none holds, s.</param>
    /// <param name="groups">Groups of drivers.</param>
    /// <param name="clock">Local time.</param>
    public CurbRules(IEnumerable<CurbPolicy> policies, double longestStay, IReadOnlyList<DriverGroup> groups, LocalClock clock)
    {
        CurbPolicy[] order = [.. policies.OrderBy(p => p.Priority), new CurbPolicy(CurbActivity.Parking) { LongestStay = longestStay }];
        (this.groups, this.clock) = (groups.Count, clock);
        rules = [.. order.Select(p => Rule(p, groups))];
        edges = [.. WeekWindows.Edges(order.SelectMany(p => p.When))];
        held = new ushort[edges.Length * groups.Count];
        for (var e = 0; e < edges.Length; e++)
        {
            for (var g = 0; g < groups.Count; g++)
            {
                var first = 0;
                while ((rules[first].For >> g & 1) == 0 || !order[first].When.Any(w => WeekWindows.Holds(w, edges[e]))) first++;
                held[e * groups.Count + g] = (ushort)first;
            }
        }
    }

    /// <summary>Whether a group may stand there from a time on for a while: under each policy that holds in turn, if it permits it, and for no longer in one go than it says.</summary>
    public bool Admits(int group, double time, double stay)
    {
        var arrival = ((long)clock.DayOfWeek(time) * WeekWindows.Day) + (long)(clock.TimeOfDay(time) * 1000);
        var departure = arrival + (long)Math.Min(Math.Ceiling(stay * 1000), 4.0 * WeekWindows.Week);
        var at = EdgeAt(arrival);
        var (week, rule, since) = (0L, -1, arrival);
        while (true)
        {
            var next = at + 1 < edges.Length ? at + 1 : 0;
            var end = week + (next > at ? edges[next] : edges[0] + WeekWindows.Week);
            var now = held[at * groups + group];
            if (now != rule) (rule, since) = (now, week + edges[at] > arrival ? week + edges[at] : arrival);
            if ((rules[rule].Admitted >> group & 1) == 0 || Math.Min(end, departure) - since > rules[rule].LongestStay) return false;
            if (end >= departure) return true;
            if (next == 0) week += WeekWindows.Week;
            at = next;
        }
    }

    /// <summary>The first instant after a time at which another policy may hold, s.</summary>
    public double NextChange(double time) => FacilityPlan.Next(edges, clock, time);

    private int EdgeAt(long instant)
    {
        var at = Array.BinarySearch(edges, instant % WeekWindows.Week);
        return at >= 0 ? at : ~at - 1;
    }

    private static (ulong For, ulong Admitted, long LongestStay) Rule(CurbPolicy policy, IReadOnlyList<DriverGroup> groups)
    {
        var named = FacilityPlan.Bits(policy.Groups, groups);
        var meant = policy.Groups.Count == 0 ? ulong.MaxValue : named;
        var longest = policy.LongestStay < 1e12 ? (long)Math.Round(policy.LongestStay * 1000) : long.MaxValue;
        return policy.Activity.IsExclusive() ? (ulong.MaxValue, named, longest) : (meant, policy.Activity.Permits() ? meant : 0, longest);
    }
}
