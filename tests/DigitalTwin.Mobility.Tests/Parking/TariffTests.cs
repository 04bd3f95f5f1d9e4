using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using static DigitalTwin.Mobility.Tests.Parking.Boards;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class TariffTests
{
    // Each price was worked out by hand from the board; times are of Monday, 7 July 2025 and later days.
    [Theory]
    [InlineData("10:00", "10:15", 0)] // the free quarter
    [InlineData("10:00", "10:16", 400)] // lost: the first hour
    [InlineData("10:00", "11:00", 400)]
    [InlineData("10:00", "11:01", 550)] // one quarter begun
    [InlineData("10:00", "12:00", 1000)] // four quarters
    [InlineData("08:00", "18:00", 4000)] // 4 + 36 x 1.50 = 58, capped
    [InlineData("19:00", "22:00", 900)] // an hour of the day and a night
    [InlineData("19:30", "22:00", 900)] // the hour that began at 19:30 lasts until 20:30, then a night
    [InlineData("22:00", "1 07:00", 500)] // a night
    [InlineData("22:00", "1 08:00", 800)] // a night, and two quarters: the stay is longer than an hour
    [InlineData("19:00", "2 19:00", 8000)] // two days at the cap
    [InlineData("19:00", "2 19:05", 8150)] // two days at the cap, and the quarter that begins with the third
    public void A_garage_charges_what_its_board_says(string arrival, string departure, long fen) =>
        Assert.Equal(fen, Garage.Price(At(arrival), At(departure), "anybody", Clock));

    [Theory]
    [InlineData("10:00", "11:30", 2500)]
    [InlineData("07:00", "08:00", 1500)] // only what lies in the charged time
    [InlineData("18:00", "1 08:30", 2500 + 1500)] // an hour and a half of Monday's, the first hour of Tuesday's
    [InlineData("4 18:30", "7 08:30", 1500 + 1500)] // Friday evening to Monday morning: the weekend is free
    [InlineData("20:00", "1 07:30", 0)]
    public void A_kerb_charges_each_time_of_day_alone(string arrival, string departure, long fen) =>
        Assert.Equal(fen, Kerb.Price(At(arrival), At(departure), "anybody", Clock));

    [Fact]
    public void A_group_pays_by_its_own_plan_and_what_that_leaves_unsaid_is_everybodys()
    {
        Assert.Equal(1000, Garage.Price(At("08:00"), At("18:00"), "residents", Clock));
        Assert.Equal(400, Garage.Price(At("08:00"), At("08:30"), "residents", Clock));
        Assert.Same(Garage.Plans[0], Garage.PlanFor("students", "residents"));
    }

    [Fact]
    public void Free_minutes_are_deducted_or_lost()
    {
        var steps = Always(Step(0, 30 * Minute, 3));
        var deducted = TariffBuilder.Build(Source(new PlanSource { FreeTime = 15 * Minute, Windows = [steps] }));
        var lost = TariffBuilder.Build(Source(new PlanSource { FreeTime = 15 * Minute, FreeRule = FreeTimeRule.LostWhenExceeded, Windows = [steps] }));
        foreach (var (stay, afterFree, fromTheFirst) in new[] { (15, 0, 0), (16, 300, 300), (30, 300, 300), (40, 300, 600), (46, 600, 600) })
        {
            Assert.Equal(afterFree, deducted.Price(0, stay * Minute, "anybody", Clock));
            Assert.Equal(fromTheFirst, lost.Price(0, stay * Minute, "anybody", Clock));
        }
    }

    [Fact]
    public void A_day_is_24_hours_from_the_arrival_or_from_midnight_to_midnight()
    {
        var plan = new PlanSource { CapPerDay = 20, Windows = [Always(Step(0, Hour, 5))] };
        var rolling = TariffBuilder.Build(Source(plan));
        var calendar = TariffBuilder.Build(Source(plan with { Day = TariffDay.Calendar }));
        Assert.Equal(2000, rolling.Price(At("20:00"), At("1 10:00"), "", Clock));
        Assert.Equal(4000, calendar.Price(At("20:00"), At("1 10:00"), "", Clock));
    }

    [Fact]
    public void Steps_may_begin_anew_with_each_day()
    {
        var plan = new PlanSource { Windows = [Always(Step(0, Hour, 10), Step(Hour, Hour, 2))] };
        var anew = TariffBuilder.Build(Source(plan with { StepsBeginAnew = true }));
        var once = TariffBuilder.Build(Source(plan));
        Assert.Equal(1000 + (24 * 200), once.Price(0, 25 * Hour, "", Clock));
        Assert.Equal(1000 + (23 * 200) + 1000, anew.Price(0, 25 * Hour, "", Clock));
    }

    [Fact]
    public void A_cap_holds_for_each_night_and_a_cap_per_stay_for_all_of_them()
    {
        var windows = new[]
        {
            Window(new(WeekTime.EveryDay, 8 * Hour, 20 * Hour), Step(0, 0, 0)),
            Window(new(WeekTime.EveryDay, 20 * Hour, 8 * Hour), Step(0, Hour, 3)) with { Cap = 8 },
        };
        Assert.Equal(1600, TariffBuilder.Build(Source(new PlanSource { Windows = windows })).Price(At("21:00"), At("2 21:00") - 3600, "", Clock));
        Assert.Equal(1000, TariffBuilder.Build(Source(new PlanSource { CapPerStay = 10, Windows = windows })).Price(At("21:00"), At("5 21:00"), "", Clock));
    }

    [Fact]
    public void An_entry_fee_is_paid_once_by_who_stays_longer_than_the_free_minutes()
    {
        var tariff = TariffBuilder.Build(Source(new PlanSource { EntryFee = 2, FreeTime = 600, Windows = [Always(Step(0, Hour, 1))] }));
        Assert.Equal(0, tariff.Price(0, 600, "", Clock));
        Assert.Equal(300, tariff.Price(0, 601, "", Clock));
        Assert.Equal(400, tariff.Price(0, 600 + 3601, "", Clock));
    }

    [Fact]
    public void Charging_costs_by_the_kilowatt_hour_and_standing_full_by_the_minute_begun()
    {
        var tariff = TariffBuilder.Build(Source(new PlanSource { Charging = new ChargingSource(default, 1.2m, 0.5m, 600), Windows = [Always(Step(0, 0, 0))] }));
        Assert.Equal(1200, tariff.Plans[0].PriceOfCharging(10 * 3.6e6, 600));
        Assert.Equal(1200 + 100, tariff.Plans[0].PriceOfCharging(10 * 3.6e6, 661));
    }

    [Fact]
    public void A_stay_of_exactly_so_many_increments_costs_so_many_whatever_the_rounding_of_seconds()
    {
        var tariff = TariffBuilder.Build(Source(new PlanSource { Windows = [Always(Step(0, 30 * Minute, 1))] }));
        for (var i = 0; i < 1000; i++) Assert.Equal(200, tariff.Price(i * 0.1, (i * 0.1) + 3600, "", Clock));
    }

    [Fact]
    public void The_price_so_far_is_that_of_a_stay_that_ends_now()
    {
        Assert.Equal(550, Garage.PriceSoFar(At("10:00"), At("11:10"), "anybody", Clock));
        Assert.Equal(0, Garage.PriceSoFar(At("10:00"), At("09:00"), "anybody", Clock));
    }

    [Fact]
    public void A_tariff_is_like_another_but_for_what_it_says()
    {
        var sources = new[]
        {
            new TariffSource { Id = "cheap", Like = "base", Plan = new PlanSource { CapPerDay = 12 } },
            new TariffSource { Id = "base", Currency = "EUR", Plan = new PlanSource { FreeTime = 600, CapPerDay = 20, Windows = [Always(Step(0, Hour, 5))] } },
        };
        var tariffs = TariffBuilder.Build(sources, [], []);
        Assert.Equal(["cheap", "base"], tariffs.Select(t => t.Id));
        Assert.Equal("EUR", tariffs[0].Currency);
        Assert.Equal(1200, tariffs[0].Price(0, 10 * Hour, "", Clock));
        Assert.Equal(0, tariffs[0].Price(0, 600, "", Clock));
    }
}
