using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Grains.Watching;
using static DigitalTwin.Grains.Tests.TestCity;

namespace DigitalTwin.Grains.Tests.Watching;

public class WatchTests
{
    private static readonly Rules Hourly = new([], [new("pressure", TimeSpan.FromHours(1), null)]);

    [Fact]
    public async Task A_sensor_that_falls_silent_while_its_twin_sleeps_is_noticed()
    {
        var folder = Directory.CreateTempSubdirectory("twins").FullName;
        var clock = new HeldClock();
        await using (var city = await StartAsync(folder: folder, clock: clock))
        {
            await city.Twin("water/junction/J-1").WatchAsync(Hourly, "Li", default);
            await city.SendAsync(Seen("water/junction/J-1", "pressure", 30, clock.Now), Seen("water/junction/J-2", "pressure", 30, clock.Now));
        }
        clock.Pass(TimeSpan.FromHours(2));

        await using (var city = await StartAsync(folder: folder, clock: clock))
        {
            Assert.Equal(1, await city.Grains.GetGrain<IWatchGrain>(Live).SweepAsync(default));
            var alert = Assert.Single((await city.Twin("water/junction/J-1").StateAsync(null, default)).Alerts);
            Assert.Equal(("silent:pressure", Morning.AddHours(1)), (alert.Rule, alert.RaisedAt));
            Assert.Empty((await city.Twin("water/junction/J-2").StateAsync(null, default)).Alerts);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_sensor_that_goes_on_reporting_costs_no_call_to_its_twin()
    {
        await using var city = await StartAsync();
        await city.Twin("water/junction/J-1").WatchAsync(Hourly, "Li", default);
        var watch = city.Grains.GetGrain<IWatchGrain>(Live);
        for (var i = 0; i < 30; i++)
        {
            await city.SendAsync(Seen("water/junction/J-1", "pressure", i, city.Clock.Now));
            city.Clock.Pass(TimeSpan.FromMinutes(10));
            Assert.Equal(0, await watch.SweepAsync(default));
        }
        city.Clock.Pass(TimeSpan.FromMinutes(60));
        Assert.Equal(1, await watch.SweepAsync(default));
        Assert.Single((await city.Twin("water/junction/J-1").StateAsync(null, default)).Alerts);
        city.Clock.Pass(TimeSpan.FromMinutes(60));
        Assert.Equal(0, await watch.SweepAsync(default));
    }

    [Fact]
    public async Task Types_of_asset_may_be_watched_by_default()
    {
        var options = new CityOptions { DefaultRules = type => type == "water/junction" ? Hourly : Rules.None };
        await using var city = await StartAsync(options: options);
        await city.SendAsync(Seen("water/junction/J-1", "pressure", 30, city.Clock.Now), Seen("water/pipe/P-1", "flow", 1, city.Clock.Now));
        city.Clock.Pass(TimeSpan.FromHours(2));
        Assert.Equal(1, await city.Grains.GetGrain<IWatchGrain>(Live).SweepAsync(default) + await Later(city));
        Assert.Single((await city.Twin("water/junction/J-1").StateAsync(null, default)).Alerts);
    }

    [Fact]
    public async Task A_delay_that_ran_when_the_process_ended_is_taken_up_again()
    {
        var folder = Directory.CreateTempSubdirectory("twins").FullName;
        var clock = new HeldClock();
        await using (var city = await StartAsync(folder: folder, clock: clock))
        {
            await city.Twin("water/junction/J-1").WatchAsync(new([new("low", "pressure", Side.Below, 20, 1, TimeSpan.FromMinutes(10), Severity.Severe)], []), "Li", default);
            await city.SendAsync(Seen("water/junction/J-1", "pressure", 12, clock.Now));
        }
        clock.Pass(TimeSpan.FromMinutes(11));
        await using (var city = await StartAsync(folder: folder, clock: clock))
        {
            Assert.Equal(1, await city.Grains.GetGrain<IWatchGrain>(Live).SweepAsync(default));
            Assert.Equal("low", Assert.Single((await city.Twin("water/junction/J-1").StateAsync(null, default)).Alerts).Rule);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static DateTimeOffset Morning => HeldClock.Morning;

    /// <summary>A second look: the first one only begins the watch when nothing was due yet.</summary>
    private static async Task<int> Later(TestCity city)
    {
        city.Clock.Pass(TimeSpan.FromMinutes(1));
        return await city.Grains.GetGrain<IWatchGrain>(Live).SweepAsync(default);
    }
}
