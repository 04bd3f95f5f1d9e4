using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// Advances a state window by window: at the beginning of each, alone, what concerns the whole network (controls, published travel times, plans of those who depart); then the parts of the network, each by one worker, through
/// several slices. It lives for one call of <see cref="MobilityModel.Advance"/> and remembers nothing that is not in the state.
/// </summary>
internal sealed partial class TrafficRun : IDisposable
{
    private readonly MobilityModel model;
    private readonly TrafficPlan plan;
    private readonly MobilityState state;
    private readonly Vehicles vehicles;
    private readonly FullCircles circles;
    private readonly TrafficPart[] parts;
    private readonly RouteSearch[] searches;
    private readonly DriverDecision[] decisions;
    private readonly List<DriverEvent> events = [];
    private readonly bool[] isSlow;
    private readonly double slice;
    private readonly long lookahead;
    private long now, end;

    public TrafficRun(MobilityModel model, MobilityState state)
    {
        (this.model, this.state, plan, vehicles, slice) = (model, state, model.Plan, state.Vehicles, model.Options.Slice);
        state.DeriveRates(plan);
        lookahead = model.Parts.Lookahead(state.DriveTime, plan.BackTime, slice);
        (isSlow, parts, claims) = (new bool[plan.Storage.Length], new TrafficPart[model.Parts.Count], new PaddedCounter[model.Parts.Count]);
        var (movedIn, calledFor) = (new long[plan.Network.Nodes.Count], new long[model.Supply.Facilities.Count]);
        Array.Fill(movedIn, -1);
        Array.Fill(calledFor, -1);
        for (var part = 0; part < parts.Length; part++)
            parts[part] = new TrafficPart(model, state, new NodeCalendar(slice, part, model.Parts.OfNode, calledFor), movedIn, isSlow);
        var workers = model.Options.Threads;
        (searches, decisions) = (new RouteSearch[workers], new DriverDecision[workers]);
        for (var worker = 0; worker < workers; worker++)
        {
            searches[worker] = model.BorrowSearch();
            decisions[worker] = new DriverDecision(model, state, searches[worker]);
        }
        circles = new FullCircles(model, state);
        for (var v = 0; v < vehicles.Count; v++)
        {
            if (vehicles.Motion[v].Deliberation == Deliberation.Asked) PartOf(v).Asked.Add(v);
            else if (vehicles.Motion[v].Deliberation == Deliberation.Made) PartOf(v).Decided.Add(v);
        }
        if (workers > 1) crew = new WindowCrew(workers, Work);
    }

    public void Advance(long until, CancellationToken cancellation)
    {
        foreach (var part in parts) part.Calendar.Now = state.SliceIndex - 1;
        CallAll(state.Time);
        CallEveryVehicle();
        for (now = state.SliceIndex; now < until; now = NextSlice(until))
        {
            (state.SliceIndex, state.Time) = (now, now * slice);
            cancellation.ThrowIfCancellationRequested();
            BeginWindow(until);
            AdvanceParts();
            EndWindow();
        }
        (state.SliceIndex, state.Time) = (until, until * slice);
    }

    public void Dispose()
    {
        crew?.Dispose();
        foreach (var search in searches) model.ReturnSearch(search);
    }

    // The part in which a vehicle is that is on its way.
    private TrafficPart PartOf(int v) => parts[model.Parts.OfNode[vehicles.Phase[v] switch
    {
        VehiclePhase.OnLink => plan.Network.Links.To[vehicles.Motion[v].Link],
        VehiclePhase.WaitingToEnter => plan.Network.Links.From[vehicles.Motion[v].Link],
        VehiclePhase.InLotQueue or VehiclePhase.Parked => model.Facilities.NodeOf[vehicles.Facility[v]],
        _ => model.Places.Node[vehicles.Origin[v]],
    }]];

    // What crossed an edge between parts, and sums over drivers in an order that has nothing to do with parts.
    private void EndWindow()
    {
        foreach (var part in parts)
        {
            part.Calendar.Now = end - 1;
            state.Moves += part.Motion.TakeMoves();
            events.AddRange(part.Events);
            part.Events.Clear();
        }
        foreach (var part in parts) part.Calendar.Deliver(parts);
        events.Sort();
        foreach (var e in events)
        {
            if (e.Ends) state.CountEnded(e.Vehicle);
            else state.CountParked(e);
        }
        events.Clear();
    }

    // The next slice in which anything happens: a node is called, a driver decides or departs, a control changes, travel times are published.
    private long NextSlice(long until)
    {
        var next = Math.Min(until, NextInstant(end - 1));
        foreach (var part in parts)
        {
            if (part.Asked.Count > 0 || part.Decided.Count > 0) return Math.Min(until, end);
        }
        if (state.NextDeparture < state.Departures.Length) next = Math.Min(next, Math.Max(end, SliceOf(vehicles.Departure[state.Departures[state.NextDeparture]])));
        foreach (var part in parts) next = part.Calendar.Next(end, next);
        return next;
    }

    // The next slice after one at whose beginning something concerns the whole network.
    private long NextInstant(long after)
    {
        var next = Math.Min((after / model.UpdateSlices + 1) * model.UpdateSlices, (after / circles.Slices + 1) * circles.Slices);
        return state.Roads.Windows.Count > 0 ? Math.Min(next, Math.Max(after + 1, SliceOf(state.Roads.Windows[0].Time))) : next;
    }

    private long SliceOf(double time) => time >= long.MaxValue / 4 * slice ? long.MaxValue / 4 : (long)Math.Floor(time / slice);

    private void CallAll(double time)
    {
        for (var node = 0; node < plan.Network.Nodes.Count; node++) Call(node, time);
    }

    private void Call(int node, double time) => parts[model.Parts.OfNode[node]].Calendar.Call(node, time);

    // A calendar that begins anew knows nothing of those that are on their way.
    private void CallEveryVehicle()
    {
        for (var link = 0; link < plan.Storage.Length; link++)
        {
            var last = state.Time + state.DriveTime[link];
            for (int i = 0, head = state.Queues.Exit[link].Head, on = state.Queues.On(link); i < on; i++)
            {
                var ready = state.Queues.Time[plan.RingStart[link] + (head + i) % plan.Storage[link]];
                Call(plan.Network.Links.To[link], ready);
                last = Math.Max(last, ready);
            }
            isSlow[link] = parts[0].Calendar.IsBeyond(last);
        }
    }
}
