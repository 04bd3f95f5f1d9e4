using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// Advances a state slice by slice: at each boundary, alone, what concerns the whole network (controls, published travel times, decisions put into effect, departures); then the nodes that are called, by all workers.
/// It lives for one call of <see cref="MobilityModel.Advance"/> and remembers nothing that is not in the state.
/// </summary>
internal sealed partial class TrafficRun : IDisposable
{
    private readonly MobilityModel model;
    private readonly TrafficPlan plan;
    private readonly MobilityState state;
    private readonly Vehicles vehicles;
    private readonly NodeCalendar calendar;
    private readonly FullCircles circles;
    private readonly NodeMotion[] motions;
    private readonly RouteSearch[] searches;
    private readonly DriverDecision[] decisions;
    private readonly double slice;
    private long now;

    public TrafficRun(MobilityModel model, MobilityState state)
    {
        (this.model, this.state, plan, vehicles, slice) = (model, state, model.Plan, state.Vehicles, model.Options.Slice);
        parts = model.Options.Threads;
        calendar = new NodeCalendar(slice, parts, model.PartOfNode, parts, model.Supply.Facilities.Count, plan.Storage.Length);
        (motions, searches, decisions, cursors) = (new NodeMotion[parts], new RouteSearch[parts], new DriverDecision[parts], new PaddedCounter[parts]);
        for (var worker = 0; worker < parts; worker++)
        {
            motions[worker] = new NodeMotion(model, state, calendar, worker);
            searches[worker] = model.BorrowSearch();
            decisions[worker] = new DriverDecision(model, state, searches[worker]);
        }
        circles = new FullCircles(model, state);
        stamps = new long[plan.Network.Nodes.Count];
        Array.Fill(stamps, -1);
        for (var v = 0; v < vehicles.Count; v++)
        {
            if (vehicles.Motion[v].Deliberation == Deliberation.Asked) motions[0].Deciding.Add(v);
            else if (vehicles.Motion[v].Deliberation == Deliberation.Made) deciding.Add(v);
        }
        if (parts > 1) crew = new SliceCrew(parts, Work);
    }

    public void Advance(long until, CancellationToken cancellation)
    {
        calendar.Now = state.SliceIndex - 1;
        state.DeriveRates(plan);
        CallAll();
        CallEveryVehicle();
        for (now = state.SliceIndex; now < until; now = NextSlice(until))
        {
            (state.SliceIndex, state.Time) = (now, now * slice);
            cancellation.ThrowIfCancellationRequested();
            calendar.Now = now - 1;
            Boundary();
            calendar.Now = now;
            MoveNodes();
            CountDrivers();
            CountMoves();
            calendar.Clear();
        }
        (state.SliceIndex, state.Time) = (until, until * slice);
    }

    public void Dispose()
    {
        crew?.Dispose();
        foreach (var search in searches) model.ReturnSearch(search);
    }

    // The next slice in which anything happens: a node is called, a driver decides or departs, a control changes, travel times are published.
    private long NextSlice(long until)
    {
        if (deciding.Count > 0) return now + 1;
        foreach (var motion in motions)
        {
            if (motion.Deciding.Count > 0) return now + 1;
        }
        var next = Math.Min(until, Math.Min((now / model.UpdateSlices + 1) * model.UpdateSlices, (now / circles.Slices + 1) * circles.Slices));
        if (state.NextDeparture < state.Departures.Length) next = Math.Min(next, SliceOf(vehicles.Departure[state.Departures[state.NextDeparture]]));
        if (state.Roads.Windows.Count > 0) next = Math.Min(next, SliceOf(state.Roads.Windows[0].Time));
        return calendar.Next(Math.Max(next, now + 1));
    }

    private long SliceOf(double time) => time >= long.MaxValue / 4 * slice ? long.MaxValue / 4 : (long)Math.Floor(time / slice);

    private void CallAll()
    {
        for (var node = 0; node < stamps.Length; node++) calendar.Call(0, node, state.Time);
    }

    // A calendar that begins anew knows nothing of those that are on their way.
    private void CallEveryVehicle()
    {
        for (var link = 0; link < plan.Storage.Length; link++)
        {
            var last = state.Time + state.DriveTime[link];
            for (int i = 0, head = state.Queues.Exit[link].Head, on = state.Queues.On(link); i < on; i++)
            {
                var ready = state.Queues.Time[plan.RingStart[link] + (head + i) % plan.Storage[link]];
                calendar.Call(0, plan.Network.Links.To[link], ready);
                last = Math.Max(last, ready);
            }
            calendar.IsSlow[link] = calendar.IsBeyond(last);
        }
    }

    // Sums over drivers are made in the order of their numbers.
    private void CountDrivers()
    {
        foreach (var motion in motions) Gather(motion.Stood);
        counted.Sort();
        foreach (var v in counted) state.CountParked(v);
        counted.Clear();
        foreach (var motion in motions) Gather(motion.Ended);
        counted.Sort();
        foreach (var v in counted) state.CountEnded(v);
        counted.Clear();
    }

    private void Gather(List<int> list)
    {
        if (list.Count == 0) return;
        counted.AddRange(list);
        list.Clear();
    }

    private void CountMoves()
    {
        foreach (var motion in motions) state.Moves += motion.TakeMoves();
    }

    private readonly List<int> counted = [];
}
