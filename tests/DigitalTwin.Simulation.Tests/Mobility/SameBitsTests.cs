using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Results;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

public class SameBitsTests
{
    private static readonly DueAction[] Cut =
    [
        Action(5400, "cut", "road/link/2-2~3-2.f"), Action(9000, "cut", "road/link/2-2~3-2.f") with { Undo = true, Begun = 5400 }, Action(4000, "limit", "road/link/1-1~2-1.f", ("speed", 5)),
        Action(7200, "crowd", "building/building/office", ("cars", 60), ("begins", 1800), ("lasts", 3600)),
    ];

    private static readonly Sky Showers = new((district, time) => time is > 6000 and < 9000 ? 12 * (district + 1) : 0);

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(8, 2, 3)]
    public async Task The_same_bits_for_any_number_of_threads_and_partitions(int partitions, int threads, int inside)
    {
        var one = await RunAsync(Site(workers: 150, through: 400, spaces: 40), Cut, weather: Showers);
        Assert.Equal(one.ResultHash, (await RunAsync(Site(workers: 150, through: 400, spaces: 40), Cut, partitions, threads, weather: Showers, inside: inside)).ResultHash);
    }

    [Fact]
    public async Task A_run_goes_on_from_its_saved_state_to_the_same_bits()
    {
        var site = Site(workers: 150, through: 400, spaces: 40);
        var whole = await RunAsync(site, Cut, weather: Showers);
        foreach (var cut in (int[])[1, 20, 29, 45])
        {
            var first = Run(site, Cut, weather: Showers);
            await first.AdvanceAsync(cut);
            var saved = RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!;
            var second = Run(site, Cut, weather: Showers);
            await second.RestoreAsync(saved);
            await second.AdvanceAsync(int.MaxValue);
            var record = Record(second, site);
            Assert.Equal(whole.ResultHash, record.ResultHash);
            Assert.Equal(whole.Log, record.Log);
            Assert.Equal(whole.Series[0].Values, record.Series[0].Values);
        }
    }

    [Fact]
    public async Task Chance_belongs_to_the_replication_and_not_to_the_variant()
    {
        var site = Site(workers: 150, through: 400, spaces: 40);
        var one = await RunAsync(site, []);
        Assert.Equal(one.ResultHash, (await RunAsync(site, [])).ResultHash);
        Assert.NotEqual(one.ResultHash, (await RunAsync(site, [], seed: 2)).ResultHash);
        var more = await RunAsync(site, [], settings: new MobilitySettings { Demand = 1.2 });
        Assert.InRange(Trips(more) / Trips(one), 1.1, 1.3);

        static double Trips(RunRecord record) => Kpi(record, "road.trips-finished") + Kpi(record, "road.trips-failed") + Kpi(record, "road.trips-under-way");
    }
}
