using DigitalTwin.Buildings.Sun;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Tests.Sun;

public class SkylineTests
{
    private static bool All(int building) => true;

    [Fact]
    public void A_wall_sees_a_neighbour_up_to_the_angle_of_its_height_over_its_distance()
    {
        // 10 m wide, 10 m high; the other begins 20 m east of the wall and is 35 m high.
        var skyline = new Skyline([Box(0, 0, 10), Box(30, -100, 10, 210)], [10, 35]);
        var horizon = skyline.Around(0, All);
        foreach (var sector in new[] { 8, 9 })
        {
            // East is between both: 5° beside it, the way and the way to the own wall are both longer by 1 / cos 5°.
            Assert.Equal(Math.Atan(30 * Math.Cos(5 * Math.PI / 180) / 20), horizon[sector], 1e-6);
        }
        Assert.Equal(0, horizon[27], 1e-12);
        Assert.Equal(0, horizon[0], 1e-12);
    }

    [Fact]
    public void What_does_not_stand_and_what_is_lower_hides_nothing()
    {
        var skyline = new Skyline([Box(0, 0, 10), Box(30, 0, 10), Box(-30, 0, 10)], [10, 35, 4]);
        Assert.True(skyline.Around(0, b => b != 1).IsOpen);
        Assert.False(skyline.Around(0, All).IsOpen);
    }

    [Fact]
    public void Neighbours_that_touch_and_are_as_high_hide_nothing_but_higher_ones_do()
    {
        Assert.True(new Skyline([Box(0, 0, 10), Box(10, 0, 10)], [10, 10]).Around(0, All).IsOpen);
        Assert.False(new Skyline([Box(0, 0, 10), Box(10, 0, 10)], [10, 30]).Around(0, All).IsOpen);
    }

    [Fact]
    public void A_horizon_turns_with_the_city()
    {
        var (one, turned) = (new Skyline([Box(0, 0, 10), Box(30, -5, 20)], [10, 35]), new Skyline([Box(0, 0, 10), Box(-5, -40, 20)], [10, 35]));
        var (before, after) = (one.Around(0, All), turned.Around(0, All));
        for (var k = 0; k < Horizon.Sectors; k++) Assert.Equal(before[k], after[(k + Horizon.Sectors / 4) % Horizon.Sectors], 1e-5);
    }

    [Fact]
    public void A_city_of_ten_thousand_buildings_has_as_many_horizons()
    {
        var footprints = Enumerable.Range(0, 10_000).Select(i => (Geometry?)Box(i % 100 * 25, i / 100 * 25, 15)).ToArray();
        var skyline = new Skyline(footprints, [.. Enumerable.Range(0, 10_000).Select(i => 6 + 3.0 * (i * 7 % 11))]);
        var closed = Enumerable.Range(0, 10_000).Count(b => !skyline.Around(b, All).IsOpen);
        Assert.InRange(closed, 9_000, 10_000);
    }

    private static Polygon Box(double x, double y, double size, double? deep = null) => new(new LinearRing(
        [new(x, y), new(x + size, y), new(x + size, y + (deep ?? size)), new(x, y + (deep ?? size)), new(x, y)]));
}
