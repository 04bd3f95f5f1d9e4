using DigitalTwin.Mobility.Parking;
using FsCheck;
using FsCheck.Fluent;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class HeldSpaceTests
{
    // A barrier that takes a minute a car, and one place before it.
    private static readonly ParkingFacility Slow = Lot(10) with { EntranceRate = 1 / 60.0, QueuePlaces = 1 };
    private readonly Diary diary = new();

    [Fact]
    public void Who_has_a_space_held_is_let_into_a_queue_that_is_full_and_does_not_lose_his_patience()
    {
        var (model, state) = Start(Slow, (7, 0, 1000));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(1, 5000), 10, diary));
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(2, 5000, 3600), 11, diary));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(3, 5000, 3600), 12, diary));
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(7, 5000, patience: 0, reserved: true), 13, diary));
        model.Advance(state, 0, 1000, diary);
        Assert.Equal(["parked 1 at 70", "parked 2 at 130", "parked 7 at 190"], diary.Lines);
        var tally = model.TakeTally(state, 0, 1000);
        Assert.Equal((4, 3, 1, 0, 0), (tally.Arrivals, tally.Entered, tally.TurnedAwayFull, tally.Reneged, tally.NoShows));
    }

    [Fact]
    public void Who_is_before_the_barrier_when_his_hold_ends_keeps_his_space()
    {
        var (model, state) = Start(Slow with { Capacity = 3, QueuePlaces = 5 }, (7, 0, 100));
        for (var driver = 1; driver <= 2; driver++) model.Arrive(state, 0, Car(driver, 5000, 3600), 10, diary);
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(7, 5000, 1, reserved: true), 20, diary));
        // There is one space for the two of them, and it is his.
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(8, 5000, 600), 21, diary));
        model.Advance(state, 0, 1000, diary);
        Assert.Equal(["parked 1 at 70", "parked 2 at 130", "parked 7 at 190", "reneged 8 at 621"], diary.Lines);
        Assert.Equal(0, model.TakeTally(state, 0, 1000).NoShows);
    }

    [Fact]
    public void Where_cars_from_before_the_booking_stand_the_first_space_that_comes_free_is_his()
    {
        var (model, state) = Start(Lot(1) with { QueuePlaces = 1 }, (7, 50, 1000));
        model.Arrive(state, 0, Car(1, 600), 0, diary);
        model.Arrive(state, 0, Car(2, 600, 3600), 60, diary);
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(7, 300, 10, reserved: true), 70, diary));
        model.Advance(state, 0, 900, diary);
        Assert.Equal(["parked 1 at 0", "left 1 at 600 paid 0", "parked 7 at 600", "left 7 at 900 paid 0", "parked 2 at 900"], diary.Lines);
    }

    [Fact]
    public void When_the_hold_ends_and_there_is_no_space_his_patience_counts_again()
    {
        foreach (var (patience, leaves) in new[] { (10.0, 500.0), (800.0, 870.0) })
        {
            var (model, state) = Start(Lot(1), (7, 50, 500));
            var lines = new Diary();
            model.Arrive(state, 0, Car(1, 5000), 0, lines);
            Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(7, 300, patience, reserved: true), 70, lines));
            model.Advance(state, 0, 1000, lines);
            Assert.Equal(["parked 1 at 0", $"reneged 7 at {leaves}"], lines.Lines);
            Assert.Equal(1, model.TakeTally(state, 0, 1000).NoShows);
        }
    }

    [Fact]
    public void Who_comes_too_late_or_too_early_or_to_a_closed_lot_is_refused_like_anybody()
    {
        var (model, state) = Start(Lot(1), (7, 100, 200));
        model.Arrive(state, 0, Car(1, 5000), 0, diary);
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(7, 50, reserved: true), 99, diary));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(7, 50, reserved: true), 200, diary));
        (model, state) = Start(Lot(1), (7, 0, 200));
        state.SetClosed(0, true, 10);
        Assert.Equal(ArrivalOutcome.Closed, model.Arrive(state, 0, Car(7, 50, reserved: true), 20, diary));
    }

    [Fact]
    public void A_closure_sends_away_who_waits_with_a_booking()
    {
        var (model, state) = Start(Slow, (7, 0, 1000));
        model.Arrive(state, 0, Car(1, 5000), 10, diary);
        model.Arrive(state, 0, Car(7, 5000, 3600, reserved: true), 20, diary);
        state.SetClosed(0, true, 30);
        model.Advance(state, 0, 100, diary);
        Assert.Contains("reneged 7 at 30", diary.Lines);
    }

    [Fact]
    public void A_charger_that_is_booked_is_waited_for_and_a_plain_space_is_no_charger()
    {
        var model = Model(Lot(2) with { Chargers = 1, ChargerPower = 7200 });
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 300, needsCharger: true, energy: 1), 0, diary);
        Assert.True(model.Book(state, 0, 7, 10, 1000, withCharger: true));
        Assert.True(model.Book(state, 0, 8, 10, 1000));
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(7, 300, needsCharger: true, energy: 1, reserved: true), 20, diary));
        Assert.Equal(ArrivalOutcome.NoCharger, model.Arrive(state, 0, Car(8, 300, needsCharger: true, energy: 1, reserved: true), 20, diary));
        model.Advance(state, 0, 400, diary);
        Assert.Contains("parked 7 at 300", diary.Lines);
    }

    [Fact]
    public void Whoever_comes_in_time_to_a_lot_that_stays_open_parks_however_long_the_queue() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var model = Model(Slow with { Capacity = 12, QueuePlaces = random.Next(3) });
        var state = model.InitialState();
        // Six are booked for before anybody has come, and hold their spaces until two thirds of the time have gone.
        for (var driver = 1000; driver < 1006; driver++) Assert.True(model.Book(state, 0, driver, 0, 2000));
        int[] comes = [.. Enumerable.Range(0, 6).Select(_ => random.Next(1, 2000))];
        for (var time = 1; time < 3000; time++)
        {
            if (random.Next(20) == 0) model.Arrive(state, 0, Car(time, random.Next(60, 3000), random.Next(300)), time, diary);
            for (var b = 0; b < 6; b++)
                if (comes[b] == time) Assert.Contains(model.Arrive(state, 0, Car(1000 + b, 100, random.Next(30), reserved: true), time, diary), (ArrivalOutcome[])[ArrivalOutcome.Entered, ArrivalOutcome.Queued]);
        }
        model.Advance(state, 0, 1e6, diary);
        Assert.All(Enumerable.Range(1000, 6), driver => Assert.Contains(diary.Lines, line => line.StartsWith($"left {driver} ", StringComparison.Ordinal)));
        var tally = model.TakeTally(state, 0, 1e6);
        Assert.Equal(tally.Arrivals, tally.Entered + tally.TurnedAway + tally.Reneged);
        Assert.Equal((0, 0, tally.Entered), (tally.NoShows, state.Occupied[0], tally.Departures));
        diary.Lines.Clear();
    }).QuickCheckThrowOnFailure();

    private static (ParkingModel Model, ParkingState State) Start(ParkingFacility lot, (int Driver, double From, double Until) booking)
    {
        var model = Model(lot);
        var state = model.InitialState();
        Assert.True(model.Book(state, 0, booking.Driver, booking.From, booking.Until));
        return (model, state);
    }
}
