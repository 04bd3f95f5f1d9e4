using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using static DigitalTwin.Mobility.Tests.Parking.Boards;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

/// <summary>Boards that were published, with the bills that were published with them; a bill marked as derived was worked out by hand from the board.</summary>
public class PublishedTariffTests
{
    private static readonly WeekTime Day = Daily("07:00", "22:30"), Night = Daily("22:30", "07:00");

    /// <summary>
    /// Singapore's public car parks. 2007: half an hour 0.50, from 22:30 to 07:00 at most 2.00 ("more than two hours: pay 2", a blog that quotes the Housing and Development Board, March 2007). 2022: by coupon 0.60 for half an
    /// hour, 12 for the day from 07:00 to 22:30 outside the restricted zone, 5 for the night (Urban Redevelopment Authority, Parking coupons).
    /// </summary>
    private static readonly Tariff Singapore2007 = Singapore(0.5m, null, 2), Singapore2022 = Singapore(0.6m, 12, 5);

    [Theory]
    [InlineData("23:00", "1 00:30", 150)]
    [InlineData("23:00", "1 01:00", 200)] // published: two hours are the most
    [InlineData("22:30", "1 07:00", 200)] // published: the night
    [InlineData("21:30", "1 07:30", 350)] // derived: two half hours, the night, one half hour
    [InlineData("22:15", "1 00:00", 200)] // derived: the half hour that began by day lasts until 22:45, then three begin by night
    public void Singapore_charged_half_hours_and_two_dollars_a_night_at_most(string arrival, string departure, long cents) => Assert.Equal(cents, Singapore2007.Price(At(arrival), At(departure), "", Clock));

    [Theory]
    [InlineData("07:00", "22:30", 1200)] // published: the day
    [InlineData("22:30", "1 07:00", 500)] // published: the night
    [InlineData("10:00", "13:20", 420)] // derived: seven half hours begun
    [InlineData("07:00", "2 07:00", 3400)] // derived: two days and two nights
    [InlineData("12:00", "1 12:00", 1200 + 500 + 600)] // derived: 21 half hours are 12.60, cut to 12; a night; ten half hours
    public void Singapore_charges_a_day_and_a_night_at_most(string arrival, string departure, long cents) => Assert.Equal(cents, Singapore2022.Price(At(arrival), At(departure), "", Clock));

    [Fact]
    public void Singapore_forgives_a_quarter_of_an_hour_and_charges_the_sixteenth_minute_with_the_fifteen_before()
    {
        // Published in August 2022: who leaves after the grace pays for the whole time, the first 15 minutes included; by the minute (Straits Times, 15 September 2018). The sum is derived: 0.60 for 30 minutes.
        var byMinute = TariffBuilder.Build(Source(new PlanSource { FreeTime = 15 * Minute, FreeRule = FreeTimeRule.LostWhenExceeded, Windows = [Always(Step(0, Minute, 0.02m))] }));
        Assert.Equal(0, byMinute.Price(0, 15 * Minute, "", Clock));
        Assert.Equal(32, byMinute.Price(0, 16 * Minute, "", Clock));
        Assert.Equal(32, byMinute.Price(0, 15 * Minute + 0.001, "", Clock));
    }

    /// <summary>
    /// A garage of San Francisco with 2.50 an hour until 09:00, 3.00 after, 27 a day at most, and the questions of a reader that Parking Today printed with it ("Rates for San Francisco: can you compute?"): what is due for
    /// 08:30 to 09:29, and for 13:00 to 11:00 the next day? That 3.00 holds until midnight is ours.
    /// </summary>
    [Theory]
    [InlineData(WindowCrossing.RunsOn, TariffDay.TwentyFourHours, "08:30", "09:29", 250)] // published: the rate at the entrance
    [InlineData(WindowCrossing.EachWindowAlone, TariffDay.TwentyFourHours, "08:30", "09:29", 550)] // derived: an hour of each
    [InlineData(WindowCrossing.RunsOn, TariffDay.TwentyFourHours, "13:00", "1 11:00", 2700)] // published: a day is 24 hours from entry
    [InlineData(WindowCrossing.RunsOn, TariffDay.Calendar, "13:00", "1 11:00", 5400)] // published: a day is from midnight to midnight
    public void San_Franciscos_garage_has_one_answer_for_each_reading_of_its_board(WindowCrossing crossing, TariffDay day, string arrival, string departure, long cents)
    {
        var board = TariffBuilder.Build(Source(new PlanSource
        {
            Crossing = crossing, Day = day, CapPerDay = 27,
            Windows = [Window(Daily("00:00", "09:00"), Step(0, Hour, 2.5m)), Window(Daily("09:00", "24:00"), Step(0, Hour, 3))],
        }));
        Assert.Equal(cents, board.Price(At(arrival), At(departure), "", Clock));
    }

