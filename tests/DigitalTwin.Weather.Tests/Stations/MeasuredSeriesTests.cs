using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;

namespace DigitalTwin.Weather.Tests.Stations;

public class MeasuredSeriesTests
{
    private static readonly DateTimeOffset Noon = new(2025, 7, 8, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Values_that_come_one_by_one_make_the_series_that_a_file_makes()
    {
        var series = MeasuredSeries.Of("S", [new("air_temperature", Noon.AddHours(1), 32), new("air_temperature", Noon, 30), new("air_temperature", Noon, 99), new("air_temperature", Noon.AddHours(2), 999)]);
        Assert.Equal(31, series.At(WeatherElement.AirTemperature, Noon.AddMinutes(30)), 9);
        Assert.Equal(double.NaN, series.At(WeatherElement.AirTemperature, Noon.AddMinutes(90)));
    }

    [Fact]
    public void An_amount_of_rain_falls_in_the_time_since_the_record_before()
    {
        var series = MeasuredSeries.Of("S", [new("precipitation", Noon, 0, true), new("precipitation", Noon.AddMinutes(10), 5, true)]);
        Assert.Equal(30, series.Mean(WeatherElement.Precipitation, Noon, Noon.AddMinutes(10)), 9);
    }

    [Fact]
    public void An_unknown_variable_is_refused_with_those_that_are_known() =>
        Assert.Contains("air_temperature", Assert.Throws<ArgumentException>(() => MeasuredSeries.Of("S", [new("air-temperature", Noon, 1)])).Message, StringComparison.Ordinal);
}
