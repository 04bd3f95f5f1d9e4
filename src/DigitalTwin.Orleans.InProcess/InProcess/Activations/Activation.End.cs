using Orleans.InProcess.Calls;
using Orleans.InProcess.Silos;
using Orleans.InProcess.Streams;
using Orleans.InProcess.Timers;

namespace Orleans.InProcess.Activations;

/// <summary>The end of an activation, and what ends with it.</summary>
internal sealed partial class Activation
{
    private async Task DeactivateAsync()
    {
        using var limit = new CancellationTokenSource(Silo.Collection.DeactivationTimeout, Silo.Clock);
        try
        {
            EndTimers();
            foreach (var enumeration in OpenEnumerations()) await enumeration.DisposeAsync().AsTask().WaitAsync(limit.Token);
            if (Class.EndsWithWork) await ((IGrainBase)instance!).OnDeactivateAsync(extras!.Reason, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception error)
        {
            SiloLog.DeactivationFailed(Silo.Log, error, this);
        }
        await EndAsync(null);
    }

    /// <summary>Takes leave of the silo; calls that wait go on to another activation, or fail as this one did.</summary>
    private async Task EndAsync(Exception? failure)
    {
        EndTimers();
        try
        {
            if (instance is IAsyncDisposable later) await later.DisposeAsync();
            else if (instance is IDisposable now) now.Dispose();
            if (extras is not null) await extras.DisposeScopeAsync();
        }
        catch (Exception error)
        {
            SiloLog.DeactivationFailed(Silo.Log, error, this);
        }
        Class.Forget(this);
        RequestList left;
        lock (this)
        {
            stage = Stage.Ended;
            left = waiting;
            waiting = default;
        }
        while (left.First is { } request)
        {
            left.Remove(request);
            if (failure is not null) request.Fail(failure);
            else if (request.MayBeForwarded(this)) Class.Dispatch(Key, request);
        }
        lock (this) extras?.Ended?.TrySetResult();
    }

    internal void Join(GrainTimer timer)
    {
        lock (this) (Extras.Timers ??= []).Add(timer);
    }

    internal void Leave(GrainTimer timer)
    {
        lock (this) extras?.Timers?.Remove(timer);
    }

    internal void Join(Enumeration enumeration)
    {
        lock (this) (Extras.Enumerations ??= []).Add(enumeration);
    }

    internal void Leave(Enumeration enumeration)
    {
        lock (this) extras?.Enumerations?.Remove(enumeration);
    }

    private Enumeration[] OpenEnumerations()
    {
        lock (this) return extras?.Enumerations?.ToArray() ?? [];
    }

    private void EndTimers()
    {
        GrainTimer[] timers;
        lock (this)
        {
            timers = extras?.Timers?.ToArray() ?? [];
            if (extras is not null) extras.Timers = null;
        }
        foreach (var timer in timers) timer.Dispose();
    }
}
