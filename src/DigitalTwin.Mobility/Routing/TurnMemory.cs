using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Routing;

/// <summary>
/// What a driver has to remember of the links behind him, because a turn is banned for who came that way: the beginnings of banned sequences of links as a tree, each with the longest beginning of another one that it ends
/// with (RT8; Aho and Corasick 1975, "Efficient string matching", Comm. ACM 18:333). Who stands at the end of a link knows the longest beginning that he has just driven; no other memory is of use.
/// </summary>
internal sealed class TurnMemory
{
    private readonly List<int> link = [], shorter = [], depth = [];
    private readonly List<SortedSet<int>> banned = [];
    private readonly Dictionary<(int State, int Link), int> longer = [];

    public TurnMemory(RoadNetwork network)
    {
        // The ends of single links first, in their order, so that a network without sequences has the vertices that it would have without this.
        var first = new SortedSet<int>(network.BannedTurns.Select(turn => turn.From));
        first.UnionWith(network.BannedSequences.Select(sequence => sequence[0]));
        foreach (var from in first) Child(-1, from);
        foreach (var (from, to) in network.BannedTurns) banned[longer[(-1, from)]].Add(to);
        foreach (var sequence in network.BannedSequences)
        {
            var state = -1;
            foreach (var next in sequence.AsSpan(..^1)) state = Child(state, next);
            banned[state].Add(sequence[^1]);
        }
        foreach (var state in Enumerable.Range(0, link.Count).OrderBy(s => depth[s])) Shorten(state);
        Longest = depth.Count == 0 ? 0 : depth.Max();
    }

    /// <summary>Number of beginnings.</summary>
    public int Count => link.Count;

    /// <summary>Most links that are remembered.</summary>
    public int Longest { get; }

    /// <summary>The link that was driven last.</summary>
    public int LinkOf(int state) => link[state];

    /// <summary>Whether a link may not follow.</summary>
    public bool Bans(int state, int next) => banned[state].Contains(next);

    /// <summary>What is remembered when a link was driven after what is remembered (-1: nothing); -1 when it begins no banned sequence.</summary>
    public int After(int state, int next)
    {
        for (; ; state = shorter[state])
        {
            if (longer.TryGetValue((state, next), out var found)) return found;
            if (state < 0) return -1;
        }
    }

    private int Child(int state, int next)
    {
        if (longer.TryGetValue((state, next), out var found)) return found;
        longer[(state, next)] = link.Count;
        link.Add(next);
        depth.Add(state < 0 ? 1 : depth[state] + 1);
        shorter.Add(state);
        banned.Add([]);
        return link.Count - 1;
    }

    /// <summary>Until now the parent stands where the longest shorter beginning belongs; those of lesser depth have theirs.</summary>
    private void Shorten(int state)
    {
        var parent = shorter[state];
        shorter[state] = parent < 0 ? -1 : After(shorter[parent], link[state]);
        if (shorter[state] >= 0) banned[state].UnionWith(banned[shorter[state]]);
    }
}
