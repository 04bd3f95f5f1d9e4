using System.Collections.Immutable;
using System.Threading.Channels;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Worlds;

namespace DigitalTwin.Client.Telemetry;

/// <summary>A queue of observations and the one batch of it that is on its way.</summary>
internal sealed class Lane
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly ITelemetryGrain door;
    private readonly TimeProvider clock;
    private readonly TelemetrySenderOptions options;
    private readonly SenderTotals totals;
    private readonly Action<Receipt>? received;
    private readonly Channel<Item> queue;
    private readonly Task sending;

    public Lane(ITelemetryGrain door, TimeProvider clock, TelemetrySenderOptions options, SenderTotals totals, Action<Receipt>? received, CancellationToken stop)
    {
        (this.door, this.clock, this.options, this.totals, this.received) = (door, clock, options, totals, received);
        queue = Channel.CreateBounded<Item>(new BoundedChannelOptions(options.Waiting) { SingleReader = true });
        sending = Task.Run(() => RunAsync(stop), CancellationToken.None);
    }

    /// <summary>An observation with its tag, or a mark at which somebody waits.</summary>
    public readonly record struct Item(Observation? Observation, long Tag, TaskCompletionSource? Mark = null);

    public async ValueTask SendAsync(Item item, CancellationToken cancellation)
    {
        if (queue.Writer.TryWrite(item)) return;
        try
        {
            await queue.Writer.WriteAsync(item, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw closed.InnerException as TelemetryException ?? new TelemetryException("The sender is closed.");
        }
    }

    public async Task FlushAsync(CancellationToken cancellation)
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new(null, 0, mark), cancellation).ConfigureAwait(false);
        await mark.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    public Task EndAsync()
    {
        queue.Writer.TryComplete();
        return sending;
    }

    private async Task RunAsync(CancellationToken stop)
    {
        var items = new List<Item>(options.BatchSize);
        Exception? failure = null;
        try
        {
            while (await queue.Reader.WaitToReadAsync(stop).ConfigureAwait(false))
            {
                items.Clear();
                TaskCompletionSource? mark = null;
                while (items.Count < options.BatchSize && mark is null && queue.Reader.TryRead(out var item))
                {
                    if (item.Observation is null) mark = item.Mark;
                    else items.Add(item);
                }
                try
                {
                    if (items.Count > 0) await DeliverAsync(items, stop).ConfigureAwait(false);
                    mark?.SetResult();
                }
                catch (Exception error)
                {
                    mark?.TrySetException(error);
                    throw;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            failure = new TelemetryException("The sender was stopped.");
        }
#pragma warning disable CA1031 // Whatever it is, those who wait hear of it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            failure = error as TelemetryException ?? new TelemetryException(error.Message, error);
        }
        queue.Writer.TryComplete(failure);
        while (queue.Reader.TryRead(out var left)) left.Mark?.TrySetException(failure ?? new TelemetryException("The sender is closed."));
    }

    private async Task DeliverAsync(List<Item> items, CancellationToken stop)
    {
        var batch = ImmutableArray.CreateBuilder<Observation>(items.Count);
        foreach (var item in items) batch.Add(item.Observation!);
        var receipt = await AttemptAsync(batch.MoveToImmutable(), stop).ConfigureAwait(false);
        totals.Add(receipt);
        if (received is null) return;
        for (var i = 0; i < items.Count; i++) received(new(items[i].Observation!, items[i].Tag, receipt.Receptions[i]));
    }

    private async Task<BatchReceipt> AttemptAsync(ImmutableArray<Observation> batch, CancellationToken stop)
    {
        var wait = options.FirstWait;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await door.ObserveAsync(batch, stop).ConfigureAwait(false);
            }
            catch (Exception error) when (error is WorldException or ArgumentException)
            {
                // The answer is no, and will be no the next time.
                throw new TelemetryException(error.Message, error);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                if (attempt == options.Attempts) throw new TelemetryException($"{batch.Length} observations did not come through in {attempt} attempts: {error.Message}", error);
                totals.Repeat();
                await Task.Delay(wait, clock, stop).ConfigureAwait(false);
                wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, LongestWait.Ticks));
            }
        }
    }
}
