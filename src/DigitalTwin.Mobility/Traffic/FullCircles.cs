namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// Circles of full streets (T11): each holds all that it has room for, and the first car of each is ready and wants the next of them, so that nobody can move however long he waits. At fixed instants all of them move on by one car
/// at once, as a full roundabout turns; nothing is taken off the road and no street holds more than before. Where one of them lets nobody through, the circle stands.
/// </summary>
internal sealed class FullCircles(MobilityModel model, MobilityState state)
{
    /// <summary>Circles turn every so many seconds, to the nearest slice: an assumption, about what it takes to sort out such a knot car by car.</summary>
    private const double Interval = 30;

    // By link: the link that its first car waits for; the search that came by.
    private readonly int[] next = new int[model.Plan.Storage.Length], seen = new int[model.Plan.Storage.Length];
    private readonly List<int> circle = [];

    /// <summary>Slices from one turn to the next.</summary>
    public long Slices { get; } = Math.Max(1, (long)Math.Round(Interval / model.Options.Slice));

    /// <summary>Turns all circles once.</summary>
    /// <param name="motion">Moves the vehicles.</param>
    /// <param name="time">Beginning of a slice, s.</param>
    public void Turn(NodeMotion motion, double time)
    {
        var some = false;
        for (var link = 0; link < next.Length; link++) some |= (next[link] = IsFull(link) ? Wanted(link, time) : -1) >= 0;
        if (!some) return;
        Array.Clear(seen);
        for (var link = 0; link < next.Length; link++)
        {
            var at = link;
            for (; at >= 0 && next[at] >= 0 && seen[at] == 0; at = next[at]) seen[at] = link + 1;
            // Back on the trace of this search: from here on it is a circle.
            if (at >= 0 && next[at] >= 0 && seen[at] == link + 1) Turn(at, motion, time);
        }
    }

    private void Turn(int first, NodeMotion motion, double time)
    {
        circle.Clear();
        var at = first;
        do
        {
            circle.Add(at);
            at = next[at];
        }
        while (at != first);
        motion.TurnCircle(circle, time);
    }

    private bool IsFull(int link) => state.Queues.On(link) >= state.Room[link];

    // The full link that the first vehicle of a link would enter now if it had room; -1 for none.
    private int Wanted(int link, double time)
    {
        var (queues, vehicles) = (state.Queues, state.Vehicles);
        ref var exit = ref queues.Exit[link];
        var place = model.Plan.RingStart[link] + exit.Head;
        var v = queues.Vehicle[place];
        if (queues.Time[place] > time || exit.LastExit + state.ExitHeadway[link] > time || vehicles.Motion[v].Deliberation != Deliberation.None) return -1;
        if (vehicles.Route[v] is not { } route || vehicles.Motion[v].Step >= route.Length) return -1;
        var to = route[vehicles.Motion[v].Step];
        return !state.Roads.IsClosed[to] && IsFull(to) && queues.Entrance[to].LastEntry + state.EntryHeadway[to] <= time ? to : -1;
    }
}
