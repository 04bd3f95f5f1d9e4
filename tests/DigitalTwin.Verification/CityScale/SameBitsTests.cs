namespace DigitalTwin.Verification.CityScale;

/// <summary>The shipped scenarios give one result hash for 1 and 2 threads, for 1, 2 and 8 partitions, and for a variant alone or among others.</summary>
public class SameBitsTests
{
    public static TheoryData<string> Shipped => new(Directory.EnumerateFiles(Path.Combine(Repository.Root, "scenarios"), "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [LongTheory]
    [MemberData(nameof(Shipped))]
    public async Task One_result_hash_however_a_scenario_is_spread(string scenario)
    {
        using var trial = new Trial();
        var path = Path.Combine(Repository.Root, "scenarios", scenario);
        var one = await trial.RunAsync(path, "one");
        Assert.Equal(one, await trial.RunAsync(path, "two", threads: 2, partitions: 2));
        Assert.Equal(one, await trial.RunAsync(path, "eight", threads: 2, partitions: 8));
        var last = one.Keys.Last().Split(' ')[0];
        Assert.All(await trial.RunAsync(path, "alone", variants: [last]), run => Assert.Equal(one[run.Key], run.Value));
    }
}
