using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Client.Telemetry;

/// <summary>What became of what a sender has sent so far. Safe to read while it sends.</summary>
public sealed class SenderTotals
{
    private readonly long[] byKind = new long[4];
    private long batches, repeated;

    /// <summary>Durable, and the newest of their property.</summary>
    public long Accepted => Of(ReceptionKind.Accepted);

    /// <summary>Durable in the history; newer values stood.</summary>
    public long OutOfOrder => Of(ReceptionKind.OutOfOrder);

    /// <summary>Known before.</summary>
    public long Duplicates => Of(ReceptionKind.Duplicate);

    /// <summary>Not taken.</summary>
    public long Refused => Of(ReceptionKind.Refused);

    /// <summary>Batches that came through.</summary>
    public long Batches => Interlocked.Read(ref batches);

    /// <summary>Attempts that did not come through and were made again.</summary>
    public long Repeated => Interlocked.Read(ref repeated);

    /// <summary>How many met with this.</summary>
    public long Of(ReceptionKind kind) => Interlocked.Read(ref byKind[(int)kind]);

    internal void Add(BatchReceipt receipt)
    {
        Span<long> counts = stackalloc long[4];
        foreach (var reception in receipt.Receptions) counts[(int)reception.Kind]++;
        for (var kind = 0; kind < 4; kind++) Interlocked.Add(ref byKind[kind], counts[kind]);
        Interlocked.Increment(ref batches);
    }

    internal void Repeat() => Interlocked.Increment(ref repeated);
}
