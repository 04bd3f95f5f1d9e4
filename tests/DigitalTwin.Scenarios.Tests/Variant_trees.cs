using DigitalTwin.Scenarios.Variants;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Scenarios.Tests;

public class Variant_trees
{
    private const double Hour = 3600;

    private static Scenario With(string rest) =>
        Reading.Good("scenario: x\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 24 h, warm-up: 1 h }\n" + rest);

    private static double? Difference(string rest, double lead = 0)
    {
        var all = EffectiveScenario.All(With(rest));
        var one = FirstDifference.Between(all[0], all[1], lead);
        Assert.Equal(one, FirstDifference.Between(all[1], all[0], lead));
        return one;
    }

    [Fact]
    public void Variants_without_changes_never_differ() =>
        Assert.Null(Difference("variants: { a: {}, b: { title: The same } }"));

    [Fact]
    public void Variants_differ_first_when_the_first_event_of_only_one_happens() =>
        Assert.Equal(11 * Hour, Difference("variants: { a: { events: [ { at: \"17:00\", close: water/pipe/P-1001 } ] }, b: {} }"));

    [Fact]
    public void An_event_that_both_have_is_no_difference() =>
        Assert.Equal(13 * Hour, Difference("""
            variants:
              a: { events: [ { at: "17:00", close: water/pipe/P-1001 }, { at: "19:00", open: water/pipe/P-1001 } ] }
              b: { events: [ { at: "17:00", close: water/pipe/P-1001 } ] }
            """));

    [Fact]
    public void Events_that_end_at_different_times_differ_at_the_first_end() =>
        Assert.Equal(12 * Hour, Difference("""
            variants:
              a: { events: [ { at: "17:00", until: "18:00", close: water/pipe/P-1001 } ] }
              b: { events: [ { at: "17:00", until: "19:00", close: water/pipe/P-1001 } ] }
            """));

    [Fact]
    public void The_same_ends_of_other_events_are_a_difference() =>
        Assert.Equal(13 * Hour, Difference("""
            variants:
              a: { events: [ { at: "17:00", until: "19:00", close: water/pipe/P-1001 }, { at: "18:00", until: "20:00", close: water/pipe/P-1001 } ] }
              b: { events: [ { at: "17:00", until: "20:00", close: water/pipe/P-1001 }, { at: "18:00", until: "19:00", close: water/pipe/P-1001 } ] }
            """));

    [Fact]
    public void Other_parameters_are_a_difference() =>
        Assert.Equal(11 * Hour, Difference("""
            variants:
              a: { events: [ { at: "17:00", fire: water/junction/J-1, flow: 10 L/s } ] }
              b: { events: [ { at: "17:00", fire: water/junction/J-1, flow: 20 L/s } ] }
            """));

    [Fact]
    public void The_same_value_in_another_unit_is_no_difference() =>
        Assert.Null(Difference("""
            variants:
              a: { events: [ { at: "17:00", fire: water/junction/J-1, flow: 10 L/s } ] }
              b: { events: [ { at: +11 h, fire: [water/junction/J-1], flow: 36 m3/h } ] }
            """));

    [Fact]
    public void An_event_left_out_is_a_difference_when_it_would_have_happened() =>
        Assert.Equal(2 * Hour, Difference("""
            events: [ { name: burst, at: "08:00", burst: water/pipe/P-1001, opening: 100 mm } ]
            variants: { a: {}, b: { without: [burst] } }
            """));

    [Fact]
    public void Other_settings_differ_from_the_first_instant_of_the_warm_up() =>
        Assert.Equal(-Hour, Difference("variants: { a: {}, b: { water: { service-pressure: 20 m } } }"));

    [Fact]
    public void Another_climate_differs_from_the_first_instant() =>
        Assert.Equal(-Hour, Difference("variants: { a: {}, b: { weather: { temperature: { offset: +3 K } } } }"));

    [Fact]
    public void A_storm_differs_when_it_begins_less_the_lead_of_its_warnings()
    {
        const string variants = "variants: { a: {}, b: { weather: { storm: { return-period: 50 a, duration: 3 h, begins: \"17:00\" } } } }";
        Assert.Equal(11 * Hour, Difference(variants));
        Assert.Equal(8 * Hour, Difference(variants, 3 * Hour));
        Assert.Equal(-Hour, Difference(variants, 100 * Hour));
    }

    [Fact]
    public void A_variant_changes_only_what_it_names_of_a_storm()
    {
        var scenario = With("""
            weather: { storm: { return-period: 50 a, duration: 3 h, begins: "17:00" } }
            variants: { a: {}, b: { weather: { storm: { return-period: 100 a } } }, c: { weather: { storm: none } } }
            """);
        Assert.Equal(new DesignStorm(Hyetograph.Chicago, 11 * Hour, 3 * Hour, 100, null, null), scenario.Variants[1].Weather.Storm);
        Assert.Null(scenario.Variants[2].Weather.Storm);
    }

    [Fact]
    public void Three_variants_that_part_at_five_o_clock_cost_one_prefix_and_three_tails()
    {
        var tree = VariantTree.Of(With("""
            variants:
              a: {}
              b: { events: [ { at: "17:00", close: water/pipe/P-1001 } ] }
              c: { events: [ { at: "17:00", close: water/pipe/P-1002 } ] }
            """), 0);
        Assert.Equal((-Hour, 11 * Hour), (tree.From, tree.To));
        Assert.Equal(["a", "b", "c"], tree.Children.SelectMany(c => c.Variants).Select(v => v.Variant.Name));
        Assert.Equal(12 * Hour + 3 * 13 * Hour, tree.SimulatedSeconds);
    }

