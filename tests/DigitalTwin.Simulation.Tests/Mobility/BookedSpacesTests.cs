using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Results;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

public class BookedSpacesTests
{
    // The first forty who set out for the office between 07:30 and 08:30.
    private static readonly DueAction Book = Action(5400, "book", "parking/lot/L-2", ("spaces", 40), ("for", "public"), ("to", "building/building/office"), ("lasts", 3600));

    [Fact]
    public async Task Who_has_a_space_booked_drives_there_and_finds_it()
    {
        // All thirty spaces of the lot, from six on: who has none booked parks elsewhere, or nowhere.
        var site = Site(workers: 150, spaces: 30);
        var record = await RunAsync(site, [Action(0, "book", "parking/lot/L-2", ("spaces", 30), ("for", "public"), ("lasts", 21600), ("kept", 7200))], hours: 10);
        Assert.Equal("L-2 has 30 spaces booked for 'public'.", Said(record));
        Assert.Equal(30, Most(record, "L-2"));
        Assert.True(Most(await RunAsync(site, [], hours: 10), "L-1") > 0);
        Assert.Equal((150, 0), (Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed"), Kpi(record, "road.trips-under-way")));
    }

    [Fact]
    public async Task Spaces_are_booked_for_drivers_and_not_for_nobody_and_the_sums_are_kept()
    {
        // No resident drives: nothing is held for nobody. Ten who set out late have theirs held while others search.
        var site = Site(workers: 250, spaces: 30);
        var none = await RunAsync(site, [Book with { Words = new Dictionary<string, string> { ["for"] = "residents" } }], hours: 10);
        Assert.StartsWith("L-2 has 0 of 40 spaces booked for 'residents'", Said(none));
        var late = Action(8400, "book", "parking/lot/L-2", ("spaces", 10), ("for", "public"), ("lasts", 2400));
        var booked = await RunAsync(site, [late], hours: 10);
        Assert.Equal("L-2 has 10 spaces booked for 'public'.", Said(booked));
        foreach (var record in (RunRecord[])[none, booked])
        {
            Assert.Equal(250, Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed"));
            Assert.Equal(Kpi(record, "parking.parked"), 250 - Kpi(record, "road.trips-failed"));
            Assert.All(record.Layers.Single(l => l.Name == "parking_lot").Fields.Single(f => f.Name == "occupancy").Values, row => Assert.All(row, cars => Assert.InRange(cars, 0, 30)));
        }
        Assert.NotEqual(none.ResultHash, booked.ResultHash);
    }

    [Fact]
    public void A_lot_that_is_closed_then_has_no_space_to_book()
    {
        const string Text = """
            scenario: match
            map: .
            period: { start: 2025-07-08T06:00+08:00, duration: 6 h }
            events:
              - { at: "06:30", until: "09:00", close: parking/lot/L-1 }
              - { at: "07:00", book: parking/lot/L-1, spaces: 5, for: public, lasts: 1 h }
              - { at: "09:00", book: parking/lot/L-1, spaces: 5, for: public, lasts: 1 h, to: building/building/office }
            """;
        var problems = new ProblemList();
        var assets = new AssetList(["parking/lot/L-1", "parking/lot/L-2", "parking/lot/L-3"]);
        var scenario = ScenarioReader.Bind(ScenarioReader.Open(Encoding.UTF8.GetBytes(Text), "match.yaml", problems)!, MobilityVocabulary.All with { Assets = assets }, problems)!;
        Assert.Equal(0, problems.ErrorCount);
        foreach (var act in scenario.Events.Where(e => e.Action.Name == "book")) BookingCheck.Check(scenario, act, problems);
        Assert.Equal(
            ["No space of 'parking/lot/L-1' can be booked at that time: it is closed since line 5."],
            problems.Select(p => p.Sentence));
    }

    [Fact]
    public async Task A_lot_that_is_closed_books_nothing_and_says_so()
    {
        var record = await RunAsync(Site(workers: 40, spaces: 50), [Action(0, "close", "parking/lot/L-2"), Book]);
        Assert.Equal("L-2 is closed: no space is booked for 'public'.", Said(record));
        Assert.Equal(0, Most(record, "L-2"));
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(8, 2, 3)]
    public async Task The_same_bits_for_any_number_of_threads_and_partitions(int partitions, int threads, int inside)
    {
        var one = await RunAsync(Site(workers: 200, through: 200, spaces: 40), [Book]);
        Assert.Equal(one.ResultHash, (await RunAsync(Site(workers: 200, through: 200, spaces: 40), [Book], partitions, threads, inside: inside)).ResultHash);
    }

    [Fact]
    public async Task A_run_goes_on_from_a_saved_state_with_its_bookings()
    {
        var site = Site(workers: 200, through: 200, spaces: 40);
        var whole = await RunAsync(site, [Book]);
        var first = Run(site, [Book]);
        await first.AdvanceAsync(20);
        var second = Run(site, [Book]);
        await second.RestoreAsync(RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!);
        await second.AdvanceAsync(int.MaxValue);
        Assert.Equal(whole.ResultHash, Record(second, site).ResultHash);
    }

    private static string Said(RunRecord record) => record.Log.Single(e => e.Kind == "action.book").Text.En;

    private static double Most(RunRecord record, string id)
    {
        var layer = record.Layers.Single(l => l.Name == "parking_lot");
        return layer.Fields.Single(f => f.Name == "occupancy").Values.Max(row => row[layer.AssetIds.ToList().IndexOf("parking/lot/" + id)]);
    }
}
