using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Facilities;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Parking;

/// <summary>
/// The one door to parking facilities: cars turn up, wait, are let in, stand, charge, pay and leave. It is deterministic (what is left to chance is in the requests), immutable and
/// shared between threads; a call touches the data of one facility of a <see cref="ParkingState"/> only. It knows neither roads nor choices; <see cref="Run"/> feeds it from a list of arrivals.
/// </summary>
/// <example><code>
/// var model = new ParkingModel(supply, DriverGroups.Default, clock);
/// var state = model.InitialState();
/// var outcome = model.Arrive(state, 0, new ParkingRequest(Driver: 1, Group: 0, Dwell: 3600, Patience: 600), 28800, events);
/// model.Advance(state, 0, 36000, events);
/// var tally = model.TakeTally(state, 0, 36000);
/// </code></example>
public sealed partial class ParkingModel
{
    private readonly FacilityPlan[] plans;
    private readonly TariffPlan[][] prices;

    /// <summary>Prepares a supply.</summary>
    /// <param name="supply">Facilities and tariffs.</param>
    /// <param name="groups">Groups of drivers, at most 64.</param>
    /// <param name="clock">Local time of second 0.</param>
    /// <exception cref="InputException">The supply has mistakes; a sentence for each.</exception>
    public ParkingModel(ParkingSupply supply, IReadOnlyList<DriverGroup> groups, LocalClock clock)
    {
        ArgumentNullException.ThrowIfNull(supply);
        ArgumentNullException.ThrowIfNull(groups);
        var problems = new ProblemList();
        SupplyCheck.Check(supply, groups, problems);
        problems.ThrowIfErrors();
        (Supply, Groups, Clock) = (supply, groups, clock);
        plans = [.. supply.Facilities.Select(f => new FacilityPlan(f, groups, clock))];
        prices = [.. supply.Tariffs.Select(t => groups.Select(g => t.PlanFor([g.Name, .. g.Permits])).ToArray())];
    }

    /// <summary>Facilities and tariffs.</summary>
    public ParkingSupply Supply { get; }

    /// <summary>Groups of drivers.</summary>
    public IReadOnlyList<DriverGroup> Groups { get; }

    /// <summary>Local time of second 0.</summary>
    public LocalClock Clock { get; }

    /// <summary>Empty facilities.</summary>
    /// <param name="time">When, s; nothing can happen before.</param>
    public ParkingState InitialState(double time = 0) => new(Supply, Groups.Count, time);

    /// <summary>Lets everything happen at a facility that falls due up to and including a time, in order. Cheap when nothing does.</summary>
    /// <param name="state">State.</param>
    /// <param name="facility">Facility.</param>
    /// <param name="until">s.</param>
    /// <param name="events">Told what happens.</param>
    public void Advance(ParkingState state, int facility, double until, IParkingEvents events)
    {
        ArgumentNullException.ThrowIfNull(state);
        var live = state.Live(facility);
        if (live.Dues.NextTime > until) return;
        var desk = new FacilityDesk(this, plans[facility], state, live, facility, events);
        while (live.Dues.NextTime <= until) desk.Handle(live.Dues.Take());
    }

