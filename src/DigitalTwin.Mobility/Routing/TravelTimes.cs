using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Routing;

/// <summary>
/// Time to drive each link, by the time at which it is entered: one value, or one for the middle of every interval with straight lines between them and the
/// first and last value beyond. Who enters later never leaves earlier: where values would fall faster than time goes on, the later one is raised (RT1). Infinite: closed.
/// </summary>
public sealed class TravelTimes
{
    private readonly double[] seconds;

    /// <summary>Times that hold at all times.</summary>
    /// <param name="network">Roads.</param>
    /// <param name="seconds">s for each link, above 0; infinite for a closed link. Copied.</param>
    /// <exception cref="ArgumentException">The number of values is not that of links, or a value is not above 0.</exception>
    public TravelTimes(RoadNetwork network, ReadOnlySpan<double> seconds)
        : this(network, 0, double.PositiveInfinity, seconds)
    {
    }

    /// <summary>Times by intervals.</summary>
    /// <param name="network">Roads.</param>
    /// <param name="start">Beginning of the first interval, s.</param>
    /// <param name="interval">Length of an interval, s.</param>
    /// <param name="seconds">s, above 0: all intervals of link 0, then of link 1 … Copied.</param>
    /// <exception cref="ArgumentException">The number of values is not a multiple of that of links, or a value or the interval is not above 0.</exception>
    public TravelTimes(RoadNetwork network, double start, double interval, ReadOnlySpan<double> seconds)
    {
        ArgumentNullException.ThrowIfNull(network);
        var links = network.Links.Count;
        if (seconds.Length % Math.Max(links, 1) != 0 || (links > 0 && seconds.Length == 0)) throw new ArgumentException($"{links} links and {seconds.Length} travel times: as many times are needed for each link.", nameof(seconds));
        if (!(interval > 0)) throw new ArgumentException($"An interval of {interval} s; above 0 is needed.", nameof(interval));
        (Start, Interval, Intervals) = (start, interval, links == 0 ? 1 : seconds.Length / links);
        if (Intervals > 1 && double.IsInfinity(interval)) throw new ArgumentException("Several intervals need a length.", nameof(interval));
        this.seconds = seconds.ToArray();
        var least = 1.0;
        for (var link = 0; link < links; link++)
        {
            var free = network.FreeTime(link);
            var own = this.seconds.AsSpan(link * Intervals, Intervals);
            for (var k = 0; k < own.Length; k++)
            {
                if (!(own[k] > 0)) throw new ArgumentException($"Link {network.Links.Ids[link]} has a travel time of {own[k]} s; above 0 is needed.", nameof(seconds));
                if (k > 0 && double.IsFinite(own[k - 1])) own[k] = Math.Max(own[k], own[k - 1] - interval);
                least = Math.Min(least, own[k] / free);
            }
        }
        LeastRatio = least;
    }

    /// <summary>Beginning of the first interval, s.</summary>
    public double Start { get; }

    /// <summary>Length of an interval, s; infinite when there is one.</summary>
    public double Interval { get; }

    /// <summary>Values for each link.</summary>
    public int Intervals { get; }

    /// <summary>Least ratio of a travel time to the free-flow time of its link, at most 1: below 1 only where a limit was raised. Bounds that were made of free-flow times hold when multiplied by it.</summary>
    public double LeastRatio { get; }


    /// <summary>Free-flow times.</summary>
    public static TravelTimes Free(RoadNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var free = new double[network.Links.Count];
        for (var link = 0; link < free.Length; link++) free[link] = network.FreeTime(link);
        return new(network, free);
    }

    /// <summary>Time to drive a link that is entered at a time, s; infinite when it is closed.</summary>
    public double At(int link, double entered) => Intervals == 1 ? seconds[link] : Between(seconds, link * Intervals, Intervals, (entered - Start) / Interval);

    /// <summary>RT1: the value at <paramref name="place"/> intervals after the beginning, on the straight line between the middles of two intervals.</summary>
    internal static double Between(double[] seconds, int first, int intervals, double place)
    {
        var x = Math.Clamp(place - 0.5, 0, intervals - 1);
        var k = Math.Min((int)x, intervals - 2);
        var (before, after) = (seconds[first + k], seconds[first + k + 1]);
        var share = x - k;
        // A closed interval closes the line to its neighbours; nothing times infinite is not asked for.
        return share == 0 ? before : share == 1 ? after : (1 - share) * before + share * after;
    }

    internal double[] Array => seconds;
}
