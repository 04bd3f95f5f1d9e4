using DigitalTwin.Numerics.Hashing;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Tests.Loop;

public class BreakdownTests
{
    [Fact]
    public void A_breakdown_is_on_the_board_and_not_in_the_hash()
    {
        var set = new IndexSet("lot", 2);
        Quantity whole = new("parking.walk", "m", set), part = new("parking.walk-at", "m", set) { IsBreakdown = true };
        Exchange with = new([whole, part]), without = new([whole]);
        foreach (var board in (Exchange[])[with, without]) board.Give("parking.walk", [0, 1], [3, 4]);
        with.Give("parking.walk-at", [0, 1], [1, 6]);
        Assert.Equal(Hash(without), Hash(with));
        Assert.Equal([1, 6], with.Now("parking.walk-at").ToArray());
        with.Give("parking.walk", [0], [5]);
        Assert.NotEqual(Hash(without), Hash(with));

        static string Hash(Exchange board)
        {
            using var hash = new ContentHash();
            board.AppendTo(hash);
            return hash.Current();
        }
    }
}
