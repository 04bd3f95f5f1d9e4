namespace DigitalTwin.Mobility.Routing;

/// <summary>Serves batches of requests on several threads. Every route is a pure function of its request and the travel times, so the answers are the same for any number of threads.</summary>
public sealed class RoutePlanner
{
    // Requests that a thread takes at a time: enough that the counter costs nothing, few enough that no thread waits for the last.
    private const int Portion = 32;
    private readonly Worker[] workers;
    private (int Worker, int At)[] places = [];
    private int[] lengths = [];
    private double[] seconds = [];

    /// <summary>A planner.</summary>
    /// <param name="graph">Roads.</param>
    /// <param name="threads">Threads that serve a batch, at least 1.</param>
    public RoutePlanner(RoutingGraph graph, int threads)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Graph = graph;
        workers = new Worker[threads];
        for (var i = 0; i < threads; i++) workers[i] = new(new RouteSearch(graph));
    }

    /// <summary>Roads.</summary>
    public RoutingGraph Graph { get; }

    /// <summary>Finds the quickest route of every request.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the answers are then incomplete.</exception>
    public void Plan(ReadOnlyMemory<RouteRequest> requests, TravelTimes times, RouteSet answers, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var count = requests.Length;
        if (places.Length < count) (places, lengths, seconds) = (new (int, int)[count], new int[count], new double[count]);
        var next = 0;
        void Serve(int number)
        {
            var worker = workers[number];
            worker.Count = 0;
            for (int from; (from = Interlocked.Add(ref next, Portion) - Portion) < count;)
            {
                cancel.ThrowIfCancellationRequested();
                for (var i = from; i < Math.Min(from + Portion, count); i++)
                {
                    var request = requests.Span[i];
                    seconds[i] = worker.Search.Find(request.From, request.To, request.Departure, times);
                    (places[i], lengths[i]) = ((number, worker.Count), worker.Search.Route.Length);
                    worker.Keep(worker.Search.Route);
                }
            }
        }
        var threads = Math.Min(workers.Length, (count + Portion - 1) / Portion);
        if (threads > 1) Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, Serve);
        else Serve(0);
        cancel.ThrowIfCancellationRequested();
        answers.Begin(lengths.AsSpan(0, count));
        for (var i = 0; i < count; i++) answers.Set(i, seconds[i], workers[places[i].Worker].Links.AsSpan(places[i].At, lengths[i]));
    }

    /// <summary>A thread's search, and the routes that it found in this batch one after the other.</summary>
    private sealed class Worker(RouteSearch search)
    {
        public RouteSearch Search => search;

        public int[] Links { get; private set; } = new int[1024];

        public int Count { get; set; }

        public void Keep(ReadOnlySpan<int> route)
        {
            if (Count + route.Length > Links.Length)
            {
                var longer = new int[Math.Max(2 * Links.Length, Count + route.Length)];
                Links.AsSpan(0, Count).CopyTo(longer);
                Links = longer;
            }
            route.CopyTo(Links.AsSpan(Count));
            Count += route.Length;
        }
    }
}
