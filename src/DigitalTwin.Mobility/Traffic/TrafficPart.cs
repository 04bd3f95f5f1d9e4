using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// A part of the network, which one worker advances through a window of several slices while others advance other parts: the window is so short that nothing that happens in one part reaches another within it. Slice by
/// slice, what drivers decided in the last takes effect, trips set out, the nodes that are called are moved, and drivers who were asked in the last decide.
/// </summary>
internal sealed class TrafficPart(MobilityModel model, MobilityState state, NodeCalendar calendar, long[] movedIn, bool[] isSlow)
{
    private readonly TrafficPlan plan = model.Plan;
    private readonly Vehicles vehicles = state.Vehicles;
    private readonly double slice = model.Options.Slice;
    private readonly List<int> deciding = [], departing = [];
    private int departed;

    /// <summary>Which of its nodes have something to do.</summary>
    public NodeCalendar Calendar { get; } = calendar;

    /// <summary>Moves its nodes.</summary>
    public NodeMotion Motion { get; } = new(model, state, calendar, isSlow);

    /// <summary>Drivers who were asked and will decide in the next slice.</summary>
    public List<int> Asked => Motion.Asked;

    /// <summary>Drivers whose decision takes effect at the beginning of the next slice.</summary>
    public List<int> Decided { get; } = [];

    /// <summary>What happened to drivers, to be counted.</summary>
    public List<DriverEvent> Events { get; } = [];

    /// <summary>Somebody sets out here in the window to come; called in the order of departure.</summary>
    public void Expect(int v) => departing.Add(v);

    /// <summary>Advances the part from the beginning of one slice to that of another.</summary>
    public void Advance(DriverDecision decision, TravelTimes times, long from, long until)
    {
        Motion.WindowEnd = until * slice;
        for (var now = from; now < until; now++)
        {
            var isDeparture = departed < departing.Count && vehicles.Departure[departing[departed]] < (now + 1) * slice;
            if (Decided.Count == 0 && Asked.Count == 0 && !isDeparture && !Calendar.IsCalled(now)) continue;
            Calendar.Now = now - 1;
            if (Decided.Count > 0) TakeEffect(now * slice);
            if (isDeparture) Depart(now);
            Calendar.Now = now;
            deciding.AddRange(Asked);
            Asked.Clear();
            MoveCalled(now);
            Decide(decision, times, now * slice);
            Note(now);
        }
        departing.Clear();
        departed = 0;
    }

    /// <summary>Lets take effect, at the beginning of a slice, what drivers decided in the last.</summary>
    /// <param name="time">Beginning of the slice, s.</param>
    public void TakeEffect(double time)
    {
        // In the order of the vehicles: those who set out from one place queue in it.
        Decided.Sort();
        foreach (var v in Decided) TakeEffect(v, time);
        Decided.Clear();
    }

    /// <summary>Keeps what happened in a slice.</summary>
    public void Note(long now)
    {
        foreach (var (v, facility) in Motion.Stood)
        {
            vehicles.HasParked[v] = true;
            Events.Add(new(now, false, v, facility, vehicles.Motion[v].DriveTime));
        }
        foreach (var v in Motion.Ended) Events.Add(new(now, true, v, -1, 0));
        Motion.Stood.Clear();
        Motion.Ended.Clear();
    }

    // Who is asked in this slice stands until the next but one: what is decided meanwhile has no effect on the moves of this.
    private void Decide(DriverDecision decision, TravelTimes times, double time)
    {
        decision.Now = time;
        foreach (var v in deciding) decision.Decide(v, times);
        Decided.AddRange(deciding);
        deciding.Clear();
    }

    private void MoveCalled(long now)
    {
        var (begin, until) = (now * slice, (now + 1) * slice);
        foreach (var node in Calendar.Called)
        {
            if (movedIn[node] == now) continue;
            movedIn[node] = now;
            Motion.Move(node, begin, until);
        }
        Calendar.Clear();
    }

    private void TakeEffect(int v, double time)
    {
        vehicles.Motion[v].Deliberation = Deliberation.None;
        var link = vehicles.Motion[v].Link;
        switch (vehicles.Phase[v])
        {
            case VehiclePhase.OnLink:
                if (vehicles.Route[v] is null) Motion.Remove(link, TripOutcome.NoWay, time);
                else if (vehicles.Errand[v] == Errand.Home) Motion.EndSearch(v, link, time);
                Calendar.Call(plan.Network.Links.To[link], time);
                break;
            case VehiclePhase.WaitingToEnter:
                state.StopWaiting(v, link);
                SetOut(v, vehicles.Motion[v].Since, time);
                Calendar.Call(plan.Network.Links.From[link], time);
                break;
            case VehiclePhase.Parked or VehiclePhase.InLotQueue:
                if (vehicles.Errand[v] == Errand.Home) vehicles.EndSearch(v, time);
                SetOut(v, vehicles.Motion[v].Since, time);
                break;
        }
    }

    private void Depart(long now)
    {
        for (; departed < departing.Count && departing[departed] is var v && vehicles.Departure[v] < (now + 1) * slice; departed++)
            SetOut(v, Math.Max(vehicles.Departure[v], now * slice), now * slice);
    }

    // To the place where it waits for its first link, if there is a way.
    private void SetOut(int v, double since, double time)
    {
        if (vehicles.Route[v] is not { } route) Motion.End(v, vehicles.Fate[v] == TripOutcome.Cancelled ? TripOutcome.Cancelled : TripOutcome.NoWay, Math.Max(since, time));
        else if (route.Length == 0) Motion.End(v, vehicles.Fate[v], since);
        else
        {
            state.Wait(v, route[0], since);
            Calendar.Call(plan.Network.Links.From[route[0]], since);
        }
    }
}
