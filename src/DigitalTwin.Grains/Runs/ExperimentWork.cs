using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Simulation.Experiments;

namespace DigitalTwin.Grains.Runs;

/// <summary>An experiment under way, beside the turns of its grain: walks the tree of variants with a <see cref="GrainCarrier"/>.</summary>
#pragma warning disable CA1001 // Its token source has neither timer nor handle, and is cancelled from anywhere at any time.
internal sealed class ExperimentWork
#pragma warning restore CA1001
{
    private static readonly TimeSpan NewsInterval = TimeSpan.FromMilliseconds(50);

    private readonly IGrainFactory grains;
    private readonly ExperimentDesks desks;
    private readonly TimeProvider clock;
    private readonly string experiment;
    private readonly CancellationTokenSource stop = new();

    private ExperimentWork(IGrainFactory grains, ExperimentDesks desks, TimeProvider clock, string experiment, ExperimentOrder order) =>
        (this.grains, this.desks, this.clock, this.experiment, Order) = (grains, desks, clock, experiment, order);

    /// <summary>What it does.</summary>
    public ExperimentOrder Order { get; }

    /// <summary>How it is getting on, with every outcome so far.</summary>
    public Bulletin<ExperimentNews> News { get; } = new(ExperimentNews.None with { Phase = WorkPhase.Running });

    /// <summary>Completes when it has ended, however.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Begins to work.</summary>
    public static ExperimentWork Begin(IGrainFactory grains, ExperimentDesks desks, TimeProvider clock, string experiment, ExperimentOrder order)
    {
        var work = new ExperimentWork(grains, desks, clock, experiment, order);
        work.Ended = Task.Run(work.WorkAsync);
        return work;
    }

    /// <summary>Asks it to end.</summary>
    public void Stop() => stop.Cancel();

    private async Task WorkAsync()
    {
        try
        {
            await WalkAsync().ConfigureAwait(false);
            News.Post(news => news with { Phase = WorkPhase.Finished }, last: true);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            News.Post(news => news with { Phase = WorkPhase.Stopped }, last: true);
        }
#pragma warning disable CA1031 // Nobody awaits this work: whatever ends it is told to those who follow it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            News.Post(news => news with { Phase = WorkPhase.Failed, Failure = fault.Message }, last: true);
        }
    }

    private async Task WalkAsync()
    {
        var desk = await desks.AtAsync(experiment, Order, stop.Token).ConfigureAwait(false);
        var kept = await desk.Outcomes.KeptAsync(stop.Token).ConfigureAwait(false);
        var done = new HashSet<RunName>([.. Order.Done, .. kept.Select(o => o.Run)]);
        News.Post(news => news with { Outcomes = [.. kept] });

        var carrier = new GrainCarrier(grains, desk, experiment, Order, outcome => News.Post(news => news with { Outcomes = news.Outcomes.Add(outcome) }), clock);
        var walk = new Experiment(desk.Tree, carrier, Order.Parallel);
        await walk.RunAsync(desk.Study.Replications, (variant, replication) => done.Contains(new(variant, replication)), new Steps(this, () => walk.StepsSimulated), stop.Token)
            .ConfigureAwait(false);
        News.Post(news => news with { StepsDone = news.StepsInAll, StepsSimulated = walk.StepsSimulated });
    }

    /// <summary>Steps of all runs at once, gathered into news that a person can follow.</summary>
    private sealed class Steps(ExperimentWork work, Func<long> simulated) : IProgress<ExperimentProgress>
    {
        private long told;

        public void Report(ExperimentProgress value)
        {
            var before = Interlocked.Read(ref told);
            if (before != 0 && work.clock.GetElapsedTime(before) < NewsInterval) return;
            Interlocked.Exchange(ref told, work.clock.GetTimestamp());
            work.News.Post(news => news with { StepsDone = value.StepsDone, StepsInAll = value.StepsInAll, StepsSimulated = simulated(), Doing = value.Doing });
        }
    }
}
