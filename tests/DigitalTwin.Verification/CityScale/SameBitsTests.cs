using DigitalTwin.Grains.Runs;

namespace DigitalTwin.Verification.CityScale;

/// <summary>The shipped scenarios give one result hash for 1 and 2 threads, for 1, 2 and 8 partitions, for a variant alone or among others, with the plain loop and over grains.</summary>
public class SameBitsTests
{
    public static TheoryData<string> Shipped => new(Directory.EnumerateFiles(Path.Combine(Repository.Root, "scenarios"), "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [LongTheory]
    [MemberData(nameof(Shipped))]
    public async Task One_result_hash_however_a_scenario_is_spread(string scenario)
    {
        using var trial = new Trial();
        var path = trial.Shipped(scenario, replications: 2);
        var one = await trial.RunAsync(path, "one");
        Assert.All(one.Keys, key => Assert.Contains(key.Split(' ')[1], (string[])["r01", "r02"]));
        Assert.Equal(one, await trial.RunAsync(path, "two", threads: 2, partitions: 2));
        await using var silo = await RunSilo.StartAsync(TimeProvider.System, null, default);
        Assert.Equal(one, await trial.RunAsync(path, "eight grains", threads: 2, partitions: 8, runner: silo.Runner));
        var last = one.Keys.Last().Split(' ')[0];
        Assert.All(await trial.RunAsync(path, "alone", variants: [last]), run => Assert.Equal(one[run.Key], run.Value));
    }

    [LongTheory]
    [InlineData("burst-and-isolate.yaml")]
    [InlineData("retrofit-a-district.yaml")]
    public async Task One_result_hash_with_the_plain_loop_and_over_grains_for_any_number_of_threads_and_partitions(string scenario)
    {
        using var trial = new Trial();
        var path = trial.Shipped(scenario, replications: 2);
        await using var silo = await RunSilo.StartAsync(TimeProvider.System, null, default);
        SortedDictionary<string, string>? first = null;
        foreach (var (threads, partitions) in ((int, int)[])[(1, 1), (1, 2), (2, 2), (1, 8), (2, 8)])
            foreach (var grains in (bool[])[false, true])
            {
                var hashes = await trial.RunAsync(path, $"{threads} {partitions} {grains}", threads, partitions, runner: grains ? silo.Runner : null);
                Assert.Equal(first ??= hashes, hashes);
            }
    }
}
