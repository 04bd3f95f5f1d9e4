using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Worlds;
using static DigitalTwin.Grains.Tests.TestCity;

namespace DigitalTwin.Grains.Tests.Telemetry;

public class HostileTelemetryTests
{
    [Fact]
    public async Task Each_bad_record_is_refused_with_its_reason_and_the_good_ones_beside_it_are_kept()
    {
        await using var city = await StartAsync();
        var at = city.Clock.Now;
        (Observation? Record, string Reason)[] bad =
        [
            (null, "The record is empty."),
            (Seen(null!, "level", 1, at), "The asset is missing."),
            (Seen("water/tank/T-11", "level", 1, at), "'water/tank/T-11' is not on the map of the world 'live'. Did you mean 'water/tank/T-1'?"),
            (Seen("city/bench/B-1", "level", 1, at), "'city/bench/B-1' is not on the map"),
            (Seen("no such thing", "level", 1, at), "'no such thing' is not on the map of the world 'live'."),
            (Seen("water/tank/T-1", null!, 1, at), "'' is no property"),
            (Seen("water/tank/T-1", "Level", 1, at), "'Level' is no property"),
            (Seen("water/tank/T-1", new string('a', 65), 1, at), "at most 64 characters"),
            (Seen("water/tank/T-1", "levle", 1, at), "'levle' is no known property. Did you mean 'level'?"),
            (Seen("water/tank/T-1", "level", double.NaN, at), "'level' is NaN; a finite number is accepted."),
            (Seen("water/tank/T-1", "level", double.PositiveInfinity, at), "a finite number is accepted."),
            (Seen("water/tank/T-1", "level", double.NaN, at) with { Text = "full" }, "'level' is the word 'full'; a number in m is accepted."),
            (Seen("parking/lot/L-1", "occupancy", 2.5, at), "a whole number from 0 is accepted."),
            (Seen("parking/lot/L-1", "entries", -1, at), "a whole number from 0 is accepted."),
            (Seen("parking/lot/L-1", "reservation", double.NaN, at) with { Text = "reserved 99 until 2099-01-01 as x" }, "'reservation' is the twin's own"),
            (Seen("water/pump/PU-1", "status", double.NaN, at) with { Text = "maybe" }, "'status' is 'maybe'"),
            (Seen("water/tank/T-1", "level", 1, at.AddMinutes(6)), "ahead of the clock"),
            (Seen("water/tank/T-1", "level", 1, DateTimeOffset.MaxValue), "ahead of the clock"),
            (Seen("water/tank/T-1", "level", 1, DateTimeOffset.MinValue), "lies before 1970"),
            (Seen("water/tank/T-1", "level", 1, at, null!), "The source is missing"),
            (Seen("water/tank/T-1", "level", 1, at, " "), "The source is missing"),
            (Seen("water/tank/T-1", "level", 1, at, new string('s', 65)), "has 65 characters"),
            (Seen("water/tank/T-1", "level", 1, at, "a\u0007b"), "control character"),
            (Seen("water/tank/T-1", "level", 1, at, "\uD800"), "broken UTF-16"),
            (Seen("water/tank/T-1", "x-note", double.NaN, at) with { Text = "caf\uFFFD" }, "broken UTF-16"),
            (Seen("water/tank/T-1", "x-note", double.NaN, at) with { Text = new string('t', 257) }, "at most 256"),
            (Seen("water/tank/T-1", "level", 1, at) with { Quality = (Quality)9 }, "The quality is 9"),
            (Seen("water/tank/T-1", "level", 1, at) with { Origin = (Origin)9 }, "The origin is 9"),
            (Seen("water/tank/T-1", "level", 1, at) with { Origin = Origin.Derived }, "Derived values are the twin's own"),
            (Seen("water/tank/T-1", "level", 1, at) with { Origin = Origin.Assumed }, "A live world takes no assumed values"),
        ];
        var batch = bad.SelectMany((b, i) => new[] { b.Record!, Seen("water/tank/T-2", $"x-{i}", i, at) }).ToArray();

        var receptions = await city.SendAsync(batch);

        for (var i = 0; i < bad.Length; i++)
        {
            Assert.Equal(ReceptionKind.Refused, receptions[2 * i].Kind);
            Assert.Contains(bad[i].Reason, receptions[2 * i].Reason, StringComparison.Ordinal);
            Assert.Equal(new(ReceptionKind.Accepted), receptions[2 * i + 1]);
        }
        Assert.Empty((await city.Twin("water/tank/T-1").StateAsync(null, default)).Observed);
        Assert.Equal(bad.Length, (await city.Twin("water/tank/T-2").StateAsync(null, default)).Observed.Length);
    }

