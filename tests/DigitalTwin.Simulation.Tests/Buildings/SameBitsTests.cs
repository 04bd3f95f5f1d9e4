using DigitalTwin.Simulation.Loop;
using static DigitalTwin.Simulation.Tests.Buildings.Quarters;

namespace DigitalTwin.Simulation.Tests.Buildings;

public class SameBitsTests
{
    private static readonly DueAction[] Much =
    [
        Action(5 * 3600, "build", "building/building/T"), Action(Noon + 100, "demolish", "building/building/B-3"), Action(Noon, "retrofit", "city/district/south", ("wall", 0.5)),
        Action(Noon + 2000, "demand-response", "city/district/north", ("cooling", 2), ("participation", 50)), Action(15 * 3600, "outage", "building/building/B-5"),
        Action(16 * 3600, "change-use", "building/building/B-1", ("use", "hotel")),
    ];

    private static Heat Outside => new(HotDays, time => time > Noon ? 0.6 : 1, time => time > Noon ? 40 : 0);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(8, 2)]
    public async Task The_same_bits_for_any_number_of_threads_and_partitions(int partitions, int threads)
    {
        var one = await RunAsync(Site(30, true, true), Much, Outside);
        Assert.Equal(one.ResultHash, (await RunAsync(Site(30, true, true), Much, Outside, partitions, threads)).ResultHash);
    }

    [Fact]
    public async Task A_run_goes_on_from_its_saved_state_to_the_same_bits()
    {
        var site = Site(30, true, true);
        var whole = await RunAsync(site, Much, Outside);
        foreach (var cut in (int[])[1, 30, 49, 62, 80])
        {
            var first = Run(site, Much, Outside, 2);
            await first.AdvanceAsync(cut);
            var saved = RunState.FromBytes((await first.CaptureAsync()).ToBytes("x"), "x")!;
            var second = Run(site, Much, Outside, 2);
            await second.RestoreAsync(saved);
            await second.AdvanceAsync(int.MaxValue);
            var record = Record(second);
            Assert.Equal(whole.ResultHash, record.ResultHash);
            Assert.Equal(whole.Series[0].Values, record.Series[0].Values);
        }
    }
}
