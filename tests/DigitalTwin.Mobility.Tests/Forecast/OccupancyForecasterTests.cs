using DigitalTwin.Mobility.Forecast;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Forecast;

public class OccupancyForecasterTests
{
    private static readonly DateTimeOffset Monday = new(2025, 6, 2, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15), Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_lot_that_is_the_same_every_week_is_forecast_exactly()
    {
        var forecaster = Learned(8, Usual);
        var now = Monday.AddDays(56).AddHours(9);
        for (var at = Monday.AddDays(56); at <= now; at += Quarter) forecaster.Observe(at, Usual(at));
        var forecast = forecaster.Forecast(now, Hour)!.Value;
        Assert.Equal(Usual(now + Hour), forecast.Expected, 0.5);
        Assert.True(forecast.Upper - forecast.Lower < 2);
        Assert.Equal(now, forecast.From);
    }

    [Fact]
    public void More_cars_than_usual_now_are_more_than_usual_in_an_hour()
    {
        // The crowd of each day is its own, and stays all day.
        double Crowded(DateTimeOffset at) => Usual(at) + 30 * new KeyedRandom(7).Normal(1, (ulong)(at - Monday).Days);
        var forecaster = Learned(12, Crowded);
        var today = Monday.AddDays(84);
        for (var at = today; at <= today.AddHours(10); at += Quarter) forecaster.Observe(at, Usual(at) + 40);
        Assert.Equal(Usual(today.AddHours(11)) + 40, forecaster.Forecast(today.AddHours(10), Hour)!.Value.Expected, 6.0);
    }

    [Fact]
    public void A_forecast_may_exceed_the_capacity_and_never_falls_below_zero()
    {
        var forecaster = new OccupancyForecaster(TimeSpan.FromHours(8), 100);
        for (var at = Monday; at < Monday.AddDays(21); at += Quarter) forecaster.Observe(at, at.Hour is >= 8 and < 18 ? 140 : 0);
        Assert.True(forecaster.Forecast(Monday.AddDays(20).AddHours(23.75), TimeSpan.FromHours(2))!.Value.Lower >= 0);
        for (var at = Monday.AddDays(21); at <= Monday.AddDays(21).AddHours(10); at += Quarter) forecaster.Observe(at, at.Hour >= 8 ? 140 : 0);
        Assert.Equal(140, forecaster.Forecast(Monday.AddDays(21).AddHours(10), Hour)!.Value.Expected, 3.0);
    }

    [Fact]
    public void Nothing_is_forecast_from_nothing_or_from_what_is_too_old()
    {
        var forecaster = new OccupancyForecaster(TimeSpan.Zero, 100);
        Assert.Null(forecaster.Forecast(Monday, Hour));
        forecaster.Observe(Monday, 10);
        Assert.Null(forecaster.Forecast(Monday, Hour));
        var learned = Learned(4, Usual);
        var last = Monday.AddDays(28) - Quarter;
        Assert.NotNull(learned.Forecast(last, Hour));
        Assert.NotNull(learned.Forecast(last.AddHours(1), 2 * Hour));
        Assert.Null(learned.Forecast(last.AddHours(3), Hour));
    }

    [Fact]
    public void Between_two_slots_the_forecast_lies_between_theirs()
    {
        var learned = Learned(4, Usual);
        var now = Monday.AddDays(28) - Quarter;
        var (first, second) = (learned.Forecast(now, 2 * Quarter)!.Value, learned.Forecast(now, 3 * Quarter)!.Value);
        Assert.Equal((first.Expected + second.Expected) / 2, learned.Forecast(now, 2.5 * Quarter)!.Value.Expected, 1e-9);
        var soon = learned.Forecast(now, Quarter / 2)!.Value;
        Assert.True(soon.Upper - soon.Lower < learned.Forecast(now, Quarter)!.Value.Upper - learned.Forecast(now, Quarter)!.Value.Lower + 1e-9);
    }

    [Fact]
    public void A_reading_that_is_late_or_no_number_is_not_used()
    {
        var forecaster = new OccupancyForecaster(TimeSpan.Zero, 100);
        Assert.True(forecaster.Observe(Monday.AddHours(1), 10));
        Assert.False(forecaster.Observe(Monday, 12));
        Assert.False(forecaster.Observe(Monday.AddHours(2), -1));
        Assert.False(forecaster.Observe(Monday.AddHours(2), double.NaN));
    }

