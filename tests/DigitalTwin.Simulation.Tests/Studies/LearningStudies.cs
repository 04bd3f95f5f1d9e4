using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Explanation;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Simulation.Tests.Results;

namespace DigitalTwin.Simulation.Tests.Studies;

/// <summary>Scenarios of the shipped map in which drivers learn.</summary>
public sealed class LearningStudies : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_tree_that_is_told_is_the_one_that_runs_and_says_why_adapted_variants_share_less()
    {
        var (study, _) = Open("""
            mobility: { iterations: 2, learn: adapted }
            events: [ { at: "07:00", close: parking/lot/P-79 } ]
            variants:
              closed: {}
              closed-and-burst: { events: [ { at: "08:00", burst: water/pipe/P-0745, opening: 100 mm } ] }
              all-day: { events: [ { at: "08:00", close: parking/lot/P-1 } ] }
              surprised: { mobility: { learn: usual } }
              surprised-twice: { mobility: { learn: usual }, events: [ { at: "08:00", close: parking/lot/P-1 } ] }
            """);
        var told = study!.Explain().Tree;
        // The same events on the roads: the burst is nothing that drivers have learned. Other events on the roads: another experience. On usual days events are news.
        Assert.Equal([["closed", "closed-and-burst"], ["all-day"], ["surprised", "surprised-twice"]], told.Children.Select(c => c.Variants.Select(v => v.Variant.Name)));
        Assert.Equal((told.From, 7200.0, 7200.0), (told.To, told.Children[0].To, told.Children[2].To));
        Branch run = study.Tree([]);
        Assert.Equal(told.Children.Select(c => c.Variants.Count), run.Children.Select(c => c.Variants.Count));
        Assert.Equal(told.Children.Select(c => c.To), run.Children.Select(c => c.UntilStep * 300.0));
        Assert.Same(Roads("closed"), Roads("closed-and-burst"));
        Assert.NotSame(Roads("closed"), Roads("all-day"));
        using var text = new StringWriter();
        ExplanationText.Write(study.Explain(), text);
        Assert.Contains("Drivers of closed, closed-and-burst, all-day have learned days with their events and know of them from the beginning: nothing is shared with variants whose roads and parking have others.", text.ToString(), StringComparison.Ordinal);

        object Roads(string variant) => study.Plan(variant).Domains.Single(d => d.Name == "mobility");
    }

    [Fact]
    public void Groups_tariffs_and_places_that_do_not_exist_are_told_in_one_round_with_whatever_else_is_wrong()
    {
        var (study, problems) = Open("""
            mobility: { iterations: 2 }
            events:
              - { at: "07:00", book: parking/lot/P-79, spaces: 1000, for: visitor, lasts: 1 h }
              - { at: "07:00", book: parking/lot/P-1, spaces: 10, for: public, to: building/building/B-999999, lasts: 1 }
              - { at: "07:00", reserve: parking/lot/P-79, spaces: 10, for: public }
              - { at: "07:00", share: parking/lot/P-79, with: neighbours }
              - { at: "07:00", reprice: parking/lot/P-79, tariff: gratis }
            variants: { as-is: {} }
            """);
        Assert.Null(study);
        string[] told = [.. problems.Where(p => p.Severity == Severity.Error).OrderBy(p => (p.Line, p.Column)).Select(p => $"{p.Line}:{p.Column} {p.Sentence}")];
        Assert.Equal(7, told.Length);
        Assert.StartsWith("6:5 1,000 spaces of 'parking/lot/P-79' cannot be booked: it has ", told[0], StringComparison.Ordinal);
        Assert.StartsWith("7:107 'lasts':", told[3], StringComparison.Ordinal);
        Assert.StartsWith("6:63 'for': The map has no group of drivers 'visitor'; it has public, commuters, shoppers, visitors, residents. Did you mean 'visitors'?", told[1], StringComparison.Ordinal);
        Assert.StartsWith("7:72 'to': Nobody can drive to 'building/building/B-999999'", told[2], StringComparison.Ordinal);
        Assert.StartsWith("8:64 'for': The map has no group of drivers 'public'; it has commuters,", told[4], StringComparison.Ordinal);
        Assert.StartsWith("9:51 'with': The map has no group of drivers 'neighbours';", told[5], StringComparison.Ordinal);
        Assert.StartsWith("10:55 'tariff': The map has no tariff 'gratis';", told[6], StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_the_kerb_that_cannot_be_gets_its_sentence()
    {
        var (study, problems) = Open("""
            events:
              - { at: "07:00", regulate: parking/kerb/*, stay: 2 h, hours: "Mo-Fr 08:00-18:00", for: public }
              - { at: "07:00", regulate: parking/kerb/*, activity: no parkin }
              - { at: "07:00", regulate: parking/kerb/*, stay: 2 h, hours: by day }
              - { at: "07:00", regulate: parking/kerb/*, stay: 2 }
              - { at: "07:00", regulate: parking/kerb/*, hours: "08:00-18:00" }
              - { at: "07:00", regulate: parking/kerb/*, stay: 2 h, for: resident }
            variants: { as-is: {} }
            """);
        Assert.Null(study);
        string[] told = [.. problems.Where(p => p.Severity == Severity.Error).OrderBy(p => p.Line).Select(p => $"{p.Line} {p.Sentence}")];
        Assert.Equal(5, told.Length);
        Assert.StartsWith("6 ", told[0], StringComparison.Ordinal);
        Assert.EndsWith("Did you mean 'no parking'?", told[0], StringComparison.Ordinal);
        Assert.Equal("7 'hours': 'by day' are no hours; hours are written as in 'Mo-Fr 07:00-22:00; Sa,Su 09:00-20:00' or '24/7'.", told[1]);
        Assert.StartsWith("8 ", told[2], StringComparison.Ordinal);
        Assert.Equal("9 'regulate' needs exactly one of 'stay', 'activity'; found none.", told[3]);
        Assert.Equal("10 'for': The map has no group of drivers 'resident'; it has public, commuters, shoppers, visitors, residents. Did you mean 'residents'?", told[4]);
    }

    [Fact]
    public void Files_names_and_events_that_are_wrong_are_told_together()
    {
        var (_, problems) = Open("""
            events:
              - { at: "07:00", build: building/building/T-1, from: nowhere.ifc }
              - { at: "07:00", share: parking/lot/P-79, with: neighbours }
              - { at: "07:00", close: parking/lot/P-7999 }
            variants: { as-is: { events: [ { at: "25:00", open: parking/lot/P-79 } ] } }
            """);
        Assert.Equal([5, 6, 7, 8], problems.Where(p => p.Severity == Severity.Error).Select(p => p.Line).Order());
        Assert.Contains(problems, p => p.Sentence == "'nowhere.ifc': There is no such file, from which 'T-1' is to be built.");
    }

    [Fact]
    public void A_construction_site_takes_lanes_or_spaces_in_one_line_and_not_more_than_there_are()
    {
        var (_, problems) = Open("""
            events:
              - { at: "07:00", until: "09:00", resize: parking/lot/P-1, fewer: 5 }
              - { at: "07:00", until: "09:00", resize: parking/lot/P-1, fewer: 50000 }
              - { at: "07:00", until: "09:00", resize: road/link/*, fewer: 20 }
              - { at: "07:00", until: "09:00", resize: parking/lot/P-1, fewer: 5, spaces: 3 }
            variants: { as-is: {} }
            """);
        string[] told = [.. problems.Where(p => p.Severity == Severity.Error).OrderBy(p => p.Line).Select(p => $"{p.Line} {p.Sentence}")];
        Assert.Equal(3, told.Length);
        Assert.StartsWith("6 'parking/lot/P-1' has ", told[0], StringComparison.Ordinal);
        Assert.EndsWith(" spaces, so a site cannot take 50000; 'close' takes the whole place.", told[0], StringComparison.Ordinal);
        Assert.Contains(" lane, so a site cannot take 20; 'close' takes the whole road.", told[1], StringComparison.Ordinal);
        Assert.Equal("8 'resize' needs exactly one of 'lanes', 'spaces', 'factor', 'fewer'; found 'spaces' and 'fewer'.", told[2]);
    }

    [Fact]
    public void A_limit_and_a_signal_can_be_changed_on_a_road_a_pattern_and_a_district()
    {
        var (study, _) = Open("""
            events:
              - { at: "07:00", limit: city/district/D-1, speed: 30 km/h }
              - { at: "07:00", limit: road/link/*, speed: 30 km/h }
              - { at: "07:00", retime: [ city/district/D-1 ], green: 60 % }
              - { at: "07:00", reprice: city/district/D-1, factor: 2 }
            variants: { as-is: {} }
            """);
        var events = study!.Scenario.Events;
        Assert.Equal(study.City.Roads!.Links.Count, events[1].Targets.Count);
        Assert.InRange(events[0].Targets.Count, 10, events[1].Targets.Count / 2);
        Assert.Equal(events[0].Targets, events[2].Targets);
        Assert.All(events[3].Targets, target => Assert.StartsWith("parking/", target, StringComparison.Ordinal));
        Assert.NotEmpty(events[3].Targets);
    }

    private (Study? Study, ProblemList Problems) Open(string rest)
    {
        var file = folder["learning.yaml"];
        File.WriteAllText(file, $"scenario: learning\nmap: {Path.Combine(Repository.Root, "maps", "optics-valley").Replace('\\', '/')}\nperiod: {{ start: 2025-07-08T06:00+08:00, duration: 4 h }}\n{rest}\n");
        var problems = new ProblemList();
        return (Study.Open(file, problems), problems);
    }
}
