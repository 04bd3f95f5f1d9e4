using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Worlds;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class What_a_twin_knows
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_the_newest_by_the_instant_of_observation(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(10, 2.5), Level(5, 1.5));
        var reading = Assert.Single((await city.TwinAsync("live")).Observed);
        Assert.Equal(("level", 2.5, At(10), Clock.Start, Quality.Good, "scada", Origin.Observed, null),
            (reading.Property, reading.Value, reading.ObservedAt, reading.ArrivedAt, reading.Quality, reading.Source, reading.Origin, reading.Text));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Survives_closing_and_opening(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 2.5), Level(1, double.NaN, property: "state") with { Text = "open" });
        await city.ReopenAsync();
        var record = await city.TwinAsync("live");
        Assert.Equal(2.5, record.Observed[0].Value);
        Assert.Equal((double.NaN, "open"), (record.Observed[1].Value, record.Observed[1].Text));
        await city.ObserveAsync("live", Level(2, 3.5));
        Assert.Equal(3.5, await city.LevelAsync("live"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Tells_a_duplicate_by_source_property_and_instant(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        Assert.Equal(new[] { true, false, true, true }, await city.ObserveAsync("live", Level(1, 1), Level(1, 2), Level(1, 3, source: "gate-2"), Level(1, 4, property: "inflow")));
        Assert.Equal(new[] { false, true }, await city.ObserveAsync("live", Level(1, 5), Level(2, 6)));
        Assert.Equal(new[] { true }, await city.ObserveAsync("live", Level(1, 1, asset: Lot)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_duplicate_is_one_whatever_its_quality_and_origin(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        Assert.Equal(new[] { true, false, false, true, false },
            await city.ObserveAsync("live", Level(1, 1), Level(1, 1, quality: Quality.Bad), Level(1, 1, origin: Origin.Simulated), Level(2, 1, quality: Quality.Bad), Level(2, 1)));
        Assert.Equal(new[] { false, false, true }, await city.ObserveAsync("live", Level(1, 1, quality: Quality.Bad), Level(2, 1), Level(3, 1)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_two_sources_at_one_instant_the_later_arrival_stands(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1, "z"), Level(1, 2, "a"));
        Assert.Equal(2, await city.LevelAsync("live"));
        await city.ObserveAsync("live", Level(1, 3, "m"));
        Assert.Equal(3, await city.LevelAsync("live"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_never_a_bad_value(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1), Level(2, 99, quality: Quality.Bad), Level(3, 3, quality: Quality.Uncertain), Level(4, 99, quality: Quality.Bad));
        Assert.Equal(3, await city.LevelAsync("live"));
        Assert.Equal(1, await city.LevelAsync("live", 2.5));
        Assert.Equal(new double[] { 1, 3 }, await city.LevelsAsync("live"));
        Assert.Equal(4, await city.Store.History.EntriesAsync("live", null, null, None).CountAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Keeps_what_is_simulated_apart_from_what_is_known(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1), Level(60, 7, origin: Origin.Simulated), Level(2, 2, origin: Origin.Assumed));
        var record = await city.TwinAsync("live");
        Assert.Equal(2, Assert.Single(record.Observed).Value);
        Assert.Equal(7, Assert.Single(record.Simulated).Value);
        Assert.Empty((await city.TwinAsync("live", 30)).Simulated);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_a_past_instant_is_what_was_so_then(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1), Level(3, 3), Level(2, 2));
        Assert.Equal(new[] { double.NaN, 1, 1, 2, 3, 3 }, new[] { await city.LevelAsync("live", 0.5), await city.LevelAsync("live", 1), await city.LevelAsync("live", 1.5), await city.LevelAsync("live", 2), await city.LevelAsync("live", 3), await city.LevelAsync("live", 30) });
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nothing_is_known_of_an_asset_that_nobody_observed(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        var record = await city.TwinAsync("live");
        Assert.True(record is { Observed: [], Simulated: [], Alerts: [], Outcomes: [], Rules: null });
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_world_that_there_is_not_is_told_with_the_nearest_name(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        var asked = await Assert.ThrowsAsync<WorldException>(() => city.TwinAsync("lives"));
        Assert.Equal("There is no world 'lives'. Did you mean 'live'?", asked.Message);
        await Assert.ThrowsAsync<WorldException>(() => city.ObserveAsync("gone", Level(1, 1)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_entry_that_makes_no_sense_is_refused_and_others_are_not(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await Assert.ThrowsAsync<ArgumentException>(() => city.AppendAsync(new("live", Lot, Clock.Start, [Level(1, 1)])));
        await Assert.ThrowsAsync<ArgumentException>(() => city.ObserveAsync("live", Level(1, double.NaN) with { Text = "a\0b" }));
        var appends = Enumerable.Range(0, 100).Select(i => city.ObserveAsync(i % 10 == 3 ? "gone" : "live", Level(i, i))).ToArray();
        for (var i = 0; i < appends.Length; i++)
        {
            if (i % 10 == 3) await Assert.ThrowsAsync<WorldException>(() => appends[i]);
            else Assert.True((await appends[i])[0]);
        }
        Assert.Equal(90, (await city.Store.Worlds.ContentAsync("live", None)).Observations);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Extreme_values_come_back_as_they_were(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        double[] values = [double.MaxValue, double.MinValue, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity, Math.PI, 1e15 + 0.5, 9007199254740993];
        await city.ObserveAsync("live", [.. values.Select((v, i) => Level(i, v))]);
        Assert.Equal(values, await city.LevelsAsync("live"));
        var word = "晚高峰 \"'; drop table history; -- \u2028 \U0001F30A";
        await city.ObserveAsync("live", Level(100, double.NaN) with { Text = word, Source = word[..20] });
        Assert.Equal((word, word[..20]), ((await city.TwinAsync("live")).Observed[0].Text, (await city.TwinAsync("live")).Observed[0].Source));
    }
}
