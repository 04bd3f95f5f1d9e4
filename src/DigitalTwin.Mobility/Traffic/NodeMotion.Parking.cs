using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;

namespace DigitalTwin.Mobility.Traffic;

/// <content>What happens at the facilities of a node: cars turn in, are refused, give up waiting, stand, and leave.</content>
internal sealed partial class NodeMotion : IParkingEvents
{
    /// <summary>Vehicles that came to stand, and where: who stays for less than a slice is gone when they are counted.</summary>
    public List<(int Vehicle, int Facility)> Stood { get; } = [];

    /// <summary>Lets fall due what does at a node's facilities before <paramref name="until"/>, and has the node called for what falls due next.</summary>
    private void AdvanceFacilities(int node, double until)
    {
        foreach (var facility in model.Facilities.At(node))
        {
            model.Parking.Advance(state.Parking, facility, Math.BitDecrement(until), this);
            var next = state.Parking.NextEvent(facility);
            if (double.IsFinite(next)) calendar.CallFor(facility, node, next);
        }
    }

    // The end of a drive to a facility.
    private void TurnIn(int link, int v, double at)
    {
        var facility = vehicles.Facility[v];
        var outcome = model.Parking.Arrive(state.Parking, facility, Request(v, facility), at, this);
        if (outcome is ArrivalOutcome.Entered or ArrivalOutcome.Queued)
        {
            TakenIn(link, v, facility, at, outcome);
            return;
        }
        vehicles.Refuse(v, facility, at);
        // The other side of the street.
        if (!TakesKerb(link, v, at)) Decide(v);
    }

    // Searching cars take a free space that they pass.
    private bool TakesKerb(int link, int v, double at)
    {
        if (double.IsNaN(vehicles.Motion[v].SearchSince)) return false;
        foreach (var kerb in model.Facilities.KerbsOf(link))
        {
            if (!model.IsWithinWalk(v, kerb, vehicles)) continue;
            model.Parking.Advance(state.Parking, kerb, at, this);
            var request = Request(v, kerb);
            if (model.Parking.WouldMeet(state.Parking, kerb, request, at) != ArrivalOutcome.Entered) continue;
            TakenIn(link, v, kerb, at, model.Parking.Arrive(state.Parking, kerb, request, at, this));
            return true;
        }
        return false;
    }

    private void TakenIn(int link, int v, int facility, double at, ArrivalOutcome outcome)
    {
        Leave(link, at);
        vehicles.EndSearch(v, at);
        (vehicles.Facility[v], vehicles.Motion[v].Link, vehicles.Route[v], vehicles.Motion[v].Since) = (facility, -1, null, at);
        vehicles.Phase[v] = outcome == ArrivalOutcome.Queued ? VehiclePhase.InLotQueue : VehiclePhase.Parked;
    }

    private ParkingRequest Request(int v, int facility)
    {
        var driver = Driver.Of(model.Groups[vehicles.Group[v]], state.Random, v);
        // Patience with queues is one for the trip: who has lost it at one barrier does not begin anew at the next.
        return new(v, vehicles.Group[v], vehicles.Dwell[v], driver.QueuePatience - vehicles.QueueTime[v], model.NeedsCharger(v, driver.NeedsCharger, vehicles), driver.Energy, vehicles.Booked[v] == facility);
    }

    /// <inheritdoc/>
    public void Parked(int facility, int driver, double time)
    {
        if (vehicles.Phase[driver] == VehiclePhase.InLotQueue) vehicles.QueueTime[driver] += time - vehicles.Motion[driver].Since;
        vehicles.Phase[driver] = VehiclePhase.Parked;
        Stood.Add((driver, facility));
    }

    /// <inheritdoc/>
    public void Reneged(int facility, int driver, double time)
    {
        vehicles.QueueTime[driver] += time - vehicles.Motion[driver].Since;
        vehicles.Motion[driver].Since = time;
        vehicles.Refuse(driver, facility, time);
        Decide(driver);
    }

    /// <inheritdoc/>
    public void Left(int facility, int driver, double time, long paid)
    {
        vehicles.Paid[driver] += paid;
        if (!vehicles.Returns[driver])
        {
            End(driver, TripOutcome.Completed, time);
            return;
        }
        (vehicles.Errand[driver], vehicles.Motion[driver].Since) = (Errand.Home, time);
        Decide(driver);
    }
}
