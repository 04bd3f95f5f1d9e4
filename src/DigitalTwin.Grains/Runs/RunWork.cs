using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Loop;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Grains.Runs;

/// <summary>
/// A stretch under way, beside the turns of its grain: prepares the partitions, drives the loop over them, and takes it up again from the last checkpoint when one of them
/// was lost.
/// </summary>
#pragma warning disable CA1001 // Its token source has neither timer nor handle, and is cancelled from anywhere at any time.
internal sealed partial class RunWork
#pragma warning restore CA1001
{
    private const int MostLosses = 5;
    private static readonly TimeSpan NewsInterval = TimeSpan.FromMilliseconds(50);

    private static long tickets;

    private readonly RunSurroundings around;
    private readonly StretchOrder order;
    private readonly CancellationTokenSource stop = new();
    private CancellationTokenRegistration leaving;
    private long told;
    private int simulated;

    private RunWork(RunSurroundings around, StretchOrder order) =>
        (this.around, this.order, News) = (around, order, new(new StretchNews(WorkPhase.Running, order.FromStep, 0)));

    /// <summary>How far it has come.</summary>
    public Bulletin<StretchNews> News { get; }

    /// <summary>Completes when it has ended, however.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Begins to work.</summary>
    public static RunWork Begin(RunSurroundings around, StretchOrder order)
    {
        var work = new RunWork(around, order);
        // On a silo that leaves nothing can be called any more: whoever takes the stretch up elsewhere goes on from what is kept.
        work.leaving = around.Leaving.Register(work.Stop);
        work.Ended = Task.Run(work.WorkAsync);
        return work;
    }

    /// <summary>Asks it to end.</summary>
    public void Stop() => stop.Cancel();

    private async Task WorkAsync()
    {
        try
        {
            var outcome = await UntilDoneAsync().ConfigureAwait(false);
            News.Post(news => news with { Phase = WorkPhase.Finished, Outcome = outcome, StepsSimulated = simulated }, last: true);
        }
        // A silo that is shut down may let go of the partitions first.
        catch (Exception end) when (stop.IsCancellationRequested && end is OperationCanceledException or PartitionLostException)
        {
            News.Post(news => news with { Phase = WorkPhase.Stopped, StepsSimulated = simulated }, last: true);
        }
#pragma warning disable CA1031 // Nobody awaits this work: whatever ends it is told to those who follow it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            News.Post(news => news with { Phase = WorkPhase.Failed, Failure = fault.Message, StepsSimulated = simulated }, last: true);
        }
        finally
        {
            await leaving.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<RunOutcome?> UntilDoneAsync()
    {
        for (var (losses, reached) = (0, -1); ; )
        {
            try
            {
                return await OnceAsync().ConfigureAwait(false);
            }
            catch (PartitionLostException loss) when (!stop.IsCancellationRequested)
            {
                var now = News.Newest.NextStep;
                losses = now > reached ? 1 : losses + 1;
                reached = Math.Max(now, reached);
                if (losses >= MostLosses) throw new ExperimentException($"{loss.Message} It was lost {losses} times without getting further than step {reached}. {loss.InnerException?.Message}", loss);
                Lost(around.Logger, order.Experiment, order.Branch, order.Replication, loss);
            }
        }
    }

    private async Task<RunOutcome?> OnceAsync()
    {
        var desk = await around.Desks.AtAsync(order.Experiment, order.Order, stop.Token).ConfigureAwait(false);
        var stretch = desk.Stretch(order);
        var partitions = new Dictionary<IDomain, GrainPartition[]>();
        try
        {
            foreach (var domain in stretch.Branch.Plan.Domains) partitions[domain] = await PrepareAsync(desk, stretch, domain).ConfigureAwait(false);
            var run = new CityRun(stretch.Branch.Plan, domain => partitions[domain], Workers.Elsewhere);
            var before = simulated;
            await desk.Bench.WorkAsync(run, stretch, now => Reached(now with { StepsSimulated = before + now.StepsSimulated }), stop.Token).ConfigureAwait(false);
            return stretch.IsTail ? await desk.Outcomes.TakeAsync(run, stretch).ConfigureAwait(false) : null;
        }
        catch (Exception fault) when (fault is not (PartitionLostException or OperationCanceledException))
        {
            desk.Note(fault);
            throw;
        }
        finally
        {
            foreach (var partition in partitions.Values.SelectMany(p => p)) await partition.ReleaseAsync().ConfigureAwait(false);
        }
    }

    private Task<GrainPartition[]> PrepareAsync(ExperimentDesk desk, Stretch stretch, IDomain domain)
    {
        var ticket = $"{around.Silo} {Interlocked.Increment(ref tickets)}";
        return Task.WhenAll(Enumerable.Range(0, desk.PartitionCount(domain)).Select(part => GrainPartition.PrepareAsync(
            around.Grains, stretch.Name,
            new PartitionOrder(ticket, order.Experiment, order.Order, stretch.Branch.Variants[0], stretch.Replication, domain.Name, part), stop.Token)));
    }

    /// <summary>Not every step is news: whoever follows wants to see it move, not to be woken a thousand times a second.</summary>
    private void Reached(StretchProgress now)
    {
        simulated = now.StepsSimulated;
        if (told != 0 && around.Clock.GetElapsedTime(told) < NewsInterval) return;
        told = around.Clock.GetTimestamp();
        News.Post(news => news with { NextStep = now.NextStep, StepsSimulated = now.StepsSimulated });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A partition of {Branch}, replication {Replication}, of experiment {Experiment} was lost; the run goes on from its last checkpoint")]
    private static partial void Lost(ILogger logger, string experiment, string branch, int replication, Exception loss);
}

/// <summary>What a run's grain gives its work.</summary>
internal sealed record RunSurroundings(IGrainFactory Grains, ExperimentDesks Desks, TimeProvider Clock, string Silo, ILogger Logger, CancellationToken Leaving);
