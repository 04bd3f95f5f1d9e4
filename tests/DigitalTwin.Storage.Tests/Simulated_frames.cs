using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Storage.Journal;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class Simulated_frames
{
    private static readonly AssetSet Many = new([.. Enumerable.Range(0, 1000).Select(i => $"road/link/{i}")]);

    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Are_seen_through_the_same_calls_as_observations(StoreKind kind)
    {
        await using var city = await RunAsync(kind);
        foreach (var i in (int[])[0, 255, 256, 511, 999])
        {
            var reading = Assert.Single((await city.Store.History.TwinAsync("run", $"road/link/{i}", At(12), None)).Simulated);
            Assert.Equal(("flow", i + 0.5, At(10), Origin.Simulated, Quality.Good), (reading.Property, reading.Value, reading.ObservedAt, reading.Origin, reading.Quality));
            Assert.Equal(new[] { i, i + 0.5, i + 1 }, (await city.Store.History.SamplesAsync("run", $"road/link/{i}", new HistoryQuery("flow", At(0), At(99)), None)).Select(s => s.Mean));
        }
        Assert.Equal(1001, await city.Store.History.NewestAsync("run", null, None).CountAsync());
        Assert.Empty((await city.Store.History.TwinAsync("live", "road/link/5", null, None)).Simulated);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Are_read_back_whole_and_in_order(StoreKind kind)
    {
        await using var city = await RunAsync(kind);
        var frames = await city.Store.History.FramesAsync("run", None).ToListAsync();
        Assert.Equal([At(0), At(10), At(20)], frames.Select(f => f.At));
        Assert.All(frames, f => Assert.True(Many.Assets.SequenceEqual(f.AssetSet.Assets)));
        Assert.Equal(Values(1), frames[2].Values.ToArray());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Written_again_stay_as_they_were(StoreKind kind)
    {
        await using var city = await RunAsync(kind);
        await city.ForkAsync("fork", "run");
        await city.Store.Journal.AppendAsync(new SimulatedFrame("run", Many, "flow", At(20), Values(50)), None);
        Assert.Equal(3, (await city.Store.Worlds.ContentAsync("run", None)).Frames);
        Assert.Equal(8, (await city.Store.History.TwinAsync("fork", "road/link/7", null, None)).Simulated[0].Value);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Without_a_value_for_an_asset_say_nothing_of_it(StoreKind kind)
    {
        await using var city = await RunAsync(kind);
        await city.Store.Journal.AppendAsync(new SimulatedFrame("run", new([Tank, Lot]), "level", At(5), new[] { float.NaN, 3f }), None);
        Assert.Empty((await city.TwinAsync("run")).Simulated);
        Assert.Equal(3, (await city.TwinAsync("run", asset: Lot)).Simulated[0].Value);
        Assert.Equal(new double[] { 9 }, await city.LevelsAsync("run"));
        await Assert.ThrowsAsync<ArgumentException>(() => city.Store.Journal.AppendAsync(new SimulatedFrame("run", Many, "level", At(5), new float[3]), None));
        await Assert.ThrowsAsync<ArgumentException>(() => city.Store.Journal.AppendAsync(new SimulatedFrame("run", new([]), "level", At(5), default), None));
        await Assert.ThrowsAsync<WorldException>(() => city.Store.Journal.AppendAsync(new SimulatedFrame("ran", Many, "flow", At(5), Values(0)), None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_a_run_differ_from_its_parent_where_the_run_has_its_own(StoreKind kind)
    {
        await using var city = await RunAsync(kind);
        await city.ObserveAsync("live", Level(50, 1, asset: "road/link/3", property: "flow"), Level(50, 1, asset: "road/link/3", property: "speed"));
        var differences = await city.Store.History.DifferencesAsync(new("live", null), new("run", null), None).ToListAsync();
        Assert.Equal(1000, differences.Count);
        Assert.All(differences, d => Assert.Equal("flow", d.Property));
        var third = Assert.Single(differences, d => d.Asset == "road/link/3");
        Assert.Equal((1.0, 4.0), (third.Left!.Value, third.Right!.Value));
        Assert.Equal(differences.Select(d => (d.Asset, d.Right!.Value)).Order(),
            (await city.Store.History.DifferencesAsync(new("run", null), new("live", null), None).ToListAsync()).Select(d => (d.Asset, d.Left!.Value)).Order());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Two_instants_or_two_siblings_differ_where_they_do(StoreKind kind)
    {
        await using var city = await RunAsync(kind);
        await city.ObserveAsync("live", Level(20, 7));
        await city.ObserveAsync("live", Level(20, 7, asset: Lot));
        Assert.Equal((9, 7), Assert.Single(await DifferencesAsync(new("live", At(10)), new("live", At(30)), Tank)));
        Assert.Equal(1000, await city.Store.History.DifferencesAsync(new("run", At(10)), new("run", At(20)), None).CountAsync());
        await city.ForkAsync("a", "live");
        await city.ForkAsync("b", "live");
        Assert.Empty(await city.Store.History.DifferencesAsync(new("a", null), new("b", null), None).ToListAsync());
        await city.ObserveAsync("a", Level(30, 1));
        await city.ObserveAsync("b", Level(30, 1), Level(31, 2, property: "inflow"));
        var difference = Assert.Single(await city.Store.History.DifferencesAsync(new("a", null), new("b", null), None).ToListAsync());
        Assert.Equal(("inflow", null, 2.0), (difference.Property, difference.Left, difference.Right!.Value));

        async Task<List<(double, double)>> DifferencesAsync(History.WorldMoment left, History.WorldMoment right, string asset) =>
            await city.Store.History.DifferencesAsync(left, right, None).Where(d => d.Asset == asset).Select(d => (d.Left!.Value, d.Right!.Value)).ToListAsync();
    }

    /// <summary>A run of three frames of a thousand links, forked from a live world in which the tank is known.</summary>
    private static async Task<City> RunAsync(StoreKind kind)
    {
        var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(0, 9));
        await city.ForkAsync("run", "live", 0, WorldKind.Run);
        foreach (var (minute, more) in ((double, float)[])[(20, 1f), (0, 0f), (10, 0.5f)])
            await city.Store.Journal.AppendAsync(new SimulatedFrame("run", new([.. Many.Assets]), "flow", At(minute), Values(more)), None);
        return city;
    }

    private static float[] Values(float more) => [.. Enumerable.Range(0, 1000).Select(i => i + more)];
}
