using System.Collections.Immutable;
using Orleans.InProcess.State;

namespace DigitalTwin.Orleans.InProcess.Tests.State;

public sealed class DeepCopyTests
{
    private sealed class Node
    {
        public string Name { get; init; } = "";

        public List<Node> Next { get; } = [];

        public Dictionary<string, int[]> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

        public int[,]? Grid { get; set; }

        public ImmutableArray<string> Words { get; init; } = [];
    }

    [Fact]
    public void A_copy_shares_nothing_that_can_change()
    {
        var node = new Node { Name = "a", Words = ["x"], Grid = new[,] { { 1, 2 }, { 3, 4 } } };
        node.Values["One"] = [1];
        var copy = DeepCopy.Of(node);
        node.Values["one"][0] = 2;
        node.Values["two"] = [];
        node.Grid[1, 1] = 9;
        node.Next.Add(new());
        Assert.Equal("a", copy.Name);
        Assert.Equal([1], Assert.Single(copy.Values).Value);
        Assert.Equal([1], copy.Values["ONE"]);
        Assert.Equal(4, copy.Grid![1, 1]);
        Assert.Empty(copy.Next);
        Assert.Equal("x", Assert.Single(copy.Words));
    }

    [Fact]
    public void A_circle_stays_a_circle()
    {
        var node = new Node();
        node.Next.Add(node);
        var copy = DeepCopy.Of(node);
        Assert.NotSame(node, copy);
        Assert.Same(copy, copy.Next[0]);
    }

    [Fact]
    public void Plain_values_are_themselves()
    {
        Assert.Equal(3, DeepCopy.Of(3));
        Assert.Equal("x", DeepCopy.Of("x"));
        Assert.Null(DeepCopy.Of<Node?>(null));
        Assert.Equal(DateTimeOffset.UnixEpoch, DeepCopy.Of(DateTimeOffset.UnixEpoch));
        Assert.Equal((1, "x"), DeepCopy.Of((1, "x")));
    }
}
