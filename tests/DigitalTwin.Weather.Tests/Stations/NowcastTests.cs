using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;

namespace DigitalTwin.Weather.Tests.Stations;

public class NowcastTests
{
    private static readonly DateTimeOffset At = new(2025, 7, 8, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly WeatherSeries Series = WeatherModelTests.Wavy.Value;

    [Theory]
    [InlineData(WeatherElement.AirTemperature, 35.5)]
    [InlineData(WeatherElement.RelativeHumidity, 91)]
    [InlineData(WeatherElement.Pressure, 99_123)]
    [InlineData(WeatherElement.WindSpeed, 7.25)]
    public void At_its_instant_the_weather_is_what_was_measured(WeatherElement element, double observed)
    {
        var state = State(At, TimeSpan.FromMinutes(5), (element, observed));
        Assert.Equal(observed, Value(state, element), 1e-9 * observed);
    }

    [Fact]
    public void A_deviation_falls_to_1_over_e_in_the_memory_and_is_gone_after_a_day()
    {
        var observed = Series.At(WeatherElement.AirTemperature, At) + 6;
        foreach (var (hours, left) in ((double, double)[])[(0, 6), (3, 6 / Math.E), (-3, 6 / Math.E), (24, 6 * Math.Exp(-8))])
        {
            var at = At.AddHours(hours);
            var deviation = State(at, TimeSpan.FromMinutes(5), (WeatherElement.AirTemperature, observed)).AirTemperature[0] - Series.At(WeatherElement.AirTemperature, at);
            Assert.Equal(left, deviation, 1e-9);
        }
    }

    [Fact]
    public void Rain_that_was_measured_goes_on_and_its_sum_does_not_depend_on_the_step()
    {
        // 12 mm/h where the series is dry: ∫ 12 e^(-t) over three hours.
        var expected = 12 * (1 - Math.Exp(-3));
        foreach (var minutes in (int[])[1, 5, 60, 180])
        {
            var sum = 0.0;
            for (var t = 0; t < 180; t += minutes)
                sum += State(At.AddMinutes(t + minutes), TimeSpan.FromMinutes(minutes), (WeatherElement.Precipitation, 12)).Precipitation[0] * minutes / 60;
            Assert.Equal(expected, sum, 1e-9);
        }
    }

    [Fact]
    public void Nothing_leaves_its_bounds()
    {
        for (var minutes = -600; minutes <= 1440; minutes += 7)
        {
            var state = State(
                At.AddMinutes(minutes), TimeSpan.FromMinutes(7), (WeatherElement.RelativeHumidity, 100), (WeatherElement.WindSpeed, 0), (WeatherElement.WindDirection, 359), (WeatherElement.Precipitation, 0));
            Assert.InRange(state.RelativeHumidity[0], 0, 100);
            Assert.InRange(state.WindDirection[0], 0, 360);
            Assert.True(state.WindSpeed[0] >= 0 && state.Gust[0] >= state.WindSpeed[0] && state.Precipitation[0] >= 0);
        }
    }

    [Fact]
    public void A_warmer_morning_has_no_more_water_in_its_air()
    {
        var warm = State(At, TimeSpan.FromMinutes(5), (WeatherElement.AirTemperature, Series.At(WeatherElement.AirTemperature, At) + 5));
        var plain = State(At, TimeSpan.FromMinutes(5));
        Assert.Equal(plain.DewPoint[0], warm.DewPoint[0], 1e-9);
        Assert.True(warm.RelativeHumidity[0] < plain.RelativeHumidity[0]);
    }

    [Fact]
    public void Radiation_by_night_says_nothing_and_by_day_its_ratio_to_the_series_lasts()
    {
        var night = At.AddHours(-8);
        Assert.False(Nowcast.CanApproach(Series, WeatherElement.GlobalRadiation, night));
        Assert.True(Nowcast.CanApproach(Series, WeatherElement.GlobalRadiation, At));
        var half = Series.At(WeatherElement.GlobalRadiation, At) / 2;
        var state = State(At.AddSeconds(1), TimeSpan.FromSeconds(1), (WeatherElement.GlobalRadiation, half));
        Assert.Equal(0.5, state.GlobalRadiation[0] / Series.At(WeatherElement.GlobalRadiation, At.AddSeconds(1)), 1e-3);
    }

    [Fact]
    public void A_station_that_measured_what_its_series_says_changes_nothing()
    {
        var same = State(At.AddHours(1), TimeSpan.FromMinutes(5), (WeatherElement.AirTemperature, Series.At(WeatherElement.AirTemperature, At)));
        Assert.Equal(State(At.AddHours(1), TimeSpan.FromMinutes(5)).AirTemperature[0], same.AirTemperature[0]);
    }

    private static WeatherState State(DateTimeOffset end, TimeSpan step, params (WeatherElement Element, double Value)[] observed)
    {
        var station = new WeatherStation("a", "A", 114.40, 30.50, 20, Series)
        {
            Nowcast = observed.Length == 0 ? null : new Nowcast(observed.ToDictionary(o => o.Element, o => new Measured(At, o.Value))),
        };
        var model = new WeatherModel(new WeatherInputs { Stations = [station] }, [new WeatherPlace("a", new("A", "A"), 114.40, 30.50, 20)]);
        var state = model.InitialState();
        model.Advance(state, end - step, step);
        return state;
    }

    private static double Value(WeatherState state, WeatherElement element) => element switch
    {
        WeatherElement.AirTemperature => state.AirTemperature[0],
        WeatherElement.RelativeHumidity => state.RelativeHumidity[0],
        WeatherElement.Pressure => state.Pressure[0],
        _ => state.WindSpeed[0],
    };
}
