using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Curbs;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

/// <summary>The clock of these lots begins on a Monday's midnight; group 0 is anybody, group 1 residents.</summary>
public class CurbPolicyTests
{
    private const double Hour = 3600, Day = 86400;
    private static readonly CurbPolicy TwoHours = new(CurbActivity.Parking) { Hours = [Workdays(8, 18)], LongestStay = 2 * Hour, Priority = 2 };

    [Fact]
    public void A_time_limit_holds_in_its_hours_alone()
    {
        var kerb = Kerb(TwoHours);
        Assert.True(Lets(kerb, 9, 2));
        Assert.False(Lets(kerb, 9, 2.001));
        Assert.True(Lets(kerb, 20, 10));
        Assert.True(Lets(kerb, (5 * 24) + 9, 40));
    }

    [Theory]
    [InlineData(17, 15, true)] // one hour until 18:00, none until 8:00 the next morning
    [InlineData(16, 15.9, true)] // exactly two hours before the end
    [InlineData(15.99, 15.9, false)]
    [InlineData(6, 4, true)] // the limit counts from 8:00
    [InlineData(6, 4.01, false)]
    [InlineData(17, 17, true)] // an hour in the evening and two in the morning: each its own
    [InlineData(17, 17.01, false)]
    public void A_stay_is_measured_while_the_limit_holds_and_anew_each_day(double arrival, double stay, bool isAdmitted) => Assert.Equal(isAdmitted, Lets(Kerb(TwoHours), arrival, stay));

    [Fact]
    public void Who_would_still_stand_when_parking_is_forbidden_may_not_come()
    {
        var kerb = Kerb(new CurbPolicy(CurbActivity.NoStopping) { Hours = [Workdays(7, 9)] });
        Assert.True(Lets(kerb, 5, 2));
        Assert.False(Lets(kerb, 5, 2.001));
        Assert.False(Lets(kerb, 7, 0.1));
        Assert.True(Lets(kerb, 9, 22));
        Assert.False(Lets(kerb, 9, 22.001));
        Assert.True(Lets(kerb, (4 * 24) + 9, 70));
        Assert.False(Lets(kerb, (4 * 24) + 9, 1000));
    }

    [Fact]
    public void Residents_are_exempt_where_their_policy_goes_first()
    {
        var kerb = Kerb(TwoHours, new CurbPolicy(CurbActivity.Parking) { Groups = ["residents"] });
        Assert.False(Lets(kerb, 9, 5));
        Assert.True(Lets(kerb, 9, 5, group: 1));
        Assert.True(Lets(kerb, 9, 500, group: 1));
    }

    [Fact]
    public void Bays_are_for_permits_alone_where_nobody_else_may_park()
    {
        var kerb = Kerb(new CurbPolicy(CurbActivity.Parking) { Groups = ["residents"], Hours = [Night] }, new CurbPolicy(CurbActivity.NoParking) { Hours = [Night], Priority = 2 });
        Assert.True(Lets(kerb, 21, 20, group: 1));
        Assert.False(Lets(kerb, 21, 1));
        Assert.True(Lets(kerb, 12, 8));
        Assert.False(Lets(kerb, 12, 8.1));
    }

    [Fact]
    public void Bays_for_loading_are_for_who_loads_and_for_so_long()
    {
        var kerb = Kerb(new CurbPolicy(CurbActivity.Loading) { Groups = ["residents"], Hours = [Workdays(7, 10)], LongestStay = 0.5 * Hour });
        Assert.True(Lets(kerb, 8, 0.5, group: 1));
        Assert.False(Lets(kerb, 8, 0.6, group: 1));
        Assert.True(Lets(kerb, 9.5, 9, group: 1));
        Assert.False(Lets(kerb, 8, 0.1));
        Assert.True(Lets(kerb, 10, 20));
        Assert.False(Lets(Kerb(new CurbPolicy(CurbActivity.Loading)), 8, 0.1));
    }

    [Fact]
    public void Where_no_policy_holds_the_longest_stay_of_the_kerb_does()
    {
        var kerb = Kerb(TwoHours with { LongestStay = Hour }) with { LongestStay = 3 * Hour };
        Assert.False(Lets(kerb, 10, 1.5));
        Assert.True(Lets(kerb, 19, 3));
        Assert.False(Lets(kerb, 19, 3.1));
        Assert.True(Lets(kerb, 17, 4));
    }

    [Fact]
    public void A_queue_is_asked_again_when_a_policy_begins()
    {
        var diary = new Diary();
        var model = Model(Lot(1) with { QueuePlaces = 5, Policies = [TwoHours] });
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 3 * Hour), At("05:30"), diary);
        model.Arrive(state, 0, Car(2, 2.5 * Hour, Day), At("05:40"), diary);
        model.Arrive(state, 0, Car(3, 2 * Hour, Day), At("07:00"), diary);
        model.Advance(state, 0, At("12:00"), diary);
        Assert.Equal([$"parked 1 at {At("05:30")}", $"reneged 2 at {At("08:00")}", $"left 1 at {At("08:30")} paid 0", $"parked 3 at {At("08:30")}", $"left 3 at {At("10:30")} paid 0"], diary.Lines);
    }

    [Fact]
    public void A_policy_set_by_hand_goes_before_the_kerbs_own_until_it_ends_and_survives_a_save()
    {
        var diary = new Diary();
        var model = Model(Kerb(TwoHours));
        var (state, again) = (model.InitialState(), model.InitialState());
        var (all, noon) = (new CurbPolicy(CurbActivity.Parking) { LongestStay = 5 * Hour }, new CurbPolicy(CurbActivity.NoParking) { Hours = [Workdays(12, 13)], Groups = ["anybody"] });
        state.SetPolicies(0, [all, noon], At("06:00"));
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true)) state.Save(writer);
        bytes.Position = 0;
        using (var reader = new BinaryReader(bytes)) again.Load(reader);
        foreach (var one in new[] { state, again })
        {
            Assert.True(model.IsOpenTo(one, 0, 1, At("09:00"), 5 * Hour));
            Assert.True(model.IsOpenTo(one, 0, 0, At("09:00"), 3 * Hour));
            Assert.False(model.IsOpenTo(one, 0, 0, At("09:00"), 3.5 * Hour));
            Assert.Equal(ArrivalOutcome.NotPermitted, model.Arrive(one, 0, Car(1, 60), At("12:30"), diary));
            one.SetPolicies(0, [noon], At("13:00"));
            Assert.False(model.IsOpenTo(one, 0, 1, At("14:00"), 3 * Hour));
            one.SetPolicies(0, [], At("13:00"));
            Assert.True(model.IsOpenTo(one, 0, 0, At("11:30"), 2 * Hour));
        }
    }

    private static ParkingFacility Kerb(params CurbPolicy[] policies) => Lot(9) with { Kind = FacilityKind.Kerb, Policies = policies };

    private static WeekTime Workdays(double from, double until) => new(WeekTime.Workdays, from * Hour, until * Hour);

    private static WeekTime Night => new(WeekTime.EveryDay, 20 * Hour, 6 * Hour);

    private static bool Lets(ParkingFacility kerb, double arrival, double stay, int group = 0)
    {
        var model = Model(kerb);
        var isOpen = model.IsOpenTo(model.InitialState(), 0, group, arrival * Hour, stay * Hour);
        Assert.Equal(isOpen ? ArrivalOutcome.Entered : ArrivalOutcome.NotPermitted, model.Arrive(model.InitialState(), 0, Car(1, stay * Hour, group: group), arrival * Hour, new Diary()));
        return isOpen;
    }
}
