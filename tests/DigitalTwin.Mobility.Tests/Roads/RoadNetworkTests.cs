using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Tests.Roads;

public class RoadNetworkTests
{
    // A crossing: 0 -> 1 -> 2 and 1 -> 3, and back from 1 to 0.
    private static readonly RoadNetwork Crossing = MadeRoads.Of(4, [(0, 1), (1, 2), (1, 3), (1, 0)], banned: [(0, 3)]);

    [Fact]
    public void Links_are_found_from_both_of_their_ends()
    {
        Assert.Equal([1, 2, 3], Crossing.Out(1).ToArray());
        Assert.Equal([0], Crossing.In(1).ToArray());
        Assert.Empty(Crossing.Out(2).ToArray());
    }

    [Fact]
    public void A_banned_turn_is_not_allowed_and_links_that_do_not_meet_allow_none()
    {
        Assert.True(Crossing.Allows(0, 1));
        Assert.False(Crossing.Allows(0, 3));
        Assert.False(Crossing.Allows(1, 2));
    }

    [Fact]
    public void An_id_finds_its_row_and_an_unknown_one_none()
    {
        Assert.Equal(2, Crossing.FindLink("L2"));
        Assert.Equal(3, Crossing.FindNode("N3"));
        Assert.Equal(-1, Crossing.FindLink("L9"));
    }
}
