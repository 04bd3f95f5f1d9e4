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
    private static readonly ulong Stream = KeyedRandom.Stream("cruising test");

    [Fact]
    public void As_many_search_as_the_balance_of_arrivals_bays_and_patience_says()
    {
        var town = MadeTraffic.Town(7);
        var supply = MadeTraffic.Supply(town, lotEvery: int.MaxValue, spaces: 1, kerbEvery: 7, bays: 4);
        var driver = DriverGroups.Default[0] with { SearchPatience = new Taste(Patience, Patience, TasteLaw.Exponential), GiveUp = new Taste(1000), LongestWalk = 5000, InformedShare = 0, ElectricShare = 0 };
        var model = new MobilityModel(town, supply, MadeTraffic.PlaceAtEveryNode(town), [driver], new MobilityOptions());
        var state = model.InitialState(new KeyedRandom(7));
        model.AddTrips(state, MadeTraffic.Table(model, [.. Poisson()]));
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

    private static IEnumerable<(int, int, double, double, bool)> Poisson()
    {
        var random = new KeyedRandom(11);
        double Exponential(ulong i, double mean) => -mean * Math.Log(1 - random.Uniform(Stream, i));
        var time = 0.0;
        for (ulong i = 0; time < Until; i += 3)
        {
            yield return (random.Below(49, Stream, i), 24, time, Exponential(i + 1, Dwell), true);
            time += Exponential(i + 2, 1 / Arrivals);
        }
    }
}
