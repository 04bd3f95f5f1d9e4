using DigitalTwin.Mobility.Parking;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class LotTests
{
    private readonly Diary diary = new();

    [Fact]
    public void A_full_lot_turns_cars_away()
    {
        var model = Model(Lot(1));
        var state = model.InitialState();
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(1, 100), 0, diary));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(2, 100), 99, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(3, 100), 100, diary));
        model.Advance(state, 0, 300, diary);
        Assert.Equal(["parked 1 at 0", "left 1 at 100 paid 0", "parked 3 at 100", "left 3 at 200 paid 0"], diary.Lines);
    }

    [Fact]
    public void A_queue_is_let_in_in_the_order_in_which_it_came_as_spaces_become_free()
    {
        var model = Model(Lot(1) with { QueuePlaces = 2 });
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 100), 0, diary);
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(2, 50, 1000), 10, diary));
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(3, 50, 1000), 20, diary));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(4, 50, 1000), 30, diary));
        Assert.Equal(2, state.Queue[0]);
        model.Advance(state, 0, 1000, diary);
        Assert.Equal(["parked 1 at 0", "left 1 at 100 paid 0", "parked 2 at 100", "left 2 at 150 paid 0", "parked 3 at 150", "left 3 at 200 paid 0"], diary.Lines);
        var tally = model.TakeTally(state, 0, 1000);
        Assert.Equal((4, 3, 3, 1), (tally.Arrivals, tally.Entered, tally.Departures, tally.TurnedAwayFull));
        Assert.Equal((200, 90 + 130), (tally.OccupiedTime, tally.QueueTime));
        Assert.Equal(tally.QueueTime, tally.WaitOfEntered);
    }

    [Fact]
    public void Who_has_waited_as_long_as_patience_lasts_drives_on()
    {
        var model = Model(Lot(1) with { QueuePlaces = 5 });
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 100), 0, diary);
        model.Arrive(state, 0, Car(2, 50, 30), 10, diary);
        model.Arrive(state, 0, Car(3, 50, 500), 20, diary);
        model.Advance(state, 0, 120, diary);
        Assert.Equal(["parked 1 at 0", "reneged 2 at 40", "left 1 at 100 paid 0", "parked 3 at 100"], diary.Lines);
    }

    [Fact]
    public void A_barrier_lets_in_no_faster_than_its_rate()
    {
        var model = Model(Lot(10) with { QueuePlaces = 5, EntranceRate = 0.1 });
        var state = model.InitialState();
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(1, 1000), 0, diary));
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(2, 1000, 100), 1, diary));
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(3, 1000, 100), 2, diary));
        model.Advance(state, 0, 100, diary);
        Assert.Equal(["parked 1 at 10", "parked 2 at 20", "parked 3 at 30"], diary.Lines);
    }

    [Fact]
    public void Where_nobody_has_said_how_many_may_queue_a_barrier_holds_up_who_has_a_space_to_come_and_turns_away_who_has_none()
    {
        var model = Model(Lot(3) with { EntranceRate = 0.1 });
        var state = model.InitialState();
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(1, 1000, 100), 0, diary));
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(2, 1000, 100), 0, diary));
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(3, 1000, 100), 0, diary));
        // The two that wait have the last two spaces.
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(4, 1000, 100), 0, diary));
        model.Advance(state, 0, 100, diary);
        Assert.Equal(["parked 1 at 10", "parked 2 at 20", "parked 3 at 30"], diary.Lines);
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(5, 1000, 100), 100, diary));
        // Whoever says that there is no room to wait is believed.
        var (none, other) = (Model(Lot(3) with { EntranceRate = 0.1, QueuePlaces = 0 }), model.InitialState());
        Assert.Equal(ArrivalOutcome.Entered, none.Arrive(other, 0, Car(1, 1000, 100), 0, diary));
        Assert.Equal(ArrivalOutcome.Full, none.Arrive(other, 0, Car(2, 1000, 100), 0, diary));
    }

    [Fact]
    public void An_exit_lets_out_no_faster_than_its_rate_but_the_space_is_free_at_once()
    {
        var model = Model(Lot(2) with { ExitRate = 0.1 });
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 100), 0, diary);
        model.Arrive(state, 0, Car(2, 100), 1, diary);
        model.Advance(state, 0, 101, diary);
        Assert.Equal(0, state.Occupied[0]);
        model.Advance(state, 0, 200, diary);
        Assert.Equal(["parked 1 at 0", "parked 2 at 1", "left 1 at 110 paid 0", "left 2 at 120 paid 0"], diary.Lines);
    }

    [Fact]
    public void The_fuller_a_lot_the_longer_the_way_to_a_space()
    {
        var model = Model(Lot(4) with { Levels = 2, LevelTime = 30 });
        var state = model.InitialState();
        for (var driver = 1; driver <= 4; driver++) model.Arrive(state, 0, Car(driver, 1000), 0, diary);
        model.Advance(state, 0, 100, diary);
        Assert.Equal(["parked 1 at 0", "parked 2 at 0", "parked 3 at 30", "parked 4 at 30"], diary.Lines);
    }
}