    /// <summary>Two rules that a maker of Chinese barriers publishes (ajiexun.com): half an hour free, 5 for the first hour with that half hour in it, 1 for each hour more, 10 at most.</summary>
    [Theory]
    [InlineData(30, 0)] // published
    [InlineData(31, 500)] // published
    [InlineData(60, 500)] // published
    [InlineData(61, 600)] // derived
    [InlineData(6 * 60, 1000)] // derived: 5 and five hours
    [InlineData(23 * 60, 1000)] // published
    public void A_barrier_in_China_charges_the_free_half_hour_with_the_first_hour(int minutes, long fen)
    {
        var board = TariffBuilder.Build(Source(new PlanSource { FreeTime = 30 * Minute, FreeRule = FreeTimeRule.LostWhenExceeded, CapPerDay = 10, Windows = [Always(Step(0, Hour, 5), Step(Hour, Hour, 1))] }));
        Assert.Equal(fen, board.Price(At("09:10"), At("09:10") + (minutes * Minute), "", Clock));
    }

    /// <summary>The second: 08:00 to 20:00 10 an hour and 40 at most, then 1 an hour without a limit; half an hour free. All bills are derived.</summary>
    [Theory]
    [InlineData("10:00", "10:30", 0)]
    [InlineData("10:00", "10:31", 1000)]
    [InlineData("08:00", "20:00", 4000)]
    [InlineData("20:00", "1 08:00", 1200)]
    [InlineData("08:00", "1 08:00", 5200)]
    [InlineData("19:30", "22:00", 1000 + 200)] // the hour that began by day lasts until 20:30, two begin after it
    [InlineData("07:30", "14:30", 100 + 4000)] // one by night, then 60 by day cut to 40
    [InlineData("12:00", "2 12:00", (4000 + 1200) * 2 + 4000)] // 80 by day are cut each day, also in the morning of the last
    public void A_barrier_in_China_charges_days_with_a_limit_and_nights_without(string arrival, string departure, long fen)
    {
        var board = TariffBuilder.Build(Source(new PlanSource
        {
            FreeTime = 30 * Minute, FreeRule = FreeTimeRule.LostWhenExceeded,
            Windows = [Window(Daily("08:00", "20:00"), Step(0, Hour, 10)) with { Cap = 40 }, Window(Daily("20:00", "08:00"), Step(0, Hour, 1))],
        }));
        Assert.Equal(fen, board.Price(At(arrival), At(departure), "", Clock));
    }

    [Fact]
    public void A_bill_over_the_end_of_the_week_and_of_the_year_is_the_sum_of_its_days()
    {
        // Nothing changes at Sunday's midnight where the week is counted from, nor far from second 0 or before it.
        foreach (var week in new[] { -60, -1, 0, 1, 53, 520 })
        {
            var saturday = (week * 7 + 5) * 86400.0;
            Assert.Equal(4 * 1200 + 4 * 500, Singapore2022.Price(saturday + At("07:00"), saturday + (4 * 86400) + At("07:00"), "", Clock));
        }
    }

    private static Tariff Singapore(decimal halfHour, decimal? day, decimal night) => TariffBuilder.Build(Source(new PlanSource
    {
        Windows = [Window(Day, Step(0, 30 * Minute, halfHour)) with { Cap = day }, Window(Night, Step(0, 30 * Minute, halfHour)) with { Cap = night }],
    }));
}
