using DigitalTwin.Cities.Maps;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps;

public class CityClockTests
{
    private const string WithoutClimate = "name: small\nplace: { lon: 114.40, lat: 30.50 }\nwater: { file: net.inp }\n";

    [Fact]
    public void A_city_lives_by_the_clock_of_its_climate()
    {
        using var folder = SmallMap.Make();
        var (city, problems) = folder.Load();
        Assert.Equal(new CityClock(TimeSpan.FromHours(8), ClockSource.Climate), city.Clock);
        Assert.Contains("  clock      UTC+08:00, as the climate says", MapInfoText.Lines(MapInfo.Of(city, problems)));
        folder.With("year.epw", SmallMap.Climate.Replace("114.13,8.0", "114.13,-3.5", StringComparison.Ordinal));
        Assert.Equal(TimeSpan.FromHours(-3.5), folder.Load().City.Clock.UtcOffset);
    }

    [Fact]
    public void Without_one_and_without_a_word_of_the_map_it_is_China_s_and_the_survey_says_that_it_is_assumed()
    {
        using var folder = SmallMap.Make().With("city.yaml", WithoutClimate);
        var (city, problems) = folder.Load();
        Assert.Equal((CityClock.Assumed, CityClock.Assumed), (city.Clock, CityClock.Of(null)));
        Assert.Contains("  clock      UTC+08:00, assumed: the map has neither 'utc_offset' nor a climate", MapInfoText.Lines(MapInfo.Of(city, problems)));
    }

    [Fact]
    public void The_map_s_word_comes_before_the_climate_s_and_changes_what_the_city_is()
    {
        using var folder = SmallMap.Make().With("city.yaml", WithoutClimate);
        var before = folder.Load().City.ContentHash;
        var (city, problems) = folder.With("city.yaml", WithoutClimate + "utc_offset: -03:30\n").Load();
        Assert.Empty(problems);
        Assert.Equal((TimeSpan.FromHours(-3.5), ClockSource.Map), (city.Clock.UtcOffset, city.Clock.Source));
        Assert.Contains("  clock      UTC-03:30, as city.yaml says", MapInfoText.Lines(MapInfo.Of(city, problems)));
        Assert.NotEqual(before, city.ContentHash);

        var (second, told) = folder.With("city.yaml", SmallMap.Yaml + "\nutc_offset: +01:00\n").Load();
        Assert.Equal(TimeSpan.FromHours(1), second.Weather!.UtcOffset);
        Assert.Equal("The climate's hours are those of UTC+08:00, and 'utc_offset' of city.yaml says UTC+01:00: the climate is read by its own, and the city lives by the other.", Assert.Single(told, p => p.Severity == Severity.Warning).Sentence);
    }
}
