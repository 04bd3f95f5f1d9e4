using DigitalTwin.Storage.Journal;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.Contracts.Twins;
using Microsoft.Extensions.Logging.Abstractions;
using System.Diagnostics;
using Xunit.Abstractions;

namespace DigitalTwin.Storage.Tests;

public class Smoke(ITestOutputHelper o)
{
    [Fact]
    public async Task Works()
    {
        var dir = Directory.CreateTempSubdirectory().FullName;
        var c = CancellationToken.None;
        await using var store = await SqliteStore.OpenAsync(Path.Combine(dir, "a.db"), new Clock(), NullLoggerFactory.Instance, c);
        await store.Worlds.CreateAsync("live", "m", Clock.Start, c);
        var t = Clock.Start;
        var n = await store.Journal.AppendAsync(new TwinEntry("live", "water/tank/T-1", t, [new("water/tank/T-1", "level", 3.5, t, "scada"), new("water/tank/T-1", "level", 3.5, t, "scada")]), c);
        Assert.True(n[0] && !n[1]);
        await store.Worlds.ForkAsync("f", "live", null, WorldKind.Fork, t, c);
        await store.Journal.AppendAsync(new SimulatedFrame("f", new AssetSet(["water/tank/T-1", "x"]), "level", t.AddHours(1), new float[] { 7, float.NaN }), c);
        var r = await store.History.TwinAsync("f", "water/tank/T-1", null, c);
        Assert.Equal(3.5, r.Observed.Single().Value);
        Assert.Equal(7, r.Simulated.Single().Value);
        var s = await store.History.SamplesAsync("f", "water/tank/T-1", new HistoryQuery("level", t.AddDays(-1), t.AddDays(1)), c);
        Assert.Equal(2, s.Length);
        var d = await store.History.DifferencesAsync(new("live", null), new("f", null), c).ToListAsync();
        Assert.Single(d);
        await store.BackupAsync(Path.Combine(dir, "b.db"), c);
        await using var two = await SqliteStore.OpenAsync(Path.Combine(dir, "c.db"), new Clock(), NullLoggerFactory.Instance, c);
        await two.RestoreAsync(Path.Combine(dir, "b.db"), c);
        Assert.Equal(7, (await two.History.TwinAsync("f", "water/tank/T-1", null, c)).Simulated.Single().Value);
        var sw = Stopwatch.StartNew();
        var k = 0;
        for (var round = 0; round < 3; round++)
        {
            var tasks = new List<Task>();
            for (var i = 0; i < 1000; i++, k++)
                tasks.Add(store.Journal.AppendAsync(new TwinEntry("live", "a/b/" + i, t, [new("a/b/" + i, "level", k, t.AddSeconds(k), "scada")]), c));
            await Task.WhenAll(tasks);
        }
        o.WriteLine($"{k / sw.Elapsed.TotalSeconds:F0}/s");
    }
}
