using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Diagnostics;
using static DigitalTwin.Mobility.Tests.Parking.Boards;

namespace DigitalTwin.Mobility.Tests.Parking;

public class TariffProblemTests
{
    private static readonly string[] Groups = ["commuters", "residents"];

    private static string[] Of(params TariffSource[] sources)
    {
        var problems = new ProblemList();
        var tariffs = TariffBuilder.Build(sources, Groups, problems);
        Assert.True(problems.Count == 0 || tariffs.Count < sources.Length, "A tariff with a mistake was made.");
        return [.. problems.Select(p => p.ToString())];
    }

    private static string[] Of(params WindowSource[] windows) => Of(Source(new PlanSource { Windows = windows }));

    [Fact]
    public void Tariffs_that_are_like_each_other_in_a_circle() => Assert.Equal(
        ["board.yaml:1:3: error: The tariff 'a' is like itself: 'a' is like 'b' is like 'c' is like 'a'; one of them must say its own prices."],
        Of(Source(new(), "a") with { Like = "b" }, Source(new(), "b") with { Like = "c" }, Source(new(), "c") with { Like = "a" }));

    [Fact]
    public void A_tariff_like_one_that_there_is_not() => Assert.Equal(
        ["board.yaml:1:3: error: The tariff 'night' is like 'centr', which is no tariff. Did you mean 'centre'?"],
        Of(Source(new(), "night") with { Like = "centr" }, Source(new PlanSource { Windows = [Always(Step(0, Hour, 5))] }, "centre")));

    [Fact]
    public void Prices_that_overlap() => Assert.Equal(
        ["board.yaml:5: error: Prices number 1 and 2 of the tariff 'board' both hold on Sunday from 19:00 to 20:00; only one can."],
        Of(Window(new(WeekTime.EveryDay, 7 * Hour, 20 * Hour), Step(0, 0, 1)), Window(new(WeekTime.EveryDay, 19 * Hour, 7 * Hour), Step(0, 0, 1))));

    [Fact]
    public void Hours_without_a_price() => Assert.Equal(
        ["board.yaml:1:3: error: The tariff 'board' has no price on Sunday from 00:00 to 07:00; a free time needs a step with the price 0."],
        Of(Window(new(WeekTime.EveryDay, 7 * Hour, 24 * Hour), Step(0, 0, 1))));

    [Fact]
    public void A_negative_price() => Assert.Equal(
        ["board.yaml:7: error: A price of -2 CNY is negative; it takes 0 or more."],
        Of(Always(Step(0, Hour, -2, line: 7))));

    [Fact]
    public void A_price_finer_than_a_fen() => Assert.Equal(
        ["board.yaml:7: error: A price of 0.333 CNY is finer than a hundredth; amounts have two decimals at most."],
        Of(Always(Step(0, Hour, 0.333m, line: 7))));

    [Fact]
    public void A_cap_below_a_step() => Assert.Equal(
        [
            "board.yaml:7: error: The cap of these hours, 4 CNY, is below the price of a single step, 5 CNY.",
            "board.yaml:7: error: The cap per day, 3 CNY, is below the price of a single step, 5 CNY.",
        ],
        Of(Source(new PlanSource { CapPerDay = 3, Windows = [Always(Step(0, Hour, 5, line: 7)) with { Cap = 4 }] })));

    [Fact]
    public void A_cap_per_stay_below_the_cap_per_day() => Assert.Equal(
        ["board.yaml:1:3: error: The cap per stay, 20 CNY, is below the cap per day, 30 CNY: the latter is never reached."],
        Of(Source(new PlanSource { CapPerDay = 30, CapPerStay = 20, Windows = [Always(Step(0, Hour, 5))] })));

    [Fact]
    public void A_group_that_there_is_not() => Assert.Equal(
        ["board.yaml:9: error: 'residnets' is no group of drivers and no permit. Did you mean 'residents'?"],
        Of(Source(new PlanSource { Windows = [Always(Step(0, Hour, 5))] }) with { GroupPlans = [new PlanSource { Place = new("board.yaml", 9), Groups = ["residnets"] }] }));

    [Fact]
    public void Two_plans_for_one_group() => Assert.Equal(
        ["board.yaml:9: error: The tariff 'board' has two plans for 'residents'; which one holds?"],
        Of(Source(new PlanSource { Windows = [Always(Step(0, Hour, 5))] }) with
        {
            GroupPlans = [new PlanSource { Groups = ["residents"] }, new PlanSource { Place = new("board.yaml", 9), Groups = ["commuters", "residents"] }],
        }));

    [Fact]
    public void Steps_out_of_order_that_begin_late_or_within_an_increment() => Assert.Equal(
        [
            "board.yaml:6: error: The first step begins at 10 min of stay; it must begin at 0.",
            "board.yaml:7: error: A step from 45 min begins within an increment of 30 min of the step before; begin it at 40 min or 70 min.",
            "board.yaml:8: error: A step from 20 min follows one from 45 min; steps go by ascending length of stay.",
        ],
        Of(Always(Step(10 * Minute, 30 * Minute, 1, 6), Step(45 * Minute, Hour, 1, 7), Step(20 * Minute, Hour, 1, 8))));

    [Fact]
    public void A_tariff_without_prices_and_one_with_a_strange_currency() => Assert.Equal(
        [
            "board.yaml:1:3: error: 'yuan' is no currency; it takes the three capital letters of ISO 4217: CNY, EUR.",
            "board.yaml:1:3: error: The tariff 'board' has no prices; give it steps, or say which tariff it is like.",
        ],
        Of(Source(new PlanSource()) with { Currency = "yuan" }));

    [Fact]
    public void A_tariff_that_is_given_twice() => Assert.Equal(
        ["board.yaml:1:3: error: The tariff 'board' is given twice; each tariff needs a name of its own."],
        Of(Source(new PlanSource { Windows = [Always(Step(0, Hour, 5))] }), Source(new PlanSource { Windows = [Always(Step(0, Hour, 6))] })));
}
