using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Tests.Routing;

public class WalkingDistanceTests
{
    [Fact]
    public void A_walk_is_longer_than_the_straight_line_by_the_detour_factor()
    {
        // A thousandth of a degree of latitude is 111.2 m on the sphere.
        Assert.Equal(111.195, WalkingDistance.Between(114.4, 30.5, 114.4, 30.501, detour: 1), 0.01);
        Assert.Equal(1.22 * 111.195, WalkingDistance.Between(114.4, 30.5, 114.4, 30.501), 0.01);
        Assert.True(double.IsNaN(WalkingDistance.Between(double.NaN, 30.5, 114.4, 30.5)));
    }
}
