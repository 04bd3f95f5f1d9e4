using System.Runtime.InteropServices;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Routing;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// What a driver does next: the way, the facility, whether to go on searching. It reads what was published and the driver's own columns, and writes the driver's own columns only, so that drivers may
/// decide in any order and on any thread. Each worker has one.
/// </summary>
internal sealed partial class DriverDecision(MobilityModel model, MobilityState state, RouteSearch search)
{
    private static readonly ulong CruiseStream = KeyedRandom.Stream("cruise");
    private readonly Vehicles vehicles = state.Vehicles;
    private double[] drives = [];
    private RoadPoint[] goals = [];
    private int[] options = [];

    /// <summary>Beginning of the slice in which it is decided, s.</summary>
    public double Now { get; set; }

    /// <summary>Decides for a vehicle.</summary>
    /// <param name="v">Vehicle.</param>
    /// <param name="times">Published travel times.</param>
    public void Decide(int v, TravelTimes times)
    {
        var from = Where(v);
        switch (vehicles.Errand[v])
        {
            case Errand.ToDestination: Go(v, from, model.Places.Node[vehicles.Destination[v]], times); break;
            case Errand.Home: Go(v, from, model.Places.Node[vehicles.Origin[v]], times); break;
            default: Park(v, from, times); break;
        }
        if (MustDecide(v)) vehicles.Motion[v].Deliberation = Deliberation.Made;
    }

    // Others only look whether there is something better, and else go on as they do.
    private bool MustDecide(int v) => vehicles.Motion[v].Deliberation != Deliberation.None;

    private RoadPoint Where(int v) => vehicles.Phase[v] switch
    {
        VehiclePhase.OnLink => search.Graph.Remembers > 1 ? search.Graph.EndOf(Behind(v)) : RoadPoint.EndOf(vehicles.Motion[v].Link),
        VehiclePhase.WaitingToEnter => RoadPoint.Node(model.Network.Links.From[vehicles.Motion[v].Link]),
        VehiclePhase.InLotQueue or VehiclePhase.Parked => RoadPoint.Node(model.Supply.Facilities[vehicles.Facility[v]].ExitNode),
        _ => RoadPoint.Node(model.Places.Node[vehicles.Origin[v]]),
    };

    private double Time(int v) => vehicles.Phase[v] == VehiclePhase.Planned ? Math.Max(Now, vehicles.Departure[v]) : Now;

    private void Go(int v, RoadPoint from, int node, TravelTimes times)
    {
        var seconds = search.Find(from, RoadPoint.Node(node), Time(v), times);
        if (double.IsFinite(seconds)) Take(v, search.Route, seconds);
        else if (MustDecide(v)) vehicles.Route[v] = null;
    }

    // Where a turn is banned for who came a certain way, a route keeps the links behind the driver that say so.
    private void Take(int v, ReadOnlySpan<int> route, double seconds)
    {
        var behind = search.Graph.Remembers > 1 && vehicles.Phase[v] == VehiclePhase.OnLink ? Behind(v) : [];
        (vehicles.Route[v], vehicles.Motion[v].Step, vehicles.Due[v]) = ([.. behind, .. route], behind.Length, Time(v) + seconds);
    }

    // The links driven last, as many as matter, with the one that the vehicle is on.
    private ReadOnlySpan<int> Behind(int v)
    {
        var (route, step) = (vehicles.Route[v], vehicles.Motion[v].Step);
        return route is not null && step > 0 && route[step - 1] == vehicles.Motion[v].Link
            ? route.AsSpan(Math.Max(0, step - search.Graph.Remembers)..step)
            : MemoryMarshal.CreateReadOnlySpan(ref vehicles.Motion[v].Link, 1);
    }

