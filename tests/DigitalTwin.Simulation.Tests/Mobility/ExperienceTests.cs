using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Results;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

public class ExperienceTests
{
    private static readonly MobilitySettings Five = new() { Iterations = 5, IterationGap = 0 };
    private static readonly DueAction[] Closed = [Action(0, "close", "parking/lot/L-1")];

    [Fact]
    public async Task Who_knows_the_town_is_turned_away_less_often_and_nothing_is_lost()
    {
        var site = Site(workers: 200, through: 200, spaces: 45);
        var (strangers, locals) = (await RunAsync(site, [], hours: 10), await RunAsync(site, [], hours: 10, settings: Five));
        Assert.True(Kpi(locals, "parking.drivers-turned-away") < 0.8 * Kpi(strangers, "parking.drivers-turned-away"), $"{Kpi(strangers, "parking.drivers-turned-away")} and {Kpi(locals, "parking.drivers-turned-away")} drivers");
        Assert.True(Kpi(locals, "parking.search-time") < Kpi(strangers, "parking.search-time"));
        foreach (var record in (RunRecord[])[strangers, locals])
        {
            Assert.Equal(400, Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed"));
            Assert.InRange(Kpi(record, "parking.drivers-turned-away"), 1, Kpi(record, "parking.turned-away"));
        }
        Assert.Equal(5, locals.Log.Count(e => e.Kind.StartsWith("mobility.day", StringComparison.Ordinal)));
        Assert.Contains("Day 5 of learning", locals.Log.Last(e => e.Kind.StartsWith("mobility.day", StringComparison.Ordinal)).Text.En);
    }

    [Fact]
    public async Task A_closure_surprises_who_knows_the_usual_day_and_not_who_has_adapted()
    {
        var site = Site(workers: 120, through: 100, spaces: 60);
        var surprised = await RunAsync(site, Closed, hours: 10, settings: Five);
        var adapted = await RunAsync(site, Closed, hours: 10, settings: Five with { LearnsEvents = true });
        Assert.True(Kpi(adapted, "parking.drivers-turned-away") < 0.7 * Kpi(surprised, "parking.drivers-turned-away"),
            $"{Kpi(surprised, "parking.drivers-turned-away")} and {Kpi(adapted, "parking.drivers-turned-away")} drivers");
        Assert.All((RunRecord[])[surprised, adapted], record => Assert.Equal(220, Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed")));
    }

    [Fact]
    public async Task A_booking_holds_on_the_day_that_counts_and_on_days_of_learning_where_these_have_the_events()
    {
        // Between two updates, and all spaces of two lots, before anybody has come.
        var site = Site(workers: 120, through: 50, spaces: 20);
        DueAction[] book = [.. new[] { "L-1", "L-2" }.Select(lot => Action(3700, "book", "parking/lot/" + lot, ("spaces", 20), ("for", "public"), ("lasts", 7200), ("kept", 7200)))];
        var (usual, adapted) = (await RunAsync(site, book, hours: 10, settings: Five), await RunAsync(site, book, hours: 10, settings: Five with { LearnsEvents = true }));
        foreach (var record in (RunRecord[])[usual, adapted])
        {
            Assert.Equal(["L-1 has 20 spaces booked for 'public'.", "L-2 has 20 spaces booked for 'public'."], record.Log.Where(e => e.Kind == "action.book").Select(e => e.Text.En));
            Assert.Equal(170, Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed"));
            Assert.Equal(0, Kpi(record, "road.trips-under-way"));
        }
        // Who has met booked lots on the days before does not try them; on usual days nobody has heard of a booking.
        Assert.True(Kpi(adapted, "parking.drivers-turned-away") < Kpi(usual, "parking.drivers-turned-away"), $"{Kpi(usual, "parking.drivers-turned-away")} and {Kpi(adapted, "parking.drivers-turned-away")} drivers");
        var alone = await RunAsync(site, [], hours: 10, settings: Five);
        Assert.Equal(Days(alone), Days(usual));
        Assert.NotEqual(Days(alone), Days(adapted));

        static string[] Days(RunRecord record) => [.. record.Log.Where(e => e.Kind.StartsWith("mobility.day", StringComparison.Ordinal)).Select(e => e.Text.En)];
    }

    [Fact]
    public async Task What_is_learned_does_not_depend_on_rain_or_fleet_or_news_on_the_way_so_variants_of_these_share_it()
    {
        var site = Site(workers: 100, spaces: 30);
        var other = Five with { Fleet = new([new("electric", 0.5)]), RainEffect = 0, Replanning = 0.9 };
        Assert.Equal(Five.Learned, other.Learned);
        var days = 0;
        var (recording, told) = (Morning(), (Action<string>)(_ => days++));
        var first = new MobilityDomain(site, Five, recording, false, told: told);
        var second = new MobilityDomain(site, other, recording, false, told: told, learnsWith: first);
        await Advance(first);
        Assert.Equal(5, days);
        var shared = await Advance(second);
        Assert.Equal(5, days);
        Assert.Equal((await RunAsync(site, [], settings: other)).ResultHash, shared.ResultHash);

        async Task<RunRecord> Advance(MobilityDomain domain)
        {
            var run = new CityRun(new RunPlan([domain], 300, 72, []), 1, new KeyedRandom(1), new Workers(1));
            await run.AdvanceAsync(int.MaxValue);
            return Record(run, site);
        }
    }

    [Fact]
    public async Task Learning_takes_no_bit_from_the_spread_or_from_a_pause()
    {
        var site = Site(workers: 150, through: 300, spaces: 40);
        var whole = await RunAsync(site, Closed, settings: Five);
        Assert.Equal(whole.ResultHash, (await RunAsync(site, Closed, partitions: 3, threads: 2, inside: 2, settings: Five)).ResultHash);
        var first = Run(site, Closed, settings: Five);
        await first.AdvanceAsync(20);
        var second = Run(site, Closed, settings: Five);
        await second.RestoreAsync(RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!);
        await second.AdvanceAsync(int.MaxValue);
        Assert.Equal(whole.ResultHash, Record(second, site).ResultHash);
        Assert.NotEqual(whole.ResultHash, (await RunAsync(site, Closed)).ResultHash);
    }
}
