using DigitalTwin.Cities;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Grains.Tests.Twins;
using DigitalTwin.Grains.WaterAssets;

namespace DigitalTwin.Grains.Tests.WaterAssets;

public class TankTests
{
    private static readonly LoadedCity Valley = new(City.Load(Path.Combine(Repository.Root, "maps/optics-valley")));
    private static readonly string Id = Valley.City!.Assets.OfType("water/tank")!.Ids[0];
    private static readonly TankShape Shape = TankShape.Of(Valley.City, Id)!;

    private static Story Tank()
    {
        var story = new Story("water/tank/" + Id, new TankBehaviour(Id), assets: Valley);
        Assert.Empty(story.Twin.Wants());
        return story;
    }

    [Fact]
    public void Volume_follows_from_the_level_through_the_shape_of_the_map()
    {
        var tank = Tank();
        var middle = (Shape.MinLevel + Shape.MaxLevel) / 2;
        tank.Tell("level", middle, 0);
        Assert.Equal((Shape.Empty + Shape.Full) / 2, tank.Figure("volume"), 6);
        Assert.Equal(0.5, tank.Figure("fill"), 9);
    }

    [Fact]
    public void A_tank_that_drains_evenly_says_when_it_is_empty()
    {
        var tank = Tank();
        var perMinute = (Shape.MaxLevel - Shape.MinLevel) / 100;
        for (var minute = 0; minute <= 20; minute += 5) tank.Tell("level", Shape.MaxLevel - perMinute * minute, minute);
        Assert.Equal(80 * 60, tank.Figure("time-to-empty"), 3);
        Assert.Equal(-(Shape.Full - Shape.Empty) / 6000, tank.Figure("inflow"), 9);
        Assert.Equal(double.NaN, tank.Figure("time-to-full"));
    }

    [Fact]
    public void A_tank_that_fills_says_when_it_is_full()
    {
        var tank = Tank();
        var perMinute = (Shape.MaxLevel - Shape.MinLevel) / 100;
        for (var minute = 0; minute <= 20; minute += 5) tank.Tell("level", Shape.MinLevel + perMinute * minute, minute);
        Assert.Equal(80 * 60, tank.Figure("time-to-full"), 3);
    }

    [Fact]
    public void One_reading_is_no_trend_and_readings_of_long_ago_do_not_count()
    {
        var tank = Tank();
        tank.Tell("level", Shape.MaxLevel, 0);
        tank.Tell("level", Shape.MinLevel, 60);
        Assert.Equal(double.NaN, tank.Figure("inflow"));
    }

    [Fact]
    public void A_map_knows_its_assets_and_the_nearest_to_a_mistyped_one()
    {
        Assert.True(Valley.Has("water/tank/" + Id));
        Assert.False(Valley.Has("water/tank/no-such"));
        Assert.False(Valley.Has("nonsense"));
        Assert.Equal("water/tank/" + Id, Valley.NearestTo("water/reservoir/" + Id));
        Assert.Equal("water/tank/" + Id, Valley.NearestTo("water/tnak/" + Id));
    }
}
