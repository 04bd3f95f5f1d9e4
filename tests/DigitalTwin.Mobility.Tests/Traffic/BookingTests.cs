using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Routing.DayToDay;
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
    public void Booked_anew_on_each_day_of_learning_the_same_drivers_have_their_spaces_every_day()
    {
        var town = MadeTraffic.Town(7);
        var supply = MadeTraffic.Supply(town, lotEvery: town.Links.Count, spaces: 12);
        var model = MadeTraffic.Model(town, new MobilityOptions { InformedOfTraffic = 0 }, supply);
        var place = town.Links.To[supply.Facilities[0].Link];
        var trips = MadeTraffic.Table(model, [.. Enumerable.Range(0, 80).Select(i => (48, place, 300.0 + i, 9000.0, false))]);
        // At the update at 300 s twelve spaces are booked for who sets out from 320 s on: on days of learning an event is done at the update before it.
        MobilityState? today = null;
        List<int[]> days = [];
        var learned = new Learning(model, new DayToDayOptions { MostDays = 4, Gap = 0 }).Run(
            new KeyedRandom(1), trips, 3600, state => today = state,
            state =>
            {
                if (state.Time == 300) Assert.Equal(12, state.Book(new SpaceBooking(0, 12, 2000, 3000) { From = 320 }));
            },
            _ => days.Add([.. Enumerable.Range(0, 80).Where(v => today!.Vehicles.Booked[v] >= 0 && today.Vehicles.Tries[v] == 0 && today.Phase(v) == VehiclePhase.Parked)]));
        Assert.Equal(4, days.Count);
        // One of them needs a charger, which the lot has not.
        var booked = days[0];
        Assert.Equal((12, 20), (booked.Length, booked[0]));
        Assert.All(days, day => Assert.Equal(booked, day));
        // On a day of their own they drive what they have learned.
        var state = model.InitialState(new KeyedRandom(1));
        learned.Plans.GiveTo(state, model.AddTrips(state, trips));
        model.Advance(state, 300);
        var routes = Array.ConvertAll(booked, v => state.Vehicles.Route[v]);
        Assert.Equal(12, state.Book(new SpaceBooking(0, 12, 2000, 3000) { From = 320 }));
        Assert.Equal(Array.ConvertAll(booked, v => state.Vehicles.Facility[v] == 0 ? routes[Array.IndexOf(booked, v)] : null), Array.ConvertAll(booked, v => state.Vehicles.Route[v]));
        Assert.Contains(routes, route => route is not null);
        model.Advance(state, 3600);
        Assert.All(booked, v => Assert.Equal((VehiclePhase.Parked, 0, 0), (state.Phase(v), state.FacilityOf(v), state.Vehicles.Tries[v])));
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
