using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Simulation.Experiments;

namespace DigitalTwin.Grains.Runs;

/// <summary>Carries stretches out with <see cref="IRunGrain"/>s, wherever they are placed; one whose silo was lost is called again until another silo answers.</summary>
/// <param name="grains">The grains.</param>
/// <param name="desk">What this process has of the experiment.</param>
/// <param name="experiment">Its id.</param>
/// <param name="order">What it does.</param>
/// <param name="ended">Told of every run that has ended.</param>
/// <param name="clock">The clock of its patience.</param>
internal sealed class GrainCarrier(IGrainFactory grains, ExperimentDesk desk, string experiment, ExperimentOrder order, Action<RunOutcome> ended, TimeProvider clock) : IStretchCarrier
{
    public ValueTask<bool> IsKeptAsync(Stretch stretch) => desk.Bench.IsKeptAsync(stretch);

    public async ValueTask ForgetAsync(Stretch stretch) => await RunOf(stretch).ForgetAsync(OrderOf(stretch), CancellationToken.None).ConfigureAwait(false);

    public async Task CarryOutAsync(Stretch stretch, Action<StretchProgress> reached, CancellationToken stop)
    {
        var run = RunOf(stretch);
        StretchNews? last = null;
        var simulated = new Tally();
        using var stopping = stop.Register(() => _ = StopAsync(run));
        await Patience.FollowAsync(
            () =>
            {
                simulated.Restart();
                return run.CarryOutAsync(OrderOf(stretch), CancellationToken.None);
            },
            news =>
            {
                last = news;
                reached(new(news.NextStep, simulated.Add(news.StepsSimulated)));
                return Task.CompletedTask;
            },
            // A silo that is shut down stops its runs; they are then called for again, which wakes them up on another.
            news => news.Phase is WorkPhase.Finished or WorkPhase.Failed || stop.IsCancellationRequested && news.Phase == WorkPhase.Stopped,
            clock, stop).ConfigureAwait(false);
        if (last!.Phase == WorkPhase.Failed) throw new ExperimentException(last.Failure!);
        if (last.Phase == WorkPhase.Stopped) throw new OperationCanceledException(stop);
        reached(new(stretch.Branch.UntilStep, simulated.Sum));
        if (last.Outcome is { } outcome) ended(outcome);
    }

    private IRunGrain RunOf(Stretch stretch) => grains.GetGrain<IRunGrain>($"{experiment}/{stretch.Name}");

    private StretchOrder OrderOf(Stretch stretch) => new(experiment, order, stretch.Branch.Name, stretch.Replication, stretch.FromStep, stretch.After);

    private static async Task StopAsync(IRunGrain run)
    {
        try
        {
            await run.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A run that cannot be reached has lost its silo; nobody calls it again.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Steps simulated by one activation after another.</summary>
    private sealed class Tally
    {
        private int before;

        public int Sum { get; private set; }

        public void Restart() => before = Sum;

        public int Add(int ofThisOne) => Sum = before + ofThisOne;
    }
}
