using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace DigitalTwin.Buildings.Tests.Shapes;

public class ExtrusionTests
{
    [Fact]
    public void A_block_has_the_measures_of_a_cuboid()
    {
        var m = Boxes.Block("a", 500_000, 3_400_000, 10, 20, 30, 25).Measures;
        Assert.Equal((200, 200, 1800, 6000), (Math.Round(m.Ground, 6), Math.Round(m.Roof, 6), Math.Round(m.Wall, 6), Math.Round(m.Volume, 6)));
        Assert.Equal((25, 55), (m.Lowest, m.Highest));
    }

    [Fact]
    public void A_court_takes_from_the_volume_and_adds_walls()
    {
        var m = Extrusion.Flat("a", Boxes.Court(0, 0, 30, 10), 0, 12).Measures;
        Assert.Equal((800, 800, 1920, 9600), (Math.Round(m.Ground, 9), Math.Round(m.Roof, 9), Math.Round(m.Wall, 9), Math.Round(m.Volume, 9)));
    }

    [Fact]
    public void A_footprint_drawn_clockwise_makes_the_same_building() =>
        Assert.Equal(6000, Extrusion.Flat("a", Boxes.Rectangle(0, 0, 10, 20).Reverse(), 0, 30).Measures.Volume, 9);

    [Fact]
    public void The_footprint_of_a_block_is_what_it_was_drawn_from()
    {
        var court = Boxes.Court(500_000, 3_400_000, 30, 10);
        Assert.Equal(0, Footprints.Of(Extrusion.Flat("a", court, 0, 12))!.SymmetricDifference(court).Area, 6);
    }

    [Fact]
    public void A_gabled_roof_of_45_degrees_is_the_root_of_two_as_large_as_its_ground()
    {
        var house = Extrusion.Gabled("a", Boxes.Rectangle(0, 0, 12, 8), 0, 6, 10);
        Assert.Equal(96 * Math.Sqrt(2), house.Measures.Roof, 9);
        Assert.Equal(96 * 6 + 0.5 * 8 * 4 * 12, house.Measures.Volume, 9);
        var roofs = Envelopes.Of(house, "test").Where(s => s.Kind == SurfaceKind.Roof).OrderBy(s => s.Azimuth).ToArray();
        Assert.Equal([0.0, 180], roofs.Select(r => Math.Round(r.Azimuth, 9)));
        Assert.All(roofs, r => Assert.Equal(45, r.Tilt, 9));
    }

    [Fact]
    public void A_ridge_runs_along_the_longer_side_however_the_house_is_turned()
    {
        for (var angle = 0; angle < 360; angle += 30)
        {
            var turned = (Polygon)AffineTransformation.RotationInstance(angle * Math.PI / 180, 3, 4).Transform(Boxes.Rectangle(0, 0, 8, 12));
            Assert.Equal(768, Extrusion.Gabled("a", turned, 0, 6, 10).Measures.Volume, 6);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    public void A_building_is_higher_than_nothing(double height) =>
        Assert.Contains("higher than nothing", Assert.Throws<ArgumentException>(() => Boxes.Block("a", 0, 0, 1, 1, height)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_is_no_footprint() =>
        Assert.Contains("polygon", Assert.Throws<ArgumentException>(() => Extrusion.Flat("a", GeometryFactory.Default.CreateLineString([new(0, 0), new(1, 1)]), 0, 3)).Message, StringComparison.Ordinal);
}
