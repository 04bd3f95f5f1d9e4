using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Tests;

/// <summary>Events that bring assets into the city.</summary>
public class New_assets
{
    private static readonly ScenarioVocabulary Vocabulary = AgreedVocabulary.Full with
    {
        Actions =
        [
            .. AgreedVocabulary.Full.Actions,
            new ActionDeclaration("add", "parking", ["parking/lot"], [], false, new("Opens a new lot.")) { Introduces = true },
        ],
    };

    [Fact]
    public void An_added_asset_may_be_named_by_other_events_wherever_they_stand()
    {
        var (scenario, problems) = Read("events: [ { at: \"08:00\", close: parking/lot/NEW } ]\nvariants: { as-is: {}, with: { events: [ { at: \"07:00\", add: parking/lot/NEW } ] } }");
        Assert.Empty(problems);
        Assert.Equal(["parking/lot/NEW"], scenario!.Events.Single().Targets);
        Assert.Equal(["parking/lot/NEW"], scenario.Variants[1].Events.Single().Targets);
    }

    [Theory]
    [InlineData("{ at: \"07:00\", add: parking/lot/P-07 }", "The map has an asset 'parking/lot/P-07' already; 'add' brings a new one.")]
    [InlineData("{ at: \"07:00\", add: water/pipe/NEW }", "'water/pipe/NEW' is of type 'water/pipe', but 'add' takes parking/lot.")]
    [InlineData("{ at: \"07:00\", add: parking/lot/* }", "'add' names the id of a new asset, as in 'parking/lot/A-1'; found 'parking/lot/*'.")]
    [InlineData("{ at: \"07:00\", add: NEW }", "'NEW' is no asset id; ids have the form domain/type/name, as in 'parking/lot/A-1'.")]
    [InlineData("{ at: \"07:00\", close: parking/lot/NEW }", "The map has no asset 'parking/lot/NEW'.")]
    public void What_cannot_be_added_gets_its_sentence(string events, string sentence)
    {
        var problems = Read($"events: [ {events} ]").Problems;
        Assert.StartsWith(sentence, Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    private static (Scenario? Scenario, ProblemList Problems) Read(string rest) =>
        Reading.Of("scenario: test\nmap: ../maps/small\nperiod: { start: 2025-07-08T06:00+08:00, duration: 24 h }\n" + rest, Vocabulary);
}
