using DigitalTwin.Simulation.Loop;
using static DigitalTwin.Simulation.Tests.Buildings.Quarters;

namespace DigitalTwin.Simulation.Tests.Buildings;

/// <summary>Events on one building whose windows overlap are, hour by hour, what the latest of each word that has not ended says, and when all have ended the map's building.</summary>
public class OverlappingBuildingEventsTests
{
    private const string First = "building/building/B-0", North = "city/district/north";

    /// <summary>Hours at which three events begin and end: overlapping, nested, with the same begin, with the same end, one after the other.</summary>
    public static TheoryData<int[]> Windows => new([8, 12, 10, 15, 13, 18], [8, 18, 9, 14, 10, 12], [9, 11, 9, 13, 9, 15], [8, 16, 10, 16, 12, 16], [8, 10, 10, 12, 12, 14], [12, 16, 8, 14, 9, 10]);

    public static TheoryData<string, string, double, double, double> Words => new()
    {
        { "setpoint", "cooling", 22, 28, 30 }, { "demand-response", "shed", 80, 10, 40 }, { "demand-response", "cooling", 1, 4, 2 }, { "retrofit", "wall", 0.3, 2.5, 1 }, { "retrofit", "photovoltaics", 10, 100, 50 },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task The_latest_that_lasts_holds_and_in_the_end_the_map_s_building_is_back(string name, string word, double a, double b, double c)
    {
        foreach (var windows in Windows)
        {
            double[] values = [a, b, c];
            DueAction One(int i, int from) => Action(from * 3600, name, i == 1 ? North : First, (word, values[i]));
            var overlapping = Enumerable.Range(0, 3).SelectMany(i => (DueAction[])[One(i, windows[2 * i]), One(i, windows[2 * i]) with { Time = windows[2 * i + 1] * 3600, Undo = true }]);
            // The same as told one after the other; the neighbours of the first building hear of the second event alone.
            var apart = Enumerable.Range(6, 14).SelectMany(hour => Enumerable.Range(0, 3).Where(i => windows[2 * i] <= hour && hour < windows[2 * i + 1]).OrderBy(i => windows[2 * i]).ThenBy(i => i).TakeLast(1)
                .SelectMany(i => (DueAction[])[Action(hour * 3600, name, First, (word, values[i])), Action(hour * 3600, name, First, (word, values[i])) with { Time = (hour + 1) * 3600, Undo = true }]));
            var (record, told) = (await RunAsync(Site(), Ordered(overlapping)), await RunAsync(Site(), Ordered(apart)));
            foreach (var field in (string[])["power", "indoor_temperature", "cooling"]) Assert.Equal(Field(told, field, First), Field(record, field, First));
        }
    }

    [Fact]
    public async Task Words_of_several_events_hold_side_by_side()
    {
        // Cooled less by one, shed by the other: both while both last, the first alone after the second has ended.
        DueAction cool = Action(Noon, "demand-response", First, ("cooling", 3)), shed = Action(Noon + 3600, "demand-response", First, ("shed", 50));
        DueAction both = Action(Noon + 3600, "demand-response", First, ("cooling", 3), ("shed", 50));
        var side = await RunAsync(Site(), [cool, shed, shed with { Time = Noon + 7200, Undo = true }, cool with { Time = Noon + 10800, Undo = true }]);
        var one = await RunAsync(Site(), [cool, both, both with { Time = Noon + 7200, Undo = true }, cool with { Time = Noon + 10800, Undo = true }]);
        Assert.Equal(Field(one, "power", First), Field(side, "power", First));
        DueAction heating = Action(0, "setpoint", First, ("heating", 10)), cooling = Action(Noon, "setpoint", First, ("cooling", 30));
        var kept = await RunAsync(Site(), [heating, cooling, heating with { Time = Noon + 1800, Undo = true }]);
        Assert.Equal(Field(await RunAsync(Site(), [cooling]), "indoor_temperature", First), Field(kept, "indoor_temperature", First));
    }

    [Fact]
    public async Task The_end_of_a_response_of_some_ends_none_of_those_of_all()
    {
        DueAction some = Action(Noon, "demand-response", North, ("shed", 50), ("participation", 40)), all = Action(Noon, "demand-response", North, ("shed", 50));
        var record = await RunAsync(Site(40), [some, all, some with { Time = Noon + 3600, Undo = true }]);
        Assert.Equal((await RunAsync(Site(40), [all])).Series.Single(s => s.Name == "building.electricity").Values, record.Series.Single(s => s.Name == "building.electricity").Values);
    }

    [Fact]
    public async Task Uses_follow_each_other_with_the_people_that_an_event_says()
    {
        DueAction hotel = Action(Noon, "change-use", First, ("use", "residential"), ("occupants", 50)), school = Action(Noon + 3600, "change-use", First, ("use", "residential"), ("occupants", 500));
        var record = await RunAsync(Site(), [hotel, school, school with { Time = Noon + 3 * 3600, Undo = true }, hotel with { Time = Noon + 6 * 3600, Undo = true }]);
        var (people, usual) = (Field(record, "occupancy", First), Field(await RunAsync(Site(), []), "occupancy", First));
        // A field at noon tells the hour before; presence is the hour's share for all homes.
        Assert.Equal(usual[..11], people[..11]);
        Assert.Equal(10, people[13] / Presence(13) / (people[12] / Presence(12)), 1e-5);
        Assert.Equal(50, people[15] / Presence(15), 1e-3);
        Assert.Equal(usual[18..], people[18..]);

        static double Presence(int hour) => Site().Uses[DigitalTwin.Buildings.BuildingUse.Residential].Occupancy[24 + hour];
    }

    [Fact]
    public async Task A_run_goes_on_from_the_middle_of_overlapping_windows_to_the_same_bits_for_any_number_of_partitions()
    {
        DueAction[] much =
        [
            .. Twice("setpoint", ("cooling", 22), ("cooling", 29)), .. Twice("retrofit", ("wall", 0.4), ("window", 1.5)), .. Twice("demand-response", ("shed", 30), ("cooling", 2)), .. Twice("outage", ("any", 0), ("any", 0)),
        ];
        var whole = await RunAsync(Site(30), Ordered(much));
        foreach (var (cut, partitions) in (IEnumerable<(int, int)>)[(36, 1), (50, 2), (62, 8)])
        {
            var first = Run(Site(30), Ordered(much), partitions: partitions);
            await first.AdvanceAsync(cut);
            var saved = RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!;
            var second = Run(Site(30), Ordered(much), partitions: partitions, threads: 2);
            await second.RestoreAsync(saved);
            await second.AdvanceAsync(int.MaxValue);
            Assert.Equal(whole.ResultHash, Record(second).ResultHash);
        }

        static DueAction[] Twice(string name, (string, object) a, (string, object) b) =>
            [.. ((DueAction, double)[])[(Action(8 * 3600, name, North, a), 14), (Action(11 * 3600, name, First, b), 17)] is var pair ? pair.SelectMany(p => (DueAction[])[p.Item1, p.Item1 with { Time = p.Item2 * 3600, Undo = true }]) : []];
    }

    private static IReadOnlyList<DueAction> Ordered(IEnumerable<DueAction> actions) => [.. actions.OrderBy(a => a.Time).ThenBy(a => !a.Undo)];
}
