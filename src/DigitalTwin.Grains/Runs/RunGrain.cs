using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Runs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Placement;

namespace DigitalTwin.Grains.Runs;

/// <summary>A stretch in progress. The work goes on beside the grain's turns, so that it can be followed and stopped at any time.</summary>
[Reentrant]
[RandomPlacement] // Orleans' usual placement would keep them beside their experiment until that silo is busy, and a run stays where it began.
public sealed class RunGrain(ExperimentDesks desks, TimeProvider clock, ILogger<RunGrain> logger, IHostApplicationLifetime silo) : Grain, IRunGrain
{
    private RunWork? work;

    /// <inheritdoc/>
    public async IAsyncEnumerable<StretchNews> CarryOutAsync(StretchOrder order, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (work is null or { News.Newest.Phase: WorkPhase.Stopped or WorkPhase.Failed })
            work = RunWork.Begin(new RunSurroundings(GrainFactory, desks, clock, RuntimeIdentity, logger, silo.ApplicationStopping), order);
        await foreach (var news in work.News.FollowAsync(cancellation)) yield return news;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellation)
    {
        work?.Stop();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(StretchOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var desk = await desks.AtAsync(order.Experiment, order.Order, cancellation);
        await desk.Bench.ForgetAsync(desk.Stretch(order));
        this.DeactivateOnIdle();
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // Whoever takes it up, here or on another silo, goes on from the state that this leaves.
        if (work is null) return;
        work.Stop();
        await work.Ended.WaitAsync(cancellationToken);
    }
}
