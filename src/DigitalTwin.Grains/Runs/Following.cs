using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Grains.Runs;

/// <summary>How a client sees an experiment through: starts it, follows it, and starts it again when its silo is lost.</summary>
internal static class Following
{
    /// <summary>The runs of an experiment that need not be carried out.</summary>
    public static ImmutableArray<RunName> Done(this StudyExperiment experiment) =>
    [
        .. from variant in experiment.Study.Scenario.Variants.Select(v => v.Name)
           where experiment.Variants.Count == 0 || experiment.Variants.Contains(variant)
           from replication in experiment.Study.Replications
           where experiment.IsDone(variant, replication)
           select new RunName(variant, replication),
    ];

    /// <summary>Sees it through.</summary>
    /// <returns>How many steps were simulated.</returns>
    /// <exception cref="ExperimentException">It failed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<long> ToTheEndAsync(
        IExperimentGrain grain, ExperimentOrder order, Func<RunOutcome, Task> ended, IProgress<ExperimentProgress>? progress, TimeProvider clock, CancellationToken cancellation)
    {
        ExperimentNews? last = null;
        using var cancelling = cancellation.Register(() => _ = CancelAsync(grain));
        await Patience.FollowAsync(
            () => StartAndFollowAsync(grain, order),
            async news =>
            {
                last = news;
                foreach (var outcome in news.Outcomes) await ended(outcome).ConfigureAwait(false);
                progress?.Report(new(news.StepsDone, news.StepsInAll, news.Doing));
            },
            news => news.Phase is WorkPhase.Finished or WorkPhase.Failed || cancellation.IsCancellationRequested && news.Phase == WorkPhase.Stopped,
            clock, cancellation).ConfigureAwait(false);
        return last!.Phase switch
        {
            WorkPhase.Finished => last.StepsSimulated,
            WorkPhase.Failed => throw new ExperimentException(last.Failure!),
            _ => throw new OperationCanceledException(cancellation),
        };
    }

    private static async IAsyncEnumerable<ExperimentNews> StartAndFollowAsync(IExperimentGrain grain, ExperimentOrder order, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await grain.StartAsync(order, cancellation).ConfigureAwait(false);
        await foreach (var news in grain.FollowAsync(cancellation).ConfigureAwait(false)) yield return news;
    }

    private static async Task CancelAsync(IExperimentGrain grain)
    {
        try
        {
            await grain.CancelAsync(CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A grain that cannot be reached has stopped with its silo.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
