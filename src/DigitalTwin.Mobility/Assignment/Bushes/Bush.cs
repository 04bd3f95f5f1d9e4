using System.Runtime.InteropServices;

namespace DigitalTwin.Mobility.Assignment.Bushes;

/// <summary>A link of a bush.</summary>
/// <param name="Link">Row of the link.</param>
/// <param name="Tail">Position of the node at which it begins.</param>
/// <param name="Flow">Flow of the bush's origin over it, passenger-car units.</param>
internal record struct BushLink(int Link, int Tail, double Flow);

/// <summary>
/// The paths that travellers of one class use from one origin: an acyclic sub-network that reaches every node that can be reached. Nodes have positions in a topological order, the
/// origin at 0; the links that end at a position stand together, so that one pass over <see cref="In"/> visits every link after all links before it. First come the nodes from which paths
/// lead on to a merge (a node in which several links end): behind <see cref="CoreCount"/> the bush is a tree, where there is nothing to decide.
/// </summary>
internal sealed class Bush
{
    /// <summary>Number of nodes.</summary>
    public int Count;

    /// <summary>Nodes up to and including the last merge.</summary>
    public int CoreCount;

    /// <summary>Number of merges.</summary>
    public int MergeCount;

    /// <summary>Position to node.</summary>
    public int[] Node = [];

    /// <summary>Position to its first place in <see cref="In"/>; one more entry than nodes.</summary>
    public int[] First = [0];

    /// <summary>Links, by the position at which they end.</summary>
    public BushLink[] In = [];

    /// <summary>Positions of merges, ascending.</summary>
    public int[] Merges = [];

    /// <summary>Whether its travellers pay nearly what its cheapest paths cost, so that it may rest until it is looked at next.</summary>
    public bool Rests;

    /// <summary>Whether flow was shifted, or may be missing, since the demand was loaded last.</summary>
    public bool IsStirred;

    /// <summary>What its travellers paid above the cheapest paths together, when it was looked at last.</summary>
    public double Excess;

    /// <summary>What they would have paid on those.</summary>
    public double Shortest;

    /// <summary>Iteration in which it was looked at last.</summary>
    public int SeenAt;

    /// <summary>Number of links.</summary>
    public int LinkCount => First[Count];

    /// <summary>Makes room; what was there is kept.</summary>
    public void Reserve(int nodes, int links, int merges)
    {
        if (Node.Length < nodes)
        {
            Array.Resize(ref Node, nodes);
            Array.Resize(ref First, nodes + 1);
        }
        // Bushes grow in the first iterations and then thin out: with room to spare they rarely move.
        if (In.Length < links) Array.Resize(ref In, links + links / 8);
        if (Merges.Length < merges) Array.Resize(ref Merges, merges + merges / 4 + 8);
    }

    /// <summary>Whether a link that ends at a node is in it.</summary>
    public bool Holds(int link, int head)
    {
        var position = Node.AsSpan(0, Count).IndexOf(head);
        for (var at = position < 0 ? 0 : First[position]; position >= 0 && at < First[position + 1]; at++)
            if (In[at].Link == link) return true;
        return false;
    }

    /// <summary>Whether any link is in it that costs infinitely much.</summary>
    public bool HoldsBarred(double[] cost)
    {
        foreach (ref readonly var link in In.AsSpan(0, LinkCount))
            if (double.IsPositiveInfinity(cost[link.Link])) return true;
        return false;
    }

    /// <summary>Writes it.</summary>
    public void Write(BinaryWriter to)
    {
        to.Write(Count);
        to.Write(CoreCount);
        to.Write(LinkCount);
        to.Write(MergeCount);
        to.Write(MemoryMarshal.AsBytes(Node.AsSpan(0, Count)));
        to.Write(MemoryMarshal.AsBytes(First.AsSpan(0, Count + 1)));
        to.Write(MemoryMarshal.AsBytes(Merges.AsSpan(0, MergeCount)));
        foreach (var link in In.AsSpan(0, LinkCount))
        {
            to.Write(link.Link);
            to.Write(link.Tail);
            to.Write(link.Flow);
        }
        to.Write(IsStirred);
        to.Write(Excess);
        to.Write(Shortest);
    }

    /// <summary>Reads back what was written, bit by bit.</summary>
    public static Bush Read(BinaryReader from)
    {
        var bush = new Bush { Count = from.ReadInt32(), CoreCount = from.ReadInt32() };
        var links = from.ReadInt32();
        bush.MergeCount = from.ReadInt32();
        (bush.Node, bush.First, bush.Merges, bush.In) = (new int[bush.Count], new int[bush.Count + 1], new int[bush.MergeCount], new BushLink[links]);
        foreach (var column in new[] { bush.Node, bush.First, bush.Merges }) from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
        foreach (ref var link in bush.In.AsSpan()) link = new(from.ReadInt32(), from.ReadInt32(), from.ReadDouble());
        (bush.IsStirred, bush.Excess, bush.Shortest) = (from.ReadBoolean(), from.ReadDouble(), from.ReadDouble());
        return bush;
    }

    /// <summary>Takes the values of another.</summary>
    public void Take(Bush other)
    {
        Reserve(other.Count, other.LinkCount, other.MergeCount);
        (Count, CoreCount, MergeCount) = (other.Count, other.CoreCount, other.MergeCount);
        (IsStirred, Excess, Shortest) = (other.IsStirred, other.Excess, other.Shortest);
        other.Node.AsSpan(0, Count).CopyTo(Node);
        other.First.AsSpan(0, Count + 1).CopyTo(First);
        other.In.AsSpan(0, LinkCount).CopyTo(In);
        other.Merges.AsSpan(0, MergeCount).CopyTo(Merges);
    }
}
