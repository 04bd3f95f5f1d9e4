namespace DigitalTwin.Mobility.Routing;

/// <summary>Answers to a batch of requests, in their order, in columns that are used again for the next batch.</summary>
public sealed class RouteSet
{
    private double[] seconds = [];
    private int[] start = new int[1], links = [];

    /// <summary>Number of answers.</summary>
    public int Count { get; private set; }

    /// <summary>Driving time of each route, s; infinite when there is no way.</summary>
    public ReadOnlySpan<double> Seconds => seconds.AsSpan(0, Count);

    /// <summary>Links of a route in the order of driving, as <see cref="RouteSearch.Route"/> has them.</summary>
    public ReadOnlySpan<int> this[int request] => links.AsSpan(start[request]..start[request + 1]);

    /// <summary>Makes room for answers whose lengths are known.</summary>
    internal void Begin(ReadOnlySpan<int> lengths)
    {
        Count = lengths.Length;
        if (seconds.Length < Count) (seconds, start) = (new double[Count], new int[Count + 1]);
        for (var i = 0; i < Count; i++) start[i + 1] = start[i] + lengths[i];
        if (links.Length < start[Count]) links = new int[start[Count] + start[Count] / 4];
    }

    internal void Set(int request, double driving, ReadOnlySpan<int> route)
    {
        seconds[request] = driving;
        route.CopyTo(links.AsSpan(start[request]));
    }
}
