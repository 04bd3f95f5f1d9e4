using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Diagnostics;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class SupplyProblemTests
{
    private static string[] Of(params ParkingFacility[] facilities)
    {
        var problems = new ProblemList();
        SupplyCheck.Check(new ParkingSupply(facilities, []), [Anybody, Residents], problems, _ => new SourcePlace("lots.geojson", 12, 5));
        return [.. problems.Select(p => p.ToString().Replace("lots.geojson:12:5: error: ", "", StringComparison.Ordinal))];
    }

    [Fact]
    public void A_negative_number_of_spaces() => Assert.Equal(["The lot 'P-1' has -5 spaces; 0 or more are accepted."], Of(Lot(-5)));

    [Fact]
    public void Reserves_that_are_larger_than_the_lot() => Assert.Equal(
        ["The lot 'P-1' keeps 11 spaces for groups on Monday at 08:00, more than its 10 spaces without a charger."],
        Of(Lot(10) with { Reserves = [new(6, ["residents"], WeekTime.Always), new(5, ["anybody"], new(WeekTime.Workdays, 8 * 3600, 18 * 3600))] }));

    [Fact]
    public void A_reserve_and_a_rule_for_groups_that_there_are_not() => Assert.Equal(
        [
            "The lot 'P-1' lets in 'resident', which is no group of drivers and no permit. Did you mean 'residents'?",
            "The lot 'P-1' keeps spaces for 'nobody', which is no group of drivers and no permit. Did you mean 'anybody'?",
        ],
        Of(Lot(10) with { Access = [new(WeekTime.Always, ["resident"])], Reserves = [new(1, ["nobody"], WeekTime.Always)] }));

    [Fact]
    public void A_charger_without_power_and_more_chargers_than_spaces() => Assert.Equal(
        [
            "The lot 'P-1' has 3 chargers, more than its 2 spaces; a charger stands at a space.",
            "The lot 'P-1' has chargers without power (0 W was found); give the power of one charger, such as 7 kW.",
        ],
        Of(Lot(2) with { Chargers = 3 }));

    [Fact]
    public void A_barrier_that_never_opens_a_lot_without_levels_and_a_tariff_that_there_is_not() => Assert.Equal(
        [
            "The lot 'P-1' lets in 0 cars per second; more than 0 is accepted.",
            "The lot 'P-1' has 0 levels; 1 or more are accepted.",
            "The lot 'P-1' has a longest stay of NaN s; more than 0 is accepted.",
            "The lot 'P-1' has tariff number 2; there are 0.",
        ],
        Of(Lot() with { EntranceRate = 0, Levels = 0, LongestStay = double.NaN, Tariff = 2 }));

    [Fact]
    public void A_kerb_with_a_queue_and_an_id_that_is_given_twice() => Assert.Equal(
        [
            "The kerb 'P-1' has a queue of 3; nobody queues for a kerb, cars drive on.",
            "The lot 'P-1' is given twice; each facility needs an id of its own.",
        ],
        Of(Lot() with { Kind = FacilityKind.Kerb, QueuePlaces = 3 }, Lot()));

    [Fact]
    public void A_rule_on_no_day_and_one_at_25_o_clock() => Assert.Equal(
        ["The lot 'P-1' has a rule that holds on no day of the week.", "The lot 'P-1' has a rule whose times of day are not between 00:00 and 24:00."],
        Of(Lot() with { Access = [new(new(0, 0, 86400), []), new(new(WeekTime.EveryDay, 0, 25 * 3600), [])] }));

    [Fact]
    public void A_model_is_not_made_of_a_supply_with_mistakes() =>
        Assert.Contains("-5 spaces", Assert.Throws<InputException>(() => Model(Lot(-5))).Message);
}
