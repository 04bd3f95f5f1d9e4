using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Tests.Series;

public class SeriesTests
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private static WeatherSeries Of(Func<EpwField, DateTime, double?> value, int year = 2023, string leap = "No") =>
        EpwSeries.From(new MadeEpw { Value = value, Year = year, Leap = leap }.Read());

    private static double Hours(DateTime t) => (t - new DateTime(t.Year, 1, 1)).TotalHours;

    [Fact]
    public void The_hour_s_value_is_that_of_its_end_in_the_file_s_own_time()
    {
        var series = Of((f, t) => f == EpwField.DryBulb ? t.Hour : null);
        Assert.Equal(14, series.At(WeatherElement.AirTemperature, new DateTimeOffset(2031, 5, 6, 14, 0, 0, Beijing)));
        Assert.Equal(14, series.At(WeatherElement.AirTemperature, new DateTimeOffset(2031, 5, 6, 6, 0, 0, TimeSpan.Zero)));
        Assert.Equal(14.25, series.At(WeatherElement.AirTemperature, new DateTimeOffset(2031, 5, 6, 14, 15, 0, Beijing)), 12);
    }

    [Fact]
    public void Radiation_of_an_hour_is_the_mean_of_the_hour_before()
    {
        var series = Of((f, t) => f == EpwField.GlobalHorizontal ? t.Hour * 10 : null);
        Assert.Equal(140, series.At(WeatherElement.GlobalRadiation, new DateTimeOffset(2025, 5, 6, 13, 30, 0, Beijing)));
        Assert.Equal(145, series.Mean(WeatherElement.GlobalRadiation, new DateTimeOffset(2025, 5, 6, 13, 30, 0, Beijing), new DateTimeOffset(2025, 5, 6, 14, 30, 0, Beijing)), 12);
    }

    [Fact]
    public void Quarter_hourly_amounts_become_rates()
    {
        var file = new MadeEpw
        {
            PerHour = 4, Periods = "1,4,Days,Sunday,7/1,7/3", First = (7, 1), Last = (7, 3),
            Value = (f, t) => f is EpwField.GlobalHorizontal ? 100 : f is EpwField.LiquidPrecipitation ? t.Minute == 15 ? 2 : 0 : null,
        }.Read();
        var series = EpwSeries.From(file);
        var at = new DateTimeOffset(2025, 7, 2, 10, 0, 0, Beijing);
        Assert.Equal(400, series.At(WeatherElement.GlobalRadiation, at));
        Assert.Equal(8, series.Mean(WeatherElement.Precipitation, at, at.AddMinutes(15)));
        Assert.Equal(2, series.Mean(WeatherElement.Precipitation, at, at.AddHours(1)), 12);
    }

    [Fact]
    public void The_year_is_a_ring()
    {
        var series = Of((f, t) => f == EpwField.DryBulb ? Hours(t) is 0 ? 8 : Hours(t) is 1 ? 10 : 20 : null);
        Assert.Equal(8, series.At(WeatherElement.AirTemperature, new DateTimeOffset(2025, 1, 1, 0, 0, 0, Beijing)));
        Assert.Equal(9, series.At(WeatherElement.AirTemperature, new DateTimeOffset(2025, 1, 1, 0, 30, 0, Beijing)), 12);
        Assert.Equal(14, series.At(WeatherElement.AirTemperature, new DateTimeOffset(2024, 12, 31, 23, 30, 0, Beijing)), 12);
    }

    [Fact]
    public void A_leap_day_that_the_year_lacks_repeats_the_28th_without_a_step()
    {
        var series = Of((f, t) => f == EpwField.DryBulb ? Hours(t) / 1000 : null);
        double At(int day, int hour, int minute = 0) =>
            series.At(WeatherElement.AirTemperature, new DateTimeOffset(2024, 2, day, hour, minute, 0, Beijing));
        Assert.Equal(At(28, 12), At(29, 12));
        Assert.Equal(series.At(WeatherElement.AirTemperature, new DateTimeOffset(2024, 3, 1, 12, 0, 0, Beijing)), At(28, 12) + 0.024, 9);
        for (var m = 0; m < 2880; m += 5) Assert.True(Math.Abs(At(28 + (m / 1440), m / 60 % 24, m % 60) - series.At(WeatherElement.AirTemperature, new DateTimeOffset(2024, 2, 28, 0, 5, 0, Beijing).AddMinutes(m))) < 0.003);
    }

    [Fact]
    public void A_leap_day_that_the_year_has_is_passed_over_in_a_common_year()
    {
        var series = Of((f, t) => f == EpwField.DryBulb ? t is { Month: 2, Day: 29 } ? -50 : 20 : null, 2024, "Yes");
        Assert.Equal(-50, series.At(WeatherElement.AirTemperature, new DateTimeOffset(2028, 2, 29, 12, 0, 0, Beijing)));
        Assert.Equal(20, series.At(WeatherElement.AirTemperature, new DateTimeOffset(2025, 3, 1, 1, 30, 0, Beijing)));
    }

    [Fact]
    public void Wind_turns_the_shorter_way()
    {
        var series = Of((f, t) => f == EpwField.WindDirection ? t.Hour % 2 == 0 ? 350 : 30 : null);
        Assert.Equal(10, series.At(WeatherElement.WindDirection, new DateTimeOffset(2025, 5, 6, 12, 30, 0, Beijing)), 9);
        Assert.Equal(0, series.At(WeatherElement.WindDirection, new DateTimeOffset(2025, 5, 6, 12, 15, 0, Beijing)), 9);
    }

    [Fact]
    public void A_part_of_a_year_covers_itself_and_nothing_else()
    {
        var series = EpwSeries.From(new MadeEpw { Periods = "1,1,Days,Sunday,7/1,7/3", First = (7, 1), Last = (7, 3) }.Read());
        Assert.True(series.Covers(new DateTimeOffset(2025, 7, 1, 0, 0, 0, Beijing), new DateTimeOffset(2025, 7, 4, 0, 0, 0, Beijing)));
        Assert.False(series.Covers(new DateTimeOffset(2025, 7, 1, 0, 0, 0, Beijing), new DateTimeOffset(2025, 7, 4, 0, 0, 1, Beijing)));
        Assert.True(double.IsNaN(series.At(WeatherElement.AirTemperature, new DateTimeOffset(2025, 7, 9, 0, 0, 0, Beijing))));
        var inputs = new WeatherInputs { Stations = [new("s", "s", 114, 30, 20, series)] };
        Assert.Contains(inputs.Mistakes(new DateTimeOffset(2025, 7, 3, 0, 0, 0, Beijing), new DateTimeOffset(2025, 7, 5, 0, 0, 0, Beijing)), m => m.IsError && m.Sentence.Contains("has no records for all of", StringComparison.Ordinal));
    }

    [Fact]
    public void Short_gaps_are_bridged_and_long_ones_borrowed_from_the_nearest_day()
    {
        var series = Of((f, t) => f != EpwField.DryBulb ? null : t is { Month: 5, Day: 6, Hour: >= 3 and <= 5 } or { Month: 8, Day: >= 10 and <= 12 } ? 99.9 : t.Hour);
        Assert.Equal(4, series.At(WeatherElement.AirTemperature, new DateTimeOffset(2025, 5, 6, 4, 0, 0, Beijing)), 9);
        Assert.Equal(15, series.At(WeatherElement.AirTemperature, new DateTimeOffset(2025, 8, 11, 15, 0, 0, Beijing)), 9);
        Assert.Equal(2, series.Notes.Count(n => n.En.StartsWith("AirTemperature", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0, 611.2)]
    [InlineData(20, 2339)]
    [InlineData(-10, 286.5)]
    [InlineData(40, 7384)]
    public void Saturation_pressure_is_that_of_the_tables(double temperature, double pascal)
    {
        Assert.Equal(1, Humidity.SaturationPressure(temperature) / pascal, 0.003);
        Assert.Equal(temperature, Humidity.DewPoint(Humidity.SaturationPressure(temperature)), 9);
    }

    [Fact]
    public void The_sky_of_the_data_dictionary_s_example_shines_with_340_watts() =>
        Assert.Equal(340.6, SkyRadiation.Infrared(20, 10, 0), 1.0);
}
