using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Runs;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.Runs;

/// <summary>An experiment. What it has to keep is in its runs' checkpoints and outcomes; its own memory can be lost at any time.</summary>
[Reentrant]
public sealed class ExperimentGrain(ExperimentDesks desks, TimeProvider clock) : Grain, IExperimentGrain
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private ExperimentWork? work;
    private IGrainTimer? awake;

    /// <inheritdoc/>
    public Task StartAsync(ExperimentOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (work is not null && work.Order.Study.Identity != order.Study.Identity)
            throw new ArgumentException($"The experiment '{this.GetPrimaryKeyString()}' was started with another study.", nameof(order));
        if (work is null or { News.Newest.Phase: WorkPhase.Stopped or WorkPhase.Failed })
        {
            work = ExperimentWork.Begin(GrainFactory, desks, clock, this.GetPrimaryKeyString(), order);
            // Nobody needs to follow: an experiment under way is not idle.
            awake?.Dispose();
            awake = this.RegisterGrainTimer(KeepAwakeAsync, work, new GrainTimerCreationOptions(Minute, Minute) { KeepAlive = true, Interleave = true });
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ExperimentNews> FollowAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (work is null)
        {
            yield return ExperimentNews.None;
            yield break;
        }
        var told = 0;
        await foreach (var news in work.News.FollowAsync(cancellation))
        {
            yield return news with { Outcomes = news.Outcomes[told..] };
            told = news.Outcomes.Length;
        }
    }

    /// <inheritdoc/>
    public Task<ExperimentNews> StatusAsync(CancellationToken cancellation) => Task.FromResult(work?.News.Newest ?? ExperimentNews.None);

    /// <inheritdoc/>
    public Task<RunOutcome?> OutcomeAsync(RunName run, CancellationToken cancellation) =>
        Task.FromResult((work?.News.Newest ?? ExperimentNews.None).Outcomes.FirstOrDefault(o => o.Run == run));

    /// <inheritdoc/>
    public Task CancelAsync(CancellationToken cancellation)
    {
        work?.Stop();
        return work?.Ended.WaitAsync(cancellation) ?? Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => CancelAsync(cancellationToken);

    private Task KeepAwakeAsync(ExperimentWork work, CancellationToken cancellation)
    {
        if (work.Ended.IsCompleted) awake?.Dispose();
        return Task.CompletedTask;
    }
}
