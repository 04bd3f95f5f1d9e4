using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using static DigitalTwin.Grains.Tests.TestCity;

namespace DigitalTwin.Grains.Tests.ParkingLots;

public class LotGrainTests
{
    private const string Lot = "parking/lot/L-1";

    [Fact]
    public async Task A_count_survives_restarts_repetition_and_disorder()
    {
        var folder = Directory.CreateTempSubdirectory("twins").FullName;
        var clock = new HeldClock();
        List<Observation> day = [];
        for (var i = 0; i < 200; i++)
        {
            var at = clock.Now.AddSeconds(10 * i);
            if (i % 50 == 25) day.Add(Seen(Lot, "occupancy", 30 + i / 50, at.AddSeconds(3), "camera"));
            day.Add(Seen(Lot, i % 3 == 0 ? "exits" : "entries", 1, at, $"gate-{i % 2}"));
        }
        clock.Pass(TimeSpan.FromHours(1));
        var expected = 33 + day.Where(o => o.Property != "occupancy" && o.ObservedAt > HeldClock.Morning.AddSeconds(1753)).Sum(o => o.Property == "entries" ? 1 : -1);
        var order = new Random(7);
        var shuffled = day.Concat(day).OrderBy(_ => order.Next()).ToArray();

        foreach (var part in shuffled.Chunk(100))
        {
            await using var city = await StartAsync(folder: folder, clock: clock);
            await Task.WhenAll(part.Chunk(7).Select(batch => city.SendAsync(batch)));
        }

        await using (var city = await StartAsync(folder: folder, clock: clock))
        {
            var state = await city.Twin(Lot).StateAsync(null, default);
            Assert.Equal(expected, state.Figures.Single(f => f.Name == "occupancy").Value);
            Assert.Equal(expected, state.Observed.Single(r => r.Property == "occupancy").Value);
            Assert.Equal(Origin.Derived, state.Observed.Single(r => r.Property == "occupancy").Origin);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_command_that_is_sent_again_after_a_restart_gets_the_outcome_of_the_first()
    {
        var folder = Directory.CreateTempSubdirectory("twins").FullName;
        var clock = new HeldClock();
        var reserve = new Command("k-1", "reserve", "app", ImmutableDictionary<string, double>.Empty.Add("spaces", 4).Add("duration", 7200), ImmutableDictionary<string, string>.Empty);
        CommandOutcome first;
        await using (var city = await StartAsync(folder: folder, clock: clock))
        {
            await city.SendAsync(Seen(Lot, "occupancy", 90, clock.Now));
            first = await city.Twin(Lot).CommandAsync(reserve, default);
            Assert.Equal(CommandStatus.Done, first.Status);
        }
        clock.Pass(TimeSpan.FromHours(1));
        await using (var city = await StartAsync(folder: folder, clock: clock))
        {
            var second = await city.Twin(Lot).CommandAsync(reserve, default);
            Assert.Equal((first.At, first.Sentence), (second.At, second.Sentence));
            Assert.Equal(6, (await city.Twin(Lot).StateAsync(null, default)).Figures.Single(f => f.Name == "free").Value);
            Assert.Equal(CommandStatus.Refused, (await city.Twin(Lot).CommandAsync(reserve with { Name = "close" }, default)).Status);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_alert_is_acknowledged_once_and_the_audit_says_by_whom()
    {
        await using var city = await StartAsync();
        await city.SendAsync(Seen(Lot, "exits", 3, city.Clock.Now));
        Assert.Equal("Li", (await city.Twin(Lot).AcknowledgeAsync("conflict:count", "Li", default))!.AcknowledgedBy);
        Assert.Null(await city.Twin(Lot).AcknowledgeAsync("no-such", "Li", default));
        var alert = Assert.Single(await city.Twin(Lot).AlertsAsync(city.Clock.Now.AddHours(-1), city.Clock.Now.AddHours(1), default));
        Assert.Equal(("Li", true), (alert.AcknowledgedBy, alert.IsActive));
        List<string> actions = [];
        await foreach (var record in city.Store.Audit.ReadAsync(1, default)) actions.Add($"{record.Note.Actor} {record.Note.Action} {record.Note.Subject}");
        Assert.Contains("Li alert.acknowledge parking/lot/L-1", actions);
    }
}
