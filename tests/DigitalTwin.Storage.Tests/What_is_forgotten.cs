using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Storage.Journal;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class What_is_forgotten
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_old_and_not_the_newest_before_the_limit(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1), Level(2, 2), Level(3, 3), Level(5, 5), Level(1, 7, property: "inflow"), Level(1.5, 9, quality: Quality.Bad));
        Assert.Equal(3, await city.Store.History.ForgetAsync("live", At(4), None));
        Assert.Equal(new double[] { 3, 5 }, await city.LevelsAsync("live"));
        Assert.Equal((double.NaN, 3, 5), (await city.LevelAsync("live", 2), await city.LevelAsync("live", 4), await city.LevelAsync("live")));
        Assert.Equal(new double[] { 7 }, await city.LevelsAsync("live", "inflow"));
        Assert.Equal((3, At(1), At(5)), ((await city.Store.Worlds.ContentAsync("live", None)).Observations, (await city.Store.Worlds.ContentAsync("live", None)).First, (await city.Store.Worlds.ContentAsync("live", None)).Last));
        Assert.Equal(0, await city.Store.History.ForgetAsync("live", At(4), None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_nothing_that_a_fork_still_sees(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.ObserveAsync("live", Level(1, 1), Level(2, 2), Level(3, 3), Level(4, 4), Level(9, 9));
        await city.ForkAsync("fork", "live", 2);
        await city.ForkAsync("fork.fork", "fork", 1);
        await city.ObserveAsync("live", Level(1.5, 15));
        Assert.Equal(2, await city.Store.History.ForgetAsync("live", At(8), None));
        Assert.Equal(new double[] { 1, 2 }, await city.LevelsAsync("fork"));
        Assert.Equal(new double[] { 1 }, await city.LevelsAsync("fork.fork"));
        Assert.Equal(new double[] { 1, 2, 4, 9 }, await city.LevelsAsync("live"));

        await city.Store.Worlds.DeleteAsync("fork.fork", None);
        await city.Store.Worlds.DeleteAsync("fork", None);
        Assert.Equal(2, await city.Store.History.ForgetAsync("live", At(8), None));
        Assert.Equal(new double[] { 4, 9 }, await city.LevelsAsync("live"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Are_frames_too(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        for (var i = 1; i <= 4; i++) await city.Store.Journal.AppendAsync(new SimulatedFrame("live", new([Tank]), "level", At(i), new float[] { i }), None);
        Assert.Equal(0, await city.Store.History.ForgetAsync("live", At(3.5), None));
        Assert.Equal(new double[] { 3, 4 }, await city.LevelsAsync("live"));
        Assert.Equal(2, (await city.Store.Worlds.ContentAsync("live", None)).Frames);
    }
}
