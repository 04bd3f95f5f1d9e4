using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

/// <summary>What an operator or a driver would dispute.</summary>
public class DisputedTests
{
    private const double KilowattHour = 3.6e6;
    private readonly Diary diary = new();

    [Fact]
    public void A_stay_that_runs_from_one_shared_time_into_the_next_is_let_in()
    {
        // The office is away at night and all weekend: from Friday evening to Monday morning residents may stay.
        var model = Model(Lot(9) with
        {
            Access =
            [
                new(new WeekTime(WeekTime.Workdays, At("08:00"), At("19:00")), ["anybody"]),
                new(new WeekTime(WeekTime.Workdays, At("19:00"), At("08:00")), ["residents"], WholeStay: true),
                new(new WeekTime(0b100_0000, At("08:00"), 86400), ["residents"], WholeStay: true),
                new(new WeekTime(0b000_0001, 0, 86400), ["residents"], WholeStay: true),
                new(new WeekTime(0b000_0010, 0, At("08:00")), ["residents"], WholeStay: true),
            ],
        });
        var state = model.InitialState();
        const double UntilMonday = (2 * 86400) + (13 * 3600);
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(1, 14 * 3600, group: 1), At("4 19:00") + 0.3, diary));
        Assert.Equal(ArrivalOutcome.NotPermitted, model.Arrive(state, 0, Car(2, UntilMonday, group: 1), At("4 19:00") + 0.5, diary));
        Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(3, UntilMonday - 1, group: 1), At("4 19:00") + 0.7, diary));
        Assert.True(model.IsOpenTo(state, 0, 1, At("5 12:00"), At("1 20:00")));
        Assert.False(model.IsOpenTo(state, 0, 1, At("5 12:00"), At("1 20:01")));
    }

    [Fact]
    public void A_space_that_is_booked_in_the_morning_may_be_booked_again_for_the_afternoon()
    {
        var model = Model(Lot(2));
        var state = model.InitialState();
        Assert.True(model.Book(state, 0, 1, At("08:00"), At("09:00")));
        Assert.True(model.Book(state, 0, 2, At("10:00"), At("11:00")));
        Assert.True(model.Book(state, 0, 3, At("08:00"), At("11:00"))); // one of two is free at every instant
        Assert.False(model.Book(state, 0, 4, At("08:30"), At("09:30")));
        Assert.True(model.Book(state, 0, 4, At("09:00"), At("10:00")));
    }

    [Fact]
    public void A_car_takes_one_kept_space_not_two()
    {
        // Two rules keep spaces for residents, and a third is set by hand: six spaces in all, of which two residents take two.
        var model = Model(Lot(9) with { Reserves = [new(2, ["residents"], WeekTime.Always), new(2, ["residents"], WeekTime.Always)] });
        var state = model.InitialState();
        state.SetHeldSpaces(0, 2, model.BitsOf("residents"), 0);
        for (var driver = 1; driver <= 2; driver++) Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(driver, 3600, group: 1), 1, diary));
        for (var driver = 3; driver <= 5; driver++) Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(driver, 3600), 2, diary));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(6, 3600), 3, diary));
        for (var driver = 7; driver <= 10; driver++) Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(driver, 3600, group: 1), 4, diary));
        Assert.Equal(9, state.Occupied[0]);
    }

    [Fact]
    public void Spaces_kept_for_few_are_taken_before_those_kept_for_many()
    {
        var model = new ParkingModel(new ParkingSupply([Lot(12) with { Reserves = [new(5, ["staff", "tenants"], WeekTime.Always), new(5, ["staff"], WeekTime.Always)] }], []), [Group("guests"), Group("staff"), Group("tenants")], Clock);
        var state = model.InitialState();
        for (var driver = 1; driver <= 3; driver++) model.Arrive(state, 0, Car(driver, 3600, group: 1), 0, diary);
        for (var driver = 4; driver <= 7; driver++) model.Arrive(state, 0, Car(driver, 3600, group: 2), 0, diary);
        // Staff has three of its five, tenants four of the five for both: three are still kept, seven are taken.
        for (var driver = 8; driver <= 9; driver++) Assert.Equal(ArrivalOutcome.Entered, model.Arrive(state, 0, Car(driver, 3600), 1, diary));
        Assert.Equal(ArrivalOutcome.Full, model.Arrive(state, 0, Car(10, 3600), 1, diary));
    }

    [Fact]
    public void Who_does_not_charge_at_a_charger_open_to_all_owes_no_idle_minutes()
    {
        var tariff = TariffBuilder.Build(Boards.Source(new PlanSource { Charging = new ChargingSource(default, 1, 0.5m, 600), Windows = [Boards.Always(Boards.Step(0, 3600, 4))] }));
        var model = Model(Lot(1) with { Tariff = 0, Chargers = 1, ChargerPower = 7000, ChargersOpenToAll = true }, tariff);
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 7200), 0, diary);
        model.Advance(state, 0, 7200, diary);
        Assert.Equal("left 1 at 7200 paid 800", diary.Lines[^1]);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(31557.3)]
    [InlineData(86399.7)]
    public void A_charge_of_so_many_kilowatt_hours_costs_the_same_whenever_it_begins(double begins)
    {
        // 10.5 kWh at 1.35 are 14.175: half a fen, rounded up.
        var tariff = TariffBuilder.Build(Boards.Source(new PlanSource { Charging = new ChargingSource(default, 1.35m), Windows = [Boards.Always(Boards.Step(0, 0, 0))] }));
        var model = Model(Lot(1) with { Tariff = 0, Chargers = 1, ChargerPower = 7000 }, tariff);
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 7200, needsCharger: true, energy: 10.5 * KilowattHour), begins, diary);
        model.Advance(state, 0, begins + 7201, diary);
        Assert.EndsWith(" paid 1418", diary.Lines[^1]);
    }

    [Fact]
    public void Damage_to_a_saved_state_costs_a_sentence_at_most_never_all_memory()
    {
        var model = Model(Lot(3));
        var state = model.InitialState();
        model.Arrive(state, 0, Car(1, 3600), 0, diary);
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true)) state.Save(writer);
        var bytes = memory.ToArray();
        for (var at = 0; at + 4 <= bytes.Length; at++)
        {
            var damaged = (byte[])bytes.Clone();
            BitConverter.TryWriteBytes(damaged.AsSpan(at), 0x0FFF_FFFF);
            using var reader = new BinaryReader(new MemoryStream(damaged));
            try
            {
                model.InitialState().Load(reader);
            }
            catch (InvalidDataException)
            {
            }
        }
    }
}
