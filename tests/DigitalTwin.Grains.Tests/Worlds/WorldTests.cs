using DigitalTwin.Client;
using DigitalTwin.Client.Comparing;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;

namespace DigitalTwin.Grains.Tests.Worlds;

public class WorldTests
{
    private const string Tank = "water/tank/T-1";

    private static Observation Level(double value, DateTimeOffset at, Origin origin = Origin.Observed) => new(Tank, "level", value, at, "scada", Origin: origin);

    [Fact]
    public async Task A_world_is_made_of_a_map_that_is_here_and_says_what_it_holds()
    {
        await using var city = await TestCity.StartAsync();
        var client = new CityClient(city.Grains, TimeProvider.System);
        var made = await client.World("second").CreateAsync(TestCity.Map, "ann", default);
        Assert.Equal(("second", WorldKind.Live, TestCity.Map, null, 0), (made.Name, made.Kind, made.Map, made.Parent, made.Own.Observations));
        Assert.Equal("The store does not hold the map nowhere; a world is made of a map that it holds.",
            (await Assert.ThrowsAsync<WorldException>(() => client.World("third").CreateAsync("nowhere", "ann", default))).Message);
        await city.SendAsync(Level(3, city.Clock.Now.AddMinutes(-2)));
        var live = (await client.World("live").StatusAsync(default))!;
        Assert.Equal((1, 1, TimeSpan.FromMinutes(2)), (live.Own.Observations, live.Own.Twins, live.Age));
        Assert.Null(await client.World("lvie").StatusAsync(default));
        Assert.Equal(["live", "second"], (await client.WorldsAsync()).Select(w => w.Name));
    }

    [Fact]
    public async Task A_fork_knows_its_instant_and_goes_its_own_way()
    {
        await using var city = await TestCity.StartAsync();
        var (client, now) = (new CityClient(city.Grains, TimeProvider.System), city.Clock.Now);
        await city.SendAsync(Level(1, now.AddMinutes(-20)), Level(2, now.AddMinutes(-10)), Level(3, now));
        var past = await client.World("live").ForkAsync("past", now.AddMinutes(-15), "ann", default);
        var present = await client.World("live").ForkAsync("present", null, "ann", default);
        Assert.Equal(("live", now.AddMinutes(-15), now), (past.Parent, past.ForkedAt, present.ForkedAt));
        await city.SendAsync(Level(4, now.AddMinutes(1)));
        Assert.Equal(1, (await client.Twin("past", Tank).StateAsync(null, default)).Observed.Single().Value);
        Assert.Equal(3, (await client.Twin("present", Tank).StateAsync(null, default)).Observed.Single().Value);
        await client.Twin("present", Tank).ObserveAsync([Level(9, now.AddMinutes(2), Origin.Assumed)], default);
        Assert.Equal(4, (await client.Twin("live", Tank).StateAsync(null, default)).Observed.Single().Value);

        var change = Assert.Single((await WorldComparison.OfAsync("live", "present", client.World("live").DifferencesAsync(new("present"), default))).Changes);
        Assert.Equal((Tank, "level", 4, 9, 5), (change.Asset, change.Property, change.Here!.Value, change.There!.Value, change.By));
        Assert.Equal(["past", "present"], (await client.World("live").StatusAsync(default))!.Children.AsEnumerable());
    }

    [Fact]
    public async Task What_others_were_forked_from_is_not_deleted_and_they_are_named()
    {
        await using var city = await TestCity.StartAsync();
        var client = new CityClient(city.Grains, TimeProvider.System);
        foreach (var name in new[] { "a", "b" }) await client.World("live").ForkAsync(name, null, "ann", default);
        Assert.Equal("'live' cannot be deleted: 'a' and 'b' were forked from it and share what it holds. Delete those first.",
            (await Assert.ThrowsAsync<WorldException>(() => client.World("live").DeleteAsync("ann", default))).Message);
        foreach (var name in new[] { "a", "b", "live" }) await client.World(name).DeleteAsync("ann", default);
        Assert.Empty(await client.WorldsAsync());
    }

    [Fact]
    public async Task Who_did_what_is_in_the_trail()
    {
        await using var city = await TestCity.StartAsync();
        var client = new CityClient(city.Grains, TimeProvider.System);
        await client.World("live").ForkAsync("a", null, "ann", default);
        await client.World("a").ForgetAsync(city.Clock.Now, "bob", default);
        await client.World("a").DeleteAsync("cat", default);
        var notes = await city.Store.Audit.ReadAsync(1, default).Select(r => $"{r.Note.Actor} {r.Note.Action} {r.Note.Subject}").ToListAsync();
        Assert.Equal(["ann world.fork a", "bob world.forget a", "cat world.delete a"], notes.TakeLast(3));
        Assert.Null(await city.Store.Audit.VerifyAsync(default));
        await Assert.ThrowsAsync<ArgumentException>(() => client.World("live").ForkAsync("b", null, " ", default));
    }

    [Fact]
    public async Task Alerts_and_newest_readings_come_from_the_whole_world()
    {
        await using var city = await TestCity.StartAsync();
        var (client, now) = (new CityClient(city.Grains, TimeProvider.System), city.Clock.Now);
        await city.Twin(Tank).WatchAsync(new([new Threshold("low", "level", Side.Below, 1, 0, TimeSpan.Zero, Severity.Severe)], []), "ann", default);
        await city.SendAsync(Level(0.5, now), new("water/junction/J-1", "pressure", 31, now, "scada"));
        Assert.Equal("low", Assert.Single(await client.World("live").AlertsAsync(new(), default).ToListAsync()).Rule);
        Assert.Empty(await client.World("live").AlertsAsync(new(Asset: "water/tank/T-2"), default).ToListAsync());
        Assert.Equal(["water/junction/J-1", Tank], (await client.World("live").NewestAsync(null, default).ToListAsync()).Select(r => r.Asset).Order());
        Assert.Empty(await client.World("live").NewestAsync(now.AddMinutes(-1), default).ToListAsync());
    }

    [Fact]
    public async Task Changes_of_several_twins_come_as_one_stream()
    {
        await using var city = await TestCity.StartAsync();
        var (client, now) = (new CityClient(city.Grains, TimeProvider.System), city.Clock.Now);
        using var stop = new CancellationTokenSource();
        await using var changes = client.ChangesAsync("live", [Tank, "water/junction/J-1"], stop.Token).GetAsyncEnumerator(stop.Token);
        var first = changes.MoveNextAsync().AsTask();
        // What comes before the stream has reached the twins is not in it: send until it is heard.
        for (var i = 0; !first.IsCompleted; i++) await city.SendAsync(Level(i, now.AddSeconds(-1000 + i)));
        Assert.True(await first);
        Assert.Equal(Tank, changes.Current.Asset);
        var (pressure, k) = (changes.MoveNextAsync().AsTask(), 0);
        while (true)
        {
            if (!pressure.IsCompleted)
            {
                await city.SendAsync(new Observation("water/junction/J-1", "pressure", 20 + k, now.AddSeconds(-1000 + k++), "scada"));
                continue;
            }
            Assert.True(await pressure);
            if (changes.Current.Asset == "water/junction/J-1") break;
            pressure = changes.MoveNextAsync().AsTask();
        }
        await stop.CancelAsync();
    }
}
