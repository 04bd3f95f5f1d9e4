using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Journal;

namespace DigitalTwin.Grains.Twins;

/// <summary>How a twin wakes up from the store, and how what it takes gets there.</summary>
internal abstract partial class TwinGrain
{
    /// <summary>The twin, if there is one in this world.</summary>
    protected Twin Here()
    {
        if (twin is not null && services.Worlds.IsCurrent(site!)) return twin;
        DeactivateOnIdle();
        throw new WorldException(absent ?? $"The world '{key.World}' was deleted or made anew; ask again.");
    }

    /// <summary>The twin as it was at an instant, or is now: what the record of it says, and what that needs of the history.</summary>
    private async Task<Twin> WakeAsync(TwinSite at, DateTimeOffset? instant, CancellationToken cancellation)
    {
        key = new(at.World.Name, key.Asset);
        var woken = new Twin(at, key.Asset, Behaviour(), await services.Store.History.TwinAsync(key.World, key.Asset, instant, cancellation));
        foreach (var want in woken.Wants())
        {
            var query = instant is { } end && want.Query.Until > end ? want.Query with { Until = end.AddMicroseconds(1) } : want.Query;
            want.Recall(await services.Store.History.SamplesAsync(key.World, key.Asset, query, cancellation));
        }
        return woken;
    }

    /// <summary>What follows from what the history knows and was not kept: the process may have ended between an observation and what followed from it.</summary>
    private void Begin(Twin woken)
    {
        var draft = new Draft(key.Asset, services.Now);
        woken.Settle(draft);
        if (!draft.IsEmpty) _ = Kept(draft);
        ArmDelay(woken);
    }

    private async Task TakeAsync(Twin here, Intake intake)
    {
        var isNew = await KeepAsync(intake.ToEntry());
        var late = intake.Confirm(isNew, services.Now);
        TellFollowers(intake.Accepted, intake.Draft);
        await Kept(late);
        if (here.NeedsReload)
        {
            TwinLog.KnewTooMuch(services.Log, key.ToString());
            DeactivateOnIdle();
        }
        ArmDelay(here);
    }

    /// <summary>Keeps what a turn wants kept beside observations; when that is nothing, it is as durable as what went before.</summary>
    private async Task Kept(Draft? draft)
    {
        if (draft is null || draft.IsEmpty)
        {
            await handedOver;
            return;
        }
        await KeepAsync(draft.ToEntry(key.World, []));
        TellFollowers([], draft);
    }

    /// <summary>Hands an entry over in the turn in which it was made. When it cannot be kept, the memory is ahead of the store and has to go.</summary>
    private async Task<ImmutableArray<bool>> KeepAsync(TwinEntry entry)
    {
        try
        {
            var append = services.Store.Journal.AppendAsync(entry, CancellationToken.None);
            handedOver = append;
            var isNew = await append;
            // A task that is done would keep the entry in memory for as long as the twin is idle.
            if (ReferenceEquals(handedOver, append)) handedOver = Task.CompletedTask;
            return isNew;
        }
        catch (Exception error)
        {
            TwinLog.CouldNotKeep(services.Log, error, key.ToString());
            DeactivateOnIdle();
            throw;
        }
    }

    private void TellFollowers(IEnumerable<Observation> accepted, Draft draft)
    {
        if (followers is null or { IsEmpty: true }) return;
        var readings = accepted.Concat(draft.Derived).Select(o => new TwinChange(
            key.Asset, new(o.Property, o.Value, o.Text, o.ObservedAt, Micros.Instant(draft.Now), o.Quality, o.Source, o.Origin), null));
        followers.Tell(readings.Concat(draft.Alerts.Select(alert => new TwinChange(key.Asset, null, alert))));
    }

    /// <summary>A delay that goes by without a new value is noticed by one timer, which is there only while a delay runs.</summary>
    private void ArmDelay(Twin here)
    {
        if (here.DelayDue() is not { } due) return;
        var wait = Micros.Time(Math.Max(0, due - services.Now)) + TimeSpan.FromMilliseconds(1);
        DelayDeactivation(wait + TimeSpan.FromMinutes(1));
        if (delay is not null) delay.Change(wait, Timeout.InfiniteTimeSpan);
        else delay = this.RegisterGrainTimer(_ => StateAsync(null, CancellationToken.None), new GrainTimerCreationOptions(wait, Timeout.InfiniteTimeSpan) { Interleave = true });
    }

    /// <summary>A refusal of what is another asset's.</summary>
    private string? OfAnother(Observation? o) =>
        o is null ? "The record is empty." : o.Asset == key.Asset ? null : $"The observation is of '{Names.Shown(o.Asset)}', and this is the twin of '{key.Asset}'.";
}
