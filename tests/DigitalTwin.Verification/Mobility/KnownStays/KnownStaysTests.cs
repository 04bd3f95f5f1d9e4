using DigitalTwin.Mobility.Estimation;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Verification.Mobility.KnownStays;

/// <summary>
/// Lots of our own making, whose arrivals and stays are known, estimated from what a counter would have recorded: an M(t)/G/∞ queue, an M(t)/G/c/c queue that is full at noon, and records as they are: coarse, with gaps, above the
/// nominal capacity, from a sensor that stood still. The stay is what occupancies tell least of: error of cars a day and of the mean stay go against each other, and their product is known well.
/// </summary>
public class KnownStaysTests
{
    private const int Days = 100, PerDay = 288;

    private static readonly double[] Rates = [.. Enumerable.Range(0, 96).Select(i => 50.0 / 3600 * (0.9 * Math.Exp(-Math.Pow((i / 4.0 - 9) / 1.5, 2)) + 0.7 * Math.Exp(-Math.Pow((i / 4.0 - 16) / 2, 2)) + 0.05))];

    private static readonly Taste NinetyMinutes = new(5400, 0.8 * 5400, TasteLaw.Gamma);

    [Fact]
    public void Known_arrivals_and_stays_are_found_again()
    {
        var table = new VerificationTable();
        Judge(table, "stays of 45 min, every 5 min", 45, new(2700, 0.8 * 2700, TasteLaw.Gamma), 0.15);
        Judge(table, "stays of 90 min, every 5 min", 90, NinetyMinutes, 0.15);
        Judge(table, "stays of 3 h, every 5 min", 180, new(10800, 0.8 * 10800, TasteLaw.Gamma), 0.25);
        Judge(table, "exponential stays", 90, new(5400, 5400, TasteLaw.Exponential), 0.25);
        Judge(table, "fixed stays, which are taken for spread ones", 90, new(5400), 0.55);
        Judge(table, "stay given", 90, NinetyMinutes, 1e-9, options: new() { MeanStay = 5400 });
        Judge(table, "every 30 min", 90, NinetyMinutes, 0.25, (_, i) => i % 6 == 0);
        Judge(table, "a fifth of the readings and every third night missing", 90, NinetyMinutes, 0.25,
            (random, i) => random.Uniform(1, (ulong)i) > 0.2 && !(i / PerDay % 3 == 0 && i % PerDay is > 216 or < 84 && i / PerDay % 3 == 0));
        Judge(table, "full at noon: 40 spaces, 15 % turned away", 90, NinetyMinutes, 0.35, spaces: 40);
        Judge(table, "a tenth of the days stuck", 90, NinetyMinutes, 0.25, change: (cars, i) => i / PerDay % 10 == 4 ? 17 : cars[i]);
        Judge(table, "stuck from 8 h on, every tenth day", 90, NinetyMinutes, 0.25, change: (cars, i) => i / PerDay % 10 == 4 && i % PerDay > 96 ? cars[i - i % PerDay + 96] : cars[i]);
        table.AssertAll();
        table.Publish("src/DigitalTwin.Mobility/README.md", "known-stays");
    }

    private static void Judge(
        VerificationTable table, string name, double stay, Taste dwell, double tolerance, Func<KeyedRandom, int, bool>? seen = null, int spaces = 1000, EstimationOptions? options = null, Func<int[], int, double>? change = null)
    {
        var random = new KeyedRandom(3);
        var (cars, came, entered, byHour) = SimulatedLot.Run("known stays", spaces, Rates, dwell, Days, 86400.0 / PerDay);
        var record = Enumerable.Range(0, cars.Length).Where(i => seen?.Invoke(random, i) ?? true).Select(i => (SimulatedLot.Monday.AddMinutes(5 * i), change?.Invoke(cars, i) ?? cars[i])).ToArray();
        var estimate = LotEstimation.Estimate(record, TimeSpan.Zero, options)!;
        var perDay = (double)entered / Days;
        var busiest = Array.IndexOf(byHour, byHour.Max());
        Assert.Equal(spaces == 1000, came == entered);
        table.Add(name, "mean stay, min", stay, estimate.Stay.Mean / 60, Math.Max(1e-6, tolerance * stay));
        table.Add(name, "cars let in a day", perDay, estimate.PerDay, Math.Max(0.02, tolerance) * perDay);
        table.Add(name, $"cars let in from {busiest}:00 to {busiest + 1}:00", (double)byHour[busiest] / Days, estimate.Arrivals[2 * busiest] + estimate.Arrivals[2 * busiest + 1], Math.Max(0.12, tolerance) * byHour[busiest] / Days);
        table.Add(name, "cars a day times stay, h", perDay * stay / 60, estimate.PerDay * estimate.Stay.Mean / 3600, 0.04 * perDay * stay / 60);
    }
}
