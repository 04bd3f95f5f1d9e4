namespace DigitalTwin.Mobility.Routing;

/// <summary>
/// Quickest routes by time-dependent travel times, guided by landmarks: the workspace of one thread, which allocates nothing from search to search. A search begins at a point and ends when all of its goals are
/// reached; several goals near each other (the car parks around a shop) cost about as much as one. The same question always has the same answer, whatever was asked before: of routes of equal time the one that is found
/// first stays, links are tried in ascending order, and vertices of equal promise in the order of their index.
/// </summary>
public sealed class RouteSearch
{
    private readonly RoutingGraph graph;
    private readonly SearchQueue queue;
    private readonly Label[] labels;
    private readonly Goal[] links, nodes;
    private readonly Arc[] arcs;
    private readonly int[] aim;
    private TravelTimes? taken;
    private int[] route = new int[64];
    private int stamp, first, routeAt = 64;

    /// <summary>A workspace for a network.</summary>
    public RouteSearch(RoutingGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        this.graph = graph;
        labels = new Label[graph.NodeOf.Length];
        (links, nodes) = (new Goal[graph.Network.Links.Count], new Goal[graph.Network.Nodes.Count]);
        arcs = [.. graph.Arcs.Zip(graph.Heads, (link, head) => new Arc { Link = link, Head = head })];
        (aim, queue) = (new int[graph.Landmarks.Width], new SearchQueue(labels.Length));
    }

    /// <summary>Roads.</summary>
    public RoutingGraph Graph => graph;

    /// <summary>Links of the route that was found or traced last, in the order of driving: without the link at whose end it begins, with the link at whose end it ends. Holds until the next call.</summary>
    public ReadOnlySpan<int> Route => route.AsSpan(routeAt);

    /// <summary>Vertices that the last search looked at.</summary>
    public int Visited { get; private set; }

    /// <summary>Finds the quickest route; it is in <see cref="Route"/>.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="departure">When it begins, s.</param>
    /// <param name="times">Times to drive the links.</param>
    /// <returns>Driving time, s; infinite when there is no way, and then the route is empty.</returns>
    public double Find(RoadPoint from, RoadPoint to, double departure, TravelTimes times)
    {
        Search(from, [to], departure, times, double.PositiveInfinity);
        return Trace(to);
    }

    /// <summary>Finds the driving times to several points; <see cref="Trace"/> then tells the route to any of them.</summary>
    /// <param name="from">Where the routes begin.</param>
    /// <param name="to">Where they end.</param>
    /// <param name="departure">When they begin, s.</param>
    /// <param name="times">Times to drive the links.</param>
    /// <param name="seconds">Receives a driving time for each, s; infinite when there is no way or none within the bound.</param>
    /// <param name="within">Longest driving time that is of interest, s.</param>
    public void Find(RoadPoint from, ReadOnlySpan<RoadPoint> to, double departure, TravelTimes times, Span<double> seconds, double within = double.PositiveInfinity)
    {
        Search(from, to, departure, times, within);
        for (var i = 0; i < to.Length; i++)
        {
            ref var goal = ref GoalAt(to[i]);
            seconds[i] = goal.Seconds <= within ? goal.Seconds : double.PositiveInfinity;
        }
    }

    /// <summary>Writes the route to a goal of the last search to <see cref="Route"/>.</summary>
    /// <returns>Driving time, s; infinite when there is no way, and then the route is empty.</returns>
    /// <exception cref="ArgumentException">The point was no goal of the last search.</exception>
    public double Trace(RoadPoint to)
    {
        ref var goal = ref GoalAt(to);
        if (goal.Stamp != stamp) throw new ArgumentException($"The {to} was not among the goals of the last search.", nameof(to));
        routeAt = route.Length;
        if (double.IsPositiveInfinity(goal.Seconds)) return goal.Seconds;
        if (to.IsLink) Prepend(to.Index);
        for (var vertex = goal.Vertex; vertex != first; vertex = labels[vertex].Before) Prepend(labels[vertex].Link);
        return goal.Seconds;
    }

    private ref Goal GoalAt(RoadPoint point) => ref (point.IsLink ? links : nodes)[point.Index];