    private void Park(int v, RoadPoint from, TravelTimes times)
    {
        var (tastes, isSearching) = (Driver.Of(model.Groups[vehicles.Group[v]], state.Random, v), !double.IsNaN(vehicles.Motion[v].SearchSince));
        if (isSearching && vehicles.SearchTimeAt(v, Now) >= tastes.SearchPatience)
        {
            GiveUp(v, from, times);
            return;
        }
        var isInformed = state.IsInformed(v, tastes);
        var candidates = Candidates(v, tastes.NeedsCharger, isInformed, out var isSettled, out var named);
        Drives(from, candidates, Time(v), times);
        var driver = new ChoosingDriver(v, vehicles.Group[v], tastes with { QueuePatience = Math.Max(0, tastes.QueuePatience - vehicles.QueueTime[v]), NeedsCharger = model.NeedsCharger(v, tastes.NeedsCharger, vehicles) }, Time(v), vehicles.Dwell[v], isInformed);
        var place = isSettled && double.IsFinite(drives[0])
            ? 0
            : named >= 0 && double.IsFinite(drives[named])
            ? state.Choice.Reconsider(driver, named, candidates, Walks(v, candidates.Length), drives.AsSpan(0, candidates.Length), vehicles.TriedBy(v), state.Parking, state.Guidance, state.Habit)
            : state.Choice.Choose(driver, candidates, Walks(v, candidates.Length), drives.AsSpan(0, candidates.Length), vehicles.TriedBy(v), state.Parking, state.Guidance, state.Habit);
        if (place >= 0) DriveTo(v, from, candidates[place], Errand.ToFacility);
        else if (!MustDecide(v)) return;
        else if (isSearching) Cruise(v, from, candidates, driver, times);
        else if (vehicles.Phase[v] is VehiclePhase.OnLink) GiveUp(v, from, times);
        else StayAway(v, candidates.Length);
    }

    // A space that is booked is the only one that comes into question, until it was refused; so is the lot that is the destination itself, unless the driver knows better: it is not open to him, or signs show it closed or full.
    // Where it or another within a walk charges otherwise than when he chose it, he thinks again: the lot that he named is then one of several.
    private ReadOnlySpan<int> Candidates(int v, bool needsCharger, bool isInformed, out bool isSettled, out int named)
    {
        var (booked, destination) = (vehicles.Booked[v], vehicles.Destination[v]);
        named = -1;
        isSettled = booked >= 0 && !vehicles.TriedBy(v).Contains(booked);
        if (isSettled) return vehicles.Booked.AsSpan(v, 1);
        var meant = model.MeantBy(v, vehicles);
        var near = model.Candidates.Of(destination);
        isSettled = meant >= 0 && !vehicles.TriedBy(v).Contains(meant)
            && model.Parking.IsOpenTo(state.Parking, meant, vehicles.Group[v], Time(v), vehicles.Dwell[v], model.NeedsCharger(v, needsCharger, vehicles))
            && !(isInformed && (state.Guidance.Closed[meant] || state.Guidance.Occupied[meant] >= state.Guidance.Capacity[meant]));
        if (!isSettled) return near;
        foreach (var facility in near)
            if (state.Choice.HasOtherPrices(state.Parking, facility)) named = near.IndexOf(meant);
        isSettled = named < 0;
        return isSettled ? model.Places.Facility.AsSpan(destination, 1) : near;
    }

    private ReadOnlySpan<double> Walks(int v, int count)
    {
        var walks = model.Candidates.WalksOf(vehicles.Destination[v]);
        return walks.Length == count ? walks : new double[count];
    }

    private void Drives(RoadPoint from, ReadOnlySpan<int> candidates, double time, TravelTimes times)
    {
        var count = candidates.Length;
        if (drives.Length < count) (drives, goals) = (new double[count], new RoadPoint[count]);
        for (var i = 0; i < count; i++) goals[i] = RoadPoint.EndOf(model.Supply.Facilities[candidates[i]].Link);
        if (count > 0) search.Find(from, goals.AsSpan(0, count), time, times, drives.AsSpan(0, count));
        for (var i = 0; i < count; i++)
        {
            if (goals[i] == from) drives[i] = 0;
        }
    }

    // After Drives: the search knows the way to each candidate.
    private void DriveTo(int v, RoadPoint from, int facility, Errand errand)
    {
        var goal = RoadPoint.EndOf(model.Supply.Facilities[facility].Link);
        if (goal == from) Take(v, [], 0);
        else
        {
            var seconds = search.Trace(goal);
            Take(v, search.Route, seconds);
        }
        (vehicles.Facility[v], vehicles.Errand[v]) = (facility, errand);
    }

    private void StayAway(int v, int candidates)
    {
        var reachable = candidates == 0;
        foreach (var drive in drives.AsSpan(0, candidates)) reachable |= double.IsFinite(drive);
        vehicles.Route[v] = null;
        if (reachable) vehicles.Fate[v] = TripOutcome.Cancelled;
    }
}
