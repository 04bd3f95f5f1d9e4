using System.Text;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Scenarios.Tests;

/// <summary>Scenarios that begin where a world is.</summary>
public class From_a_world
{
    private static readonly DateTimeOffset Evening = new(2025, 11, 22, 18, 3, 20, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("{ duration: 24 h }", "2025-11-22T18:00:00")]
    [InlineData("{ start: world, duration: 24 h, step: 1 min }", "2025-11-22T18:03:00")]
    [InlineData("{ start: world, duration: 24 h, step: 1 h }", "2025-11-22T18:00:00")]
    public void Without_a_start_it_begins_with_the_step_in_which_the_world_is(string period, string start)
    {
        var scenario = Read(period, "", Evening, out _)!;
        Assert.Equal(DateTimeOffset.Parse(start + "+08:00"), scenario.Period.Start);
        Assert.True(scenario.Period.IsFromWorld);
    }

    [Fact]
    public void A_start_of_its_own_is_kept_whatever_the_world()
    {
        var period = Read("{ start: 2025-07-08T06:00+08:00, duration: 24 h }", "", Evening, out _)!.Period;
        Assert.Equal((new DateTimeOffset(2025, 7, 8, 6, 0, 0, TimeSpan.FromHours(8)), false), (period.Start, period.IsFromWorld));
    }

    [Fact]
    public void A_time_of_day_is_the_next_one()
    {
        var events = Read("{ duration: 24 h }", "events: [ { at: \"17:30\", close: water/pipe/P-1001 }, { at: \"19:00\", close: water/pipe/P-1001 }, { at: day 2 06:00, close: water/pipe/P-1001 } ]", Evening, out _)!.Events;
        Assert.Equal([23.5, 1, 12], events.Select(e => e.At / 3600));
    }

    [Fact]
    public void Without_a_start_and_without_a_world_it_says_what_to_do()
    {
        Assert.Null(Read("{ duration: 24 h }", "", null, out var problems));
        Assert.Equal("test.yaml:3:9: error: The period needs 'start', as in 'start: 2025-07-08T06:00+08:00'; without one the scenario begins where a world is, and must be run from a world (--from live).",
            Assert.Single(problems).ToString());
    }

    private static Scenario? Read(string period, string rest, DateTimeOffset? world, out ProblemList problems)
    {
        problems = new ProblemList();
        var document = ScenarioReader.Open(Encoding.UTF8.GetBytes($"scenario: x\nmap: m\nperiod: {period}\n{rest}"), "test.yaml", problems);
        return ScenarioReader.Bind(document!, AgreedVocabulary.Full, problems, world);
    }
}
