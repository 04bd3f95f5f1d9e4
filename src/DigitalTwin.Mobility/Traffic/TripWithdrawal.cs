using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>Takes trips back that nobody wants to make any more (T13), between two advances and in the order of their numbers.</summary>
internal sealed class TripWithdrawal(MobilityModel model, MobilityState state) : IParkingEvents
{
    private readonly Vehicles vehicles = state.Vehicles;
    private TravelTimes? times;

    public WithdrawnTrips Withdraw(IReadOnlyList<int> trips)
    {
        var (notBegun, turned, left, goOn) = (0, 0, 0, 0);
        var search = model.BorrowSearch();
        try
        {
            var decision = new DriverDecision(model, state, search) { Now = state.Time };
            foreach (var v in trips.Order())
            {
                if (vehicles.Phase[v] == VehiclePhase.Ended || vehicles.Errand[v] == Errand.Home) continue;
                GiveBack(v);
                if (HasNotLeft(v))
                {
                    if (vehicles.Phase[v] == VehiclePhase.WaitingToEnter) state.StopWaiting(v, vehicles.Motion[v].Link);
                    vehicles.Motion[v].Deliberation = Deliberation.None;
                    state.End(v, TripOutcome.Withdrawn, state.Time);
                    notBegun++;
                }
                else if (vehicles.Phase[v] == VehiclePhase.Parked)
                {
                    if (vehicles.Motion[v].Deliberation != Deliberation.None) continue;
                    model.Parking.Recall(state.Parking, vehicles.Facility[v], v, state.Time, this);
                    left++;
                }
                else if (vehicles.Phase[v] == VehiclePhase.InLotQueue && vehicles.Motion[v].Deliberation == Deliberation.None)
                {
                    // Who was let in and does not stand yet parks first.
                    if (model.Parking.Recall(state.Parking, vehicles.Facility[v], v, state.Time, this)) turned++;
                    else left++;
                }
                else if (vehicles.Motion[v].Deliberation != Deliberation.None)
                {
                    // He stands and thinks: about the way home, now.
                    AskHome(v);
                    turned++;
                }
                else if (decision.TurnRound(v, times ??= LinkTimes.ForRouting(model.Plan, state))) turned++;
                else goOn++;
            }
        }
        finally
        {
            model.ReturnSearch(search);
        }
        TripEntry.Sort(state);
        return new(notBegun, turned, left, goOn);
    }

    /// <summary>The queue lets him go: he drives home.</summary>
    public void Reneged(int facility, int driver, double time)
    {
        vehicles.QueueTime[driver] += time - vehicles.Motion[driver].Since;
        vehicles.Motion[driver].Since = time;
        AskHome(driver);
    }

    public void Parked(int facility, int driver, double time) => throw new InvalidOperationException("Nobody is let in while trips are taken back.");

    public void Left(int facility, int driver, double time, long paid) => throw new InvalidOperationException("Nobody leaves while trips are taken back.");

    private bool HasNotLeft(int v) => vehicles.Phase[v] == VehiclePhase.Planned || (vehicles.Phase[v] == VehiclePhase.WaitingToEnter && vehicles.Motion[v].Driven == 0);

    private void AskHome(int v) => (vehicles.Errand[v], vehicles.Fate[v], vehicles.Motion[v].Deliberation) = (Errand.Home, TripOutcome.Withdrawn, Deliberation.Asked);

    private void GiveBack(int v)
    {
        if (vehicles.Booked[v] < 0) return;
        model.Parking.GiveBack(state.Parking, vehicles.Booked[v], v, state.Time);
        vehicles.Booked[v] = -1;
    }
}
