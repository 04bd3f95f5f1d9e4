using Orleans.InProcess.Calls;
using Orleans.InProcess.Silos;
using Orleans.InProcess.Streams;
using Orleans.InProcess.Timers;

namespace Orleans.InProcess.Activations;

/// <summary>From the first call to the last: new, activating, active, ending (calls still run), saying goodbye, ended.</summary>
internal sealed partial class Activation
{
    private enum Stage : byte { New, Activating, Active, Ending, SayingGoodbye, Ended }

    private Stage stage;

    public bool HasEnded => stage == Stage.Ended;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (this)
        {
            switch (stage)
            {
                case Stage.New:
                case Stage.Activating:
                    if (Extras.Reason.ReasonCode == DeactivationReasonCode.None) Extras.Reason = deactivationReason;
                    extras!.Activating?.CancelAsync();
                    if (stage == Stage.New) WantPump();
                    return;
                case Stage.Active:
                    Extras.Reason = deactivationReason;
                    stage = Stage.Ending;
                    foreach (var enumeration in OpenEnumerations()) enumeration.Abort();
                    WantPump();
                    return;
            }
        }
    }

    /// <summary>Ends the activation if nothing runs, waits or has been going on for an age.</summary>
    public void DeactivateIfIdle(TimeSpan age)
    {
        lock (this)
        {
            if (stage != Stage.Active || running.First is not null || waiting.First is not null || nextTurn is not null) return;
            if (Silo.Clock.GetElapsedTime(lastUse) < age || extras?.KeptUntil > Silo.Clock.GetUtcNow().UtcTicks) return;
            Deactivate(new(DeactivationReasonCode.ActivationIdle, $"It has not been called for {age}."));
        }
    }

    public void DelayDeactivation(TimeSpan time)
    {
        var now = Silo.Clock.GetUtcNow().UtcTicks;
        Extras.KeptUntil = time <= TimeSpan.Zero && time != Timeout.InfiniteTimeSpan ? 0
            : time == Timeout.InfiniteTimeSpan || time.Ticks > long.MaxValue - now ? long.MaxValue
            : now + time.Ticks;
    }

    private async Task ActivateAsync()
    {
        if (lastUse == 0) lastUse = Silo.Clock.GetTimestamp();
        try
        {
            instance = Class.Make(this);
            if (Class.BeginsWithWork || extras?.States is not null) await BeginWorkAsync();
        }
        catch (Exception error)
        {
            var called = extras?.Reason.ReasonCode > DeactivationReasonCode.None && error is OperationCanceledException;
            if (!called) SiloLog.ActivationFailed(Silo.Log, error, this);
            await EndAsync(called ? null : error);
            return;
        }
        lock (this)
        {
            stage = extras?.Reason.ReasonCode > DeactivationReasonCode.None ? Stage.Ending : Stage.Active;
            WantPump();
        }
    }

    /// <summary>Reads the states, then lets the grain begin; for as long as the silo allows.</summary>
    private async Task BeginWorkAsync()
    {
        using var limit = new CancellationTokenSource(Silo.Collection.ActivationTimeout, Silo.Clock);
        lock (this) Extras.Activating = limit;
        try
        {
            foreach (var state in extras!.States ?? []) await state.ReadAsync(limit.Token);
            if (Class.BeginsWithWork) await ((IGrainBase)instance!).OnActivateAsync(limit.Token).WaitAsync(limit.Token);
        }
        finally
        {
            lock (this) extras!.Activating = null;
        }
    }

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
