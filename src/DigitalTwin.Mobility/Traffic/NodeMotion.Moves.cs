namespace DigitalTwin.Mobility.Traffic;

/// <content>What a vehicle's leaving, crossing and entering changes.</content>
internal sealed partial class NodeMotion
{
    private void Cross(int from, int to, double at, double until, double tag)
    {
        var v = First(from);
        if (TakesKerb(from, v, at)) return;
        Leave(from, at);
        queues.TurnTag[plan.Turn(from, to)] = tag + state.ExitHeadway[from];
        queues.Entrance[to].Served = tag;
        Enter(v, to, at, until);
    }

    /// <summary>The first vehicles of links that form a circle, all full, move on at once: one steps out, the others follow each other from the last to the first, and it steps in again (T11).</summary>
    public void TurnCircle(List<int> circle, double at)
    {
        var (first, v, until) = (circle[0], First(circle[0]), at + plan.LeastTime);
        foreach (var link in circle) calendar.Call(linkTo[link], at);
        // Whoever finds a space at the kerb makes room for all the others.
        if (TakesKerb(first, v, at)) return;
        Leave(first, at);
        for (var i = circle.Count - 1; i > 0; i--)
        {
            var (from, to) = (circle[i], circle[(i + 1) % circle.Count]);
            Cross(from, to, at, until, Math.Max(queues.Entrance[to].Served, queues.TurnTag[plan.Turn(from, to)]));
        }
        Enter(v, circle[1 % circle.Count], at, until);
    }

    private void Begin(int link, double at, double until, double tag)
    {
        ref var entrance = ref queues.Entrance[link];
        var v = entrance.FirstWaiting;
        entrance.FirstWaiting = vehicles.Motion[v].Next;
        if (entrance.FirstWaiting < 0) entrance.LastWaiting = -1;
        vehicles.Motion[v].Next = -1;
        entrance.WaitingTag = tag + state.WaitingHeadway[link];
        entrance.Served = tag;
        vehicles.Motion[v].DriveTime += at - vehicles.Motion[v].Since;
        vehicles.Phase[v] = VehiclePhase.OnLink;
        Enter(v, link, at, until);
    }

    private void Finish(int link, double at)
    {
        var v = First(link);
        if (vehicles.Errand[v] is Errand.ToFacility or Errand.Searching) TurnIn(link, v, at);
        else Remove(link, vehicles.Fate[v], at);
    }

    /// <summary>The first vehicle of a link leaves the network.</summary>
    public void Remove(int link, TripOutcome outcome, double at)
    {
        var v = First(link);
        Leave(link, at);
        End(v, outcome, at);
    }

    private int First(int link) => queues.Vehicle[plan.RingStart[link] + queues.Exit[link].Head];

    /// <summary>A trip ends.</summary>
    public void End(int v, TripOutcome outcome, double at)
    {
        vehicles.End(v, outcome, at);
        Ended.Add(v);
    }

    private void Leave(int link, double at)
    {
        ref var exit = ref queues.Exit[link];
        var place = plan.RingStart[link] + exit.Head;
        var v = queues.Vehicle[place];
        queues.Time[place] = at;
        exit.Head = exit.Head + 1 == plan.Storage[link] ? 0 : exit.Head + 1;
        exit.LastExit = at;
        Volatile.Write(ref exit.Left, exit.Left + 1);
        var took = at - vehicles.Motion[v].Since;
        exit.TravelTimes += took;
        exit.LeftInInterval++;
        exit.ExitTimes += at - state.TallySince;
        exit.Delay += LinkQueues.DelayOf(vehicles.Motion[v].Since + plan.FreeTime[link], at, state.TallySince);
        CountSearch(v, link, at);
        vehicles.Motion[v].DriveTime += took;
        vehicles.Motion[v].Driven += length[link];
        if (state.IsAwaited[link]) calendar.Call(linkFrom[link], at + plan.BackTime[link]);
        moves++;
    }

    /// <summary>A search ends at the end of a link.</summary>
    public void EndSearch(int v, int link, double at)
    {
        CountSearch(v, link, at);
        vehicles.EndSearch(v, at);
    }

    // Who was refused at the link's end has driven none of it in search.
    private void CountSearch(int v, int link, double at)
    {
        var (searched, took) = (at - vehicles.Motion[v].SearchSince, at - vehicles.Motion[v].Since);
        if (double.IsNaN(searched)) return;
        ref var exit = ref queues.Exit[link];
        exit.SearchTime += Math.Min(searched, took);
        if (searched < took) return;
        exit.SearchLeft++;
        vehicles.SearchDriven[v] += length[link];
    }

    private void Enter(int v, int link, double at, double until)
    {
        ref var entrance = ref queues.Entrance[link];
        var place = plan.RingStart[link] + entrance.Tail;
        var ready = Math.Max(at + state.DriveTime[link], until);
        (queues.Vehicle[place], queues.Time[place]) = (v, ready);
        entrance.Tail = entrance.Tail + 1 == plan.Storage[link] ? 0 : entrance.Tail + 1;
        entrance.LastEntry = at;
        entrance.EntryTimes += at - state.TallySince;
        state.IsAwaited[link] = false;
        (vehicles.Motion[v].Link, vehicles.Motion[v].Since) = (link, at);
        vehicles.Motion[v].Step++;
        Volatile.Write(ref entrance.Entered, entrance.Entered + 1);
        calendar.Call(linkTo[link], ready);
    }
}