    [Fact]
    public void A_gap_of_months_is_survived()
    {
        var forecaster = Learned(4, Usual);
        for (var at = Monday.AddDays(200); at < Monday.AddDays(201); at += Quarter) forecaster.Observe(at, Usual(at));
        Assert.Equal(Usual(Monday.AddDays(201)), forecaster.Forecast(Monday.AddDays(201) - Quarter, Quarter)!.Value.Expected, 3.0);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void An_interval_holds_the_share_of_outcomes_that_it_says(double coverage)
    {
        var random = new KeyedRandom(11);
        double Noisy(DateTimeOffset at) => 100 + Usual(at) + 8 * random.Normal(2, (ulong)((at - Monday) / Quarter));
        var forecaster = Learned(6, Noisy);
        var (held, count) = (0, 0);
        for (var at = Monday.AddDays(42); at < Monday.AddDays(70); at += Quarter)
        {
            if (forecaster.Forecast(at - Quarter, Quarter, coverage) is { } forecast)
            {
                count++;
                if (forecast.Lower <= Noisy(at) && Noisy(at) <= forecast.Upper) held++;
            }
            forecaster.Observe(at, Noisy(at));
        }
        Assert.Equal(28 * 96, count);
        Assert.Equal(coverage, (double)held / count, 0.02);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void After_less_than_a_day_nothing_is_forecast(double hours)
    {
        var forecaster = Fed(hours);
        Assert.Null(forecaster.Forecast(Monday.AddHours(hours), Hour));
    }

    [Theory]
    [InlineData(1.2)]
    [InlineData(2.3)]
    [InlineData(5.3)]
    [InlineData(8.2)]
    public void Until_three_days_of_a_kind_have_judged_it_the_interval_holds_whatever_the_lot_can(double days)
    {
        // 5.3 days end on the first Saturday, 8.2 in the second Monday's night.
        var forecast = Fed(24 * days).Forecast(Monday.AddDays(days), 2 * Hour, 0.9)!.Value;
        if (days > 6) Assert.False(forecast.IsGuess);
        else Assert.Equal((true, 0.0, 400.0), (forecast.IsGuess, forecast.Lower, forecast.Upper));
    }

    [Fact]
    public void The_first_Monday_after_a_weekend_is_no_false_promise()
    {
        // Saturday and Sunday are known, and few came; the working day that follows brings three times as many.
        var forecaster = new OccupancyForecaster(TimeSpan.FromHours(8), 400);
        var monday = Monday.AddDays(7);
        var (held, count) = (0, 0);
        for (var at = monday.AddDays(-2); at < monday.AddDays(1); at += Quarter)
        {
            if (at >= monday && forecaster.Forecast(at - Quarter, Hour, 0.9) is { } forecast)
            {
                count++;
                if (forecast.Lower <= Usual(at - Quarter + Hour) && Usual(at - Quarter + Hour) <= forecast.Upper) held++;
            }
            forecaster.Observe(at, Usual(at));
        }
        Assert.Equal((96, 96), (count, held));
    }

    [Fact]
    public void A_week_of_one_weekday_says_nothing_certain_of_the_weekend()
    {
        var forecaster = new OccupancyForecaster(TimeSpan.FromHours(8), 400);
        for (var week = 0; week < 7; week++)
            for (var at = Monday.AddDays(7 * week); at < Monday.AddDays(7 * week + 1); at += Quarter) forecaster.Observe(at, Usual(at));
        var saturday = Monday.AddDays(47);
        for (var at = saturday; at <= saturday.AddHours(9); at += Quarter) forecaster.Observe(at, Usual(at));
        Assert.True(forecaster.Forecast(saturday.AddHours(9), Hour)!.Value.IsGuess);
    }

    [Fact]
    public void A_sensor_that_stood_still_for_a_month_does_not_make_intervals_vanish()
    {
        var random = new KeyedRandom(5);
        double Noisy(DateTimeOffset at) => 100 + Usual(at) + 8 * random.Normal(2, (ulong)((at - Monday) / Quarter));
        var forecaster = Learned(6, at => at < Monday.AddDays(14) ? Noisy(at) : 57);
        var (held, count) = (0, 0);
        for (var at = Monday.AddDays(42); at < Monday.AddDays(70); at += Quarter)
        {
            if (at >= Monday.AddDays(56) && forecaster.Forecast(at - Quarter, Quarter, 0.8) is { } forecast)
            {
                count++;
                if (forecast.Lower <= Noisy(at) && Noisy(at) <= forecast.Upper) held++;
            }
            forecaster.Observe(at, Noisy(at));
        }
        Assert.InRange((double)held / count, 0.75, 0.85);
    }

    [Fact]
    public void A_lot_that_closes_at_night_and_on_a_holiday_is_forecast_as_well_the_day_after()
    {
        var forecaster = new OccupancyForecaster(TimeSpan.FromHours(8), 400);
        double Open(DateTimeOffset at) => at.Hour is < 7 or >= 20 || (at - Monday).Days == 58 ? 0 : Usual(at);
        for (var at = Monday; at <= Monday.AddDays(59).AddHours(9); at += Quarter) forecaster.Observe(at, Open(at));
        var now = Monday.AddDays(59).AddHours(9);
        Assert.Equal(Open(now + Hour), forecaster.Forecast(now, Hour)!.Value.Expected, 20.0);
    }

    private static OccupancyForecaster Fed(double hours)
    {
        var forecaster = new OccupancyForecaster(TimeSpan.FromHours(8), 400);
        for (var at = Monday; at <= Monday.AddHours(hours); at += Quarter) forecaster.Observe(at, Usual(at));
        return forecaster;
    }

    private static OccupancyForecaster Learned(int weeks, Func<DateTimeOffset, double> cars)
    {
        var forecaster = new OccupancyForecaster(TimeSpan.FromHours(8), 400);
        for (var at = Monday; at < Monday.AddDays(7 * weeks); at += Quarter) forecaster.Observe(at, cars(at));
        return forecaster;
    }

    /// <summary>A working day that fills until noon, a weekend with few.</summary>
    private static double Usual(DateTimeOffset at)
    {
        var most = at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 80 : 250;
        return 20 + most * Math.Exp(-Math.Pow((at.TimeOfDay.TotalHours - 12) / 3, 2));
    }
}
