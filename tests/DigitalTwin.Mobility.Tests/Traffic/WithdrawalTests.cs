using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

/// <summary>Trips that nobody wants to make any more (T13).</summary>
public class WithdrawalTests
{
    private const int Gate = 48;

    [Fact]
    public void What_a_driver_has_booked_is_anybodys_when_he_is_taken_back_before_he_sets_out_or_on_the_way()
    {
        var (model, place) = Lot(spaces: 5);
        var state = model.InitialState(new KeyedRandom(1));
        model.AddTrips(state, MadeTraffic.Table(model, [.. Enumerable.Range(0, 10).Select(i => (Gate, place, 1000.0 + i, 9000.0, true))]));
        Assert.Equal(5, state.Book(new SpaceBooking(0, 9, 2000, 3000)));
        model.Advance(state, 500);
        Assert.Equal(0, state.Book(new SpaceBooking(0, 1, 2000, 3000)));
        var booked = Booked(state);
        Assert.Equal(new WithdrawnTrips(1, 0, 0, 0), model.Withdraw(state, [booked[0]]));
        Assert.Equal((VehiclePhase.Ended, TripOutcome.Withdrawn, -1), (state.Phase(booked[0]), state.Outcome(booked[0]), state.Vehicles.Booked[booked[0]]));
        Assert.Equal(1, state.Book(new SpaceBooking(0, 9, 2000, 3000)));
        model.Advance(state, 1060);
        Assert.Equal(VehiclePhase.OnLink, state.Phase(booked[1]));
        Assert.False(state.Book(9, 0, state.Time, 5000));
        Assert.Equal(new WithdrawnTrips(0, 1, 0, 0), model.Withdraw(state, [booked[1], booked[0], booked[1]]));
        Assert.True(state.Vehicles.Booked[booked[1]] < 0 && state.Book(9, 0, state.Time, 5000));
        model.Advance(state, 1500);
        Assert.Equal(TripOutcome.Withdrawn, state.Outcome(booked[1]));
        Assert.All(Booked(state), v => Assert.Equal((VehiclePhase.Parked, 0.0), (state.Phase(v), state.SearchTime(v))));
        // Who gives a space back in time has not stayed away from it.
        Assert.Equal((5, 0), (state.Parking.Occupied[0], model.Parking.TakeTally(state.Parking, 0, 1500).NoShows));
    }

    [Fact]
    public void Who_is_called_away_while_he_drives_to_his_space_or_stays_less_than_a_slice_is_counted_where_he_parked()
    {
        var (model, place) = Lot(spaces: 5);
        var state = model.InitialState(new KeyedRandom(1));
        // One a second, where the barrier lets in one every five: some are let in from the queue and drive to their space.
        model.AddTrips(state, MadeTraffic.Table(model, [.. Enumerable.Range(0, 20).Select(i => (Gate, place, 100.0 + i, i % 2 == 0 ? 0.3 : 9000.0, false))]));
        var drivesToSpace = 0;
        while (state.Time < 900)
        {
            model.Advance(state, state.Time + 7);
            int[] inside = [.. Enumerable.Range(0, 20).Where(v => state.Phase(v) == VehiclePhase.InLotQueue || (state.Phase(v) == VehiclePhase.Parked && !state.Vehicles.HasParked[v]))];
            drivesToSpace += inside.Length - state.Parking.Queue[0];
            Assert.Equal(new WithdrawnTrips(0, state.Parking.Queue[0], inside.Length - state.Parking.Queue[0], 0), model.Withdraw(state, inside));
        }
        Assert.True(drivesToSpace > 0);
        var ended = state.Count().Ended;
        Assert.True(ended[(int)TripOutcome.Withdrawn] > 0);
        Assert.Equal(20, state.TallyOfFacility(0).Parked + ended.Sum() - ended[(int)TripOutcome.Completed] + Enumerable.Range(0, 20).Count(v => state.Phase(v) != VehiclePhase.Ended && !state.Vehicles.HasParked[v]));
    }

    private static Tariff FiveAnHour => TariffBuilder.Build(new TariffSource { Id = "town", Plan = new PlanSource { Windows = [new(default, WeekTime.Always, [new(default, 0, 3600, 5)])] } });

    private static int[] Booked(MobilityState state) => [.. Enumerable.Range(0, state.TripCount).Where(v => state.Vehicles.Booked[v] >= 0)];

    private static (MobilityModel Model, int Place) Lot(int spaces, double rate = 0.2)
    {
        var town = MadeTraffic.Town(7);
        var lot = MadeTraffic.Supply(town, lotEvery: town.Links.Count, spaces: spaces).Facilities[0] with { Tariff = 0, EntranceRate = rate };
        return (MadeTraffic.Model(town, supply: new([lot], [FiveAnHour])), town.Links.To[lot.Link]);
    }
}
