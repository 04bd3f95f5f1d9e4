using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Tests.Sun;

public sealed class SkyTests
{
    private static readonly Plane Flat = Plane.Of(0, 0), South = Plane.Of(180, 90), North = Plane.Of(0, 90);

    private static SolarPosition At(double altitude, double azimuth)
    {
        var (up, level) = Math.SinCos(altitude * Math.PI / 180);
        var (east, north) = Math.SinCos(azimuth * Math.PI / 180);
        return new(east * level, north * level, up, 1);
    }

    private static Outdoors Day(double direct, double diffuse) => new(20, 50, direct, diffuse, 5, 15, 2);

    [Theory]
    [InlineData(SkyModel.Perez)]
    [InlineData(SkyModel.HayDavies)]
    [InlineData(SkyModel.Isotropic)]
    public void A_horizontal_plane_receives_what_the_weather_file_says(SkyModel model)
    {
        foreach (var (altitude, direct, diffuse) in new[] { (60.0, 800.0, 100.0), (30, 300, 200), (15, 0, 150), (8, 500, 40) })
        {
            var sky = Sky.Of(Day(direct, diffuse), At(altitude, 150), model);
            Assert.Equal((direct * Math.Sin(altitude * Math.PI / 180)) + diffuse, sky.On(Flat).Total, 9);
        }
    }

    [Fact]
    public void An_even_sky_gives_a_wall_half_of_its_diffuse_radiation_and_half_of_the_ground_s()
    {
        var sky = Sky.Of(Day(0, 200), At(40, 180), SkyModel.Isotropic);
        Assert.Equal(100, sky.On(South).Sky, 9);
        Assert.Equal(0.5 * 0.2 * 200, sky.On(South).Ground, 9);
    }

    /// <summary>By hand from table 6 of the paper: sun 30° high, 600 and 120 W/m²: z 1.0472, ε = (6 + 1.19546) / 2.19546 = 3.2774, m 1.9943, Δ 0.17587; F1 = 1.132 - 0.21755 - 0.43145 = 0.48300, F2 = 0.288 - 0.14474 + 0.05864 = 0.20190.</summary>
    [Fact]
    public void The_bright_disc_and_band_are_those_of_Perez()
    {
        var sky = Sky.Of(Day(600, 120), At(30, 180));
        Assert.Equal(600 + (0.48300 * 120 / 0.5), sky.Direct, 0.2);
        Assert.Equal(0.51700 * 120, sky.Even, 0.05);
        Assert.Equal(0.20190 * 120, sky.Band, 0.05);
    }

    [Fact]
    public void A_wall_that_the_sun_does_not_see_receives_no_direct_radiation()
    {
        var sky = Sky.Of(Day(800, 100), At(30, 180));
        Assert.Equal(0, sky.On(North).Direct);
        Assert.True(sky.On(North).Sky > 0);
        Assert.Equal(0, Sky.Of(Day(10, 5), At(-2, 180)).On(South).Direct);
    }

    [Fact]
    public void No_light_gives_no_light()
    {
        var sky = Sky.Of(Day(0, 0), At(30, 180));
        Assert.Equal(0, sky.On(South).Total);
    }
}
