using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Parking.Arrivals;

/// <summary>
/// Cars that turn up at one facility as a Poisson process whose rate follows the time of day: for who runs lots and has counts, not trips. Each draw is keyed by the facility's id and the
/// number of the car, so that in two variants the same cars come at the same times and stay as long.
/// </summary>
public sealed record PoissonArrivals
{
    /// <summary>Facility.</summary>
    public required int Facility { get; init; }

    /// <summary>Its id: the key of the draws.</summary>
    public required string Id { get; init; }

    /// <summary>Arrivals per s in equal parts of the day from midnight on; one value for a rate that does not change.</summary>
    public required IReadOnlyList<double> Rates { get; init; }

    /// <summary>Dwell, s.</summary>
    public required Taste Dwell { get; init; }

    /// <summary>Longest wait in the queue, s; infinite by default.</summary>
    public Taste Patience { get; init; } = new(double.PositiveInfinity);

    /// <summary>Group of the drivers.</summary>
    public int Group { get; init; }

    /// <summary>Number of the first driver.</summary>
    public int FirstDriver { get; init; }

    /// <summary>The arrivals from a time on, by thinning a process of the highest rate (Lewis and Shedler 1979, Naval Research Logistics Quarterly 26, 403-413); endless unless all rates are 0.</summary>
    /// <param name="random">Seed of the replication.</param>
    /// <param name="clock">Local time of second 0.</param>
    /// <param name="from">s.</param>
    public IEnumerable<ParkingArrival> From(KeyedRandom random, LocalClock clock, double from = 0)
    {
        var most = Rates.Max();
        if (Rates.Any(r => !(r >= 0 && double.IsFinite(r)))) throw new InvalidOperationException("A rate of arrivals is 0 or more.");
        if (most == 0) yield break;
        ulong gaps = KeyedRandom.Stream("arrival gap", Id), kept = KeyedRandom.Stream("arrival kept", Id), dwells = KeyedRandom.Stream("arrival dwell", Id), patiences = KeyedRandom.Stream("arrival patience", Id);
        var time = from;
        for (var car = 0; ; car++)
        {
            time -= Math.Log(1 - random.Uniform(gaps, (ulong)car)) / most;
            var rate = Rates[Math.Min(Rates.Count - 1, (int)(clock.TimeOfDay(time) / 86400 * Rates.Count))];
            if (random.Uniform(kept, (ulong)car) * most >= rate) continue;
            yield return new ParkingArrival(time, Facility, new ParkingRequest(FirstDriver + car, Group, Math.Max(0, Dwell.Of(random, dwells, car)), Math.Max(0, Patience.Of(random, patiences, car))));
        }
    }

    /// <summary>The arrivals at several facilities as one list by time; at equal times in the order of <paramref name="streams"/>.</summary>
    public static IEnumerable<ParkingArrival> Merge(IReadOnlyList<IEnumerable<ParkingArrival>> streams)
    {
        var next = new PriorityQueue<IEnumerator<ParkingArrival>, (double Time, int Stream)>();
        for (var s = 0; s < streams.Count; s++)
        {
            var arrivals = streams[s].GetEnumerator();
            if (arrivals.MoveNext()) next.Enqueue(arrivals, (arrivals.Current.Time, s));
            else arrivals.Dispose();
        }
        while (next.TryDequeue(out var arrivals, out var key))
        {
            yield return arrivals.Current;
            if (arrivals.MoveNext()) next.Enqueue(arrivals, (arrivals.Current.Time, key.Stream));
            else arrivals.Dispose();
        }
    }
}