    [Fact]
    public async Task A_flood_of_unknown_assets_is_refused_without_looking_for_the_nearest_of_each()
    {
        await using var city = await StartAsync();
        var receptions = await city.SendAsync([.. Enumerable.Range(0, 5000).Select(i => Seen($"water/tank/T-1{i % 10}{i / 10}", "level", 1, city.Clock.Now))]);
        Assert.All(receptions, r => Assert.Contains("is not on the map", r.Reason, StringComparison.Ordinal));
        Assert.True(receptions.Count(r => r.Reason!.Contains("Did you mean", StringComparison.Ordinal)) <= 3);
    }

    [Fact]
    public async Task A_property_of_ones_own_is_taken_unless_it_is_a_slip_of_the_finger()
    {
        await using var city = await StartAsync();
        string[] own = ["max-level", "level-2", "x-levle", "salinity", "ph"];
        var receptions = await city.SendAsync([.. own.Append("lvel").Select(p => Seen("water/tank/T-1", p, 1, city.Clock.Now))]);
        Assert.All(receptions.Take(own.Length), r => Assert.Equal(ReceptionKind.Accepted, r.Kind));
        Assert.Contains("Did you mean 'level'?", receptions[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_ten_thousand_records_a_batch_is_not_looked_at_and_says_so()
    {
        await using var city = await StartAsync();
        var at = city.Clock.Now;
        var receptions = await city.SendAsync([.. Enumerable.Range(0, 10_002).Select(i => Seen("water/tank/T-1", "level", i, at.AddSeconds(-i)))]);
        Assert.Equal(10_000, receptions.Count(r => r.Kind != ReceptionKind.Refused));
        Assert.Contains("The batch has 10002 records; the first 10000 are looked at", receptions[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_very_many_properties_fills_the_twin_and_no_more()
    {
        await using var city = await StartAsync();
        var receptions = await city.SendAsync([.. Enumerable.Range(0, 5000).Select(i => Seen("water/tank/T-1", $"x-{i}", i, city.Clock.Now))]);
        Assert.Equal(TelemetryLimits.PropertiesPerAsset, receptions.Count(r => r.Kind == ReceptionKind.Accepted));
        Assert.Equal(5000 - TelemetryLimits.PropertiesPerAsset, receptions.Count(r => r.Kind == ReceptionKind.Refused));
        Assert.Equal(ReceptionKind.Accepted, (await city.SendAsync(Seen("water/tank/T-1", "x-7", 1, city.Clock.Now.AddSeconds(1))))[0].Kind);
    }

    [Fact]
    public async Task A_world_that_is_not_there_refuses_everything_with_the_nearest_name()
    {
        await using var city = await StartAsync();
        var receipt = await city.Grains.GetGrain<ITelemetryGrain>("lve").ObserveAsync([Seen("water/tank/T-1", "level", 1, city.Clock.Now)], default);
        Assert.Equal("There is no world 'lve'. Did you mean 'live'?", receipt.Receptions[0].Reason);
        var error = await Assert.ThrowsAsync<WorldException>(() => city.Twin("water/tank/T-1", "lve").StateAsync(null, default));
        Assert.Equal("There is no world 'lve'. Did you mean 'live'?", error.Message);
        Assert.Contains("is not on the map", (await Assert.ThrowsAsync<WorldException>(() => city.Twin("water/tank/T-77").StateAsync(null, default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_batch_has_an_empty_receipt()
    {
        await using var city = await StartAsync();
        Assert.Empty((await city.Door.ObserveAsync([], default)).Receptions);
        Assert.Empty((await city.Door.ObserveAsync(default(ImmutableArray<Observation>), default)).Receptions);
    }
}
