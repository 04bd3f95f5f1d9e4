using DigitalTwin.Numerics.Randomness;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;
using CoordinateSystem = DigitalTwin.Cities.Places.CoordinateSystem;

namespace DigitalTwin.Cities.Tests.Places;

public class TransverseMercatorTests
{
    private static readonly KeyedRandom Random = new(4547);

    [Fact]
    public void Metres_agree_with_an_independent_projection_library_within_a_millimetre()
    {
        var utm = ProjectedCoordinateSystem.WGS84_UTM(50, true);
        var judge = new CoordinateTransformationFactory().CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, utm).MathTransform;
        Assert.True(CoordinateSystem.TryParse("EPSG:32650", out var ours));
        for (var i = 0UL; i < 500; i++)
        {
            var (longitude, latitude) = (114 + 6 * Random.Uniform(1, i), 84 * Random.Uniform(2, i));
            var (x, y) = ours.FromDegrees(longitude, latitude);
            var expected = judge.Transform([longitude, latitude]);
            Assert.Equal(expected[0], x, 1e-3);
            Assert.Equal(expected[1], y, 1e-3);
        }
    }

    [Fact]
    public void The_way_there_and_back_ends_where_it_began()
    {
        foreach (var name in new[] { "EPSG:4547", "EPSG:4526", "EPSG:32750", "EPSG:4508" })
        {
            Assert.True(CoordinateSystem.TryParse(name, out var system));
            for (var i = 0UL; i < 300; i++)
            {
                var (longitude, latitude) = (111 + 6 * Random.Uniform(3, i), 170 * Random.Uniform(4, i) - 85);
                var (x, y) = system.FromDegrees(longitude, latitude);
                var back = system.ToDegrees(x, y);
                Assert.Equal(longitude, back.Longitude, 1e-9);
                Assert.Equal(latitude, back.Latitude, 1e-9);
            }
        }
    }

    [Fact]
    public void The_central_meridian_lies_at_half_a_million_metres_and_the_zone_number_before_it()
    {
        Assert.True(CoordinateSystem.TryParse("EPSG:4547", out var plain));
        Assert.True(CoordinateSystem.TryParse("EPSG:4526", out var numbered));
        Assert.Equal(500_000, plain.FromDegrees(114, 30.5).X, 1e-6);
        Assert.Equal(38_500_000, numbered.FromDegrees(114, 30.5).X, 1e-6);
    }

    [Fact]
    public void A_local_plane_puts_its_point_on_its_place_and_keeps_lengths()
    {
        var local = CoordinateSystem.Local(114.40, 30.50, 1000, 2000, 0.3048);
        Assert.Equal((114.40, 30.50), local.ToDegrees(1000, 2000) is var (a, b) ? (Math.Round(a, 12), Math.Round(b, 12)) : default);
        // A minute of latitude near 30.5° N is 1847.6 m (meridian radius 6,351.8 km).
        Assert.Equal(1847.6, (local.FromDegrees(114.40, 30.50 + 1 / 60.0).Y - 2000) * 0.3048, 0.2);
    }

    [Fact]
    public void Names_that_are_no_known_system_are_refused()
    {
        foreach (var name in new[] { "EPSG:3857", "EPSG:", "4547a", "local", "", "EPSG:99999999999" }) Assert.False(CoordinateSystem.TryParse(name, out _));
        Assert.True(CoordinateSystem.TryParse("4490", out var degrees) && degrees.IsDegrees);
    }

    [Fact]
    public void Coordinates_that_are_no_place_on_earth_become_NaN() =>
        Assert.True(double.IsNaN(CoordinateSystem.Degrees.ToDegrees(500_000, 3_400_000).Longitude));
}
