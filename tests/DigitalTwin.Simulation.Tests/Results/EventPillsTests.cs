using DigitalTwin.Simulation.Results.Charts;

namespace DigitalTwin.Simulation.Tests.Results;

public sealed class EventPillsTests
{
    [Fact]
    public void Numbers_above_a_chart_never_touch_and_none_is_lost()
    {
        for (var crowd = 1; crowd <= 9; crowd++)
        {
            var marks = Enumerable.Range(1, crowd).Select(n => (n, 60 + (n * n * 7.0 % 90))).OrderBy(m => m.Item2).Select((m, i) => (i + 1, m.Item2)).ToArray();
            var pills = EventPills.Of(marks, 50, 700);
            for (var i = 1; i < pills.Count; i++) Assert.True(pills[i - 1].X + (pills[i - 1].Width / 2) < pills[i].X - (pills[i].Width / 2));
            Assert.Equal(marks.Select(m => m.Item2).Distinct(), pills.SelectMany(p => p.Marks));
            Assert.Equal("1", pills[0].Text[..1]);
            Assert.EndsWith($"{crowd}", pills[^1].Text, StringComparison.Ordinal);
            Assert.All(pills, p => Assert.InRange(p.X, 50 + (p.Width / 2), 700 - (p.Width / 2)));
        }
    }

    [Fact]
    public void Marks_at_one_instant_share_a_disc()
    {
        var pill = Assert.Single(EventPills.Of([(1, 100), (2, 100), (3, 100)], 50, 700));
        Assert.Equal(("1–3", 100.0), (pill.Text, pill.X));
        Assert.Equal([100.0], pill.Marks);
    }
}
