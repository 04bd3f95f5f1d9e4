using DigitalTwin.Grains.RoadLinks;
using DigitalTwin.Grains.Tests.Twins;

namespace DigitalTwin.Grains.Tests.RoadLinks;

public class RoadLinkTests
{
    [Fact]
    public void Travel_time_is_length_over_speed_and_density_flow_over_speed()
    {
        var road = new Story("road/link/R-1", RoadLinkBehaviour.Only);
        road.Tell("speed", 10, 0);
        road.Tell("flow", 0.5, 0);
        Assert.Equal((50, 0.05), (road.Figure("travel-time"), road.Figure("density")));
    }

    [Fact]
    public void Vehicles_on_a_closed_road_are_a_conflict_until_it_is_empty_or_open()
    {
        var road = new Story("road/link/R-1", RoadLinkBehaviour.Only);
        road.Tell("flow", 0.2, 0);
        road.Do("k", "close");
        Assert.Empty(road.Kept);
        road.Tell("flow", 0.1, 1);
        road.Tell("flow", 0.1, 2);
        Assert.Equal("360 vehicles an hour are seen on a road that is said to be closed.", Assert.Single(road.Kept).Text.En);
        road.Now = Story.Minute(3);
        road.Do("k2", "open");
        Assert.False(Assert.Single(road.Kept).IsActive);
    }
}
