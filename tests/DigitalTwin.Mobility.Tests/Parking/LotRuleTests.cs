using DigitalTwin.Mobility.Parking;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class LotRuleTests
{
    private readonly Diary diary = new();

    [Fact]
    public void A_lot_is_closed_outside_its_hours_and_not_for_everybody_within_them()
    {
        var model = Model(Lot(9) with { Access = [new(Daily("08:00", "18:00"), ["anybody"])] });
        var state = model.InitialState();
        Assert.Equal(ArrivalOutcome.Closed, model.Arrive(state, 0, Car(1, 60), At("07:59"), diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(2, 60), At("08:00"), diary));
        Assert.Equal(ArrivalOutcome.NotPermitted, model.Arrive(state, 0, Car(3, 60, group: 1), At("09:00"), diary));
        Assert.Equal(ArrivalOutcome.Closed, model.Arrive(state, 0, Car(4, 60), At("18:00"), diary));
    }

    [Fact]
    public void Residents_use_an_offices_lot_at_night_when_they_are_gone_before_the_office_opens()
    {
        var model = Model(Lot(9) with { Access = [new(Daily("08:00", "19:00"), ["anybody"]), new(Daily("19:00", "08:00"), ["residents"], WholeStay: true)] });
        var state = model.InitialState();
        Assert.Equal(ArrivalOutcome.NotPermitted, model.Arrive(state, 0, Car(1, 3600, group: 1), At("12:00"), diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(2, At("12:00"), group: 1), At("20:00"), diary));
        Assert.Equal(ArrivalOutcome.NotPermitted, model.Arrive(state, 0, Car(3, At("12:01"), group: 1), At("20:00"), diary));
    }

    [Fact]
    public void A_queue_goes_when_the_lot_closes_and_cars_inside_leave_at_the_end_of_their_dwell()
    {
        var model = Model(Lot(1) with { QueuePlaces = 5, Access = [new(Daily("06:00", "20:00"), [])] });
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 3600), At("19:30"), diary);
        model.Arrive(state, 0, Car(2, 60, 86400), At("19:40"), diary);
        model.Advance(state, 0, At("21:00"), diary);
        Assert.Equal([$"parked 1 at {At("19:30")}", $"reneged 2 at {At("20:00")}", $"left 1 at {At("20:30")} paid 0"], diary.Lines);
    }

    [Fact]
    public void A_lot_closed_by_hand_lets_nobody_in_and_everybody_out()
    {
        var model = Model(Lot(1) with { QueuePlaces = 5 });
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 1000), 0, diary);
        model.Arrive(state, 0, Car(2, 1000, 5000), 10, diary);
        state.SetClosed(0, true, 100);
        Assert.Equal(100, state.NextEvent(0));
        Assert.Equal(ArrivalOutcome.Closed, model.Arrive(state, 0, Car(3, 60), 200, diary));
        state.SetClosed(0, false, 1500);
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(4, 60), 1500, diary));
        Assert.Equal(["parked 1 at 0", "reneged 2 at 100", "left 1 at 1000 paid 0"], diary.Lines);
        Assert.Equal(1, model.TakeTally(state, 0, 1500).TurnedAwayClosed);
    }

    [Fact]
    public void A_lot_cut_below_its_occupancy_stays_overfull_until_enough_have_left()
    {
        var model = Model(Lot(3));
        var state = model.InitialState();
        for (var driver = 1; driver <= 3; driver++) model.Arrive(state, 0, Car(driver, 100 * driver), 0, diary);
        state.SetCapacity(0, 1, 50);
        model.Advance(state, 0, 60, diary);
        Assert.Equal((3, 1), (state.Occupied[0], state.Capacity[0]));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(4, 10), 250, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(5, 10), 300, diary));
    }

    [Fact]
    public void More_spaces_let_the_queue_in_at_once()
    {
        var model = Model(Lot(1) with { QueuePlaces = 5 });
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 1000), 0, diary);
        model.Arrive(state, 0, Car(2, 1000, 5000), 10, diary);
        state.SetCapacity(0, 2, 50);
        model.Advance(state, 0, 60, diary);
        Assert.Equal(["parked 1 at 0", "parked 2 at 50"], diary.Lines);
    }

    [Fact]
    public void Spaces_are_kept_for_a_group_until_it_has_taken_them_and_only_at_their_time()
    {
        var model = Model(Lot(2) with { Reserves = [new(1, ["residents"], Daily("08:00", "18:00"))] });
        var state = model.InitialState();
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(1, 60), At("09:00"), diary));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(2, 60), At("09:00"), diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(3, 60, group: 1), At("09:00"), diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(4, 7200, group: 1), At("09:10"), diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(5, 60), At("09:20"), diary)); // the residents' space is taken by one: the other is anybody's
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(6, 60), At("19:00"), diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(7, 60), At("19:00"), diary));
    }

    [Fact]
    public void Who_may_use_a_kept_space_passes_the_queue_of_those_who_may_not()
    {
        var model = Model(Lot(2) with { QueuePlaces = 5, Reserves = [new(1, ["residents"], WeekTime.Always)] });
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 1000), 0, diary);
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(2, 1000, 5000), 1, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(3, 1000, group: 1), 2, diary));
    }

    [Fact]
    public void The_queue_is_let_in_when_a_reserve_ends()
    {
        var model = Model(Lot(1) with { QueuePlaces = 5, Reserves = [new(1, ["residents"], Daily("08:00", "18:00"))] });
        var state = model.InitialState();
        Assert.Equal(ArrivalOutcome.Queued, model.Arrive(state, 0, Car(1, 60, 86400), At("17:00"), diary));
        model.Advance(state, 0, At("19:00"), diary);
        Assert.Equal($"parked 1 at {At("18:00")}", diary.Lines[0]);
    }

    [Fact]
    public void A_lot_may_be_shared_and_spaces_may_be_held_by_hand()
    {
        var model = Model(Lot(2) with { Access = [new(WeekTime.Always, ["anybody"])] });
        var state = model.InitialState();
        state.SetSharedWith(0, model.BitsOf("residents"), 10);
        state.SetHeldSpaces(0, 1, model.BitsOf("residents"), 10);
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(1, 1000), 20, diary));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(2, 1000), 20, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(3, 10, group: 1), 20, diary));
        state.SetSharedWith(0, 0, 40);
        Assert.Equal(ArrivalOutcome.NotPermitted, model.Arrive(state, 0, Car(4, 10, group: 1), 50, diary));
    }

    [Fact]
    public void Nobody_parks_for_longer_than_the_limit()
    {
        var model = Model(Lot(2) with { Kind = FacilityKind.Kerb, LongestStay = 3600 });
        var state = model.InitialState();
        Assert.Equal(ArrivalOutcome.NotPermitted, model.Arrive(state, 0, Car(1, 3601), 0, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(2, 3600), 0, diary));
    }
}
