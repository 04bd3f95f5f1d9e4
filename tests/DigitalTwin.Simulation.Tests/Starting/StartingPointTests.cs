using DigitalTwin.Simulation.Starting;

namespace DigitalTwin.Simulation.Tests.Starting;

public class StartingPointTests
{
    private static readonly DateTimeOffset Noon = new(2025, 7, 8, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void It_goes_through_bytes_and_comes_back_the_same()
    {
        var start = Point(Level("T-1", 3.25), Level("T-2", double.NaN) with { Text = "拒测", Quality = ReadingQuality.Bad }, Level("T-3", -0.0) with { Origin = ReadingOrigin.Simulated });
        var back = StartingPoint.FromBytes(start.ToBytes());
        Assert.Equal(start.Readings, back.Readings);
        Assert.Equal((start.World, start.Map, start.Instant, start.Hash), (back.World, back.Map, back.Instant, back.Hash));
    }

    [Fact]
    public void The_order_in_which_readings_come_changes_no_bit()
    {
        StartingReading[] readings = [Level("T-1", 1), Level("T-2", 2), Level("T-1", 5) with { ObservedAt = Noon.AddHours(-1) }, Level("T-1", 3) with { Source = "b" }];
        Assert.Equal(Point(readings).Hash, Point([.. readings.Reverse()]).Hash);
    }

    [Fact]
    public void Another_value_another_instant_or_another_world_is_another_starting_point()
    {
        var one = Point(Level("T-1", 3.25));
        Assert.NotEqual(one.Hash, Point(Level("T-1", Math.BitIncrement(3.25))).Hash);
        Assert.NotEqual(one.Hash, StartingPoint.Of("live", "map", Noon.AddTicks(10), one.Readings).Hash);
        Assert.NotEqual(one.Hash, StartingPoint.Of("fork", "map", Noon, one.Readings).Hash);
        Assert.NotEqual(one.Hash, StartingPoint.Of("live", "other", Noon, one.Readings).Hash);
    }

    [Fact]
    public void The_newest_usable_reading_counts_and_a_sensor_before_a_simulation()
    {
        var old = Level("T-1", 1) with { ObservedAt = Noon.AddHours(-1) };
        Assert.Equal(2, Value(old, Level("T-1", 2)));
        Assert.Equal(1, Value(old, Level("T-1", 2) with { Quality = ReadingQuality.Bad }));
        Assert.Equal(1, Value(old, Level("T-1", double.NaN)));
        Assert.Equal(2, Value(Level("T-1", 3) with { Origin = ReadingOrigin.Simulated }, Level("T-1", 2)));
        Assert.Equal(3, Value(Level("T-1", 3) with { Origin = ReadingOrigin.Simulated }, old));

        static double Value(params StartingReading[] readings) => Point(readings).Find("water/tank/T-1", "level")!.Value;
    }

    [Fact]
    public void What_was_observed_after_the_instant_is_not_in_it() => Assert.Empty(Point(Level("T-1", 1) with { ObservedAt = Noon.AddTicks(10) }).Readings);

    [Fact]
    public void A_reading_is_found_by_asset_and_property_and_no_other_is()
    {
        var start = Point(Level("T-1", 1), Level("T-10", 2), Level("T-2", 3));
        Assert.Equal(2, start.Find("water/tank/T-10", "level")!.Value);
        Assert.Null(start.Find("water/tank/T-3", "level"));
        Assert.Null(start.Find("water/tank/T-1", "volume"));
    }

    [Fact]
    public void Bytes_that_were_changed_or_cut_are_refused()
    {
        var bytes = Point(Level("T-1", 1)).ToBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => StartingPoint.FromBytes(changed));
            Assert.Throws<InvalidDataException>(() => StartingPoint.FromBytes(bytes.AsSpan(0, i)));
        }
    }

    internal static StartingPoint Point(params StartingReading[] readings) => StartingPoint.Of("live", "map", Noon, readings);

    internal static StartingReading Level(string tank, double level) =>
        new($"water/tank/{tank}", "level", level, null, Noon.ToUniversalTime(), ReadingQuality.Good, "scada", ReadingOrigin.Observed);
}
