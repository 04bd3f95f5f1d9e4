using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

/// <summary>A district with kerbs alone: what theory says of its full blocks and of its price.</summary>
public class KerbDistrictTests
{
    private const double Dwell = 1800, Warm = 2 * 3600;
    private static readonly ulong Stream = KeyedRandom.Stream("kerb district test");

    [Fact]
    public void Blocks_are_full_more_often_than_if_each_space_were_taken_on_its_own()
    {
        // q^n: free spaces are not spread evenly over blocks (Arnott and Williams 2017; Levy, Martens and Benenson 2013).
        const int Bays = 8;
        var (model, state) = District(Bays, everyLink: 4, arrivals: 0.155, price: 0, until: 5 * 3600, Somewhere);
        var (blocks, full, taken, looks) = (model.Supply.Facilities.Count, 0, 0.0, 0);
        for (var time = Warm; time <= 5 * 3600; time += 60, looks++)
        {
            model.Advance(state, time);
            for (var f = 0; f < blocks; f++)
            {
                taken += state.Parking.Occupied[f] / (double)Bays;
                if (state.Parking.Occupied[f] == Bays) full++;
            }
        }
        var (share, allTaken) = (taken / looks / blocks, full / (double)looks / blocks);
        Assert.InRange(share, 0.7, 0.95);
        Assert.True(allTaken > 1.15 * SearchTime.AllTaken(share, Bays), $"{share:0.000} taken, {allTaken:0.000} of the blocks full, {SearchTime.AllTaken(share, Bays):0.000} by q^n");
    }

    [Fact]
    public void On_a_saturated_kerb_a_price_takes_the_cruising_first_and_only_then_empties_spaces()
    {
        // Arnott and Inci 2006: while cars cruise, the number parked is what spaces and dwell allow; the price only decides how many look for them.
        var (free, right, dear) = (Saturated(0), Saturated(30), Saturated(70));
        Assert.InRange(free.Occupied, 0.93, 1);
        Assert.InRange(right.Occupied, 0.85, 1);
        Assert.True(right.Cruisers < 0.5 * free.Cruisers, $"{free.Cruisers:0.0} cruise for nothing, {right.Cruisers:0.0} at 30");
        Assert.True(dear.Occupied < 0.6 && dear.Cruisers < 0.1 * free.Cruisers, $"{dear.Occupied:0.00} taken, {dear.Cruisers:0.0} cruise at 70");
    }

    private static (double Occupied, double Cruisers) Saturated(double price)
    {
        const double Until = 6 * 3600;
        var (model, state) = District(4, everyLink: 7, arrivals: 0.09, price, Until, _ => 24);
        model.Advance(state, Warm);
        state.BeginTally();
        for (var f = 0; f < model.Supply.Facilities.Count; f++) model.Parking.TakeTally(state.Parking, f, Warm);
        model.Advance(state, Until);
        var taken = Enumerable.Range(0, model.Supply.Facilities.Count).Sum(f => model.Parking.TakeTally(state.Parking, f, Until).OccupiedTime);
        return (taken / (Until - Warm) / model.Supply.Facilities.Sum(f => f.Capacity), state.TallyOfGroup(0).SearchSeconds / (Until - Warm));
    }

    private static (MobilityModel Model, MobilityState State) District(int bays, int everyLink, double arrivals, double price, double until, Func<ulong, int> destination)
    {
        var town = MadeTraffic.Town(7);
        var made = MadeTraffic.Supply(town, lotEvery: int.MaxValue, spaces: 1, kerbEvery: everyLink, bays: bays);
        var tariff = TariffBuilder.Build(new TariffSource { Id = "kerb", Plan = new PlanSource { Windows = [new(default, WeekTime.Always, [new(default, 0, 0, (decimal)price)])] } });
        var supply = new ParkingSupply([.. made.Facilities.Select(f => f with { Tariff = 0 })], [tariff]);
        var driver = DriverGroups.Default[0] with
        {
            Price = new Taste(0.1), GiveUp = new Taste(3), SearchPatience = new Taste(900, 900, TasteLaw.Exponential), LongestWalk = 1200, InformedShare = 0, ElectricShare = 0,
        };
        var model = new MobilityModel(town, supply, MadeTraffic.PlaceAtEveryNode(town), [driver], new MobilityOptions());
        var state = model.InitialState(new KeyedRandom(7));
        model.AddTrips(state, MadeTraffic.Table(model, [.. MadeTraffic.PoissonTrips("kerb district test", 49, arrivals, Dwell, until, destination)]));
        return (model, state);
    }

    private static int Somewhere(ulong trip) => new KeyedRandom(12).Below(49, Stream, trip);
}
