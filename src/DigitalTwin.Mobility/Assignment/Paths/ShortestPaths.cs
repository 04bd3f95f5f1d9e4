namespace DigitalTwin.Mobility.Assignment.Paths;

/// <summary>
/// Least costs to all nodes by correction of labels, with Pallottino's two queues (1984): a node whose label is bettered again is looked at before nodes that were never looked at. On road
/// networks that takes a fraction of the time of a heap, and never more than O(n² m). Costs are not negative; a link of infinite cost does not exist. Workspace of one thread.
/// </summary>
internal sealed class ShortestPaths(PathGraph graph)
{
    private const int None = -1;

    private readonly bool[] known = new bool[graph.NodeCount];
    private readonly bool[] waits = new bool[graph.NodeCount];
    private readonly int[] next = new int[graph.NodeCount];
    private readonly int[] child = new int[graph.NodeCount];
    private readonly int[] sibling = new int[graph.NodeCount];
    private readonly int[] stack = new int[graph.NodeCount];
    private int head = None, urgent = None, tail = None;

    /// <summary>Least cost by node; infinite where no path leads.</summary>
    public double[] Cost { get; } = new double[graph.NodeCount];

    /// <summary>Last link of the least-cost path by node; -1 where the search began and where no path leads.</summary>
    public int[] Last { get; } = new int[graph.NodeCount];

    /// <summary>Nodes that were reached, each after the node from which its last link comes.</summary>
    public int[] Reached { get; } = new int[graph.NodeCount];

    /// <summary>Number of <see cref="Reached"/>.</summary>
    public int ReachedCount { get; private set; }

    /// <summary>Forgets everything. A search then begins at the nodes that are given to <see cref="Offer"/>.</summary>
    public void Begin()
    {
        Cost.AsSpan().Fill(double.PositiveInfinity);
        Last.AsSpan().Fill(None);
        known.AsSpan().Clear();
        ReachedCount = 0;
    }

    /// <summary>Says that a node needs no path.</summary>
    public void Settle(int node) => Cost[node] = double.NegativeInfinity;

    /// <summary>Says that a node can be reached at a cost over a link, or without one (-1).</summary>
    /// <returns>Whether that is cheaper than all that was offered before.</returns>
    public bool Offer(int node, double cost, int link)
    {
        if (!(cost < Cost[node])) return false;
        (Cost[node], Last[node]) = (cost, link);
        if (!waits[node]) Enter(node);
        return true;
    }

    /// <summary>Finds all that can be reached from what was offered.</summary>
    public void Run(double[] cost)
    {
        while (head != None)
        {
            var node = head;
            head = next[node];
            if (urgent == node) urgent = None;
            if (head == None) tail = None;
            (waits[node], known[node], child[node]) = (false, true, None);
            var here = Cost[node];
            var end = graph.First[node + 1];
            for (var link = graph.First[node]; link < end; link++)
            {
                var there = here + cost[link];
                if (there < Cost[graph.Head[link]]) Offer(graph.Head[link], there, link);
            }
        }
        Order();
    }

    /// <summary>Puts a node in the queue: behind the urgent ones when it was looked at before, else at the end.</summary>
    private void Enter(int node)
    {
        waits[node] = true;
        if (head == None)
        {
            (head, tail, next[node]) = (node, node, None);
            if (known[node]) urgent = node;
        }
        else if (known[node])
        {
            if (urgent == None) (next[node], head) = (head, node);
            else (next[node], next[urgent]) = (next[urgent], node);
            if (tail == urgent) tail = node;
            urgent = node;
        }
        else
        {
            (next[tail], next[node]) = (node, None);
            tail = node;
        }
    }

    /// <summary>Lists the tree from its roots.</summary>
    private void Order()
    {
        var depth = 0;
        for (var node = graph.NodeCount - 1; node >= 0; node--)
        {
            if (!known[node]) continue;
            var parent = Last[node] < 0 ? None : graph.Tail[Last[node]];
            if (parent == None || !known[parent]) stack[depth++] = node;
            else (sibling[node], child[parent]) = (child[parent], node);
        }
        while (depth > 0)
        {
            var node = stack[--depth];
            Reached[ReachedCount++] = node;
            for (var c = child[node]; c != None; c = sibling[c]) stack[depth++] = c;
        }
    }
}
