using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Simulation.Water;
using static DigitalTwin.Simulation.Tests.Starting.StartedVillages;

namespace DigitalTwin.Simulation.Tests.Starting;

/// <summary>A run that starts from the end of another goes on as one long run would.</summary>
public class GoingOnTests
{
    private const int Half = 60;

    public static TheoryData<int> Cuts => [12, 36, Half, 84, 107];

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Two_runs_one_after_the_other_are_one_long_run_but_for_single_precision(int cut)
    {
        const int All = 120;
        var settings = new WaterSettings { StartDemandMemory = 4 * 3600 };
        var origin = Point(
            Reading("water/tank/1-T", "level", 1.2), Reading("water/pump/2-PU", "status", 0), Reading("water/pump/3-PU", "speed", 1.05),
            Reading("water/pipe/3-P4", "status", 0), Reading("city/district/west", "demand", 0.0150));
        var whole = await RunAsync(origin, settings, steps: All);
        var first = await RunAsync(origin, settings, steps: cut);
        var middle = Midnight.AddSeconds(cut * 300);
        var second = await RunAsync(AtEnd(first, middle), settings, steps: All - cut, begins: middle);

        Assert.All(Enumerable.Range(1, 3), village => Assert.Equal(State(whole, $"water/tank/{village}-T", "level"), State(second, $"water/tank/{village}-T", "level"), 2e-5));
        Assert.All(Enumerable.Range(1, 3), village => Assert.Equal(State(whole, $"water/pump/{village}-PU", "status"), State(second, $"water/pump/{village}-PU", "status")));
        foreach (var id in whole.Layers.Single(l => l.Name == "water_junction").AssetIds)
            Assert.Equal(State(whole, id, "head"), State(second, id, "head"), 1e-4);
        foreach (var id in whole.Layers.Single(l => l.Name == "water_pipe").AssetIds)
            Assert.Equal(Layer(whole, "water_pipe", "flow", id, All - 1), Layer(second, "water_pipe", "flow", id, All - cut - 1), 2e-6);
        Assert.Equal(State(whole, "water/junction/1-J3", "demand-factor"), State(second, "water/junction/1-J3", "demand-factor"), 1e-6);
        Assert.Contains(whole.States, s => s.Property == "status" && s.AssetIds[0] == "water/pump/1-PU" && s.Time > 0 && s.Values.Contains(0));    // the pumps did switch
    }

    [Fact]
    public async Task What_did_not_change_is_told_once_and_the_heads_at_the_end()
    {
        var record = await RunAsync(null, steps: Half);
        Assert.Single(record.States, s => s.Property == "status" && s.AssetIds[0].StartsWith("water/pipe/", StringComparison.Ordinal));
        Assert.Equal(Half, record.States.Count(s => s.Property == "level"));
        Assert.Equal(Half * 300, Assert.Single(record.States, s => s.Property == "head").Time);
        Assert.DoesNotContain(record.States, s => s.Property == "demand-factor");
    }

    /// <summary>What the run's world knows at an instant.</summary>
    private static StartingPoint AtEnd(RunRecord record, DateTimeOffset instant) => Point(
        instant,
        [
            .. from frame in record.States
               from asset in frame.AssetIds.Select((id, i) => (Id: id, Value: frame.Values[i]))
               select new StartingReading(asset.Id, frame.Property, asset.Value, null, Midnight.AddSeconds(frame.Time), ReadingQuality.Good, "run", ReadingOrigin.Simulated),
        ]);
}
