using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// Advances a state slice by slice: at each boundary, alone, what concerns the whole network (controls, published travel times, decisions put into effect, departures); then the nodes that are called, by all workers.
/// It lives for one call of <see cref="MobilityModel.Advance"/> and remembers nothing that is not in the state.
/// </summary>
internal sealed partial class TrafficRun : IDisposable
{
    // Nodes that a worker takes at a time.
    private const int Portion = 8;

    // How often one looks whether a worker comes for its part before one takes it: some microseconds.
    private const int Patience = 400;
    private readonly MobilityModel model;
    private readonly TrafficPlan plan;
    private readonly MobilityState state;
    private readonly Vehicles vehicles;
    private readonly NodeCalendar calendar;
    private readonly FullCircles circles;
    private readonly NodeMotion[] motions;
    private readonly RouteSearch[] searches;
    private readonly DriverDecision[] decisions;
    private readonly SliceCrew? crew;
    private readonly long[] stamps;
    private readonly PaddedCounter[] cursors;
    private readonly int parts;
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

    private bool isPlanning;

    // Whoever must decide to go on does so while the nodes move, and goes on in the next slice.
    private void Work(int worker)
    {
        if (!isPlanning) MoveCalled(worker, worker);
        Decide(worker);
        if (!isPlanning) StandIn(worker);
    }

    // For workers who do not come, because the machine gives them no core. A part that was begun is left to who began it: its nodes are in that core's caches, and to fetch a node from there costs more than to move it.
    private void StandIn(int worker)
    {
        for (var turn = 1; turn < parts; turn++)
        {
            var part = (worker + turn) % parts;
            for (var look = 0; look < Patience && Volatile.Read(ref cursors[part].Value) == 0; look++) Thread.SpinWait(1);
            if (Volatile.Read(ref cursors[part].Value) == 0) MoveCalled(worker, part);
        }
    }

    private void MoveNodes()
    {
        foreach (ref var cursor in cursors.AsSpan()) cursor.Value = 0;
        nextDecision = 0;
        if (crew is null) Work(0);
        else crew.Run();
    }

    private void MoveCalled(int worker, int part)
    {
        var (motion, begin, until) = (motions[worker], now * slice, (now + 1) * slice);
        for (int from; (from = Interlocked.Add(ref cursors[part].Value, Portion) - Portion) >= 0;)
        {
            var (skipped, taken) = (0, 0);
            for (var writer = 0; writer < parts; writer++)
            {
                var called = calendar.Called(writer, part);
                var (first, last) = (Math.Max(0, from - skipped), Math.Min(called.Length, from + Portion - skipped));
                for (var i = first; i < last; i++)
                {
                    taken++;
                    if (Claims(called[i])) motion.Move(called[i], begin, until);
                }
                skipped += called.Length;
            }
            if (taken == 0) break;
        }
    }

    private bool Claims(int node)
    {
        var seen = Volatile.Read(ref stamps[node]);
        return seen != now && (crew is null ? (stamps[node] = now) == now : Interlocked.CompareExchange(ref stamps[node], now, seen) == seen);
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

    // A counter on a cache line of its own.
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit, Size = 128)]
    private struct PaddedCounter
    {
        [System.Runtime.InteropServices.FieldOffset(64)]
        public int Value;
    }
}
