using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class ChargingAndBookingTests
{
    private const double KilowattHour = 3.6e6;
    private readonly Diary diary = new();

    private static readonly ParkingFacility WithChargers = Lot(3) with { Chargers = 1, ChargerPower = 7200 };

    [Fact]
    public void A_car_charges_for_as_long_as_its_energy_takes_and_blocks_the_charger_until_it_leaves()
    {
        var model = Model(WithChargers);
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 4 * 3600, needsCharger: true, energy: 7.2 * KilowattHour), 0, diary);
        model.Advance(state, 0, 3599, diary);
        Assert.Equal((1, 1), (state.ChargersTaken[0], state.ChargersOn[0]));
        model.Advance(state, 0, 3600, diary);
        Assert.Equal((1, 0), (state.ChargersTaken[0], state.ChargersOn[0]));
        Assert.Equal(ArrivalOutcome.NoCharger, model.Arrive(state, 0, Car(2, 60, needsCharger: true, energy: 1), 7200, diary));
        model.Advance(state, 0, 5 * 3600, diary);
        var tally = model.TakeTally(state, 0, 5 * 3600);
        Assert.Equal((7.2 * KilowattHour, 4 * 3600.0, 1), (tally.Energy, tally.ChargerTime, tally.TurnedAwayNoCharger));
    }

    [Fact]
    public void Who_leaves_early_has_charged_for_as_long_as_he_stood()
    {
        var model = Model(WithChargers);
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 1800, needsCharger: true, energy: 20 * KilowattHour), 0, diary);
        model.Advance(state, 0, 3600, diary);
        Assert.Equal(3.6 * KilowattHour, model.TakeTally(state, 0, 3600).Energy);
        Assert.Equal((0, 0), (state.ChargersTaken[0], state.ChargersOn[0]));
    }

    [Fact]
    public void Chargers_are_for_those_who_charge_unless_they_are_open_to_all()
    {
        foreach (var open in new[] { false, true })
        {
            var model = Model(WithChargers with { ChargersOpenToAll = open });
            var state = model.InitialState();
            for (var driver = 1; driver <= 2; driver++) model.Arrive(state, 0, Car(driver, 1000), 0, diary);
            Assert.Equal(0, state.ChargersTaken[0]);
            Assert.Equal(open ? ArrivalOutcome.Entered : ArrivalOutcome.Full, model.Arrive(state, 0, Car(3, 1000), 0, diary));
            Assert.Equal(open ? 1 : 0, state.ChargersTaken[0]);
        }
    }

    [Fact]
    public void Spaces_with_a_charger_may_be_for_who_holds_a_permit_and_charges()
    {
        // The bays with chargers of a garage, as a facility with rules of their own.
        var model = Model(Lot(1) with { Chargers = 1, ChargerPower = 7000, Access = [new(WeekTime.Always, ["residents"])] });
        var state = model.InitialState();
        Assert.Equal(ArrivalOutcome.NotPermitted, model.Arrive(state, 0, Car(1, 3600, needsCharger: true, energy: KilowattHour), 0, diary));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(2, 3600, group: 1), 0, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(3, 3600, group: 1, needsCharger: true, energy: KilowattHour), 0, diary));
        Assert.Equal(ArrivalOutcome.NoCharger, model.Arrive(state, 0, Car(4, 3600, group: 1, needsCharger: true, energy: KilowattHour), 60, diary));
    }

    [Fact]
    public void Who_would_like_to_charge_takes_a_charger_when_one_is_free_and_else_a_plain_space()
    {
        var model = Model(WithChargers);
        var state = model.InitialState();
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(1, 1000, energy: 1), 0, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(2, 1000, energy: 1), 0, diary));
        Assert.Equal((2, 1), (state.Occupied[0], state.ChargersTaken[0]));
    }

    [Fact]
    public void A_stay_is_charged_by_the_board_of_its_arrival_and_for_its_energy_and_idle_minutes()
    {
        var tariff = TariffBuilder.Build(Boards.Source(new PlanSource { Charging = new ChargingSource(default, 1, 0.5m, 600), Windows = [Boards.Always(Boards.Step(0, 3600, 4))] }));
        var model = Model(WithChargers with { Tariff = 0 }, tariff);
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 2 * 3600, needsCharger: true, energy: 7.2 * KilowattHour), 0, diary);
        state.PriceFactor[0] = 10;
        Assert.Equal(4000, model.Quote(state, 0, 0, 0, 3600));
        model.Advance(state, 0, 7200, diary);
        Assert.Equal($"left 1 at 7200 paid {800 + 720 + (50 * 50)}", diary.Lines[^1]);
        Assert.Equal(800 + 720 + 2500, model.TakeTally(state, 0, 7200).Revenue);
    }

    [Fact]
    public void A_booked_space_is_held_for_its_driver_until_it_expires()
    {
        var model = Model(Lot(1));
        var state = model.InitialState();
        Assert.True(model.Book(state, 0, 7, 100, 1000));
        Assert.False(model.Book(state, 0, 8, 500, 2000));
        Assert.True(model.Book(state, 0, 8, 1000, 2000));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(1, 50), 0, diary));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(2, 50), 200, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(7, 50, reserved: true), 300, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(3, 50), 400, diary)); // the booking was used
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(4, 50), 1500, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(5, 50), 2000, diary)); // the other expired
        Assert.Equal(1, model.TakeTally(state, 0, 2000).NoShows);
    }

    [Fact]
    public void The_queue_is_let_in_when_a_booking_expires()
    {
        var model = Model(Lot(1) with { QueuePlaces = 1 });
        var state = model.InitialState();
        model.Book(state, 0, 7, 0, 1000);
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(1, 50, 5000), 10, diary));
        model.Advance(state, 0, 1000, diary);
        Assert.Equal(["parked 1 at 1000"], diary.Lines);
    }
}
