using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static DigitalTwin.Grains.Tests.TestCity;

namespace DigitalTwin.Grains.Tests.Telemetry;

public class TelemetryTests
{
    [Fact]
    public async Task What_was_acknowledged_is_the_newest_value_and_in_the_history()
    {
        await using var city = await StartAsync();
        var at = city.Clock.Now;

        var receptions = await city.SendAsync(Seen("water/tank/T-1", "level", 3.2, at), Seen("parking/lot/L-1", "occupancy", 40, at));

        Assert.All(receptions, r => Assert.Equal(ReceptionKind.Accepted, r.Kind));
        var level = Assert.Single((await city.Twin("water/tank/T-1").StateAsync(null, default)).Observed);
        Assert.Equal(("level", 3.2, at, at, "scada", Quality.Good), (level.Property, level.Value, level.ObservedAt, level.ArrivedAt, level.Source, level.Quality));
        var history = await city.Twin("parking/lot/L-1").HistoryAsync(new("occupancy", at.AddHours(-1), at.AddHours(1)), default);
        Assert.Equal([40.0], history.Select(s => s.Mean));
    }

    [Fact]
    public async Task Duplicates_are_known_also_the_old_ones_and_also_after_a_restart()
    {
        var city = await StartAsync();
        var at = city.Clock.Now;
        Observation first = Seen("water/tank/T-1", "level", 1, at.AddMinutes(-2)), second = Seen("water/tank/T-1", "level", 2, at.AddMinutes(-1)), bad = Seen("water/tank/T-1", "level", 9, at, quality: Quality.Bad);
        Assert.Equal([ReceptionKind.Accepted, ReceptionKind.Accepted, ReceptionKind.OutOfOrder], (await city.SendAsync(first, second, bad)).Select(r => r.Kind));
        Assert.All(await city.SendAsync(first, second, bad), r => Assert.Equal(ReceptionKind.Duplicate, r.Kind));
        var folder = Directory.CreateTempSubdirectory("twins").FullName;
        await city.Store.BackupAsync(Path.Combine(folder, "city.db"), default);
        await city.DisposeAsync();

        await using (var again = await StartAsync(folder: folder))
        {
            Assert.All(await again.SendAsync(first, second, bad), r => Assert.Equal(ReceptionKind.Duplicate, r.Kind));
            Assert.Equal(2, Assert.Single((await again.Twin("water/tank/T-1").StateAsync(null, default)).Observed).Value);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_source_that_takes_back_its_doubt_about_an_instant_has_said_it_already()
    {
        await using var city = await StartAsync();
        var at = city.Clock.Now;
        await city.SendAsync(Seen("water/tank/T-1", "level", 1, at.AddMinutes(-1)), Seen("water/tank/T-1", "level", 9, at, quality: Quality.Bad));
        Assert.Equal(ReceptionKind.Duplicate, (await city.SendAsync(Seen("water/tank/T-1", "level", 9, at)))[0].Kind);
        Assert.Equal(1, (await city.Twin("water/tank/T-1").StateAsync(null, default)).Observed.Single().Value);
    }

    [Fact]
    public async Task What_was_known_at_an_earlier_instant_is_told_from_history()
    {
        await using var city = await StartAsync();
        var at = city.Clock.Now;
        await city.SendAsync(Seen("water/tank/T-1", "level", 1, at.AddMinutes(-20)), Seen("water/tank/T-1", "level", 2, at.AddMinutes(-10)));
        Assert.Equal(1, (await city.Twin("water/tank/T-1").StateAsync(at.AddMinutes(-15), default)).Observed.Single().Value);
        Assert.Empty((await city.Twin("water/tank/T-1").StateAsync(at.AddMinutes(-25), default)).Observed);
    }

    [Fact]
    public async Task A_fork_takes_what_is_assumed_and_leaves_its_parent_alone()
    {
        await using var city = await StartAsync();
        var at = city.Clock.Now;
        await city.SendAsync(Seen("water/tank/T-1", "level", 1, at));
        await city.Store.Worlds.ForkAsync("what-if", Live, null, WorldKind.Fork, at, default);
        var fork = city.Twin("water/tank/T-1", "what-if");
        Assert.Equal(1, (await fork.StateAsync(null, default)).Observed.Single().Value);
        var receipt = await city.Grains.GetGrain<ITelemetryGrain>("what-if").ObserveAsync([Seen("water/tank/T-1", "level", 5, at.AddMinutes(1), "me") with { Origin = Origin.Assumed }], default);
        Assert.Equal(ReceptionKind.Accepted, receipt.Receptions.Single().Kind);
        Assert.Equal(5, (await fork.StateAsync(null, default)).Observed.Single().Value);
        Assert.Equal(1, (await city.Twin("water/tank/T-1").StateAsync(null, default)).Observed.Single().Value);
    }

    [Fact]
    public async Task The_outcome_of_a_run_takes_no_observations()
    {
        await using var city = await StartAsync();
        await city.Store.Worlds.ForkAsync("run-1", Live, null, WorldKind.Run, city.Clock.Now, default);
        var observation = Seen("water/tank/T-1", "level", 5, city.Clock.Now);
        var receipt = await city.Grains.GetGrain<ITelemetryGrain>("run-1").ObserveAsync([observation], default);
        Assert.Equal("The world 'run-1' is the outcome of a run and takes no observations; fork it to change something.", receipt.Receptions.Single().Reason);
        Assert.Equal(ReceptionKind.Refused, (await city.Twin("water/tank/T-1", "run-1").ObserveAsync([observation], default)).Single().Kind);
    }

    [Fact]
    public async Task A_twin_refuses_what_is_another_assets()
    {
        await using var city = await StartAsync();
        var reception = (await city.Twin("water/tank/T-1").ObserveAsync([Seen("water/tank/T-2", "level", 5, city.Clock.Now)], default)).Single();
        Assert.Equal("The observation is of 'water/tank/T-2', and this is the twin of 'water/tank/T-1'.", reception.Reason);
    }

    [Fact]
    public async Task Followers_are_told_what_is_durable()
    {
        await using var city = await StartAsync();
        var twin = city.Twin("water/junction/J-1");
        await twin.WatchAsync(new([new("high", "pressure", Side.Above, 50, 0, TimeSpan.Zero, Severity.Severe)], []), "Li", default);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var changes = twin.ChangesAsync(end.Token).GetAsyncEnumerator(end.Token);
        var first = changes.MoveNextAsync();
        // The follower is there once the twin has answered a call that came after it.
        await twin.StateAsync(null, default);
        await city.SendAsync(Seen("water/junction/J-1", "pressure", 60, city.Clock.Now));
        Assert.True(await first);
        Assert.Equal(60, changes.Current.Reading!.Value);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal("high", changes.Current.Alert!.Rule);
    }

    [Fact]
    public async Task A_world_that_was_deleted_and_made_anew_begins_with_nothing()
    {
        await using var city = await StartAsync();
        await city.SendAsync(Seen("water/tank/T-1", "level", 1, city.Clock.Now));
        await city.Store.Worlds.DeleteAsync(Live, default);
        city.City.Services.GetRequiredService<WorldDirectory>().Forget(Live);
        city.Clock.Pass(TimeSpan.FromSeconds(1));
        await city.Store.Worlds.CreateAsync(Live, Map, city.Clock.Now, default);
        await Assert.ThrowsAsync<WorldException>(() => city.Twin("water/tank/T-1").StateAsync(null, default));
        Assert.Empty((await city.Twin("water/tank/T-1").StateAsync(null, default)).Observed);
    }
}
