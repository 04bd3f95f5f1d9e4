using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.Tests.Shapes;

public class PartyWallTests
{
    [Fact]
    public void Neighbours_share_as_much_wall_as_the_lower_of_them_has()
    {
        var shared = PartyWalls.Find([Boxes.Block("a", 0, 0, 10, 8, 12), Boxes.Block("b", 10, 0, 10, 8, 9)]);
        Assert.Equal([72.0, 72], shared.Select(s => Math.Round(s.TotalNeighbours, 9)));
    }

    [Fact]
    public void A_shared_wall_loses_no_heat_and_the_rest_of_it_does()
    {
        BuildingShape[] pair = [Boxes.Block("a", 0, 0, 10, 8, 12), Boxes.Block("b", 10, 0, 10, 8, 9)];
        var east = Envelopes.Of(pair[0], "test", PartyWalls.Find(pair)[0]).Where(s => s is { Kind: SurfaceKind.Wall, Azimuth: 90 }).ToArray();
        Assert.Equal(72, Assert.Single(east, s => s.Exposure == Exposure.Adiabatic).Area, 9);
        Assert.Equal(24, Assert.Single(east, s => s.Exposure == Exposure.Outdoors).Area, 9);
    }

    [Theory]
    [InlineData(0.1, 96)]
    [InlineData(0.2, 0)]
    public void A_joint_of_a_tenth_of_a_metre_is_none_and_an_alley_is_one(double gap, double expected) =>
        Assert.Equal(expected, PartyWalls.Find([Boxes.Block("a", 0, 0, 10, 8, 12), Boxes.Block("b", 10 + gap, 0, 10, 8, 12)])[0].TotalNeighbours, 9);

    [Fact]
    public void Walls_in_one_plane_that_look_the_same_way_share_nothing()
    {
        var shared = PartyWalls.Find([Boxes.Block("a", 0, 0, 10, 8, 12), Boxes.Block("b", 0, 2, 10, 4, 6)]);
        Assert.Equal(0, shared.Sum(s => s.TotalNeighbours));
    }

    [Fact]
    public void A_house_between_two_others_shares_both_sides_and_no_wall_twice()
    {
        BuildingShape[] row = [.. Enumerable.Range(0, 50).Select(i => Boxes.Block($"{i}", 6 * i, 0, 6, 10, 8))];
        Assert.Equal([80.0, .. Enumerable.Repeat(160.0, 48), 80], PartyWalls.Find(row).Select(s => Math.Round(s.TotalNeighbours, 6)));
    }

    [Fact]
    public void The_order_of_buildings_changes_no_area()
    {
        BuildingShape[] row = [.. Enumerable.Range(0, 20).Select(i => Boxes.Block($"{i}", 6 * i, i % 3, 6, 10, 6 + i % 4))];
        var there = PartyWalls.Find(row).Select(s => s.TotalNeighbours);
        var back = PartyWalls.Find([.. row.Reverse()]).Reverse().Select(s => s.TotalNeighbours);
        Assert.All(there.Zip(back), p => Assert.Equal(p.First, p.Second, 9));
    }

    [Fact]
    public void A_court_is_no_wall_to_the_block_that_stands_in_it()
    {
        var court = Extrusion.Flat("c", Boxes.Court(0, 0, 30, 10), 0, 12);
        Assert.Equal(480, PartyWalls.Find([court, Boxes.Block("b", 10, 10, 10, 10, 12)])[0].TotalNeighbours, 9);
        Assert.Equal(0, PartyWalls.Find([court, Boxes.Block("b", 11, 11, 8, 8, 12)])[0].TotalNeighbours, 9);
    }
}
