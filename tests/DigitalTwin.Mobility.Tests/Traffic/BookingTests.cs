using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class BookingTests
{
    [Fact]
    public void Drivers_with_a_booked_space_never_search_and_others_do_not_get_theirs()
    {
        var town = MadeTraffic.Town(7);
        var supply = MadeTraffic.Supply(town, lotEvery: town.Links.Count, spaces: 30);
        var model = MadeTraffic.Model(town, supply: supply);
        var state = model.InitialState(new KeyedRandom(1));
        var place = town.Links.To[supply.Facilities[0].Link];
        model.AddTrips(state, MadeTraffic.Table(model, [.. Enumerable.Range(0, 100).Select(i => (48, place, 10.0 * i, 9000.0, false))]));
        // Twenty of those who set out from 100 s on; nobody has come by then.
        model.Advance(state, 100);
        Assert.Equal(20, state.Book(new SpaceBooking(0, 20, 2000, 3000) { Destination = place }));
        Assert.Equal(0, state.Book(new SpaceBooking(0, 20, 2000, 3000) { Destination = place == 0 ? 1 : 0 }));
        model.Advance(state, 2500);
        int[] booked = [.. Enumerable.Range(0, 100).Where(v => state.Vehicles.Booked[v] >= 0)];
        Assert.Equal(20, booked.Length);
        Assert.All(booked, v => Assert.Equal((VehiclePhase.Parked, 0, 0.0, 0), (state.Phase(v), state.FacilityOf(v), state.SearchTime(v), state.Vehicles.Tries[v])));
        Assert.Equal(30, state.Parking.Occupied[0]);
        Assert.Contains(Enumerable.Range(0, 100).Except(booked), v => state.Vehicles.Tries[v] > 0);
    }

    [Fact]
    public void A_space_is_anybodys_again_when_it_was_kept_long_enough()
    {
        var town = MadeTraffic.Town(7);
        var supply = MadeTraffic.Supply(town, lotEvery: town.Links.Count, spaces: 5);
        var model = MadeTraffic.Model(town, supply: supply);
        var state = model.InitialState(new KeyedRandom(1));
        var place = town.Links.To[supply.Facilities[0].Link];
        model.AddTrips(state, MadeTraffic.Table(model, [.. Enumerable.Range(0, 10).Select(i => (48, place, 1000.0 + i, 9000.0, false))]));
        Assert.Equal(5, state.Book(new SpaceBooking(0, 9, 2000, 1)));
        model.Advance(state, 4000);
        Assert.Equal((5, 5), (state.Parking.Occupied[0], model.Parking.TakeTally(state.Parking, 0, 4000).NoShows));
    }
}