    [Fact]
    public void Variants_that_know_something_else_share_nothing_and_those_that_know_the_same_do()
    {
        var variants = EffectiveScenario.All(With("""
            variants:
              a: {}
              b: { events: [ { at: "17:00", close: water/pipe/P-1001 } ] }
              c: { events: [ { at: "17:00", close: water/pipe/P-1002 } ] }
            """));
        var tree = VariantTree.Of(variants, 0, (one, other) => one.Variant.Name == "c" != (other.Variant.Name == "c"));
        Assert.Equal(tree.From, tree.To);
        Assert.Equal([["a", "b"], ["c"]], tree.Children.Select(child => child.Variants.Select(v => v.Variant.Name)));
        Assert.Equal(11 * Hour, tree.Children[0].To);
        Assert.Equal(12 * Hour + 3 * 13 * Hour + 12 * Hour, tree.SimulatedSeconds);
    }

    [Fact]
    public void Variants_part_at_the_step_before_an_event_between_steps()
    {
        var tree = VariantTree.Of(With("variants: { a: {}, b: { events: [ { at: \"17:03\", close: water/pipe/P-1001 } ] } }"), 0);
        Assert.Equal(11 * Hour, tree.To);
    }

    [Fact]
    public void Variants_that_part_later_share_a_longer_branch()
    {
        var tree = VariantTree.Of(With("""
            events: [ { at: "08:00", burst: water/pipe/P-1001, opening: 100 mm } ]
            variants:
              never: {}
              late: { events: [ { at: "10:00", isolate: water/pipe/P-1001 } ] }
              soon: { events: [ { at: "08:30", isolate: water/pipe/P-1001 } ] }
              also-never: {}
            """), 0);
        Assert.Equal(2.5 * Hour, tree.To);
        Assert.Equal(["never", "late", "also-never"], tree.Children[0].Variants.Select(v => v.Variant.Name));
        Assert.Equal(4 * Hour, tree.Children[0].To);
        Assert.Equal(["never", "also-never"], tree.Children[0].Children[0].Variants.Select(v => v.Variant.Name));
        Assert.Equal(24 * Hour, tree.Children[0].Children[0].To);
        Assert.Empty(tree.Children[0].Children[0].Children);
    }

    [Fact]
    public void Events_are_ordered_by_time_then_as_written_and_undoing_comes_first()
    {
        var all = EffectiveScenario.All(With("""
            events:
              - { at: "09:00", close: water/pipe/P-1003 }
              - { at: "08:00", until: "09:00", close: water/pipe/P-1001 }
              - { at: "08:00", close: water/pipe/P-1002 }
            variants: { a: { events: [ { at: "08:00", close: water/pipe/P-1004 } ] } }
            """));
        Assert.Equal(["P-1001", "P-1002", "P-1004", "P-1003"], all[0].Events.Select(e => e.Targets[0][11..]));
        Assert.Equal(["Begin P-1001", "Begin P-1002", "Begin P-1004", "Undo P-1001", "Begin P-1003"],
            all[0].Schedule.Select(s => $"{s.Phase} {s.Event.Targets[0][11..]}"));
    }

    [Fact]
    public void A_daily_event_happens_every_day()
    {
        var scenario = Reading.Good("""
            scenario: x
            map: m
            period: { start: 2025-07-08T06:00+08:00, duration: 3 d }
            events: [ { name: night, at: "23:00", until: day 2 07:00, every: day, tariff: true, price: 0.3 CNY/kWh } ]
            """);
        Assert.Equal([(17 * Hour, 25 * Hour), (41 * Hour, 49 * Hour), (65 * Hour, null)], scenario.Events.Select(e => (e.At, e.Until)));
    }

    /// <summary>Random variants out of six events at four times.</summary>
    private static readonly Arbitrary<int[]> Sets = Gen.Choose(0, 63).NonEmptyListOf().Select(l => l.Take(7).ToArray()).ToArbitrary();

    [Fact]
    public void A_tree_holds_every_variant_once_to_the_end_and_its_stretches_are_alike() =>
        Prop.ForAll(Sets, sets =>
        {
            var text = string.Concat(sets.Select((set, i) => $"  v{i}: {{ events: [ {string.Join(", ", Enumerable.Range(0, 6).Where(bit => (set >> bit & 1) != 0)
                .Select(bit => $"{{ at: \"{8 + bit % 4:00}:00\", close: water/pipe/P-{1001 + bit} }}"))} ] }}\n"));
            var tree = VariantTree.Of(With("variants:\n" + text), 0);
            var leaves = Leaves(tree).ToList();
            return leaves.SelectMany(l => l.Variants).Select(v => v.Variant.Name).Order().SequenceEqual(sets.Select((_, i) => $"v{i}").Order())
                && leaves.TrueForAll(l => l.To == 24 * Hour)
                && All(tree).All(node => node.Variants.All(v => FirstDifference.Between(node.Variants[0], v, 0) is not { } d || d >= node.To))
                && All(tree).All(node => node.Children.All(child => child.From == node.To) && node.Children.Count != 1)
                && leaves.Count == sets.Distinct().Count();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static IEnumerable<VariantTree> All(VariantTree tree) => tree.Children.SelectMany(All).Prepend(tree);

    private static IEnumerable<VariantTree> Leaves(VariantTree tree) => All(tree).Where(node => node.Children.Count == 0);
}