    private void Search(RoadPoint from, ReadOnlySpan<RoadPoint> to, double departure, TravelTimes times, double within)
    {
        ArgumentNullException.ThrowIfNull(times);
        Take(times);
        var wanted = Begin(to);
        var scale = times.LeastRatio * Landmarks.Tick;
        var (landmarks, start, nodeOf, known) = (graph.Landmarks, graph.Start, graph.NodeOf, labels);
        first = graph.VertexOf(from);
        known[first] = new() { Stamp = stamp, Link = -1, Before = first };
        queue.Add(0, first);
        while (queue.Count > 0 && wanted > 0)
        {
            var entry = queue.Take();
            var vertex = queue.VertexOf(entry);
            var (elapsed, bound) = (known[vertex].Elapsed, known[vertex].Ticks * scale);
            if (entry != queue.Entry(elapsed + bound, vertex)) continue;
            if (elapsed + bound > within) break;
            Visited++;
            var ways = arcs.AsSpan(start[vertex]..start[vertex + 1]);
            if (times.Intervals > 1) Look(ways, departure + elapsed, times);
            ref var node = ref nodes[nodeOf[vertex]];
            if (node.Stamp == stamp || node.Exits == stamp) wanted -= Meet(ref node, vertex, elapsed, ways);
            foreach (ref readonly var way in ways)
            {
                var reached = elapsed + way.Seconds;
                ref var next = ref known[way.Head];
                if (next.Stamp != stamp)
                {
                    var ticks = landmarks.Bound(nodeOf[way.Head], aim);
                    // A vertex from which no goal can be reached is as good as reached already: nothing improves it.
                    next = new() { Stamp = stamp, Ticks = ticks, Elapsed = ticks < Landmarks.Never / 2 ? double.PositiveInfinity : double.NegativeInfinity };
                }
                if (reached >= next.Elapsed) continue;
                (next.Elapsed, next.Link, next.Before) = (reached, way.Link, vertex);
                queue.Add(reached + next.Ticks * scale, way.Head);
            }
        }
    }

    // Times stay for many searches, and lie where the search passes.
    private void Take(TravelTimes times)
    {
        if (times.Intervals > 1 || ReferenceEquals(times, taken)) return;
        foreach (ref var arc in arcs.AsSpan()) arc.Seconds = times.Array[arc.Link];
        taken = times;
    }

    // Times that change are those of the moment.
    private void Look(Span<Arc> ways, double entered, TravelTimes times)
    {
        taken = null;
        foreach (ref var way in ways) way.Seconds = times.At(way.Link, entered);
    }

    // The goals at a vertex: its node, and links that begin there. How many were met for the first time.
    private int Meet(ref Goal node, int vertex, double elapsed, ReadOnlySpan<Arc> ways)
    {
        var met = node.Stamp == stamp ? node.Meet(elapsed, vertex) : 0;
        if (node.Exits != stamp) return met;
        foreach (ref readonly var way in ways)
        {
            ref var goal = ref links[way.Link];
            if (goal.Stamp == stamp) met += goal.Meet(elapsed + way.Seconds, vertex);
        }
        return met;
    }

    private int Begin(ReadOnlySpan<RoadPoint> to)
    {
        if (++stamp == int.MaxValue)
        {
            Array.Clear(labels);
            Array.Clear(links);
            Array.Clear(nodes);
            stamp = 1;
        }
        queue.Clear();
        Landmarks.Clear(aim);
        Visited = 0;
        var wanted = 0;
        foreach (var point in to)
        {
            ref var goal = ref GoalAt(point);
            if (goal.Stamp == stamp) continue;
            (goal.Stamp, goal.Seconds) = (stamp, double.PositiveInfinity);
            var aimed = graph.Aim(point);
            if (point.IsLink) nodes[aimed].Exits = stamp;
            graph.Landmarks.Join(aim, aimed);
            wanted++;
        }
        return wanted;
    }

    private void Prepend(int link)
    {
        if (routeAt == 0)
        {
            var longer = new int[2 * route.Length];
            route.CopyTo(longer, routeAt = route.Length);
            route = longer;
        }
        route[--routeAt] = link;
    }

    /// <summary>A link that may follow at a vertex: time to drive it, s, and the vertex at its end.</summary>
    private struct Arc
    {
        public double Seconds;
        public int Link, Head;
    }

    /// <summary>What is known of a vertex: time from the beginning, s, and least ticks to the goals; the link by which it was reached, and the vertex from which.</summary>
    private struct Label
    {
        public double Elapsed;
        public int Ticks, Link, Before, Stamp;
    }

    /// <summary>What is known of a goal: driving time, s; vertex at which it was reached, or from which its link was entered. Of a node also the last search that had a goal among the links that begin there.</summary>
    private struct Goal
    {
        public double Seconds;
        public int Vertex, Stamp, Exits;

        /// <summary>1 when it is reached for the first time, else 0.</summary>
        public int Meet(double seconds, int vertex)
        {
            if (seconds >= Seconds) return 0;
            var met = double.IsPositiveInfinity(Seconds) ? 1 : 0;
            (Seconds, Vertex) = (seconds, vertex);
            return met;
        }
    }
}
