using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class MeantLotTests
{
    private const int Spaces = 30;

    private static readonly RoadNetwork Town = MadeTraffic.Town(7);

    [Fact]
    public void Who_drives_to_a_lot_parks_there_though_others_are_near_and_looks_further_only_when_it_is_full()
    {
        var (model, state, lot) = Driven(cars: 100, _ => { });
        int[] there = [.. Enumerable.Range(0, 100).Where(v => state.FacilityOf(v) == lot && state.Phase(v) == VehiclePhase.Parked)];
        Assert.Equal(Spaces, there.Length);
        // The first that come, and nobody of them has tried anywhere else; who was refused stands in other lots.
        Assert.All(there, v => Assert.Equal(0, state.Vehicles.Tries[v]));
        Assert.True(model.Supply.Facilities.Count > 1 && state.Parking.Occupied.Sum() > Spaces, $"{state.Parking.Occupied.Sum()}");
    }

    [Fact]
    public void All_cars_of_a_lot_that_has_room_stand_in_it()
    {
        var (_, state, lot) = Driven(cars: Spaces, _ => { });
        Assert.Equal(Spaces, state.Parking.Occupied[lot]);
        Assert.Equal(Spaces, state.Parking.Occupied.Sum());
    }

    [Fact]
    public void Nobody_stands_in_a_lot_that_is_closed_and_its_drivers_look_elsewhere()
    {
        var (_, state, lot) = Driven(cars: 20, state => state.Parking.Closed[Meant] = true);
        Assert.Equal(0, state.Parking.Occupied[lot]);
        Assert.True(state.Parking.Occupied.Sum() > 0);
    }

    [Fact]
    public void A_tariff_that_rises_sends_some_of_its_drivers_elsewhere_and_one_that_rises_elsewhere_sends_nobody()
    {
        var (_, dearer, lot) = Driven(cars: Spaces, state => state.Parking.PriceFactor[Meant] = 3, price: 10);
        Assert.InRange(dearer.Parking.Occupied[lot], 1, Spaces - 3);
        Assert.True(dearer.Parking.Occupied.Sum() > dearer.Parking.Occupied[lot]);
        var (_, others, _) = Driven(cars: Spaces, state =>
        {
            Array.Fill(state.Parking.PriceFactor, 3);
            state.Parking.PriceFactor[Meant] = 1;
        }, price: 10);
        Assert.Equal(Spaces, others.Parking.Occupied[lot]);
        Assert.Equal(Spaces, Driven(cars: Spaces, _ => { }, price: 10).State.Parking.Occupied[lot]);
    }

    private const int Meant = 2;

    private static (MobilityModel Model, MobilityState State, int Lot) Driven(int cars, Action<MobilityState> change, decimal price = 0)
    {
        var supply = MadeTraffic.Supply(Town, lotEvery: 12, spaces: Spaces);
        if (price > 0)
        {
            var board = TariffBuilder.Build(new TariffSource { Id = "board", Plan = new PlanSource { Windows = [new WindowSource(default, WeekTime.Always, [new StepSource(default, 0, 0, price)])] } });
            supply = supply with { Tariffs = [board], Facilities = [.. supply.Facilities.Select(f => f with { Tariff = 0 })] };
        }
        var nodes = MadeTraffic.PlaceAtEveryNode(Town);
        var at = supply.Facilities[Meant];
        var places = new Places
        {
            Ids = [.. nodes.Ids, "lot"], Longitude = [.. nodes.Longitude, at.Longitude], Latitude = [.. nodes.Latitude, at.Latitude], Node = [.. nodes.Node, at.ExitNode],
            Facility = [.. Enumerable.Repeat(-1, nodes.Count), Meant],
        };
        var model = new MobilityModel(Town, supply, places, MadeTraffic.Groups, new MobilityOptions());
        var state = model.InitialState(new KeyedRandom(3));
        change(state);
        model.AddTrips(state, MadeTraffic.Table(model, [.. Enumerable.Range(0, cars).Select(i => (48, nodes.Count, 20.0 * i, 36000.0, false))]));
        model.Advance(state, 6000);
        return (model, state, Meant);
    }
}
