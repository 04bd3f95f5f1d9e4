using DigitalTwin.Cities.Places;

namespace DigitalTwin.Cities.Tests.Places;

public class ObliqueStereographicTests
{
    [Fact]
    public void The_origin_of_the_Dutch_grid_is_the_tower_of_Amersfoort()
    {
        Assert.True(CoordinateSystem.TryParse("EPSG:28992", out var grid));
        var (longitude, latitude) = grid.ToDegrees(155_000, 463_000);
        // 52.155172897 N, 5.387203657 E in ETRS89 by the tower's own description; within half a metre.
        Assert.Equal(5.387203657, longitude, 1e-5);
        Assert.Equal(52.155172897, latitude, 0.5e-5);
    }

    [Theory]
    [InlineData(155_000, 463_000)]
    [InlineData(90_000, 436_000)]
    [InlineData(250_000, 600_000)]
    [InlineData(20_000, 310_000)]
    public void There_and_back_is_the_same_place(double x, double y)
    {
        Assert.True(CoordinateSystem.TryParse("EPSG:7415", out var grid));
        var (longitude, latitude) = grid.ToDegrees(x, y);
        var (backX, backY) = grid.FromDegrees(longitude, latitude);
        // The step between ellipsoids turned round is not its exact inverse: 5 cm.
        Assert.Equal(x, backX, 0.05);
        Assert.Equal(y, backY, 0.05);
    }

    [Fact]
    public void Metres_of_the_grid_are_metres_on_the_ground()
    {
        Assert.True(CoordinateSystem.TryParse("EPSG:28992", out var grid));
        var ((x1, y1), (x2, y2)) = (grid.ToDegrees(90_000, 436_000), grid.ToDegrees(91_000, 436_000));
        Assert.Equal(1000, DigitalTwin.Numerics.Geodesy.SphereDistance.Between(x1, y1, x2, y2), 4.0);
    }
}
