using System.Runtime.CompilerServices;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// Moves vehicles over a node during a slice: the earliest that can go goes first, and of those that can go at one instant the one whose link has had least of the next link's room for its
/// capacity. All that it reads was settled before the slice began or belongs to the node, so nodes may be moved in any order and on any thread. Each part of the network has one.
/// </summary>
internal sealed partial class NodeMotion(MobilityModel model, MobilityState state, NodeCalendar calendar, bool[] isSlow)
{
    // A vehicle that can go, or one that may some time.
    private const int FromLink = 0, FromWaiting = 1;
    private readonly TrafficPlan plan = model.Plan;
    private readonly Vehicles vehicles = state.Vehicles;
    private readonly LinkQueues queues = state.Queues;
    private readonly RoadControls roads = state.Roads;
    private readonly int[] linkTo = model.Network.Links.To, linkFrom = model.Network.Links.From;
    private readonly double[] length = model.Network.Links.Length;

    /// <summary>Vehicles whose trip ended, in the order in which they were met.</summary>
    public List<int> Ended { get; } = [];

    /// <summary>Vehicles whose drivers must decide before they go on.</summary>
    public List<int> Asked { get; } = [];

    /// <summary>End of the window of time within which other parts are not seen, s.</summary>
    public double WindowEnd { get; set; }

    private long moves;

    /// <summary>Vehicles that left links since this was last asked.</summary>
    public long TakeMoves()
    {
        var taken = moves;
        moves = 0;
        return taken;
    }

    /// <summary>Moves a node from <paramref name="begin"/> to <paramref name="until"/>, s.</summary>
    public void Move(int node, double begin, double until)
    {
        var @in = plan.Network.In(node);
        var @out = plan.Network.Out(node);
        while (true)
        {
            var (best, kind, at, tag, to) = (-1, FromLink, until, double.PositiveInfinity, -1);
            foreach (var link in @in)
            {
                var t = Head(link, begin, until, out var next, out var start);
                if (t >= until || t > at || (t == at && start >= tag)) continue;
                (best, kind, at, tag, to) = (link, FromLink, t, start, next);
            }
            foreach (var link in @out)
            {
                var t = Waiting(link, begin, until, out var start);
                if (t >= until || t > at || (t == at && start >= tag)) continue;
                (best, kind, at, tag, to) = (link, FromWaiting, t, start, link);
            }
            if (best < 0) break;
            if (kind == FromWaiting) Begin(best, at, until, tag);
            else if (to >= 0) Cross(best, to, at, until, tag);
            else Finish(best, at);
        }
        AdvanceFacilities(node, until);
    }

    // (T5), (T6): when the first vehicle of a link can leave it, at `until` or later for not in this slice; where it goes (-1 where its drive ends), and its start tag.
    private double Head(int link, double begin, double until, out int to, out double start)
    {
        ref var exit = ref queues.Exit[link];
        (to, start) = (-1, LinkQueues.Never);
        if (Volatile.Read(ref queues.Entrance[link].Entered) == exit.Left) return until;
        var place = plan.RingStart[link] + exit.Head;
        var ready = queues.Time[place];
        if (ready >= until)
        {
            if (isSlow[link]) calendar.Call(linkTo[link], ready);
            return until;
        }
        var v = queues.Vehicle[place];
        if (vehicles.Motion[v].Deliberation != Deliberation.None) return until;
        var t = Math.Max(Math.Max(ready, begin), exit.LastExit + state.ExitHeadway[link]);
        var route = vehicles.Route[v]!;
        var step = vehicles.Motion[v].Step;
        if (step < route.Length)
        {
            to = route[step];
            if (roads.IsClosed[to])
            {
                Decide(v);
                return until;
            }
            t = Math.Max(t, Room(to));
            start = Math.Max(queues.Entrance[to].Served, queues.TurnTag[plan.Turn(link, to)]);
        }
        if (t >= until && double.IsFinite(t)) calendar.Call(linkTo[link], t);
        return t;
    }

    private double Waiting(int link, double begin, double until, out double start)
    {
        ref var entrance = ref queues.Entrance[link];
        start = 0;
        if (entrance.FirstWaiting < 0) return until;
        var v = entrance.FirstWaiting;
        if (vehicles.Motion[v].Deliberation != Deliberation.None) return until;
        var since = vehicles.Motion[v].Since;
        if (since < until && roads.IsClosed[link])
        {
            Decide(v);
            return until;
        }
        var t = Math.Max(Math.Max(since, begin), Room(link));
        start = Math.Max(entrance.Served, entrance.WaitingTag);
        if (t >= until && double.IsFinite(t)) calendar.Call(linkFrom[link], t);
        return t;
    }

    // (T4): when a link can take one more. Infinite when that depends on a vehicle that has not yet left it: its other end then calls us.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Room(int link)
    {
        ref var entrance = ref queues.Entrance[link];
        var gate = entrance.LastEntry + state.EntryHeadway[link];
        if (entrance.Entered - Volatile.Read(ref queues.Exit[link].Left) >= state.Room[link]) return Full(link);
        // The gap of the vehicle that entered as many before as there is room for: its place in the ring is taken again only later, or now.
        var before = entrance.Tail - state.Room[link];
        return Math.Max(gate, queues.Time[plan.RingStart[link] + (before < 0 ? before + plan.Storage[link] : before)] + plan.BackTime[link]);
    }

    // What leaves the link in the window in which we begin to wait may not have seen that we do: we look once more in the next.
    private double Full(int link)
    {
        if (!state.IsAwaited[link])
        {
            state.IsAwaited[link] = true;
            calendar.Call(linkFrom[link], WindowEnd);
        }
        return double.PositiveInfinity;
    }

    private void Decide(int v)
    {
        vehicles.Motion[v].Deliberation = Deliberation.Asked;
        Asked.Add(v);
    }
}