    /// <summary>A car turns up. What falls due up to then happens first.</summary>
    /// <param name="state">State.</param>
    /// <param name="facility">Facility.</param>
    /// <param name="request">Car.</param>
    /// <param name="time">s; not before what was advanced already.</param>
    /// <param name="events">Told what happens, never before this returns about this car: that it stands is told by the <see cref="Advance"/> after.</param>
    public ArrivalOutcome Arrive(ParkingState state, int facility, in ParkingRequest request, double time, IParkingEvents events)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Dwell);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)request.Group, (uint)Groups.Count);
        Advance(state, facility, time, events);
        return new FacilityDesk(this, plans[facility], state, state.Live(facility), facility, events).Receive(request, time);
    }

    /// <summary>Feeds the facilities from a list of arrivals, without roads: the door for who runs lots and needs no traffic. Who is turned away is gone.</summary>
    /// <param name="state">State, advanced to <paramref name="until"/>.</param>
    /// <param name="arrivals">Who turns up where, by ascending time; those after <paramref name="until"/> are not asked for.</param>
    /// <param name="until">s.</param>
    /// <param name="events">Told what happens, in the order of time at each facility; null for nobody.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public void Run(ParkingState state, IEnumerable<ParkingArrival> arrivals, double until, IParkingEvents? events = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(arrivals);
        events ??= NoEvents.Instance;
        var asked = 0;
        foreach (var arrival in arrivals)
        {
            if (arrival.Time > until) break;
            if ((asked++ & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            Arrive(state, arrival.Facility, arrival.Request, arrival.Time, events);
        }
        for (var facility = 0; facility < plans.Length; facility++) Advance(state, facility, until, events);
    }

    /// <summary>
    /// A car that stands already: how a run begins with the occupancy that a twin has seen. No rule is asked and nothing is clamped: more cars than spaces are a fact. It is no arrival of the tally, but it departs and pays for what it stays from now on.
    /// </summary>
    /// <param name="state">State.</param>
    /// <param name="facility">Facility.</param>
    /// <param name="request">Car; its dwell is what remains of it. A driver below 0 is nobody: no event tells of him.</param>
    /// <param name="time">s; not before what was advanced already.</param>
    public void Place(ParkingState state, int facility, in ParkingRequest request, double time)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Dwell);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)request.Group, (uint)Groups.Count);
        new FacilityDesk(this, plans[facility], state, state.Live(facility), facility, NoEvents.Instance).Place(request, time);
    }

    /// <summary>A driver is called away: who waits before the barrier goes (<see cref="IParkingEvents.Reneged"/> tells it now), who stands leaves as soon as the facility is advanced. What falls due before was advanced already.</summary>
    /// <param name="state">State.</param>
    /// <param name="facility">Facility.</param>
    /// <param name="driver">Driver; one who is not there is nobody.</param>
    /// <param name="time">s; not before what was advanced already.</param>
    /// <param name="events">Told of who leaves the queue.</param>
    /// <returns>Whether the driver left the queue.</returns>
    public bool Recall(ParkingState state, int facility, int driver, double time, IParkingEvents events)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new FacilityDesk(this, plans[facility], state, state.Live(facility), facility, events).Recall(driver, time);
    }

    /// <summary>A driver's booking is given back: the space is anybody's again as soon as the facility is advanced.</summary>
    public void GiveBack(ParkingState state, int facility, int driver, double time)
    {
        ArgumentNullException.ThrowIfNull(state);
        new FacilityDesk(this, plans[facility], state, state.Live(facility), facility, NoEvents.Instance).GiveBack(driver, time);
    }

    /// <summary>What a request would meet now: <see cref="ArrivalOutcome.Entered"/> or <see cref="ArrivalOutcome.Queued"/>, or why it would be turned away. Changes nothing.</summary>
    public ArrivalOutcome WouldMeet(ParkingState state, int facility, in ParkingRequest request, double time)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new FacilityDesk(this, plans[facility], state, state.Live(facility), facility, NoEvents.Instance).Judge(request, time, out _);
    }

    /// <summary>Books a space, held for its driver from a time until it is used or expires: a driver who comes while it is held is neither turned away from a full queue nor leaves it for want of patience (P18).</summary>
    /// <param name="state">State.</param>
    /// <param name="facility">Facility.</param>
    /// <param name="driver">Driver; the request then says <see cref="ParkingRequest.HasReservation"/>.</param>
    /// <param name="from">s.</param>
    /// <param name="until">s, after <paramref name="from"/>; then the space is anybody's again.</param>
    /// <param name="withCharger">Whether a space with a charger is booked.</param>
    /// <returns>False, and nothing changes, when all spaces of the kind are booked at some instant of this time, or the facility is closed by hand.</returns>
    public bool Book(ParkingState state, int facility, int driver, double from, double until, bool withCharger = false)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!(from < until && double.IsFinite(until))) throw new ArgumentException("A booking ends, and after it begins.", nameof(until));
        var live = state.Live(facility);
        var chargers = Math.Min(Supply.Facilities[facility].Chargers, state.Capacity[facility]);
        var spaces = withCharger ? chargers : state.Capacity[facility] - chargers;
        if (state.Closed[facility] || live.Bookings.MostAtOnce(from, until, withCharger) >= spaces) return false;
        var ticket = live.Schedule(until, driver, DueKind.BookingExpires);
        live.Schedule(from, driver, DueKind.BookingBegins);
        live.Bookings.Add(new Booking { From = from, Until = until, Driver = driver, Ticket = ticket, Flags = withCharger ? BookingFlags.WithCharger : BookingFlags.None });
        return true;
    }

    /// <summary>The tally of a facility since it was last taken; a new one begins. Advance the facility to this time before.</summary>
    /// <param name="state">State.</param>
    /// <param name="facility">Facility.</param>
    /// <param name="time">s; sums of time go up to here.</param>
    public FacilityTally TakeTally(ParkingState state, int facility, double time)
    {
        ArgumentNullException.ThrowIfNull(state);
        new FacilityDesk(this, plans[facility], state, state.Live(facility), facility, NoEvents.Instance).Settle(time);
        var tally = state.Tally(facility);
        state.Tally(facility) = default;
        return tally;
    }

    /// <summary>Bits of the groups that some names (of groups or permits) mean, for <see cref="ParkingState.SetSharedWith"/> and <see cref="ParkingState.SetHeldSpaces"/>.</summary>
    public ulong BitsOf(params IReadOnlyList<string> names) => FacilityPlan.Bits(names, Groups);
}
