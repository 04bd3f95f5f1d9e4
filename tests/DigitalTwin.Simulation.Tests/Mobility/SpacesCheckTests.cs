using System.Text;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Mobility;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

/// <summary>The lots have thirty spaces each, the kerbs ten.</summary>
public class SpacesCheckTests
{
    [Fact]
    public void More_spaces_than_a_lot_has_can_neither_be_kept_nor_booked()
    {
        var told = Told("""
            events:
              - { at: "07:00", book: parking/lot/L-2, spaces: 31, for: public, lasts: 1 h }
              - { at: "07:00", reserve: parking/lot/L-2, spaces: 31, for: visitors }
              - { at: "08:00", reserve: parking/lot/L-2, spaces: 30, for: visitors }
              - { at: "08:00", reserve: [parking/lot/L-1, parking/kerb/K-2, parking/kerb/K-1], spaces: 11, for: visitors }
            """);
        Assert.Equal(
            [
                "error 5: 31 spaces of 'parking/lot/L-2' cannot be booked: it has 30.",
                "error 6: 31 spaces of 'parking/lot/L-2' cannot be kept: it has 30.",
                "error 8: 11 spaces cannot be kept in 2 of 3 places, which have fewer: 'parking/kerb/K-2' (10), 'parking/kerb/K-1' (10).",
            ],
            told);
    }

    [Fact]
    public void It_has_as_many_as_the_events_before_have_left_or_given_it()
    {
        var told = Told("""
            events:
              - { at: "07:00", until: "09:00", resize: parking/lot/L-2, spaces: 50 }
              - { at: "07:00", until: "09:00", resize: parking/lot/L-1, fewer: 12 }
              - { at: "06:30", reserve: parking/lot/L-2, spaces: 40, for: visitors }
              - { at: "08:00", book: parking/lot/L-2, spaces: 40, for: visitors, lasts: 1 h }
              - { at: "08:00", book: parking/lot/L-1, spaces: 19, for: visitors, lasts: 1 h }
              - { at: "09:00", reserve: parking/lot/L-1, spaces: 19, for: visitors }
              - { at: "09:00", book: parking/lot/L-2, spaces: 31, for: visitors, lasts: 1 h }
            """);
        Assert.Equal(
            [
                "error 7: 40 spaces of 'parking/lot/L-2' cannot be kept: it has 30.",
                "error 9: 19 spaces of 'parking/lot/L-1' cannot be booked: it has 18 at that time, where the map has 30.",
                "error 11: 31 spaces of 'parking/lot/L-2' cannot be booked: it has 30.",
            ],
            told);
    }

    [Fact]
    public void Some_places_of_a_pattern_some_variants_and_what_comes_later_are_warnings()
    {
        var told = Told("""
            events:
              - { at: "07:00", reserve: "parking/*", spaces: 11, for: visitors }
              - { at: "08:00", reserve: parking/lot/L-1, spaces: 25, for: visitors }
              - { at: "08:00", reserve: parking/lot/L-3, spaces: 25, for: visitors }
            variants:
              as-is: {}
              works: { events: [ { at: "07:30", resize: parking/lot/L-1, fewer: 10 }, { at: "09:00", resize: parking/lot/L-3, spaces: 20 } ] }
            """);
        Assert.Equal(
            [
                "warning 5: 11 spaces cannot be kept in 3 of 6 places, which have fewer: 'parking/kerb/K-1' (10), 'parking/kerb/K-2' (10), 'parking/kerb/K-3' (10); all that there are are kept.",
                "warning 6: 25 spaces of 'parking/lot/L-1' cannot be kept in variant 'works': it has 20 at that time, where the map has 30; all that there are are kept.",
                "warning 7: 'parking/lot/L-3' has 20 spaces from 2025-07-08 09:00 on, and 25 stay kept: nobody else finds one there.",
            ],
            told);
    }

    [Fact]
    public void What_the_map_keeps_at_the_same_hours_counts_too()
    {
        var site = Site(spaces: 30);
        // Eight from ten on, on workdays; the eighth of July is a Tuesday.
        var first = site.Parking.Facilities[0] with { Reserves = [new SpaceReserve(8, ["residents"], new WeekTime(WeekTime.Workdays, 36000, 64800))] };
        site = site with { Parking = new ParkingSupply([first, .. site.Parking.Facilities.Skip(1)], site.Parking.Tariffs) };
        var told = Told("""
            events:
              - { at: "07:00", until: "09:30", reserve: parking/lot/L-1, spaces: 23, for: visitors }
              - { at: "09:30", reserve: parking/lot/L-1, spaces: 23, for: visitors }
              - { at: "10:30", reserve: parking/lot/L-1, spaces: 22, for: visitors }
            """, site);
        Assert.Equal(["warning 6: 'parking/lot/L-1' has 30 spaces, and the map keeps 8 of them at 2025-07-08 10:00: with 23 more nobody else finds one there."], told);
    }

    [Fact]
    public void An_event_with_a_mistake_that_may_have_resized_the_lot_leaves_the_question_open()
    {
        var told = Told("""
            events:
              - { at: "06:30", resize: parking/lot/L-2, spaces: many }
              - { at: "07:00", reserve: parking/lot/L-2, spaces: 31, for: visitors }
            """);
        Assert.StartsWith("error 5:", Assert.Single(told), StringComparison.Ordinal);
    }

    private static string[] Told(string events, MobilitySite? site = null)
    {
        var (problems, text) = (new ProblemList(), "scenario: match\nmap: .\nperiod: { start: 2025-07-08T06:00+08:00, duration: 6 h }\n" + events);
        var assets = new AssetList(["parking/lot/L-1", "parking/lot/L-2", "parking/lot/L-3", "parking/kerb/K-1", "parking/kerb/K-2", "parking/kerb/K-3"]);
        var document = ScenarioReader.Open(Encoding.UTF8.GetBytes(text), "match.yaml", problems)!;
        var (scenario, _) = ScenarioReader.Understand(document, MobilityVocabulary.All with { Assets = assets }, problems);
        new SpacesCheck(scenario!, site ?? Site(spaces: 30), problems).Report();
        return [.. problems.OrderBy(p => p.Line).Select(p => $"{(p.Severity == Severity.Error ? "error" : "warning")} {p.Line}: {p.Sentence}")];
    }
}
