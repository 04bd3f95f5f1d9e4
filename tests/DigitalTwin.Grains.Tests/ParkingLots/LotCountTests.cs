using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.ParkingLots;
using DigitalTwin.Grains.Tests.Twins;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Grains.Tests.ParkingLots;

public class LotCountTests
{
    [Fact]
    public void A_count_is_the_newest_reading_and_what_came_and_went_after_it()
    {
        var lot = Lot();
        lot.Tell(lot.Seen("occupancy", 40, 0, "camera"));
        lot.Tell(lot.Seen("entries", 3, 1), lot.Seen("exits", 1, 2));
        Assert.Equal(42, lot.Figure("occupancy"));
        Assert.Equal(58, lot.Figure("free"));
    }

    [Fact]
    public void Events_and_readings_in_any_order_repeated_and_with_the_twin_asleep_in_between_are_counted_once_each() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Minute, byte What)[]>(), ArbMap.Default.ArbFor<int>(), (told, seed) =>
        {
            var lot = Lot();
            var all = told.Select(t => Event(lot, t.Minute, t.What)).ToList();
            var order = new System.Random(seed);
            foreach (var o in all.Concat(all).OrderBy(_ => order.Next()))
            {
                lot.Now = lot.Now.AddSeconds(1);
                lot.Tell(o);
                if (order.Next(5) == 0) lot.Sleep();
            }
            var expected = Expected(all);
            if (all.Count == 0) return true;
            var counted = lot.Twin.Number("occupancy");
            lot.Sleep();
            return counted.Equals(expected) && lot.Twin.Number("occupancy").Equals(expected);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_lot_that_is_read_very_late_counts_anew_from_its_history()
    {
        var lot = Lot();
        for (var i = 1; i <= 2000; i++) lot.Tell(lot.Seen("entries", 1, i));
        var wakings = lot.Wakings;
        Assert.Equal(ReceptionKind.Accepted, lot.Tell(lot.Seen("occupancy", 7, 100.5, "camera"))[0].Kind);
        lot.Tell(lot.Seen("entries", 1, 2001));
        Assert.Equal((7 + 1901, wakings + 1), (lot.Figure("occupancy"), lot.Wakings));
    }

    [Fact]
    public void A_lot_that_nobody_ever_reads_wakes_up_with_the_sum_of_years()
    {
        var lot = Lot();
        for (var day = 0; day < 800; day++) lot.Tell(lot.Seen("entries", 5, day * 1440), lot.Seen("exits", 4, day * 1440 + 600.25));
        lot.Sleep();
        Assert.Equal(800, lot.Figure("occupancy"));
        lot.Tell(lot.Seen("entries", 2, 800 * 1440));
        Assert.Equal(802, lot.Figure("occupancy"));
    }

    [Fact]
    public void Nothing_is_cut_off_at_the_capacity()
    {
        var lot = Lot();
        lot.Tell(lot.Seen("entries", 130, 1));
        Assert.Equal((130, -30), (lot.Figure("occupancy"), lot.Figure("free")));
        Assert.Empty(lot.Alerts);
    }

    [Fact]
    public void More_exits_than_cars_are_a_conflict_until_the_count_is_right_again()
    {
        var lot = Lot();
        lot.Tell(lot.Seen("exits", 3, 1));
        Assert.Equal(-3, lot.Figure("occupancy"));
        Assert.Contains("the count is -3", Assert.Single(lot.Alerts).Text.En, StringComparison.Ordinal);
        lot.Tell(lot.Seen("occupancy", 12, 5, "camera"));
        Assert.False(lot.Alerts.Single(a => a.Rule == "conflict:count").IsActive);
    }

    [Fact]
    public void A_reading_sets_the_count_right_and_says_how_far_it_was_off()
    {
        var lot = Lot();
        lot.Tell(lot.Seen("occupancy", 40, 0, "camera"));
        lot.Tell(lot.Seen("entries", 10, 1));
        lot.Tell(lot.Seen("occupancy", 47, 2, "camera"));
        Assert.Equal((47, -3), (lot.Figure("occupancy"), lot.Figure("drift")));
        Assert.Empty(lot.Alerts);
        lot.Tell(lot.Seen("entries", 1, 3));
        lot.Tell(lot.Seen("occupancy", 60, 4, "camera"));
        var conflict = Assert.Single(lot.Alerts);
        Assert.Equal(("conflict:occupancy", 12, true), (conflict.Rule, conflict.Value, conflict.IsActive));
        lot.Tell(lot.Seen("occupancy", 60, 5, "camera"));
        Assert.False(Assert.Single(lot.Alerts).IsActive);
    }

    [Fact]
    public void A_lot_without_gates_has_readings_and_no_count()
    {
        var lot = Lot();
        for (var i = 0; i < 10; i++) lot.Tell(lot.Seen("occupancy", 10 * i, i, "camera"));
        Assert.All(lot.History, o => Assert.Equal(Origin.Observed, o.Origin));
        Assert.Empty(lot.Alerts);
        Assert.Equal(90, lot.Figure("occupancy"));
    }

    private static Diary Lot() => new("parking/lot/L-1", () => new ParkingLotBehaviour());

    /// <summary>What happens at a minute, as a function of what identifies it: two gates and a camera.</summary>
    private static Observation Event(Diary lot, byte minute, byte what) => (what % 5) switch
    {
        0 => lot.Seen("occupancy", minute % 17, minute, "camera"),
        1 => lot.Seen("entries", 1 + minute % 3, minute, "gate-1"),
        2 => lot.Seen("entries", 1, minute, "gate-2"),
        3 => lot.Seen("exits", 1 + minute % 2, minute, "gate-1"),
        _ => lot.Seen("exits", 2, minute, "gate-2"),
    };

    private static double Expected(List<Observation> all)
    {
        var once = all.DistinctBy(o => (o.Property, o.Source, o.ObservedAt)).ToList();
        var reading = once.Where(o => o.Property == "occupancy").MaxBy(o => o.ObservedAt);
        return (reading?.Value ?? 0) + once.Where(o => o.Property != "occupancy" && (reading is null || o.ObservedAt > reading.ObservedAt)).Sum(o => o.Property == "entries" ? o.Value : -o.Value);
    }
}
