using DigitalTwin.Numerics.Clocks;
using System.Globalization;
using System.Text;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Verification.Mobility.PriceElasticity;

/// <summary>
/// How the shipped groups of drivers answer to prices, in a made centre of two garages, an office's lot and two kerbs: the change of the share that parks when all prices rise by a tenth, and of the share of one garage when
/// only its own does. Published: SFpark -0.4 on average over 5,294 changes (Pierce and Shoup 2013), Dublin -0.29 (Kelly and Clinch 2009), about -0.3 in practice; they vary widely.
/// </summary>
public class PriceElasticityTests
{
    private const string Readme = "src/DigitalTwin.Mobility/README.md";
    private static readonly LocalClock Clock = new(new DateTimeOffset(2025, 7, 7, 0, 0, 0, TimeSpan.FromHours(8)));
    private static readonly double[] Walks = [100, 250, 400, 150, 300], Drives = [420, 400, 380, 410, 390];

    private static readonly ParkingSupply Centre = new(
        [Place("garage", 400, 0), Place("lot", 150, 1), Place("office", 200, 1), Place("kerb 1", 20, 2), Place("kerb 2", 15, 2)],
        [HalfHours(4, 50), HalfHours(2.5m, 30), HalfHours(3, 60)]);

    [Fact]
    public void Demand_answers_to_prices_no_more_than_was_published()
    {
        var text = new StringBuilder("| group | dwell, h | park at all | all prices + 10 % | one garage + 10 % | of who named that garage |\n|---|---|---|---|---|---|\n");
        foreach (var (group, hours) in DriverGroups.Default.Zip([9.0, 2, 2, 12]))
        {
            var (all, garage, parks) = Elasticities(group, hours * 3600);
            var named = OfNamed(group, hours * 3600);
            Assert.InRange(all, -0.4, -0.02);
            Assert.True(garage < all, "Who sees one price rise goes next door.");
            // They are those that park there: what they do is what becomes of its trade.
            Assert.InRange(named, 1.12 * garage, 0.88 * garage);
            text.Append(CultureInfo.InvariantCulture, $"| {group.Name} | {hours} | {parks:0.00} | {all:0.00} | {garage:0.0} | {named:0.0} |\n");
        }
        if (ReadmeTable.IsWanted) ReadmeTable.Write(Readme, "price-elasticity", text.ToString());
    }

    private static (double All, double Garage, double Parks) Elasticities(DriverGroup group, double dwell)
    {
        var model = new ParkingModel(Centre, [group], Clock);
        var state = model.InitialState();
        var usual = Shares(model, state, dwell);
        Array.Fill(state.PriceFactor, 1.1);
        var all = Shares(model, state, dwell);
        Array.Fill(state.PriceFactor, 1);
        state.PriceFactor[0] = 1.1;
        var one = Shares(model, state, dwell);
        return (Math.Log(all.Sum() / usual.Sum()) / Math.Log(1.1), Math.Log(one[0] / usual[0]) / Math.Log(1.1), usual.Sum());
    }

    /// <summary>Elasticity of the drivers who named the first garage to its price.</summary>
    private static double OfNamed(DriverGroup group, double dwell)
    {
        const int Drivers = 6_000;
        var model = new ParkingModel(Centre, [group], Clock);
        var (state, chance, stay) = (model.InitialState(), new KeyedRandom(20250708), 0);
        state.PriceFactor[0] = 1.1;
        var (choice, guidance, habit) = (new ParkingChoice(model, chance), new GuidanceSnapshot(Centre), OccupancyHabit.Prior(Centre));
        for (var d = 0; d < Drivers; d++)
        {
            var who = new ChoosingDriver(d, 0, Driver.Of(group, chance, d) with { NeedsCharger = false }, 9 * 3600, dwell, false);
            if (choice.Reconsider(who, 0, [0, 1, 2, 3, 4], Walks, Drives, [], state, guidance, habit) == 0) stay++;
        }
        return Math.Log(stay / (double)Drivers) / Math.Log(1.1);
    }

    /// <summary>Logit probabilities of the facilities, averaged over 4,000 drivers' tastes.</summary>
    private static double[] Shares(ParkingModel model, ParkingState state, double dwell)
    {
        const int Drivers = 4000;
        var chance = new KeyedRandom(20250708);
        var (choice, guidance, habit) = (new ParkingChoice(model, chance), new GuidanceSnapshot(Centre), OccupancyHabit.Prior(Centre));
        var shares = new double[Walks.Length];
        for (var d = 0; d < Drivers; d++)
        {
            var who = new ChoosingDriver(d, 0, Driver.Of(model.Groups[0], chance, d) with { NeedsCharger = false }, 9 * 3600, dwell, false);
            var weights = Walks.Select((walk, f) => Math.Exp(choice.Utility(who, f, walk, Drives[f], state, guidance, habit))).ToArray();
            var sum = weights.Sum() + Math.Exp(ParkingChoice.Utility(who));
            for (var f = 0; f < shares.Length; f++) shares[f] += weights[f] / sum / Drivers;
        }
        return shares;
    }

    private static Tariff HalfHours(decimal price, decimal cap) => TariffBuilder.Build(new TariffSource
    {
        Id = "made", Plan = new PlanSource { CapPerDay = cap, Windows = [new WindowSource(default, WeekTime.Always, [new StepSource(default, 0, 1800, price)])] },
    });

    private static ParkingFacility Place(string id, int spaces, int tariff) => new()
    {
        Id = id, Kind = id[0] == 'k' ? FacilityKind.Kerb : FacilityKind.Lot, Link = 0, ExitNode = 0, Longitude = 114.4, Latitude = 30.5, Capacity = spaces, Tariff = tariff,
    };
}
