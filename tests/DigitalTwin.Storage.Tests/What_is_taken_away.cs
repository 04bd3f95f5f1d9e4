using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Storage.Journal;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class What_is_taken_away
{
    private static readonly AssetSet Tanks = new([Tank, "water/tank/T-2"]);

    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_all_that_a_world_sees_and_nothing_that_it_does_not(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1), Level(2, 2), Level(3, 3));
        await city.ForkAsync("fork", "live", 2.5);
        await city.ObserveAsync("live", Level(1.5, 15));
        await city.ObserveAsync("fork", Level(2, 20), Level(4, 40));
        Assert.Equal(new double[] { 1, 20, 40 }, await LevelsAsync(city, "fork"));
        Assert.Equal(new double[] { 1, 15, 2, 3 }, await LevelsAsync(city, "live"));
        Assert.Equal(await city.LevelsAsync("fork"), await LevelsAsync(city, "fork"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Has_bad_values_too(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1), Level(2, 2) with { Quality = Quality.Bad });
        Assert.Equal([Quality.Good, Quality.Bad], await city.Store.Archive.EntriesAsync("live", None).Select(e => e.Reading.Quality).ToListAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Has_frames_of_ancestors_with_when_they_were_written(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.Store.Worlds.ForkAsync("run", "live", At(0), WorldKind.Run, At(0), None);
        foreach (var minutes in (int[])[0, 10, 20])
            await city.Store.Journal.AppendAsync(new SimulatedFrame("run", Tanks, "level", At(minutes), new float[] { minutes, float.NaN }) { ArrivedAt = At(100 + minutes) }, None);
        await city.Store.Worlds.ForkAsync("next", "run", At(10), WorldKind.Run, At(0), None);
        await city.Store.Journal.AppendAsync(new SimulatedFrame("next", Tanks, "level", At(10), new float[] { 99, 1 }) { ArrivedAt = At(200) }, None);
        var frames = await city.Store.Archive.FramesAsync("next", None).ToListAsync();
        Assert.Equal([(At(0), At(100), 0f), (At(10), At(200), 99f)], frames.Select(f => (f.At, f.ArrivedAt!.Value, f.Values.Span[0])));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Has_commands_in_the_order_in_which_they_came(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        foreach (var key in (string[])["b", "a"])
            await city.Store.Journal.AppendAsync(
                new TwinEntry("live", Tank, At(1), [], Outcomes: [new(new Command(key, "open", "ann", System.Collections.Immutable.ImmutableDictionary<string, double>.Empty, System.Collections.Immutable.ImmutableDictionary<string, string>.Empty), CommandStatus.Done, "done", At(1))]), None);
        Assert.Equal([(Tank, "b"), (Tank, "a")], await city.Store.Archive.OutcomesAsync("live", None).Select(o => (o.Asset, o.Outcome.Command.Key)).ToListAsync());
    }

    private static async Task<double[]> LevelsAsync(City city, string world) => await city.Store.Archive.EntriesAsync(world, None).Select(e => e.Reading.Value).ToArrayAsync();
}
