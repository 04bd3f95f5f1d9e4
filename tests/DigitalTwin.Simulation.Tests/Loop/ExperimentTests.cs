using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Tests.Loop;

public sealed class ExperimentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("twin-experiment-").FullName;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(1, 8)]
    [InlineData(2, 1)]
    [InlineData(2, 8)]
    public async Task One_result_hash_whatever_the_threads_and_partitions(int threads, int partitions)
    {
        var one = await RunAsync(new ExperimentOptions(), Tree(City()));
        var other = await RunAsync(new ExperimentOptions { Threads = threads, Partitions = partitions }, Tree(City()));
        Assert.Equal(6, one.Count);
        Assert.Equal(one, other);
        Assert.Equal(6, one.Values.Distinct().Count());
    }

    [Fact]
    public async Task Variants_that_differ_late_cost_one_prefix_and_their_tails()
    {
        var (shared, apart) = (City(), City());
        await RunAsync(new ExperimentOptions(), Tree(shared), replications: 1);
        await RunAsync(new ExperimentOptions(), Tree(apart, share: false), replications: 1);
        Assert.Equal(70 + 3 * 30, shared.Heart.StepsAdvanced);
        Assert.Equal(3 * 100, apart.Heart.StepsAdvanced);
    }

    [Fact]
    public async Task A_shared_prefix_changes_no_bit() =>
        Assert.Equal(await RunAsync(new ExperimentOptions(), Tree(City(), share: false)), await RunAsync(new ExperimentOptions(), Tree(City())));

    [Theory]
    [InlineData(10)]
    [InlineData(70)]
    [InlineData(85)]
    [InlineData(171)]
    [InlineData(250)]
    public async Task An_experiment_that_was_stopped_goes_on_to_the_same_bits_and_repeats_no_step(int after)
    {
        var whole = await RunAsync(new ExperimentOptions(), Tree(City()));
        var options = new ExperimentOptions { Checkpoints = new CheckpointFolder(folder, "x") };
        var city = City();
        var results = new Dictionary<string, string>();
        using (var stop = new CancellationTokenSource())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(options, Tree(city), results, new After(after, stop), 2, stop.Token));
        }
        Assert.Equal(after, city.Heart.StepsAdvanced);
        Assert.Equal(whole, await RunAsync(options, Tree(city), results));
        Assert.Equal(2 * (70 + 3 * 30), city.Heart.StepsAdvanced);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_kill_loses_only_what_came_after_the_last_checkpoint()
    {
        var whole = await RunAsync(new ExperimentOptions(), Tree(City()));
        var options = new ExperimentOptions { Checkpoints = new CheckpointFolder(folder, "x"), CheckpointInterval = TimeSpan.Zero };
        var city = City();
        var results = new Dictionary<string, string>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(options, Tree(city), results, new Dies(90)));
        File.WriteAllText(Path.Combine(folder, "half-written.state.half"), "…");
        Assert.Equal(whole, await RunAsync(options, Tree(city), results));
        Assert.InRange(city.Heart.StepsAdvanced, 320, 322);
    }

    [Fact]
    public async Task A_damaged_checkpoint_counts_as_absent()
    {
        var options = new ExperimentOptions { Checkpoints = new CheckpointFolder(folder, "x"), CheckpointInterval = TimeSpan.Zero };
        var whole = await RunAsync(new ExperimentOptions(), Tree(City()));
        var results = new Dictionary<string, string>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(options, Tree(City()), results, new Dies(50)));
        var saved = Directory.GetFiles(folder).Single();
        var bytes = File.ReadAllBytes(saved);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(saved, bytes);
        Assert.Equal(whole, await RunAsync(options, Tree(City()), results));
    }

    [Fact]
    public async Task A_checkpoint_of_other_inputs_counts_as_absent()
    {
        var state = new RunState(3, "h", [StateImage.Of([1, 2, 3])], [new(1, "a", new("b", "c"))]);
        await new CheckpointFolder(folder, "these").SaveAsync("s", state);
        Assert.Null(await new CheckpointFolder(folder, "others").LoadAsync("s"));
        var back = (await new CheckpointFolder(folder, "these").LoadAsync("s"))!;
        Assert.Equal((3, "h", "c"), (back.NextStep, back.Hash, back.Log[0].Text.Zh));
        Assert.Equal([1, 2, 3], back.Images[0].ToArray());
    }

    [Fact]
    public void Capturing_again_costs_only_the_pages_that_have_changed()
    {
        var state = new byte[1_000_000];
        var first = StateImage.Of(state);
        state[500_000] = 1;
        var second = StateImage.Of(state, first);
        Assert.Equal(4096, second.OwnedBytes);
        Assert.Equal(0, first.ToArray()[500_000]);
        Assert.Equal(1, second.ToArray()[500_000]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static (Springs Heart, Springs Echo) City() =>
        (new("heart", 21, new Consumption("echo.position", Moment.PreviousStep, new("as is"))), new("echo", 7, new Consumption("heart.position", Moment.ThisStep, new("modulo"))));

    private static Branch Tree((Springs Heart, Springs Echo) city, bool share = true)
    {
        IDomain[] domains = [city.Heart, city.Echo];
        var variants = new[] { "a", "b", "c" };
        var tails = variants.Select((v, i) => new Branch(v, [v], Plan(new DueAction(700 + i, "heart", "push", [], new Dictionary<string, double> { ["by"] = i }, new Dictionary<string, string>(), false)), 100, [])).ToArray();
        return share
            ? new Branch("all", variants, Plan(), 70, tails)
            : new Branch("none", variants, Plan(), 0, tails);

        RunPlan Plan(params DueAction[] actions) => new(domains, 10, 100, actions);
    }

    private static async Task<Dictionary<string, string>> RunAsync(
        ExperimentOptions options, Branch tree, Dictionary<string, string>? results = null, IProgress<ExperimentProgress>? progress = null, int replications = 2,
        CancellationToken cancellation = default)
    {
        results ??= [];
        var carrier = new LocalCarrier(new KeyedRandom(42), options, (run, tail) =>
        {
            lock (results) results.Add(tail.Branch.Name + tail.Replication, run.Record(tail.Branch.Name, tail.Replication, ["heart.sum", "echo.sum"], []).ResultHash);
            return Task.CompletedTask;
        });
        await new Experiment(tree, carrier, options.Threads).RunAsync([.. Enumerable.Range(1, replications)], Has, progress, cancellation);
        return results;

        bool Has(string variant, int replication)
        {
            lock (results) return results.ContainsKey(variant + replication);
        }
    }

    /// <summary>Asks to stop after so many steps.</summary>
    private sealed class After(int steps, CancellationTokenSource stop) : IProgress<ExperimentProgress>
    {
        private int seen;

        public void Report(ExperimentProgress value)
        {
            if (++seen == steps) stop.Cancel();
        }
    }

    /// <summary>Fails after so many steps, as a killed process would: nothing is saved on the way out.</summary>
    private sealed class Dies(int steps) : IProgress<ExperimentProgress>
    {
        private int seen;

        public void Report(ExperimentProgress value)
        {
            if (++seen == steps) throw new InvalidOperationException("killed");
        }
    }
}
