using Orleans.InProcess.Silos;

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
}
