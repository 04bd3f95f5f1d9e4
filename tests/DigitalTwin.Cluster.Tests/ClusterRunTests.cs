using System.Collections.Concurrent;
using DigitalTwin.Grains.Contracts.Runs;
using DigitalTwin.Grains.Runs;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigitalTwin.Cluster.Tests;

/// <summary>Runs that are spread over silos, with studies, checkpoints and outcomes in PostgreSQL.</summary>
public sealed class ClusterRunTests
{
    [ClusterFact]
    public async Task Runs_on_two_silos_have_the_bits_of_the_plain_loop()
    {
        using var study = new SmallStudy(hours: 3, replications: 4);
        var plain = await study.HashesAsync(new LocalRunner(), partitions: 1);
        Assert.Equal(12, plain.Count);
        Assert.Equal(12, plain.Values.Distinct().Count());

        await using var work = await Work.BeginAsync(study);
        await work.AddSiloAsync();
        await work.AddSiloAsync();
        Assert.Equal(plain, await study.HashesAsync(await work.RunnerAsync(), partitions: 2));
        Assert.Equal([1, 2], work.StepsBySilo.Keys.Order());
    }

    [ClusterFact]
    public async Task A_silo_that_dies_under_way_costs_time_and_no_bit()
    {
        using var study = new SmallStudy(hours: 24, replications: 2);
        var plain = await study.HashesAsync(new LocalRunner(), partitions: 1);

        await using var work = await Work.BeginAsync(study);
        var silos = new[] { await work.AddSiloAsync(), await work.AddSiloAsync() };
        var doomed = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Stepped = (silo, steps) =>
        {
            if (steps == 60) doomed.TrySetResult(silo);
        };
        var runs = study.HashesAsync(await work.RunnerAsync(), partitions: 1, checkpoints: TimeSpan.FromMilliseconds(200));
        await await Task.WhenAny(doomed.Task, runs);
        await work.Silos.KillAsync(silos[await doomed.Task - 1]);
        await work.AddSiloAsync();
        Assert.Equal(plain, await runs);
    }

    [ClusterFact]
    public async Task Who_submits_the_same_experiment_again_gets_what_is_kept_of_it()
    {
        using var study = new SmallStudy(hours: 3, replications: 1);
        await using var work = await Work.BeginAsync(study);
        await work.AddSiloAsync();
        var first = await study.HashesAsync(await work.RunnerAsync(), partitions: 1);
        var steps = work.StepsBySilo.Values.Sum();
        Assert.Equal(first, await study.HashesAsync(await work.RunnerAsync(), partitions: 1));
        Assert.Equal(steps, work.StepsBySilo.Values.Sum());
    }

    /// <summary>A cluster for runs, which counts the steps that each silo does.</summary>
    private sealed class Work(SmallStudy study, SiloGroup silos) : IAsyncDisposable
    {
        private readonly List<ICityStore> stores = [];
        private int last;

        public SiloGroup Silos => silos;

        public ConcurrentDictionary<int, int> StepsBySilo { get; } = new();

        public Action<int, int>? Stepped { get; set; }

        public static async Task<Work> BeginAsync(SmallStudy study) => new(study, await SiloGroup.StartAsync(silos: 0));

        public async Task<IHost> AddSiloAsync()
        {
            var number = ++last;
            var store = await StoreAsync();
            return await silos.AddSiloAsync(silo =>
            {
                silo.Services.AddSingleton(store);
                silo.Services.AddRuns(new RunSiloOptions(Threads: 1, SmallStudy.Version, study.Cache($"silo-{number}")));
                silo.AddIncomingGrainCallFilter(async call =>
                {
                    await call.Invoke();
                    if (call.ImplementationMethod.Name != nameof(IPartitionGrain.AdvanceAsync)) return;
                    var steps = StepsBySilo.AddOrUpdate(number, 1, (_, before) => before + 1);
                    Stepped?.Invoke(number, steps);
                });
            });
        }

        /// <summary>Somebody outside of the cluster who submits experiments to it.</summary>
        public async Task<IExperimentRunner> RunnerAsync()
        {
            var client = await silos.AddClientAsync();
            return new ClusterRunner(client.Services.GetRequiredService<IGrainFactory>(), (await StoreAsync()).Documents, parallel: 4, TimeProvider.System);
        }

        public async ValueTask DisposeAsync()
        {
            await silos.DisposeAsync();
            foreach (var store in stores) await store.DisposeAsync();
        }

        private async Task<ICityStore> StoreAsync()
        {
            var store = await PostgresStore.OpenAsync(silos.Settings.Database, TimeProvider.System, NullLoggerFactory.Instance, default);
            stores.Add(store);
            return store;
        }
    }
}
