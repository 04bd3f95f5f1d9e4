using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using static DigitalTwin.Grains.Tests.TestCity;

namespace DigitalTwin.Grains.Tests.ParkingLots;

public class LotForecastTests
{
    private const string Lot = "parking/lot/L-1";
    private static readonly DateTimeOffset Begin = HeldClock.Morning.AddDays(-28);

    [Fact]
    public async Task A_lot_expects_of_the_next_hours_what_its_weeks_have_been_like()
    {
        await using var city = await WithWeeksAsync();
        var now = city.Clock.Now;
        var forecasts = await Twin(city).ForecastAsync(null, 0.9, default);
        Assert.Equal([15, 30, 60, 120], forecasts.Select(f => (int)(f.At - now).TotalMinutes));
        Assert.All(forecasts, f =>
        {
            Assert.Equal(Usual(f.At), f.Expected, 2.0);
            Assert.InRange(f.Expected, f.Lower, f.Upper);
            Assert.Equal((0.9, now), (f.Coverage, f.From));
        });
    }

    [Fact]
    public async Task What_comes_in_changes_what_is_expected_and_a_restart_does_not()
    {
        var folder = Directory.CreateTempSubdirectory("twins").FullName;
        var clock = new HeldClock();
        Forecast before, after;
        await using (var city = await WithWeeksAsync(folder, clock))
        {
            before = (await Twin(city).ForecastAsync(null, 0.9, default))[2];
            clock.Pass(TimeSpan.FromMinutes(15));
            await city.SendAsync(Seen(Lot, "occupancy", Usual(clock.Now) + 25, clock.Now));
            after = (await Twin(city).ForecastAsync(null, 0.9, default))[2];
            Assert.True(after.Expected > Usual(after.At) + 10, $"{after.Expected} against the usual {Usual(after.At)}");
        }
        await using (var city = await StartAsync(folder: folder, clock: clock)) Assert.Equal(after, (await Twin(city).ForecastAsync(null, 0.9, default))[2]);
        await using (var city = await StartAsync(folder: folder, clock: clock)) Assert.Equal(before, (await Twin(city).ForecastAsync(before.From, 0.9, default))[2]);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_fork_expects_what_its_parent_expected_when_it_was_forked()
    {
        await using var city = await WithWeeksAsync();
        var parent = await Twin(city).ForecastAsync(null, 0.8, default);
        await city.Grains.GetGrain<IWorldGrain>(Live).ForkAsync("what-if", null, "test", default);
        var child = await city.Grains.GetGrain<IParkingLotGrain>($"what-if/{Lot}").ForecastAsync(null, 0.8, default);
        Assert.Equal(parent.AsEnumerable(), child);
        Assert.Equal(4, parent.Length);
    }

    [Fact]
    public async Task Nothing_is_expected_of_a_lot_of_which_nothing_or_nothing_recent_is_known()
    {
        await using var city = await StartAsync();
        Assert.Empty(await Twin(city).ForecastAsync(null, 0.9, default));
        await city.SendAsync(Seen(Lot, "occupancy", 20, city.Clock.Now));
        Assert.Empty(await Twin(city).ForecastAsync(null, 0.9, default));
        await using var known = await WithWeeksAsync();
        known.Clock.Pass(TimeSpan.FromHours(3));
        Assert.Empty(await Twin(known).ForecastAsync(null, 0.9, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public async Task An_interval_that_holds_nothing_or_everything_is_refused(double coverage)
    {
        await using var city = await StartAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Twin(city).ForecastAsync(null, coverage, default));
    }

    private static IParkingLotGrain Twin(TestCity city) => (IParkingLotGrain)city.Twin(Lot);

    private static async Task<TestCity> WithWeeksAsync(string? folder = null, HeldClock? clock = null)
    {
        var city = await StartAsync(folder: folder, clock: clock);
        var readings = new List<Observation>();
        for (var at = Begin; at <= city.Clock.Now; at = at.AddMinutes(15)) readings.Add(Seen(Lot, "occupancy", Usual(at), at));
        foreach (var batch in readings.Chunk(500)) await city.SendAsync(batch);
        return city;
    }

    private static double Usual(DateTimeOffset at) => 30 + Math.Round(20 * Math.Sin(at.TimeOfDay.TotalHours / 24 * 2 * Math.PI));
}
