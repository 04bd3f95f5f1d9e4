using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DigitalTwin.Client;

/// <summary>Several streams as one.</summary>
internal static class Merging
{
    private const int Waiting = 1024;

    /// <summary>Items of all streams as they come; ends when all have ended, and fails when one fails. A slow reader slows the streams, not the memory.</summary>
    public static async IAsyncEnumerable<T> Of<TSource, T>(
        IReadOnlyList<TSource> sources, Func<TSource, CancellationToken, IAsyncEnumerable<T>> open, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(Waiting) { SingleReader = true });
        var pumps = Task.WhenAll(sources.Select(source => PumpAsync(open(source, stop.Token), channel.Writer, stop.Token)));
        _ = pumps.ContinueWith(done => channel.Writer.TryComplete(done.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false)) yield return item;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await pumps.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task PumpAsync<T>(IAsyncEnumerable<T> items, ChannelWriter<T> into, CancellationToken stop)
    {
        try
        {
            await foreach (var item in items.WithCancellation(stop).ConfigureAwait(false)) await into.WriteAsync(item, stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The first failure ends the others too; waiting for streams that never end would hide it.
            into.TryComplete(error);
            throw;
        }
    }
}
