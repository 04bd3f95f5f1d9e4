using DigitalTwin.Client.Files;
using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Client.Replaying;

/// <summary>Recorded observations in the order in which they were made; those of one instant in the order of the file. It is held in memory, about 150 bytes an observation.</summary>
public sealed class Recording
{
    private readonly (Observation Observation, long Tag)[] inOrder;

    private Recording((Observation, long)[] inOrder) => this.inOrder = inOrder;

    /// <summary>How many there are.</summary>
    public int Count => inOrder.Length;

    /// <summary>The first instant; null for an empty recording.</summary>
    public DateTimeOffset? First => inOrder.Length == 0 ? null : inOrder[0].Observation.ObservedAt;

    /// <summary>The last instant; null for an empty recording.</summary>
    public DateTimeOffset? Last => inOrder.Length == 0 ? null : inOrder[^1].Observation.ObservedAt;

    /// <summary>Reads a file to its end.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="from">Observations before are left out; null for none.</param>
    /// <param name="until">Observations from here on are left out; null for none.</param>
    /// <param name="tag">What comes back with the receipt of a record.</param>
    /// <param name="refused">Told of each record that is none.</param>
    /// <param name="progress">Told how many records were read, now and then.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<Recording> ReadAsync(
        ObservationReader reader, DateTimeOffset? from, DateTimeOffset? until, Func<ObservationRecord, long> tag, Action<ObservationRecord> refused,
        IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(refused);
        var read = new List<(Observation Observation, long Tag)>();
        long records = 0;
        await foreach (var record in reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (++records % 1000 == 0) progress?.Report(records);
            if (record.Observation is not { } observation) refused(record);
            else if (!(observation.ObservedAt < from) && !(observation.ObservedAt >= until)) read.Add((observation, tag(record)));
        }
        return Of(read);
    }

    /// <summary>A recording of some observations with their tags.</summary>
    public static Recording Of(IReadOnlyList<(Observation Observation, long Tag)> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var (keys, places) = (new (long At, int Place)[observations.Count], new int[observations.Count]);
        for (var i = 0; i < keys.Length; i++) (keys[i], places[i]) = ((observations[i].Observation.ObservedAt.UtcTicks, i), i);
        Array.Sort(keys, places);
        return new([.. places.Select(p => observations[p])]);
    }

    /// <summary>The observations in groups that lie within a length of time from their first.</summary>
    public IEnumerable<ReadOnlyMemory<(Observation Observation, long Tag)>> Steps(TimeSpan step)
    {
        for (var begin = 0; begin < inOrder.Length;)
        {
            var (end, limit) = (begin + 1, inOrder[begin].Observation.ObservedAt + step);
            while (end < inOrder.Length && inOrder[end].Observation.ObservedAt < limit) end++;
            yield return inOrder.AsMemory(begin, end - begin);
            begin = end;
        }
    }
}
