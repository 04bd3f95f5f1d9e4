using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class ParkingChoiceTests
{
    private static readonly KeyedRandom Chance = new(42);
    private static readonly Tariff Hourly = TariffBuilder.Build(Boards.Source(new PlanSource { Windows = [Boards.Always(Boards.Step(0, 3600, 5))] }));
    private static readonly double[] Walks = [100, 300, 500], Drives = [300, 240, 200];

    // A dear garage near, a cheaper one farther off, a kerb.
    private static readonly ParkingFacility[] Three =
    [
        Lot(200) with { Id = "near", Tariff = 0 },
        Lot(100) with { Id = "far", Tariff = 0, QueuePlaces = 10 },
        Lot(20) with { Id = "kerb", Kind = FacilityKind.Kerb, Tariff = 0 },
    ];

    private static (ParkingModel Model, ParkingState State, GuidanceSnapshot Guidance, OccupancyHabit Habit) Town(DriverGroup group, params ParkingFacility[] facilities)
    {
        var model = new ParkingModel(new ParkingSupply(facilities, [Hourly]), [group], Clock);
        var state = model.InitialState();
        var guidance = new GuidanceSnapshot(model.Supply);
        guidance.Take(state, 0);
        return (model, state, guidance, OccupancyHabit.Prior(model.Supply));
    }

    private static ChoosingDriver Who(DriverGroup group, int number, bool informed = false) => new(number, 0, Driver.Of(group, Chance, number), 36000, 7200, informed);

    [Fact]
    public void Shares_of_choices_are_those_of_the_logit_formula()
    {
        // Without tastes of their own all drivers have one vector of probabilities: exp V / sum exp V.
        var alike = Anybody with { Price = new(0.1), Walk = new(0.1 / 60), Drive = new(0.05 / 60), Search = new(0.075 / 60), Queue = new(0.075 / 60), GiveUp = new(3), ElectricShare = 0 };
        var (model, state, guidance, habit) = Town(alike, Three);
        var choice = new ParkingChoice(model, Chance);
        const int Drivers = 40_000;
        var counts = new int[4];
        for (var d = 0; d < Drivers; d++) counts[choice.Choose(Who(alike, d), [0, 1, 2], Walks, Drives, [], state, guidance, habit) + 1]++;
        double[] weights = [Math.Exp(-3), .. Enumerable.Range(0, 3).Select(f => Math.Exp(choice.Utility(Who(alike, 0), f, Walks[f], Drives[f], state, guidance, habit)))];
        for (var a = 0; a < 4; a++)
        {
            var p = weights[a] / weights.Sum();
            Assert.InRange(p, 0.01, 0.9);
            Assert.InRange((double)counts[a] / Drivers, p - (2.576 * Math.Sqrt(p * (1 - p) / Drivers)), p + (2.576 * Math.Sqrt(p * (1 - p) / Drivers)));
        }
    }

    [Fact]
    public void A_utility_is_what_the_equation_says()
    {
        var group = Anybody with { Price = new(0.1), Walk = new(0.002), Drive = new(0.001), Search = new(0.003), Queue = new(0.004), GiveUp = new(3), WalkSpeed = 1.25 };
        var (model, state, guidance, habit) = Town(group, Three);
        var choice = new ParkingChoice(model, Chance);
        var common = -(0.1 * 10) - (0.002 * 500 / 1.25) - (0.001 * 200);
        Assert.Equal((0.5 * Math.Log(0.2)) + common - (0.003 * 2 * Math.Exp(6 * 0.6)), choice.Utility(Who(group, 0), 2, 500, 200, state, guidance, habit), 12);
        Assert.Equal((0.5 * Math.Log(0.2)) + common - (0.003 * 2), choice.Utility(Who(group, 0, informed: true), 2, 500, 200, state, guidance, habit), 12);
        Assert.Equal((0.5 * Math.Log(2)) + common, choice.Utility(Who(group, 0, informed: true), 0, 500, 200, state, guidance, habit), 12);
    }

    [Fact]
    public void A_price_counts_as_it_is_at_that_hour_of_that_day_with_its_cap()
    {
        // By day 5 an hour and 20 at most, by night 1 an hour.
        var board = TariffBuilder.Build(Boards.Source(new PlanSource
        {
            Windows = [Boards.Window(Daily("08:00", "20:00"), Boards.Step(0, 3600, 5)) with { Cap = 20 }, Boards.Window(Daily("20:00", "08:00"), Boards.Step(0, 3600, 1))],
        }));
        var group = Anybody with { Price = new(0.1), Walk = new(0), Drive = new(0), Search = new(0), Queue = new(0), ElectricShare = 0 };
        var model = new ParkingModel(new ParkingSupply([Lot(100) with { Tariff = 0 }], [board]), [group], Clock);
        var (state, guidance, habit) = (model.InitialState(), new GuidanceSnapshot(model.Supply), OccupancyHabit.Prior(model.Supply));
        var choice = new ParkingChoice(model, Chance);
        double At(string time, double hours) => choice.Utility(Who(group, 0) with { Time = MadeParking.At(time), Dwell = hours * 3600 }, 0, 100, 0, state, guidance, habit);
        Assert.Equal(-1.0, At("09:00", 2), 12);
        Assert.Equal(-2.0, At("09:00", 9), 12); // the cap
        Assert.Equal(-0.2, At("21:00", 2), 12);
        Assert.Equal(-0.7, At("19:00", 3), 12);
        state.PriceFactor[0] = 2;
        Assert.Equal(-4.0, At("09:00", 9), 12);
    }

    [Fact]
    public void A_full_lot_loses_drivers_to_the_others_in_the_logits_proportion()
    {
        // Spiess 1996: with capacities a full lot has a shadow price, and the odds among those with room stay those of the logit.
        var alike = Anybody with { Price = new(0.1), Walk = new(0.1 / 60), Drive = new(0.05 / 60), Search = new(0.1 / 60), Queue = new(0), GiveUp = new(3), ElectricShare = 0 };
        var (model, state, guidance, habit) = Town(alike, Three);
        var choice = new ParkingChoice(model, Chance);
        const int Drivers = 20_000;
        double[] Shares(double nearTaken)
        {
            var known = habit.Shares.ToArray();
            Array.Clear(known);
            Array.Fill(known, nearTaken, 0, OccupancyHabit.Slots);
            var learnt = OccupancyHabit.Of(model.Supply, known);
            var counts = new double[4];
            for (var d = 0; d < Drivers; d++) counts[choice.Choose(Who(alike, d), [0, 1, 2], Walks, Drives, [], state, guidance, learnt) + 1]++;
            return [.. counts.Select(c => c / Drivers)];
        }

        var (open, busy, full) = (Shares(0), Shares(0.995), Shares(1));
        Assert.True(full[1] == 0 && busy[1] < 0.9 * open[1] && busy[1] > 0, $"{open[1]}, {busy[1]}, {full[1]}");
        for (var other = 2; other < 4; other++) Assert.True(open[other] < busy[other] && busy[other] < full[other]);
        Assert.Equal(open[2] / open[3], full[2] / full[3], 0.1 * open[2] / open[3]);
        Assert.Equal(open[2] / open[0], full[2] / full[0], 0.2 * open[2] / open[0]);
    }

    [Fact]
    public void A_driver_chooses_alike_unless_something_that_he_knows_has_changed()
    {
        var group = DriverGroups.Default[0];
        var (model, state, guidance, habit) = Town(group, Three);
        var more = Town(group, [.. Three, Lot(50) with { Id = "new" }]);
        var (before, after) = (new ParkingChoice(model, Chance), new ParkingChoice(more.Model, Chance));
        var moved = 0;
        for (var d = 0; d < 2000; d++)
        {
            var old = before.Choose(Who(group, d), [0, 1, 2], Walks, Drives, [], state, guidance, habit);
            var now = after.Choose(Who(group, d), [3, 2, 1, 0], [400, .. Walks.Reverse()], [250, .. Drives.Reverse()], [], more.State, more.Guidance, more.Habit);
            if (now == 0) moved++;
            else Assert.Equal(old, now < 0 ? -1 : 3 - now);
        }
        Assert.InRange(moved, 100, 1900);
    }

    [Fact]
    public void Who_was_turned_away_does_not_try_the_same_again_and_gives_up_when_nothing_is_left()
    {
        var group = DriverGroups.Default[0];
        var (model, state, guidance, habit) = Town(group, Three);
        var choice = new ParkingChoice(model, Chance);
        for (var d = 0; d < 200; d++)
        {
            Assert.NotEqual(0, choice.Choose(Who(group, d), [0, 1, 2], Walks, Drives, [0], state, guidance, habit));
            Assert.Equal(ParkingChoice.GivesUp, choice.Choose(Who(group, d), [0, 1, 2], Walks, Drives, [2, 0, 1], state, guidance, habit));
        }
    }

    [Fact]
    public void Only_the_informed_keep_away_from_what_is_closed_or_full()
    {
        var group = DriverGroups.Default[0];
        var (model, state, guidance, habit) = Town(group, Three);
        state.SetClosed(0, true, 0);
        state.Occupied[1] = 100;
        guidance.Take(state, 0);
        var choice = new ParkingChoice(model, Chance);
        var without = new int[3];
        for (var d = 0; d < 1000; d++)
        {
            if (choice.Choose(Who(group, d), [0, 1, 2], Walks, Drives, [], state, guidance, habit) is >= 0 and var chosen) without[chosen]++;
            var informed = choice.Choose(Who(group, d, informed: true), [0, 1, 2], Walks, Drives, [], state, guidance, habit);
            Assert.NotEqual(0, informed);
            if (informed == 1) Assert.True(Driver.Of(group, Chance, d).QueuePatience >= 72, "Who queues at a full lot bears the wait that is to be expected.");
        }
        Assert.All(without, count => Assert.InRange(count, 50, 900));
    }

    [Fact]
    public void Nobody_chooses_what_is_too_far_not_reached_not_open_or_without_a_charger()
    {
        var group = DriverGroups.Default[0] with { ElectricShare = 1, ChargingShare = 1, NeedsChargerShare = 1, LongestWalk = 400 };
        var (model, state, guidance, habit) = Town(group, Lot(9) with { Chargers = 1, ChargerPower = 7000 }, Lot(9) with { Id = "no charger" }, Lot(9) with { Id = "short", LongestStay = 60, Chargers = 1, ChargerPower = 7000 });
        var choice = new ParkingChoice(model, Chance);
        double V(int facility, double walk, double drive) => choice.Utility(Who(group, 1), facility, walk, drive, state, guidance, habit);
        Assert.True(double.IsFinite(V(0, 400, 60)));
        foreach (var (facility, walk, drive) in new[] { (0, 401, 60.0), (0, 100, double.NaN), (0, 100, double.PositiveInfinity), (1, 100, 60), (2, 100, 60) })
            Assert.Equal(double.NegativeInfinity, V(facility, walk, drive));
    }

    [Fact]
    public void A_larger_informed_share_informs_the_same_drivers_and_more()
    {
        var group = DriverGroups.Default[0];
        var ranks = Enumerable.Range(0, 1000).Select(d => Driver.Of(group, Chance, d).InformationRank).ToList();
        Assert.InRange(ranks.Count(r => r < 0.3), 250, 350);
        Assert.True(ranks.Where(r => r < 0.3).All(r => r < 0.5));
    }

    [Fact]
    public void Tastes_have_the_mean_and_spread_that_they_were_given()
    {
        foreach (var taste in new[] { new Taste(0.1, 0.06, TasteLaw.LogNormal), new Taste(5, 1, TasteLaw.Normal), new Taste(600, 600, TasteLaw.Exponential) })
        {
            var draws = Enumerable.Range(0, 40_000).Select(d => taste.Of(Chance, 7, d)).ToList();
            var mean = draws.Average();
            Assert.InRange(mean, taste.Mean - (3 * taste.Spread / 200), taste.Mean + (3 * taste.Spread / 200));
            Assert.InRange(Math.Sqrt(draws.Average(x => (x - mean) * (x - mean))) / taste.Spread, 0.95, 1.05);
        }
    }

    [Fact]
    public void Habit_moves_towards_what_was_seen_by_its_weight_and_only_where_something_was()
    {
        var supply = new ParkingSupply([Lot(10)], []);
        var seen = new OccupancyObservation(supply, Clock);
        seen.Add(0, At("08:00"), At("08:15"), 9 * 900, 10);
        seen.Add(0, At("08:15"), At("08:30"), 7 * 900, 10);
        var habit = seen.Learn(OccupancyHabit.Prior(supply, 0.4), 0.5);
        Assert.Equal(0.6, habit.Share(0, Clock, At("1 08:15")), 12);
        Assert.Equal(0.5, habit.Share(0, Clock, At("1 08:30")), 12);
        Assert.Equal(0.4, habit.Share(0, Clock, At("5 08:15")), 12);
        Assert.Equal(0.4, habit.Share(0, Clock, At("08:45")), 12);
        Assert.Throws<ArgumentException>(() => OccupancyHabit.Of(supply, new double[95]));
    }

    [Fact]
    public void A_lot_that_loses_cars_by_Erlangs_formula_is_known_to_be_full_as_often()
    {
        // Exact values: spaces, load, share of cars lost, mean occupied.
        foreach (var (spaces, load, lost, taken) in new[] { (1, 0.5, 0.3333333333, 0.333333), (10, 8.0, 0.1216610643, 7.026711), (100, 100.0, 0.0757004527, 92.429955), (500, 480.0, 0.0143257807, 473.123625) })
        {
            Assert.Equal(lost, SearchTime.ErlangLoss(load, spaces), 1e-9);
            Assert.Equal(lost, SearchTime.Full(taken / spaces, spaces), 1e-4);
        }
        Assert.Equal(1, SearchTime.Full(1, 30));
        Assert.Equal(0, SearchTime.Full(0, 30));
        Assert.InRange(SearchTime.Full(0.99, 30), 0.7, 0.8);
    }

    [Fact]
    public void Who_knows_that_the_lot_at_the_door_is_always_full_parks_elsewhere()
    {
        var group = Anybody with { Walk = new(0.01), Drive = new(0.001), Search = new(0.002), GiveUp = new(8) };
        var (model, state, guidance, _) = Town(group, Lot(50) with { Id = "door" }, Lot(50) with { Id = "farther" });
        var choice = new ParkingChoice(model, Chance);
        int Doors(double share)
        {
            var shares = new double[2 * OccupancyHabit.Slots];
            Array.Fill(shares, share, 0, OccupancyHabit.Slots);
            var habit = OccupancyHabit.Of(model.Supply, shares);
            return Enumerable.Range(0, 1000).Count(d => choice.Choose(Who(group, d), [0, 1], [50, 600], [100, 100], [], state, guidance, habit) == 0);
        }
        Assert.InRange(Doors(0.5), 900, 1000);
        Assert.Equal(0, Doors(1));
        // Where there is nothing else, even a poor chance is better than giving up.
        var alone = OccupancyHabit.Of(model.Supply, [.. Enumerable.Repeat(0.99, 2 * OccupancyHabit.Slots)]);
        Assert.Equal(0, choice.Choose(Who(group, 1), [0], [50], [100], [], state, guidance, alone));
    }

    [Fact]
    public void Search_grows_with_occupancy_as_published()
    {
        Assert.Equal(161, SearchTime.Belloche(1, 0.4, 6), 0.5);
        Assert.Equal(807, SearchTime.Belloche(1), 0.5);
        Assert.Equal(328, SearchTime.Belloche(0.85), 0.5);
        Assert.Equal(589, SearchTime.Belloche(1, 0.11, 8.586), 0.5);
        foreach (var (q, published) in new[] { (0.85, 0.2725), (0.90, 0.4305), (0.95, 0.6634) }) Assert.Equal(published, SearchTime.AllTaken(q, 8), 4);
        Assert.Equal(20, SearchTime.BaysInspected(0.95), 9);
    }

    [Fact]
    public void Options_out_of_range_are_told_at_once() => Assert.Equal(2, Assert.Throws<InputException>(
        () => new ParkingChoice(Model(Lot()), Chance, new ChoiceOptions { SizeWeight = 2, TypicalDwell = double.NaN })).Problems.Count);
}
