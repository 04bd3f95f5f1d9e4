using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

/// <summary>
/// More cars want to park than bays become free: parked = S, and by the balance of flows (a - S μ)/ν cars search, (a - S μ)/(a ν) for each arrival (after Ogulenko, Benenson and Fulman 2022, Transportation Research B, whose
/// model has no streets either). With streets it takes a little longer: a driver gives up at the next full kerb, and a bay that becomes free is first to be found.
/// </summary>
public class CruisingTests
{
    private const double Arrivals = 0.09, Dwell = 1800, Patience = 600, Warm = 2 * 3600, Until = 9 * 3600;

    [Fact]
    public void As_many_search_as_the_balance_of_arrivals_bays_and_patience_says()
    {
        var town = MadeTraffic.Town(7);
        var supply = MadeTraffic.Supply(town, lotEvery: int.MaxValue, spaces: 1, kerbEvery: 7, bays: 4);
        var driver = DriverGroups.Default[0] with { SearchPatience = new Taste(Patience, Patience, TasteLaw.Exponential), GiveUp = new Taste(1000), LongestWalk = 5000, InformedShare = 0, ElectricShare = 0 };
        var model = new MobilityModel(town, supply, MadeTraffic.PlaceAtEveryNode(town), [driver], new MobilityOptions());
        var state = model.InitialState(new KeyedRandom(7));
        model.AddTrips(state, MadeTraffic.Table(model, [.. MadeTraffic.PoissonTrips("cruising test", 49, Arrivals, Dwell, Until, _ => 24)]));
        model.Advance(state, Warm);
        state.BeginTally();
        for (var facility = 0; facility < supply.Facilities.Count; facility++) model.Parking.TakeTally(state.Parking, facility, Warm);
        model.Advance(state, Until);

        var spaces = supply.Facilities.Sum(f => f.Capacity);
        var occupied = Enumerable.Range(0, supply.Facilities.Count).Sum(f => model.Parking.TakeTally(state.Parking, f, Until).OccupiedTime) / (Until - Warm);
        Assert.InRange(occupied, 0.95 * spaces, spaces);
        var tally = state.TallyOfGroup(0);
        var arrived = tally.Parked + tally.Ended[(int)TripOutcome.GaveUp];
        var (gaveUp, search) = (tally.Ended[(int)TripOutcome.GaveUp] / (double)arrived, tally.SearchSeconds / arrived);
        var balance = 1 - occupied / Dwell / Arrivals;
        Assert.InRange(gaveUp, balance - 0.03, balance + 0.03);
        Assert.InRange(search, 0.95 * balance * Patience, 1.22 * balance * Patience);
    }
}
