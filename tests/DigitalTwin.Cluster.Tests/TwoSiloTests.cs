namespace DigitalTwin.Cluster.Tests;

public class TwoSiloTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 60).Select(i => $"live/place-{i}")];

    [ClusterFact]
    public async Task Grains_spread_over_both_silos_and_each_is_in_one_place_only()
    {
        await using var group = await SiloGroup.StartAsync(silos: 0);
        var (first, second) = (await group.AddSiloAsync(), await group.AddSiloAsync());
        var seenBySecond = await Task.WhenAll(Names.Select(name => second.Place(name).WhereAsync()));
        var seenByFirst = await Task.WhenAll(Names.Select(name => first.Place(name).WhereAsync()));
        Assert.Equal(seenBySecond, seenByFirst);
        Assert.Equal(2, seenBySecond.Distinct().Count());
    }

    [ClusterFact]
    public async Task Grains_of_two_silos_call_each_other()
    {
        await using var group = await SiloGroup.StartAsync(silos: 0);
        var (first, second) = (await group.AddSiloAsync(), await group.AddSiloAsync());
        for (var i = 0; i < Names.Length; i++) await second.Place(Names[i]).KeepAsync(i);
        Assert.Equal(Names.Length * (Names.Length - 1) / 2, await first.Place("live/nowhere").SumAsync(Names));
    }

    [ClusterFact]
    public async Task A_client_calls_grains_reads_streams_and_hears_exceptions()
    {
        await using var group = await SiloGroup.StartAsync(silos: 2);
        var client = await group.AddClientAsync();
        Assert.Equal(0, await client.Place("a").KeepAsync(5));
        Assert.Equal(5, await client.Place("a").KeptAsync());
        var counted = new List<int>();
        await foreach (var number in client.Place("a").CountAsync(100)) counted.Add(number);
        Assert.Equal(Enumerable.Range(1, 100), counted);
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Place("a").FailAsync("The tank is empty."));
        Assert.Equal("The tank is empty.", failed.Message);
    }

    [ClusterFact]
    public async Task What_a_killed_silo_held_comes_back_on_the_other_with_its_state()
    {
        await using var group = await SiloGroup.StartAsync(silos: 0);
        var (first, second) = (await group.AddSiloAsync(), await group.AddSiloAsync());
        for (var i = 0; i < Names.Length; i++) await second.Place(Names[i]).KeepAsync(i);
        await group.KillAsync(second);
        Assert.Equal(Enumerable.Range(0, Names.Length), await Task.WhenAll(Names.Select(name => first.Place(name).KeptAsync())));
        Assert.Single((await Task.WhenAll(Names.Select(name => first.Place(name).WhereAsync()))).Distinct());
    }

    [ClusterFact]
    public async Task A_silo_that_joins_after_a_kill_takes_its_share_and_sees_the_same_state()
    {
        await using var group = await SiloGroup.StartAsync(silos: 0);
        var (first, second) = (await group.AddSiloAsync(), await group.AddSiloAsync());
        for (var i = 0; i < Names.Length; i++) await second.Place(Names[i]).KeepAsync(i);
        await group.KillAsync(second);
        var third = await group.AddSiloAsync();
        Assert.Equal(Enumerable.Range(0, Names.Length), await Task.WhenAll(Names.Select(name => third.Place(name).KeptAsync())));
        var fresh = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => third.Place($"live/new-{i}").WhereAsync()));
        Assert.Equal(2, fresh.Distinct().Count());
    }

    [ClusterFact]
    public async Task State_outlives_the_whole_cluster()
    {
        await using var group = await SiloGroup.StartAsync(silos: 0);
        var first = await group.AddSiloAsync();
        await first.Place("live/P-07").KeepAsync(41);
        await first.Place("live/P-08").KeepAsync(42);
        await first.Place("live/P-08").ForgetAsync();
        await group.KillAsync(first);
        var second = await group.AddSiloAsync();
        Assert.Equal(41, await second.Place("live/P-07").KeptAsync());
        Assert.Equal(0, await second.Place("live/P-08").KeptAsync());
        Assert.Equal(0, await second.Place("live/P-08").KeepAsync(43));
    }
}
