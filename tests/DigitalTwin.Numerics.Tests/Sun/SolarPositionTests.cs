using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Numerics.Tests.Sun;

public sealed class SolarPositionTests
{
    private static DateTimeOffset Utc(int year, int month, int day, double hours) => new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).AddHours(hours);

    /// <summary>The worked example of Reda and Andreas, NREL/TP-560-34302 (2008), table A5.1: zenith 50.11162° with a refraction of 0.01634°, azimuth 194.34024°, distance 0.9965422974.</summary>
    [Fact]
    public void The_sun_stands_where_NRELs_algorithm_sees_it()
    {
        var sun = SolarPosition.At(new DateTimeOffset(2003, 10, 17, 12, 30, 30, TimeSpan.FromHours(-7)), 39.742476, -105.1786);
        Assert.Equal(90 - 50.11162 - 0.01634, sun.Altitude, 0.01);
        Assert.Equal(194.34024, sun.Azimuth, 0.01);
        Assert.Equal(0.9965422974, sun.Distance, 1e-4);
    }

    /// <summary>Equinoxes and solstices of 2024 (US Naval Observatory): declination 0 on 20 March 03:06 and 22 September 12:44 UT, ±23.44° on 20 June 20:51 and 21 December 09:21.</summary>
    [Theory]
    [InlineData(3, 20, 3.1, 0)]
    [InlineData(9, 22, 12.733, 0)]
    [InlineData(6, 20, 20.85, 23.4357)]
    [InlineData(12, 21, 9.35, -23.4357)]
    public void Seen_from_the_pole_its_altitude_is_its_declination(int month, int day, double hours, double declination) =>
        Assert.Equal(declination, SolarPosition.At(Utc(2024, month, day, hours), 90, 0).Altitude, 0.01);

    [Fact]
    public void The_earth_is_nearest_in_January_and_farthest_in_July()
    {
        Assert.Equal(0.98331, SolarPosition.At(Utc(2024, 1, 3, 0), 0, 0).Distance, 1e-4);
        Assert.Equal(1.01673, SolarPosition.At(Utc(2024, 7, 5, 5), 0, 0).Distance, 1e-4);
    }

    [Fact]
    public void It_is_a_direction_of_length_one_that_moves_with_the_hours()
    {
        for (var hour = 0; hour < 24; hour++)
        {
            var sun = SolarPosition.At(Utc(2025, 7, 8, hour), 30.5, 114.4);
            Assert.Equal(1, (sun.East * sun.East) + (sun.North * sun.North) + (sun.Up * sun.Up), 12);
        }
        Assert.True(SolarPosition.At(Utc(2025, 7, 8, 0), 30.5, 114.4).East > 0, "At eight in the morning in Wuhan it stands in the east.");
        Assert.True(SolarPosition.At(Utc(2025, 7, 8, 9), 30.5, 114.4).East < 0, "At five in the afternoon it stands in the west.");
    }

    [Fact]
    public void Over_an_hour_of_sunrise_it_stands_where_the_sunlit_part_has_its_middle()
    {
        // In Wuhan the sun's centre rises at 5:27 on 8 July (geometrically, without refraction).
        var begin = SolarPosition.Day(Utc(2025, 7, 7, 21));
        var mean = SolarPosition.MeanOver(begin, 3600, 30.5, 114.4);
        double rise = 0;
        while (SolarPosition.At(begin + (rise / 86400), 30.5, 114.4).Up < 0) rise++;
        var wanted = SolarPosition.At(begin + ((rise + 3600) / 2 / 86400), 30.5, 114.4);
        Assert.InRange(rise, 600, 3000);
        Assert.Equal(wanted.Altitude, mean.Altitude, 0.05);
        Assert.False(SolarPosition.MeanOver(SolarPosition.Day(Utc(2025, 7, 7, 17)), 3600, 30.5, 114.4).IsUp);
    }

    [Fact]
    public void Over_an_hour_of_full_day_it_stands_where_the_hour_has_its_middle()
    {
        var begin = SolarPosition.Day(Utc(2025, 7, 8, 3));
        Assert.Equal(SolarPosition.At(begin + (0.5 / 24), 30.5, 114.4), SolarPosition.MeanOver(begin, 3600, 30.5, 114.4));
    }
}
