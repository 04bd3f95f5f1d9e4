using DigitalTwin.Grains.Buildings;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Tests.Twins;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Grains.Tests.Buildings;

public class MeterTests
{
    private static Story Building(string id = "B-1") => new("building/building/" + id, BuildingBehaviour.Only);

    [Fact]
    public void Consumption_is_the_advance_of_the_register()
    {
        var b = Building();
        b.Tell("energy-register", 1000, 0);
        b.Tell("energy-register", 1300, 15);
        b.Tell("energy-register", 1300, 30);
        Assert.Equal([("energy-used", 300.0, Story.Minute(15)), ("energy-used", 0.0, Story.Minute(30))], b.Derived.Select(o => (o.Property, o.Value, o.ObservedAt)));
    }

    [Fact]
    public void A_register_that_passes_its_last_digit_goes_on_from_nought()
    {
        var b = Building();
        b.Tell("energy-register", 999_900, 0);
        b.Tell("energy-register", 150, 15);
        Assert.Equal(250, b.Derived.Single().Value);
        Assert.Empty(b.Kept);
    }

    [Theory]
    [InlineData("B-1", 500_000, 10)]
    [InlineData("B-2", 999_900, 150)]
    public void A_register_that_falls_otherwise_was_exchanged_and_that_is_said(string building, double before, double after)
    {
        var b = Building(building);
        b.Tell("energy-register", before, 0);
        b.Tell("energy-register", after, 15);
        Assert.Empty(b.Derived);
        Assert.Contains("the meter was exchanged or set back", Assert.Single(b.Kept).Text.En, StringComparison.Ordinal);
        b.Tell("energy-register", after + 5, 30);
        Assert.Equal(5, b.Derived.Single().Value);
        Assert.False(Assert.Single(b.Kept).IsActive);
    }

    [Fact]
    public void An_exchange_that_somebody_notes_loses_nothing()
    {
        var b = Building("B-2");
        b.Tell("water-register", 500, 0);
        b.Now = Story.Minute(10);
        Assert.Equal("The old meter of water ended at 507, the new one begins at 2; the next reading counts from there.", b.Do("k", "exchange-meter", [("ended", 507), ("begins", 2)], [("meter", "water")]).Sentence);
        b.Tell("water-register", 6, 15);
        Assert.Equal(7 + 4, b.Derived.Last(o => o.Property == "water-used").Value);
        Assert.Empty(b.Kept);
        b.Tell("water-register", 9, 30);
        Assert.Equal(3, b.Derived.Last().Value);
    }

    [Fact]
    public void A_meter_that_is_not_there_is_not_exchanged()
    {
        Assert.Equal(CommandStatus.Refused, Building().Do("k", "exchange-meter", [("ended", 5)], [("meter", "gas")]).Status);
        var b = Building();
        b.Tell("energy-register", 10, 0);
        Assert.Contains("at least its last reading 10", b.Do("k", "exchange-meter", [("ended", 5)], [("meter", "energy")]).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void However_readings_are_late_or_repeated_what_was_used_is_the_advance_of_the_register() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<int>(), (minutes, seed) =>
        {
            if (minutes.Length == 0) return true;
            var b = Building();
            var order = new System.Random(seed);
            var first = double.NaN;
            foreach (var minute in minutes.Concat(minutes).OrderBy(_ => order.Next()))
            {
                b.Tell("energy-register", 1000 + minute * 3, minute);
                if (double.IsNaN(first)) first = 1000 + minute * 3;
            }
            return b.Derived.Sum(o => o.Value).Equals(1000 + minutes.Max() * 3 - first);
        }).QuickCheckThrowOnFailure();
}
