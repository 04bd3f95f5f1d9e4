using System.Diagnostics;
using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Grains.Runs;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Grains.Tests.Runs;

public sealed class GrainRunTests : IDisposable
{
    private readonly Town town = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 8)]
    public async Task Grains_come_to_the_same_bits_as_the_plain_loop_and_simulate_no_step_more(int threads, int partitions)
    {
        var (plain, steps) = await town.PlainAsync();
        await using var silo = await Meddler.SiloAsync();
        Assert.Equal(steps, await silo.Runner.RunAsync(town.Experiment(threads, partitions), null, default));
        Assert.Equal(6, plain.Count);
        Assert.Equal(plain, town.TakeHashes());
    }

    [Fact]
    public async Task Checkpoints_of_the_plain_loop_and_of_grains_are_the_same()
    {
        var (plain, steps) = await town.PlainAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new LocalRunner().RunAsync(town.Experiment(checkpoints: town.Checkpoints()), new After(30, stop), stop.Token));
        await using var silo = await Meddler.SiloAsync();
        var rest = await silo.Runner.RunAsync(town.Experiment(checkpoints: town.Checkpoints()), null, default);
        Assert.Equal(plain, town.TakeHashes());
        Assert.Equal(steps - 30, rest);
        Assert.Empty(Directory.GetFiles(town.At("checkpoint")));
    }

    [Fact]
    public async Task A_partition_that_is_lost_costs_the_work_since_the_last_checkpoint_and_no_bit()
    {
        var (plain, steps) = await town.PlainAsync();
        var losses = 0;
        var meddler = new Meddler
        {
            Instead = (advance, context) =>
            {
                if (advance is not (40 or 41 or 150)) return null;
                losses++;
                ((IGrainBase)context.Grain).DeactivateOnIdle();
                return null;
            },
        };
        await using var silo = await Meddler.SiloAsync(meddler);
        var simulated = await silo.Runner.RunAsync(town.Experiment(partitions: 2, interval: TimeSpan.Zero, checkpoints: town.Checkpoints(2)), null, default);
        Assert.Equal(plain, town.TakeHashes());
        Assert.Equal(3, losses);
        Assert.InRange(simulated, steps, steps + losses);
    }

    [Fact]
    public async Task Without_a_checkpoint_a_lost_partition_costs_its_stretch()
    {
        var (plain, steps) = await town.PlainAsync();
        var meddler = new Meddler { Instead = (advance, _) => advance == 20 ? PartitionOutput.Lost : null };
        await using var silo = await Meddler.SiloAsync(meddler);
        var simulated = await silo.Runner.RunAsync(town.Experiment(), null, default);
        Assert.Equal(plain, town.TakeHashes());
        Assert.InRange(simulated, steps + 1, steps + 20);
    }

    [Fact]
    public async Task A_run_whose_activation_ends_goes_on_in_the_next()
    {
        var (plain, steps) = await town.PlainAsync();
        var meddler = new Meddler();
        meddler.Instead = (advance, _) =>
        {
            if (advance == 60)
                lock (meddler.Runs)
                    foreach (var run in meddler.Runs) run.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "test"));
            return null;
        };
        await using var silo = await Meddler.SiloAsync(meddler);
        var simulated = await silo.Runner.RunAsync(town.Experiment(checkpoints: town.Checkpoints()), null, default);
        Assert.Equal(plain, town.TakeHashes());
        // None is done twice; what an activation did after its last word, a twentieth of a second before it ended, may stay untold.
        Assert.InRange(simulated, steps / 2, steps + 1);
    }

    [Fact]
    public async Task A_partition_that_fails_ends_its_run_with_one_sentence_and_is_not_tried_again()
    {
        var meddler = new Meddler { Instead = (advance, _) => advance >= 7 ? new(PartitionCondition.Failed, [], [], "The pump has no curve.") : null };
        await using var silo = await Meddler.SiloAsync(meddler);
        var error = await Assert.ThrowsAsync<ExperimentException>(() => silo.Runner.RunAsync(town.Experiment(), null, default));
        Assert.Matches(@"^(water|weather)/0 of left, replication [12], failed in the step that begins at \d+ s: The pump has no curve\.$", error.Message);
        Assert.InRange(meddler.Advances, 7, 8);
    }

    [Fact]
    public async Task A_partition_that_is_lost_again_and_again_at_the_same_step_ends_its_run()
    {
        var meddler = new Meddler { Instead = (advance, _) => advance >= 9 ? PartitionOutput.Lost : null };
        await using var silo = await Meddler.SiloAsync(meddler);
        var error = await Assert.ThrowsAsync<ExperimentException>(() => silo.Runner.RunAsync(town.Experiment(), null, default));
        Assert.Contains("was lost 5 times without getting further", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_cannot_be_written_ends_the_experiment_with_that_very_error()
    {
        await using var silo = await Meddler.SiloAsync();
        var error = await Assert.ThrowsAsync<IOException>(() =>
            silo.Runner.RunAsync(town.Experiment(finished: _ => throw new IOException("No space left on device")), null, default));
        Assert.Equal("No space left on device", error.Message);
    }

    [Fact]
    public async Task A_cancelled_experiment_stops_within_a_second_and_goes_on_from_there()
    {
        using var longer = new Town(replications: 1, duration: "20 d");
        var (plain, steps) = await longer.PlainAsync();
        using var stop = new CancellationTokenSource();
        var meddler = new Meddler();
        var stopping = new Stopwatch();
        meddler.Instead = (advance, _) =>
        {
            if (advance == 500)
            {
                stopping.Start();
                stop.Cancel();
            }
            return null;
        };
        await using var silo = await Meddler.SiloAsync(meddler);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silo.Runner.RunAsync(longer.Experiment(threads: 2, checkpoints: longer.Checkpoints()), null, stop.Token));
        Assert.True(stopping.Elapsed < TimeSpan.FromSeconds(2), $"It took {stopping.Elapsed}.");
        var before = meddler.Advances;
        var rest = await silo.Runner.RunAsync(longer.Experiment(threads: 2, checkpoints: longer.Checkpoints()), null, default);
        Assert.Equal(plain, longer.TakeHashes());
        Assert.InRange(rest, 1, steps - 100);
        Assert.True(before < 2 * steps);
    }

    public void Dispose() => town.Dispose();

    /// <summary>Asks to stop after so many steps.</summary>
    private sealed class After(int steps, CancellationTokenSource stop) : IProgress<ExperimentProgress>
    {
        private int seen;

        public void Report(ExperimentProgress value)
        {
            if (++seen == steps) stop.Cancel();
        }
    }
}
