using DigitalTwin.Grains.Contracts.Twins;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class What_a_fork_sees
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_what_its_parent_knew_at_that_instant(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1), Level(2, 2), Level(3, 3));
        await city.ForkAsync("past", "live", 2.5);
        await city.ForkAsync("now", "live");
        Assert.Equal(2, await city.LevelAsync("past"));
        Assert.Equal(3, await city.LevelAsync("now"));
        Assert.Equal(1, await city.LevelAsync("now", 1.5));
        Assert.Equal(At(3), (await city.Store.Worlds.FindAsync("now", None))!.ForkedAt);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_not_what_arrives_later_even_if_it_was_observed_before(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1));
        await city.ForkAsync("fork", "live", 10);
        await city.ObserveAsync("live", Level(2, 2), Level(11, 11));
        Assert.Equal(1, await city.LevelAsync("fork"));
        Assert.Equal(new double[] { 1 }, await city.LevelsAsync("fork"));
        Assert.Equal(11, await city.LevelAsync("live"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Does_not_depend_on_what_others_change(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1));
        await city.ForkAsync("a", "live");
        await city.ForkAsync("b", "live");
        await city.ForkAsync("a.a", "a");
        await city.ObserveAsync("a", Level(2, 20));
        Assert.Equal((1, 20, 1, 1), (await city.LevelAsync("live"), await city.LevelAsync("a"), await city.LevelAsync("b"), await city.LevelAsync("a.a")));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_fork_of_a_fork_sees_what_both_let_through(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1), Level(5, 5));
        await city.ForkAsync("a", "live", 3);
        await city.ObserveAsync("a", Level(4, 40));
        await city.ForkAsync("b", "a", 3.5);
        await city.ForkAsync("c", "a", 100);
        Assert.Equal((1, 40), (await city.LevelAsync("b"), await city.LevelAsync("c")));
        Assert.Equal(new double[] { 1, 40 }, await city.LevelsAsync("c"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task At_the_same_instant_the_nearer_world_counts(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1));
        await city.ForkAsync("fork", "live");
        Assert.Equal(new[] { true }, await city.ObserveAsync("fork", Level(1, 100)));
        Assert.Equal((100, 1), (await city.LevelAsync("fork"), await city.LevelAsync("live")));
        Assert.Equal(new double[] { 100 }, await city.LevelsAsync("fork"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Alerts_of_the_parent_are_as_they_were_at_the_instant(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await AlertAsync("live", TankAlert("low-level", 1));
        await AlertAsync("live", TankAlert("high-flow", 2));
        await AlertAsync("live", TankAlert("high-flow", 2) with { ClearedAt = At(4) });
        await AlertAsync("live", TankAlert("low-level", 1) with { AcknowledgedBy = "ann", AcknowledgedAt = At(5) });
        await city.ForkAsync("then", "live", 3);
        await city.ForkAsync("now", "live");
        await AlertAsync("live", TankAlert("low-level", 1) with { ClearedAt = At(2.5) });

        var then = (await city.TwinAsync("then")).Alerts;
        Assert.Equal(["high-flow", "low-level"], then.Select(a => a.Rule));
        Assert.All(then, a => Assert.Null(a.AcknowledgedBy));
        Assert.Equal(TankAlert("low-level", 1) with { AcknowledgedBy = "ann", AcknowledgedAt = At(5) }, Assert.Single((await city.TwinAsync("now")).Alerts, a => a.Rule == "low-level"));
        Assert.Empty((await city.TwinAsync("live")).Alerts);

        await AlertAsync("then", TankAlert("low-level", 1) with { ClearedAt = At(6) });
        Assert.Equal(["high-flow"], (await city.TwinAsync("then")).Alerts.Select(a => a.Rule));
        Assert.Equal(2, (await city.TwinAsync("then", 5)).Alerts.Length);

        Task AlertAsync(string world, Alert alert) => city.AppendAsync(new(world, Tank, Clock.Start, [], [alert]));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Rules_and_commands_of_the_parent_are_as_they_were(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1));
        await SetAsync(10, 1.0);
        await city.ForkAsync("early", "live", 5);
        await city.ForkAsync("now", "live");
        await SetAsync(20, 2.0);
        await city.ForkAsync("then", "live", 15);

        Assert.Equal((null, 1.0, 1.0, 2.0), (await LimitAsync("early"), await LimitAsync("now"), await LimitAsync("then"), await LimitAsync("live")));
        Assert.Equal(["c10"], (await city.TwinAsync("now")).Outcomes.Select(o => o.Command.Key));
        Assert.Equal(["c10", "c20"], (await city.TwinAsync("live")).Outcomes.Select(o => o.Command.Key));
        Assert.Empty((await city.TwinAsync("early")).Outcomes);

        Task SetAsync(double minute, double limit) => city.AppendAsync(new("live", Tank, At(minute), [], [],
            [new(new($"c{minute}", "set-level", "ann", System.Collections.Immutable.ImmutableDictionary<string, double>.Empty.Add("level", limit), System.Collections.Immutable.ImmutableDictionary<string, string>.Empty), CommandStatus.Done, "Done.", At(minute))],
            new Rules([new("low-level", "level", Side.Below, limit, 0.1, TimeSpan.FromMinutes(5), Severity.Severe)], [new("level", TimeSpan.FromHours(1), null)])));

        async Task<double?> LimitAsync(string world) => (await city.TwinAsync(world)).Rules?.Thresholds[0].Limit;
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_exact_while_others_write(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await using var other = await city.AnotherAsync();
        using var stop = new CancellationTokenSource();
        var writers = new[] { city.Store, other }.Select(async (store, w) =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                await store.Journal.AppendAsync(new Journal.TwinEntry("live", Tank, Clock.Start, [Level(i, i, source: $"s{w}"), Level(i, i, source: $"s{w}", property: "inflow")]), None);
        }).ToArray();
        for (var i = 0; i < 12; i++) await city.ForkAsync($"f{i}", "live", 1e6);
        var first = new List<(int Level, int Inflow)>();
        for (var i = 0; i < 12; i++) first.Add(await CountAsync($"f{i}"));
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(first[i].Level, first[i].Inflow);
            Assert.Equal(first[i], await CountAsync($"f{i}"));
            if (i > 0) Assert.True(first[i].Level >= first[i - 1].Level);
        }

        async Task<(int, int)> CountAsync(string world) => ((await city.LevelsAsync(world)).Length, (await city.LevelsAsync(world, "inflow")).Length);
    }

    internal static Alert TankAlert(string rule, double minute) =>
        new(Tank, rule, AlertKind.Threshold, Severity.Severe, "level", 0.4, At(minute), new("The tank is low.", "水箱水位低。"));
}
