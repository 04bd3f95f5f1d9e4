using System.Collections.Concurrent;
using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Client.Tests.Telemetry;

/// <summary>A telemetry grain that remembers what it was given, knows duplicates, and fails when told to.</summary>
internal sealed class A_door : ITelemetryGrain
{
    private readonly ConcurrentDictionary<(string, string, DateTimeOffset), bool> known = new();
    private int calls, inside;

    public ConcurrentQueue<ImmutableArray<Observation>> Batches { get; } = new();

    public int Calls => calls;

    public int MostInside { get; private set; }

    /// <summary>What happens to a call (by its number from 1) before it is taken.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What happens after it was taken and before the answer gets through.</summary>
    public Func<int, Task> After { get; set; } = _ => Task.CompletedTask;

    public async Task<BatchReceipt> ObserveAsync(ImmutableArray<Observation> batch, CancellationToken cancellation)
    {
        var call = Interlocked.Increment(ref calls);
        MostInside = Math.Max(MostInside, Interlocked.Increment(ref inside));
        try
        {
            await Before(call).WaitAsync(cancellation);
            var receptions = batch.Select(o => new Reception(known.TryAdd((o.Asset, o.Property, o.ObservedAt), true) ? ReceptionKind.Accepted : ReceptionKind.Duplicate)).ToImmutableArray();
            Batches.Enqueue(batch);
            await After(call).WaitAsync(cancellation);
            return new(receptions);
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }
}
