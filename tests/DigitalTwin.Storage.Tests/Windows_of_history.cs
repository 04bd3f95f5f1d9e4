using DigitalTwin.Grains.Contracts.Twins;
using FsCheck;
using FsCheck.Fluent;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class Windows_of_history
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Begin_with_the_oldest_and_have_no_more_than_was_asked_for(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", [.. Enumerable.Range(0, 50).Select(i => Level(49 - i, 49 - i))]);
        var window = await city.Store.History.SamplesAsync("live", Tank, new("level", At(10), At(20), Most: 5), None);
        Assert.Equal(new double[] { 10, 11, 12, 13, 14 }, window.Select(s => s.Mean));
        Assert.Equal([At(10), At(11), At(12), At(13), At(14)], window.Select(s => s.At));
        Assert.Empty(await city.Store.History.SamplesAsync("live", Tank, new("level", At(20), At(20)), None));
        Assert.Empty(await city.Store.History.SamplesAsync("live", Tank, new("nothing", At(0), At(20)), None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Have_words_where_no_buckets_are_asked_for(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, double.NaN) with { Text = "open" }, Level(2, 4));
        Assert.Equal([("open", 1), (null, 1)], (await city.Store.History.SamplesAsync("live", Tank, new("level", At(0), At(9)), None)).Select(s => (s.Text, s.Count)));
        Assert.Equal([4.0], (await city.Store.History.SamplesAsync("live", Tank, new("level", At(0), At(9), TimeSpan.FromHours(1)), None)).Select(s => s.Mean));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task In_buckets_are_what_gathering_every_value_gives(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        var values = Enumerable.Range(0, 400).Select(i => (Minute: i * i % 1009, Value: Math.Sin(i))).DistinctBy(v => v.Minute).ToList();
        await city.ObserveAsync("live", [.. values.Select(v => Level(v.Minute, v.Value))]);
        Prop.ForAll(Gen.Choose(1, 500).ToArbitrary(), Gen.Choose(1, 90).ToArbitrary(), (minutes, most) =>
        {
            var length = TimeSpan.FromMinutes(minutes).Ticks;
            var expected = values.Where(v => v.Minute is >= 10 and < 900).GroupBy(v => At(v.Minute).UtcTicks - (At(v.Minute).UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) % length)
                .OrderBy(g => g.Key).Take(most).Select(g => (g.Key, g.Count(), g.Min(v => v.Value), g.Max(v => v.Value), g.OrderBy(v => v.Minute).Sum(v => v.Value) / g.Count()));
            var found = city.Store.History.SamplesAsync("live", Tank, new HistoryQuery("level", At(10), At(900), TimeSpan.FromMinutes(minutes), most), None).GetAwaiter().GetResult();
            Assert.Equal(expected, found.Select(s => (s.At.UtcTicks, s.Count, s.Min, s.Max, s.Mean)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_alerts_have_the_newest_first(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        foreach (var minute in (double[])[3, 1, 2]) await city.AppendAsync(new("live", Tank, Clock.Start, [], [What_a_fork_sees.TankAlert("low", minute)]));
        await city.AppendAsync(new("live", Tank, Clock.Start, [], [What_a_fork_sees.TankAlert("low", 2) with { ClearedAt = At(2.5) }]));
        await city.AppendAsync(new("live", Lot, Clock.Start, [], [What_a_fork_sees.TankAlert("full", 2) with { Asset = Lot }]));
        Assert.Equal([(3, Tank), (2, Lot), (1, Tank)], await AlertsAsync(true, null, null, null));
        Assert.Equal(4, (await AlertsAsync(false, null, null, null)).Count);
        Assert.Equal([(2, Tank), (1, Tank)], await AlertsAsync(false, 1, 3, Tank));
        Assert.Equal([(2, Lot)], await AlertsAsync(true, 2, 3, null));

        async Task<List<(double, string)>> AlertsAsync(bool activeOnly, double? from, double? until, string? asset) =>
            await city.Store.History.AlertsAsync("live", activeOnly, from is { } f ? At(f) : null, until is { } u ? At(u) : null, asset, None).Select(a => ((a.RaisedAt - Clock.Start).TotalMinutes, a.Asset)).ToListAsync();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_entries_have_everything_of_a_worlds_own(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(2, 2), Level(1, 1), Level(1, 5, property: "inflow"), Level(3, 3, quality: Grains.Contracts.Telemetry.Quality.Bad));
        await city.ForkAsync("fork", "live");
        await city.ObserveAsync("fork", Level(4, 4));
        Assert.Equal([("inflow", 5.0), ("level", 1), ("level", 2), ("level", 3)], await city.Store.History.EntriesAsync("live", null, null, None).Select(e => (e.Reading.Property, e.Reading.Value)).ToListAsync());
        Assert.Equal([("level", 2.0)], await city.Store.History.EntriesAsync("live", At(2), At(3), None).Select(e => (e.Reading.Property, e.Reading.Value)).ToListAsync());
        Assert.Equal([("level", 4.0)], await city.Store.History.EntriesAsync("fork", null, null, None).Select(e => (e.Reading.Property, e.Reading.Value)).ToListAsync());
    }
}
