using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Weather.Tests.Stations;

public class ObservationTests
{
    private const string Good = """
        # two stations, one evening
        time,station,variable,value,unit
        2025-07-08T17:00+08:00,S-1,air_temperature,30,degC
        2025-07-08T10:00Z,S-1,air_temperature,301.15,K
        2025-07-08T17:10+08:00,S-1,precipitation,2,mm
        2025-07-08T17:20+08:00,S-1,precipitation,3,mm
        2025-07-08T17:30+08:00,S-1,precipitation,,mm
        2025-07-08T17:00+08:00,S-2,wind_speed,36,km/h
        2025-07-08T17:00+08:00,S-2,wind_direction,350,deg
        2025-07-08T19:00+08:00,S-2,wind_speed,0,km/h
        2025-07-08T19:00+08:00,S-2,wind_direction,10,deg
        """;

    private static readonly DateTimeOffset Five = new(2025, 7, 8, 17, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Values_at_an_instant_are_interpolated_and_units_converted()
    {
        var stations = Read(Good);
        Assert.Equal(29, stations["S-1"].At(WeatherElement.AirTemperature, Five.AddMinutes(30)), 9);
        Assert.Equal(5, stations["S-2"].At(WeatherElement.WindSpeed, Five.AddHours(1)), 9);
        Assert.Equal(0, stations["S-2"].At(WeatherElement.WindDirection, Five.AddHours(1)), 9);
        Assert.True(double.IsNaN(stations["S-2"].At(WeatherElement.AirTemperature, Five)));
        Assert.True(double.IsNaN(stations["S-1"].At(WeatherElement.AirTemperature, Five.AddHours(2))));
    }

    [Fact]
    public void Amounts_are_conserved()
    {
        var rain = Read(Good)["S-1"];
        Assert.Equal(5, rain.Mean(WeatherElement.Precipitation, Five, Five.AddMinutes(20)) / 3, 9);
        Assert.Equal(18, rain.At(WeatherElement.Precipitation, Five.AddMinutes(15)), 9);
        Assert.True(double.IsNaN(rain.At(WeatherElement.Precipitation, Five.AddMinutes(25))));
    }

    [Fact]
    public void Units_may_stand_above_the_header_or_in_the_name()
    {
        var above = Read("# unit air_temperature: degC\ntime,station,variable,value\n2025-07-08T17:00Z,A,air_temperature,20\n2025-07-08T17:00Z,A,pressure [hPa],1013.25");
        var at = new DateTimeOffset(2025, 7, 8, 17, 0, 0, TimeSpan.Zero);
        Assert.Equal(20, above["A"].At(WeatherElement.AirTemperature, at));
        Assert.Equal(101325, above["A"].At(WeatherElement.Pressure, at), 6);
    }

    [Fact]
    public void A_dew_point_becomes_humidity()
    {
        var series = Read("time,station,variable,value,unit\n2025-07-08T17:00Z,A,air_temperature,20,degC\n2025-07-08T17:00Z,A,dew_point,20,degC")["A"];
        Assert.Equal(100, series.At(WeatherElement.RelativeHumidity, new DateTimeOffset(2025, 7, 8, 17, 0, 0, TimeSpan.Zero)), 9);
    }

    [Fact]
    public void Observations_lie_over_the_climate_where_they_exist()
    {
        var climate = EpwSeries.From(new MadeEpw().Read());
        var both = Read(Good)["S-1"].Over(climate);
        Assert.Equal(30, both.At(WeatherElement.AirTemperature, Five));
        Assert.Equal(20, both.At(WeatherElement.AirTemperature, Five.AddHours(5)));
        Assert.Equal(2, both.At(WeatherElement.WindSpeed, Five));
        Assert.True(both.Covers(Five.AddDays(-100), Five.AddDays(100)));
        var model = new WeatherModel(new WeatherInputs { Stations = [new WeatherStation("S-1", "S-1", 114, 30, 20, both)] }, [new WeatherPlace("p", new("", ""), 114, 30, 20)]);
        var state = model.InitialState();
        model.Advance(state, Five, TimeSpan.FromMinutes(10));
        Assert.Equal(12, state.Rain[0], 9);
        Assert.Equal(30 - (2 / 6.0), state.AirTemperature[0], 9);
    }

    [Theory]
    [InlineData("zeit,station,variable,value", 1, 1, "The header is 'zeit,station,variable,value'; 'time,station,variable,value,unit' is accepted, with or without the last column.")]
    [InlineData("time,station,variable,value,unit\n2025-07-08 17:00,A,pressure,1,Pa", 2, 1, "'2025-07-08 17:00' is not a time; 2025-07-08T17:00+08:00 or 2025-07-08T09:00Z is accepted.")]
    [InlineData("time,station,variable,value,unit\n2025-07-08T17:00Z,A,presure,1,Pa", 2, 21, "Did you mean 'pressure'?")]
    [InlineData("time,station,variable,value,unit\n2025-07-08T17:00Z,A,pressure,1013,mbar", 2, 35, "The unit of 'pressure' is 'mbar'; accepted are Pa, hPa, kPa.")]
    [InlineData("time,station,variable,value\n2025-07-08T17:00Z,A,pressure,1013", 2, 21, "The unit of 'pressure' is not said; accepted are Pa, hPa, kPa.")]
    [InlineData("time,station,variable,value,unit\n2025-07-08T17:00Z,A,pressure,high,Pa", 2, 30, "The value is 'high'; a number or a blank is accepted.")]
    [InlineData("time,station,variable,value,unit\n2025-07-08T17:00Z,A,pressure", 2, 1, "The row has 3 fields; the header has 5.")]
    [InlineData("time,station,variable,value,unit\n2025-07-08T17:00Z,,pressure,1,Pa", 2, 19, "The station is missing.")]
    [InlineData("time,station,variable,value,unit\n2025-07-08T17:00Z,A,pressure,101325,Pa\n2025-07-08T17:00Z,A,pressure,101325,Pa", 3, 1, "The station 'A' has another 'pressure' at 2025-07-08T17:00Z already.")]
    [InlineData("", 0, 0, "The file is empty; it begins with the header 'time,station,variable,value,unit'.")]
    public void A_mistake_gets_its_sentence(string text, int line, int column, string sentence)
    {
        var problems = new ProblemList();
        ObservationReader.Read(Encoding.UTF8.GetBytes(text), "obs.csv", problems);
        var problem = Assert.Single(problems);
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.EndsWith(sentence, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absurd_value_counts_as_missing()
    {
        var problems = new ProblemList();
        var series = ObservationReader.Read("time,station,variable,value,unit\n2025-07-08T17:00Z,A,air_temperature,300,degC"u8, "obs.csv", problems)["A"];
        Assert.Equal(Severity.Warning, Assert.Single(problems).Severity);
        Assert.True(double.IsNaN(series.At(WeatherElement.AirTemperature, new DateTimeOffset(2025, 7, 8, 17, 0, 0, TimeSpan.Zero))));
    }

    [Fact]
    public void Any_text_is_read_without_an_exception() => Prop.ForAll<string[]>(fields =>
    {
        var problems = new ProblemList();
        var text = "time,station,variable,value,unit\n" + string.Join(',', fields) + "\n2025-07-08T17:00Z,A,pressure," + string.Concat(fields) + ",Pa";
        ObservationReader.Read(Encoding.UTF8.GetBytes(text), "obs.csv", problems);
        return true;
    }).QuickCheckThrowOnFailure();

    private static IReadOnlyDictionary<string, WeatherSeries> Read(string text)
    {
        var problems = new ProblemList();
        var stations = ObservationReader.Read(Encoding.UTF8.GetBytes(text), "obs.csv", problems);
        Assert.Empty(problems);
        return stations;
    }
}
