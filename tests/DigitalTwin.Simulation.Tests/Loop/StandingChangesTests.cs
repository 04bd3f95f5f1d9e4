using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Tests.Loop;

/// <summary>Windows that overlap in every way: what holds at each instant is what one finds by looking at all windows at once.</summary>
public class StandingChangesTests
{
    private const int Asset = 7;

    /// <summary>Windows of three events, begin and end: apart, overlapping, nested, with the same begin, with the same end, the same twice, one after the other, without an end.</summary>
    public static TheoryData<int[]> Windows => new(
        [0, 2, 3, 5, 6, 8], [0, 4, 2, 6, 5, 8], [0, 8, 1, 7, 2, 6], [0, 3, 0, 5, 0, 8], [0, 8, 2, 8, 5, 8], [1, 6, 1, 6, 1, 6], [0, 3, 3, 6, 6, 8], [0, 9, 2, 5, 3, 9], [2, 6, 0, 4, 5, 9]);

    [Theory]
    [MemberData(nameof(Windows))]
    public void What_holds_is_the_latest_begun_of_those_that_have_not_ended_whatever_they_say(int[] windows)
    {
        foreach (var amounts in (double[][])[[1, 2, 3], [3, 2, 1], [1, 1, 1], [1, 2, 1], [2, 1, 1], [double.NaN, 1, double.NaN]])
        {
            // Events as they begin: by time, then as they are written.
            (int From, int Until, double Amount)[] events = [.. Enumerable.Range(0, 3).Select(i => (windows[2 * i], windows[2 * i + 1], amounts[i])).OrderBy(e => e.Item1)];
            var changes = new StandingChanges();
            for (var now = 0; now < 9; now++)
            {
                // At one time ends come before beginnings, as in a schedule.
                foreach (var e in events.Where(e => e.Until == now)) Assert.True(changes.Change(Action(now, e.From, true), Asset, e.Amount, 1UL << (int)e.Amount));
                foreach (var e in events.Where(e => e.From == now)) changes.Change(Action(now, now, false), Asset, e.Amount, 1UL << (int)e.Amount);
                var stand = events.Where(e => e.From <= now && now < e.Until).ToArray();
                Assert.Equal(stand.Length > 0, changes.Any(Asset));
                if (stand.Select(e => e.From).Distinct().Count() == stand.Length || amounts.Distinct().Count() is 1 or 3) Assert.Equal(stand.Length > 0 ? stand[^1].Amount : null, changes.Of(Asset)?.Amount);
                Assert.Equal(stand.Sum(e => e.Amount), changes.Sum(Asset));
                Assert.Equal(stand.Aggregate(0UL, (all, e) => all | 1UL << (int)e.Amount), changes.Marks(Asset));
                Assert.Equal(stand.Length > 0 ? [Asset] : [], changes.Assets);
                changes = Reread(changes);
            }
        }
    }

    [Fact]
    public void What_was_cleared_by_hand_has_no_end_to_come_and_what_stood_before_the_scenario_has_none()
    {
        var changes = new StandingChanges();
        changes.Begin(Asset);
        changes.Change(Action(1, 1, false), Asset);
        Assert.True(changes.Change(Action(2, 1, true), Asset));
        Assert.True(changes.Any(Asset));
        changes.Clear(Asset);
        Assert.False(changes.Any(Asset));
        Assert.False(changes.Change(Action(3, 1, true), Asset));
        Assert.Null(changes.Of(Asset));
    }

    [Fact]
    public void Assets_do_not_know_of_each_other()
    {
        var changes = new StandingChanges();
        changes.Change(Action(0, 0, false), 1, 5, 1);
        changes.Change(Action(0, 0, false), 2, 6, 2);
        Assert.False(changes.Change(Action(1, 0, true), 1, 6, 2));
        Assert.Equal((5, 6), (changes.Of(1)!.Value.Amount, changes.Of(2)!.Value.Amount));
        Assert.True(changes.Any(1, 1) && !changes.Any(1, 2));
    }

    private static DueAction Action(double time, double begun, bool ends) => new(time, "any", "any", [], new Dictionary<string, double>(), new Dictionary<string, string>(), ends) { Begun = begun };

    private static StandingChanges Reread(StandingChanges changes)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true)) changes.Save(writer);
        bytes.Position = 0;
        var read = new StandingChanges();
        read.Load(new BinaryReader(bytes));
        Assert.Equal(bytes.Length, bytes.Position);
        return read;
    }
}
