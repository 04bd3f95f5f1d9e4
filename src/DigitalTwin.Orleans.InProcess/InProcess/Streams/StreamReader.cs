using Orleans.InProcess.Calls;
using Orleans.Runtime;

namespace Orleans.InProcess.Streams;

/// <summary>The caller's side of an enumeration: asks the grain for as many elements as it has ready, at least for one.</summary>
internal sealed class StreamReader<T> : IAsyncEnumerator<T>
{
    private readonly GrainReference target;
    private readonly Enumeration<T> enumeration;
    private readonly CancellationTokenSource? both;
    private readonly CancellationToken cancel;
    private IReadOnlyList<T> batch = [];
    private int index = -1;
    private bool asked, over;

    public StreamReader(GrainReference target, Enumeration<T> enumeration, CancellationToken first, CancellationToken second)
    {
        (this.target, this.enumeration) = (target, enumeration);
        if (first.CanBeCanceled && second.CanBeCanceled && first != second) both = CancellationTokenSource.CreateLinkedTokenSource(first, second);
        cancel = both?.Token ?? (first.CanBeCanceled ? first : second);
    }

    public T Current => batch[index];

    public async ValueTask<bool> MoveNextAsync()
    {
        if (++index < batch.Count) return true;
        (batch, index) = ([], -1);
        if (over) return false;
        try
        {
            cancel.ThrowIfCancellationRequested();
            var pull = new Pull<T>(enumeration);
            using var registration = cancel.UnsafeRegister(static (call, token) => ((Request)call!).GiveUp(new OperationCanceledException(token)), pull);
            asked = true;
            enumeration.Send(pull, target);
            (batch, over) = await pull.Answer!;
        }
        catch
        {
            over = true;
            await StopAsync();
            throw;
        }
        index = 0;
        return batch.Count > 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (!over) await StopAsync();
        over = true;
        both?.Dispose();
    }

    private async Task StopAsync()
    {
        if (!asked || enumeration.IsOver) return;
        var stop = new StopPulling<T>(enumeration);
        enumeration.Send(stop, target);
        await ((Task)stop.Answer!).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
