using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Routing;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// What a driver does next: the way, the facility, whether to go on searching. It reads what was published and the driver's own columns, and writes the driver's own columns only, so that drivers may
/// decide in any order and on any thread. Each worker has one.
/// </summary>
internal sealed class DriverDecision(MobilityModel model, MobilityState state, RouteSearch search)
{
    private static readonly ulong CruiseStream = KeyedRandom.Stream("cruise");
    private readonly Vehicles vehicles = state.Vehicles;
    private double[] drives = [];
    private RoadPoint[] goals = [];
    private int[] options = [];

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
        if (MustDecide(v)) vehicles.Deliberation[v] = Deliberation.Made;
    }

    // Others only look whether there is something better, and else go on as they do.
    private bool MustDecide(int v) => vehicles.Deliberation[v] != Deliberation.None;

    private RoadPoint Where(int v) => vehicles.Phase[v] switch
    {
        VehiclePhase.OnLink => RoadPoint.EndOf(vehicles.Link[v]),
        VehiclePhase.WaitingToEnter => RoadPoint.Node(model.Network.Links.From[vehicles.Link[v]]),
        VehiclePhase.InLotQueue or VehiclePhase.Parked => RoadPoint.Node(model.Supply.Facilities[vehicles.Facility[v]].ExitNode),
        _ => RoadPoint.Node(model.Places.Node[vehicles.Origin[v]]),
    };

    private double Time(int v) => vehicles.Phase[v] == VehiclePhase.Planned ? Math.Max(state.Time, vehicles.Departure[v]) : state.Time;

    private void Go(int v, RoadPoint from, int node, TravelTimes times)
    {
        var seconds = search.Find(from, RoadPoint.Node(node), Time(v), times);
        if (double.IsFinite(seconds)) Take(v, search.Route, seconds);
        else if (MustDecide(v)) vehicles.Route[v] = null;
    }

    private void Take(int v, ReadOnlySpan<int> route, double seconds) => (vehicles.Route[v], vehicles.Step[v], vehicles.Due[v]) = (route.ToArray(), 0, Time(v) + seconds);

    private void Park(int v, RoadPoint from, TravelTimes times)
    {
        var (tastes, isSearching) = (Driver.Of(model.Groups[vehicles.Group[v]], state.Random, v), !double.IsNaN(vehicles.SearchSince[v]));
        if (isSearching && state.SearchTime(v) >= tastes.SearchPatience)
        {
            GiveUp(v, from, times);
            return;
        }
        var candidates = Candidates(v);
        Drives(from, candidates, Time(v), times);
        var driver = new ChoosingDriver(v, vehicles.Group[v], tastes, Time(v), vehicles.Dwell[v], state.IsInformed(v, tastes));
        var place = vehicles.Booked[v] >= 0 && candidates.Length == 1 && double.IsFinite(drives[0]) && !vehicles.TriedBy(v).Contains(candidates[0])
            ? 0
            : state.Choice.Choose(driver, candidates, Walks(v, candidates.Length), drives.AsSpan(0, candidates.Length), vehicles.TriedBy(v), state.Parking, state.Guidance, model.Habit);
        if (place >= 0) DriveTo(v, from, candidates[place], Errand.ToFacility);
        else if (!MustDecide(v)) return;
        else if (isSearching) Cruise(v, from, candidates, driver, times);
        else if (vehicles.Phase[v] is VehiclePhase.OnLink) GiveUp(v, from, times);
        else StayAway(v, candidates.Length);
    }

    // A space that is booked is the only one that comes into question, until it was refused.
    private ReadOnlySpan<int> Candidates(int v)
    {
        var booked = vehicles.Booked[v];
        return booked >= 0 && !vehicles.TriedBy(v).Contains(booked) ? vehicles.Booked.AsSpan(v, 1) : model.Candidates.Of(vehicles.Destination[v]);
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

    /// <summary>Nothing promises a space: on to some kerb near the destination, by a draw, past whatever lies on the way; to some lot where there are no kerbs; round the block where there is nothing else.</summary>
    private void Cruise(int v, RoadPoint from, ReadOnlySpan<int> candidates, in ChoosingDriver driver, TravelTimes times)
    {
        if (options.Length < candidates.Length) options = new int[candidates.Length];
        var here = from.IsLink ? from.Index : -1;
        var count = Open(v, candidates, driver, FacilityKind.Kerb, here);
        if (count == 0) count = Open(v, candidates, driver, FacilityKind.Lot, here);
        if (count > 0)
        {
            var draw = state.Random.Below(count, CruiseStream, ((ulong)v << 20) + (uint)vehicles.Tries[v]);
            DriveTo(v, from, options[draw], Errand.Searching);
        }
        else if (!Again(v, from, candidates, times)) GiveUp(v, from, times);
    }

    // The facility that refused it last is all there is: back to it, round the block if need be.
    private bool Again(int v, RoadPoint from, ReadOnlySpan<int> candidates, TravelTimes times)
    {
        var last = vehicles.LastTried(v);
        var at = candidates.IndexOf(last);
        if (at < 0 || state.Parking.Closed[last] || !double.IsFinite(drives[at])) return false;
        if (RoadPoint.EndOf(model.Supply.Facilities[last].Link) != from) DriveTo(v, from, last, Errand.Searching);
        else if (!RoundTheBlock(v, from.Index, times)) return false;
        (vehicles.Facility[v], vehicles.Errand[v]) = (last, Errand.Searching);
        return true;
    }

    // Facilities that a cruise may lead to: of a kind, open to the driver for the stay, within the walk, and not here.
    private int Open(int v, ReadOnlySpan<int> candidates, in ChoosingDriver driver, FacilityKind kind, int here)
    {
        var count = 0;
        var walks = model.Candidates.WalksOf(vehicles.Destination[v]);
        var (last, longest) = (vehicles.LastTried(v), model.Groups[driver.Group].LongestWalk);
        for (var i = 0; i < candidates.Length; i++)
        {
            var facility = model.Supply.Facilities[candidates[i]];
            if (candidates[i] == last || facility.Kind != kind || facility.Link == here || !double.IsFinite(drives[i]) || walks[i] > longest) continue;
            if (model.Parking.IsOpenTo(state.Parking, candidates[i], driver.Group, driver.Time + drives[i], driver.Dwell, driver.Tastes.NeedsCharger)) options[count++] = candidates[i];
        }
        return count;
    }

    // By the exit from which one is back soonest.
    private bool RoundTheBlock(int v, int link, TravelTimes times)
    {
        var (best, soonest) = (-1, double.PositiveInfinity);
        foreach (var exit in model.Network.Out(model.Network.Links.To[link]))
        {
            if (model.Plan.IsBanned[model.Plan.Turn(link, exit)] || exit == link) continue;
            var seconds = times.At(exit, state.Time);
            if (double.IsFinite(seconds)) seconds += search.Find(RoadPoint.EndOf(exit), RoadPoint.EndOf(link), state.Time + seconds, times);
            if (seconds < soonest) (best, soonest) = (exit, seconds);
        }
        if (best < 0) return false;
        search.Find(RoadPoint.EndOf(best), RoadPoint.EndOf(link), state.Time, times);
        Take(v, [best, .. search.Route], soonest);
        return true;
    }

    // Home, if there is a way; who has none and need not decide now goes on as he does.
    private void GiveUp(int v, RoadPoint from, TravelTimes times)
    {
        var seconds = search.Find(from, RoadPoint.Node(model.Places.Node[vehicles.Origin[v]]), Time(v), times);
        var hasWay = double.IsFinite(seconds);
        if (!hasWay && !MustDecide(v)) return;
        vehicles.EndSearch(v, state.Time);
        (vehicles.Errand[v], vehicles.Fate[v]) = (Errand.Home, TripOutcome.GaveUp);
        if (hasWay) Take(v, search.Route, seconds);
        else vehicles.Route[v] = null;
    }

    private void StayAway(int v, int candidates)
    {
        var reachable = candidates == 0;
        foreach (var drive in drives.AsSpan(0, candidates)) reachable |= double.IsFinite(drive);
        vehicles.Route[v] = null;
        if (reachable) vehicles.Fate[v] = TripOutcome.Cancelled;
    }
}
