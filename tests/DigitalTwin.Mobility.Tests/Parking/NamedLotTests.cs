using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Randomness;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class NamedLotTests
{
    private const int Drivers = 5_000;
    private static readonly KeyedRandom Chance = new(42);
    private static readonly double[] Walks = [0, 300, 500], Drives = [300, 240, 200];
    private static readonly Tariff Hourly = TariffBuilder.Build(Boards.Source(new PlanSource { Windows = [Boards.Always(Boards.Step(0, 3600, 5))] }));
    private static readonly DriverGroup Alike = DriverGroups.Default[0] with { Price = new(0.1), Walk = new(0.002), Drive = new(0.001), Search = new(0.003), Queue = new(0.003), GiveUp = new(3), LongestWalk = 800, WalkSpeed = 1.25 };

    private readonly ParkingModel model = new(new ParkingSupply([Lot(200) with { Id = "named", Tariff = 0 }, Lot(100) with { Id = "far", Tariff = 0 }, Lot(20) with { Id = "kerb", Kind = FacilityKind.Kerb, Tariff = 0 }], [Hourly]), [Alike], Clock);

    [Fact]
    public void At_the_prices_of_the_map_everybody_parks_where_he_said()
    {
        foreach (var named in (int[])[0, 1, 2]) Assert.Equal(Drivers, Count(named, _ => { })[named + 1]);
    }

    [Fact]
    public void Who_leaves_a_dearer_lot_and_where_he_goes_is_as_the_incremental_logit_says()
    {
        var before = Logit(_ => { });
        foreach (var factor in (double[])[1.1, 1.5, 3])
        {
            void Dearer(ParkingState state) => state.PriceFactor[0] = factor;
            var (after, counts) = (Logit(Dearer), Count(0, Dearer));
            var stay = after[1] / before[1];
            Near(stay, counts[1]);
            // Whoever leaves divides himself over the others as they were divided before.
            foreach (var other in (int[])[0, 2, 3]) Near((1 - stay) * before[other] / (1 - before[1]), counts[other]);
        }
    }

    [Fact]
    public void A_cheaper_lot_nearby_draws_and_dearer_prices_everywhere_send_nobody_next_door()
    {
        var before = Logit(_ => { });
        void FreeKerb(ParkingState state) => state.Tariff[2] = -1;
        var after = Logit(FreeKerb);
        var counts = Count(0, FreeKerb);
        Near(after[1] / before[1], counts[1]);
        Assert.Equal(Drivers, counts[1] + counts[3]);
        var all = Count(0, state => Array.Fill(state.PriceFactor, 2));
        Assert.Equal(Drivers, all[1] + all[0]);
        Near(Logit(state => Array.Fill(state.PriceFactor, 2))[1] / before[1], all[1]);
    }

    [Fact]
    public void A_dearer_lot_loses_drivers_and_never_the_one_who_would_have_stayed_at_a_higher_price()
    {
        var (state, guidance) = (model.InitialState(), new GuidanceSnapshot(model.Supply));
        var choice = new ParkingChoice(model, Chance);
        for (var d = 0; d < 500; d++)
        {
            var hasLeft = false;
            for (var factor = 1.0; factor < 10; factor += 0.5)
            {
                state.PriceFactor[0] = factor;
                var stays = choice.Reconsider(Who(d), 0, [0, 1, 2], Walks, Drives, [], state, guidance, OccupancyHabit.Prior(model.Supply, 0)) == 0;
                Assert.False(hasLeft && stays);
                hasLeft = !stays;
            }
        }
    }

    [Fact]
    public void What_charging_costs_counts_for_who_needs_a_charger_and_for_nobody_else()
    {
        // Dearer energy in the first garage, idle minutes in the second; both 2 h of 5 an hour besides.
        Tariff Charging(string id, decimal energy, decimal idle) => TariffBuilder.Build(Boards.Source(new PlanSource { Windows = [Boards.Always(Boards.Step(0, 3600, 5))], Charging = new(default, energy, idle, 0) }) with { Id = id });
        var electric = Alike with { ElectricShare = 1, ChargingShare = 1, NeedsChargerShare = 1, Energy = new(10 * 3.6e6) };
        var garages = new ParkingModel(new ParkingSupply([Garage("a", 0), Garage("b", 1), Garage("c", 2)], [Hourly, Charging("energy", 2, 0), Charging("idle", 0, 0.5m)]), [electric], Clock);
        var (state, guidance) = (garages.InitialState(), new GuidanceSnapshot(garages.Supply));
        guidance.Take(state, 0);
        var choice = new ParkingChoice(garages, Chance);
        double U(int facility, bool needs) => choice.Utility(new(1, 0, Driver.Of(electric, Chance, 1) with { NeedsCharger = needs }, 36000, 7200, false), facility, 100, 100, state, guidance, OccupancyHabit.Prior(garages.Supply));
        Assert.Equal(U(0, false), U(1, false), 12);
        Assert.Equal(U(0, false), U(2, false), 12);
        // 10 kWh at 2 are 20; with 20 kW they are loaded after half an hour, and 90 minutes at 0.5 are 45.
        Assert.Equal(0.1 * 20, U(0, true) - U(1, true), 9);
        Assert.Equal(0.1 * 45, U(0, true) - U(2, true), 9);
        state.PriceFactor[2] = 2;
        Assert.Equal(0.1 * (45 * 2 + 10), U(0, true) - U(2, true), 9);

        static ParkingFacility Garage(string id, int tariff) => Lot(100) with { Id = id, Tariff = tariff, Chargers = 10, ChargerPower = 20_000 };
    }

    private static ChoosingDriver Who(int number) => new(number, 0, Driver.Of(Alike, Chance, number) with { NeedsCharger = false }, 36000, 7200, false);

    // Who gives up, and who parks in each.
    private int[] Count(int named, Action<ParkingState> change)
    {
        var (state, guidance, habit) = (model.InitialState(), new GuidanceSnapshot(model.Supply), OccupancyHabit.Prior(model.Supply, 0));
        change(state);
        var choice = new ParkingChoice(model, Chance);
        var counts = new int[4];
        for (var d = 0; d < Drivers; d++) counts[choice.Reconsider(Who(d), named, [0, 1, 2], Walks, Drives, [], state, guidance, habit) + 1]++;
        return counts;
    }

    private double[] Logit(Action<ParkingState> change)
    {
        var (state, guidance, habit) = (model.InitialState(), new GuidanceSnapshot(model.Supply), OccupancyHabit.Prior(model.Supply, 0));
        change(state);
        var choice = new ParkingChoice(model, Chance);
        double[] weights = [Math.Exp(ParkingChoice.Utility(Who(0))), .. Enumerable.Range(0, 3).Select(f => Math.Exp(choice.Utility(Who(0), f, Walks[f], Drives[f], state, guidance, habit)))];
        return [.. weights.Select(w => w / weights.Sum())];
    }

    // Within the 99.9 % interval of a share of so many drivers.
    private static void Near(double share, int count) => Assert.InRange(count / (double)Drivers, share - 3.29 * Math.Sqrt(share * (1 - share) / Drivers), share + 3.29 * Math.Sqrt(share * (1 - share) / Drivers));
}
