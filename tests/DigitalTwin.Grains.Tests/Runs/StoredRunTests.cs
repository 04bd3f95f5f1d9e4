using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Grains.Runs;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Grains.Tests.Runs;

/// <summary>What a cluster does, with one silo that is told nothing but the store: the study, the states and the outcomes all go through it.</summary>
public sealed class StoredRunTests : IAsyncLifetime, IDisposable
{
    private readonly Town town = new();
    private ICityStore store = null!;
    private int silos;

    public async Task InitializeAsync() => store = await SqliteStore.OpenAsync(town.At("city.db"), TimeProvider.System, NullLoggerFactory.Instance, default);

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task A_silo_that_has_nothing_but_the_store_comes_to_the_same_bits(int partitions)
    {
        var (plain, steps) = await town.PlainAsync();
        await using var silo = await SiloAsync();
        Assert.Equal(steps, await Cluster(silo).RunAsync(town.Experiment(partitions: partitions), null, default));
        Assert.Equal(plain, town.TakeHashes());
    }

    [Fact]
    public async Task A_record_made_from_the_stored_outcome_is_the_record_to_the_bit()
    {
        await new LocalRunner().RunAsync(town.Experiment(), null, default);
        var here = town.Records.ToDictionary();
        town.Records.Clear();
        await using var silo = await SiloAsync();
        await Cluster(silo).RunAsync(town.Experiment(), null, default);
        Assert.Equal(6, here.Count);
        foreach (var (name, record) in here) AssertSame(record, town.Records[name]);
    }

    [Fact]
    public async Task An_experiment_that_is_submitted_again_is_answered_from_the_store()
    {
        await using (var silo = await SiloAsync()) await Cluster(silo).RunAsync(town.Experiment(), null, default);
        var first = town.TakeHashes();
        await using var other = await SiloAsync();
        Assert.Equal(0, await Cluster(other).RunAsync(town.Experiment(), null, default));
        Assert.Equal(first, town.TakeHashes());
    }

    [Fact]
    public async Task What_one_silo_left_another_goes_on_with()
    {
        var (plain, steps) = await town.PlainAsync();
        using var stop = new CancellationTokenSource();
        var meddler = new Meddler();
        meddler.Instead = (advance, _) =>
        {
            if (advance == 100) stop.Cancel();
            return null;
        };
        await using (var silo = await SiloAsync(meddler))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Cluster(silo, parallel: 1).RunAsync(town.Experiment(), null, stop.Token));
        await using var other = await SiloAsync();
        var rest = await Cluster(other).RunAsync(town.Experiment(), null, default);
        Assert.Equal(plain, town.TakeHashes());
        // Two partitions a step: what was done before is not done again, but for a step that was broken off.
        var done = meddler.Advances / 2;
        Assert.InRange(rest, steps - done, steps - done + 1);
    }

    [Fact]
    public async Task A_finished_experiment_leaves_its_outcomes_and_no_checkpoint()
    {
        await using var silo = await SiloAsync();
        await Cluster(silo).RunAsync(town.Experiment(interval: TimeSpan.Zero), null, default);
        Assert.Equal(0, await store.Documents.ListAsync("run-checkpoint", default).CountAsync());
        Assert.Equal(6, await store.Documents.ListAsync("run-outcome", default).CountAsync());
    }

    [Fact]
    public async Task A_silo_of_another_version_refuses_with_a_sentence()
    {
        await using var silo = await SiloAsync(version: "9.9.9");
        var error = await Assert.ThrowsAsync<ExperimentException>(() => Cluster(silo).RunAsync(town.Experiment(), null, default));
        Assert.StartsWith("The experiment was started by another version of the program than this silo's (9.9.9)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_and_outcomes_can_be_asked_for_by_anybody()
    {
        await using var silo = await SiloAsync();
        var experiment = town.Experiment();
        await Cluster(silo).RunAsync(experiment, null, default);
        var order = new ExperimentOrder(new StudyReference(experiment.Identity, null), [], [], 2, 1, TimeSpan.FromMinutes(1));
        var grain = silo.Grains.GetGrain<IExperimentGrain>(ClusterRunner.IdOf(town.Study, order));
        var status = await grain.StatusAsync(default);
        Assert.Equal((WorkPhase.Finished, 6), (status.Phase, status.Outcomes.Length));
        Assert.Equal(status.StepsInAll, status.StepsDone);
        Assert.Equal(town.Records["late 2"].ResultHash, (await grain.OutcomeAsync(new("late", 2), default))!.ResultHash);
        Assert.Null(await grain.OutcomeAsync(new("late", 3), default));
        Assert.Equal(WorkPhase.Waiting, (await silo.Grains.GetGrain<IExperimentGrain>("nobody-knows").StatusAsync(default)).Phase);
    }

    public void Dispose() => town.Dispose();

    private Task<RunSilo> SiloAsync(Meddler? meddler = null, string version = Town.Version) => Meddler.SiloAsync(meddler, silo =>
    {
        silo.Services.AddSingleton(store);
        silo.Services.AddRuns(new RunSiloOptions(2, version, town.At($"cache-{Interlocked.Increment(ref silos)}")));
    });

    private ClusterRunner Cluster(RunSilo silo, int parallel = 2) => new(silo.Grains, store.Documents, parallel, TimeProvider.System);

    private static void AssertSame(RunRecord a, RunRecord b)
    {
        Assert.Equal(a.Kpis, b.Kpis);
        Assert.Equal(a.Log, b.Log);
        Assert.Equal(a.Assumptions, b.Assumptions);
        Assert.Equal(a.Series.Select(s => (s.Name, s.Unit)), b.Series.Select(s => (s.Name, s.Unit)));
        Assert.All(a.Series.Zip(b.Series), pair => Assert.Equal(pair.First.Times, pair.Second.Times));
        Assert.All(a.Series.Zip(b.Series), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
        Assert.Equal(a.States.Select(s => (s.Time, s.Property, s.Unit)), b.States.Select(s => (s.Time, s.Property, s.Unit)));
        Assert.All(a.States.Zip(b.States), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
        Assert.NotEmpty(a.Layers);
        Assert.Equal(a.Layers.Select(l => l.Name), b.Layers.Select(l => l.Name));
        foreach (var (left, right) in a.Layers.Zip(b.Layers))
        {
            Assert.Equal(left.AssetIds, right.AssetIds);
            Assert.Equal(left.Geometries, right.Geometries);
            Assert.All(left.Fields.Zip(right.Fields), pair =>
            {
                Assert.Equal((pair.First.Name, pair.First.Unit), (pair.Second.Name, pair.Second.Unit));
                Assert.Equal(pair.First.Times, pair.Second.Times);
                Assert.Equal(pair.First.Values, pair.Second.Values);
            });
        }
    }
}
