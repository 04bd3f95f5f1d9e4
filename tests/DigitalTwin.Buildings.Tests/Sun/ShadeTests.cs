using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Tests.Sun;

public sealed class ShadeTests
{
    private static SolarPosition At(double altitude, double azimuth)
    {
        var (up, level) = Math.SinCos(altitude * Math.PI / 180);
        var (east, north) = Math.SinCos(azimuth * Math.PI / 180);
        return new(east * level, north * level, up, 1);
    }

    private static Horizon Even(double degrees)
    {
        var all = new float[Horizon.Sectors];
        Array.Fill(all, (float)(degrees * Math.PI / 180));
        return new Horizon(all);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(35)]
    [InlineData(90)]
    [InlineData(120)]
    [InlineData(180)]
    public void An_open_horizon_shows_as_much_sky_as_the_tilt_says(double tilt)
    {
        var plane = Plane.Of(200, tilt);
        Assert.Equal(plane.SkyView, Horizon.Open.SkyView(plane), 2.5e-3);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(45)]
    [InlineData(80)]
    public void Walls_all_around_a_court_leave_cos_squared_of_the_sky_above_it(double angle)
    {
        var cos = Math.Cos(angle * Math.PI / 180);
        Assert.Equal(cos * cos, Even(angle).SkyView(Plane.Of(0, 0)), 6);
    }

    [Fact]
    public void An_endless_row_opposite_hides_the_sky_of_a_canyon()
    {
        // A wall that looks at an endless row whose edge stands 45° above it sees (1 - sin 45°) / 2 of sky.
        var altitudes = new float[Horizon.Sectors];
        for (var k = 0; k < altitudes.Length; k++) altitudes[k] = (float)Math.Max(0, Math.Atan(-Math.Cos(Horizon.Centre(k))));
        Assert.Equal((1 - Math.Sqrt(0.5)) / 2, new Horizon(altitudes).SkyView(Plane.Of(180, 90)), 2e-3);
    }

    [Fact]
    public void The_sun_is_seen_above_the_horizon_of_its_sector_only()
    {
        var altitudes = new float[Horizon.Sectors];
        altitudes[Horizon.SectorOf(1, 0)] = 0.5f;
        var horizon = new Horizon(altitudes);
        Assert.False(horizon.Shows(At(20, 92)));
        Assert.True(horizon.Shows(At(35, 92)));
        Assert.True(horizon.Shows(At(20, 112)));
        Assert.False(Horizon.Open.Shows(At(-1, 92)));
    }

    [Fact]
    public void An_overhang_as_deep_as_the_window_is_high_shades_it_wholly_at_45_degrees()
    {
        var window = new Window { Area = 3, Height = 2, Azimuth = 180, UValue = 2, SolarFactor = 0.6, Overhang = 2 };
        var recess = Recess.Of(window)!;
        var sun = At(45, 180);
        Assert.Equal(0, recess.Sunlit(sun.East, sun.North, sun.Up), 2);
        var lower = At(Math.Atan(0.5) * 180 / Math.PI, 180);
        Assert.Equal(0.5, recess.Sunlit(lower.East, lower.North, lower.Up), 2);
        Assert.Null(Recess.Of(window with { Overhang = 0 }));
    }

    [Fact]
    public void A_fin_shades_the_side_that_the_sun_stands_on()
    {
        var window = new Window { Area = 6, Height = 2, Azimuth = 180, UValue = 2, SolarFactor = 0.6, Surround = new() { FinDepth = 1, FinAbove = 100 } };
        var recess = Recess.Of(window)!;

        // 45° to the side the fin of 1 m shades 1 m of 3 m; straight ahead none.
        var side = At(1, 225);
        Assert.Equal(2.0 / 3, recess.Sunlit(side.East, side.North, side.Up), 0.01);
        Assert.Equal(recess.Sunlit(-side.East, side.North, side.Up), recess.Sunlit(side.East, side.North, side.Up), 12);
        Assert.Equal(1, recess.Sunlit(0, -1, 0));
    }

    [Fact]
    public void A_short_overhang_shades_less_than_a_long_one()
    {
        var around = new WindowSurround { OverhangDepth = 1, OverhangGap = 0.5 };
        var window = new Window { Area = 6, Height = 2, Azimuth = 180, UValue = 2, SolarFactor = 0.6, Surround = around };
        var sun = At(50, 220);
        double Lit(WindowSurround w) => Recess.Of(window with { Surround = w })!.Sunlit(sun.East, sun.North, sun.Up);
        Assert.True(Lit(around with { OverhangLeft = 0, OverhangRight = 0 }) > Lit(around));
    }

    /// <summary>From a strip 1 m below an endless overhang of 1 m its edge stands 45° high: of the sky sin 45° is left below it.</summary>
    [Fact]
    public void An_endless_overhang_hides_the_sky_above_its_edge()
    {
        var window = new Window { Area = 0.02, Height = 0.01, Azimuth = 180, UValue = 2, SolarFactor = 0.6, Surround = new() { OverhangDepth = 1, OverhangGap = 1 } };
        var shade = new SurfaceShade(Plane.Of(180, 90), Horizon.Open, Recess.Of(window));
        Assert.Equal(Math.Sqrt(0.5), shade.SkyShare, 0.03);
        Assert.Equal(1, shade.GroundShare, 9);
    }

    [Fact]
    public void Nothing_around_a_window_is_no_shade_at_all() =>
        Assert.Null(SurfaceShade.Of(new Window { Area = 3, UValue = 2, SolarFactor = 0.6 }, Horizon.Open));
}
