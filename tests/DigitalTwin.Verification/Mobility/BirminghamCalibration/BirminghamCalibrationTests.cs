using System.Globalization;
using System.Text;
using DigitalTwin.Mobility.Estimation;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Verification.Mobility.BirminghamForecast;

namespace DigitalTwin.Verification.Mobility.BirminghamCalibration;

/// <summary>
/// 28 car parks calibrated by what they recorded until 5 December 2016, simulated by the parking model, and held against what they recorded on the fortnight after: by the half hours and lots that the published errors of the mean of the time of day are of (working days
/// and weekends apart). That mean is the best that a day which is like all others can do; a simulation that was calibrated should do as well.
/// </summary>
public class BirminghamCalibrationTests
{
    private const string Readme = "src/DigitalTwin.Mobility/README.md";
    private const int Slots = BirminghamLot.SlotsPerDay, Runs = 4;

    private static readonly byte[] Kinds = [0b011_1110, 0b100_0000, 0b000_0001];

    [SharedDataFact]
    public void Simulated_occupancies_follow_what_was_recorded_as_closely_as_the_mean_of_the_time_of_day_does()
    {
        var (baseline, ours, learned) = (new Errors(), new Errors(), new Errors());
        var text = new StringBuilder("| car park | spaces | cars on a working day | mean stay, min | beside the days learned from | beside the days after: simulated | mean of the time of day |\n|---|---|---|---|---|---|---|\n");
        foreach (var lot in BirminghamLot.Read())
        {
            var usual = TimeOfDayMean(lot);
            var estimates = Array.ConvertAll(Kinds, days => LotEstimation.Estimate(Training(lot), TimeSpan.Zero, new() { Days = days })!);
            var simulated = estimates.Select((estimate, kind) => Simulated($"{lot.Id}/{kind}", lot.Capacity, estimate)).ToArray();
            double Simulation(int slot) => simulated[KindOf(slot)][slot % Slots] * 100 / lot.Capacity;
            var (own, mean, then) = (new Errors(), new Errors(), new Errors());
            foreach (var slot in Enumerable.Range(0, lot.Percent.Length).Where(slot => Baselines.Known(lot, slot, 1)))
            {
                if (slot < BirminghamLot.FirstTestDay * Slots) continue;
                own.Add(lot.Percent[slot] - Simulation(slot));
                mean.Add(lot.Percent[slot] - usual(slot));
            }
            foreach (var (kind, of) in TrainingProfile(lot).Select((of, kind) => (kind, of)))
                for (var s = 0; s < Slots; s++)
                    if (!double.IsNaN(of[s])) then.Add(of[s] - simulated[kind][s] * 100 / lot.Capacity);
            text.Append(CultureInfo.InvariantCulture, $"| {lot.Id} | {lot.Capacity} | {estimates[0].PerDay:0} | {estimates[0].Stay.Mean / 60:0} | {then.Root:0.0} | {own.Root:0.0} | {mean.Root:0.0} |\n");
            baseline.Add(mean);
            ours.Add(own);
            learned.Add(then);
        }
        text.Append(CultureInfo.InvariantCulture, $"| **all, RMSE** | | | | {learned.Root:0.00} | {ours.Root:0.00} | {baseline.Root:0.00} |\n| **all, MAE** | | | | {learned.Mean:0.00} | {ours.Mean:0.00} | {baseline.Mean:0.00} |\n");
        var table = new VerificationTable();
        table.Add("mean of the time of day", "MAE, points", 7.58, baseline.Mean, 0.01);
        table.Add("mean of the time of day", "RMSE, points", 10.10, baseline.Root, 0.01);
        table.Add("simulated beside the profile learned from", "RMSE, points", 0, learned.Root, 1.5);
        table.AssertAll();
        Assert.True(ours.Mean < 1.02 * baseline.Mean && ours.Root < 1.02 * baseline.Root, $"{ours.Mean} {baseline.Mean} {ours.Root} {baseline.Root}");
        table.Publish(Readme, "birmingham-calibration");
        if (ReadmeTable.IsWanted) ReadmeTable.Write(Readme, "birmingham-calibration-lots", text.ToString());
    }

    private static int KindOf(int slot) => BirminghamLot.InstantOf(slot).DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 };

    private static List<(DateTimeOffset, double)> Training(BirminghamLot lot) =>
        [.. Enumerable.Range(0, BirminghamLot.FirstTestDay * Slots).Where(slot => !double.IsNaN(lot.Percent[slot])).Select(slot => (BirminghamLot.InstantOf(slot), lot.Percent[slot] * lot.Capacity / 100))];

    private static Func<int, double> TimeOfDayMean(BirminghamLot lot)
    {
        var profile = Enumerable.Range(0, BirminghamLot.FirstTestDay * Slots).Where(slot => !double.IsNaN(lot.Percent[slot])).GroupBy(slot => (BirminghamLot.IsWeekend(slot), slot % Slots)).ToDictionary(g => g.Key, g => g.Average(slot => lot.Percent[slot]));
        return slot => profile[(BirminghamLot.IsWeekend(slot), slot % Slots)];
    }

    private static double[][] TrainingProfile(BirminghamLot lot)
    {
        var known = Enumerable.Range(0, BirminghamLot.FirstTestDay * Slots).Where(slot => !double.IsNaN(lot.Percent[slot])).ToLookup(slot => (KindOf(slot), slot % Slots), slot => lot.Percent[slot]);
        return [.. Kinds.Select((_, kind) => Enumerable.Range(0, Slots).Select(s => known[(kind, s)].DefaultIfEmpty(double.NaN).Average()).ToArray())];
    }

    /// <summary>Mean number of cars at the half hours from 08:00 to 16:30 over several days.</summary>
    private static double[] Simulated(string name, int spaces, LotEstimate estimate)
    {
        var dwell = new Taste(estimate.Stay.Mean, estimate.Stay.Mean * estimate.Stay.Spread, TasteLaw.Gamma);
        var cars = SimulatedLot.Run(name, spaces, [.. estimate.Arrivals.Select(a => a / estimate.Slot)], dwell, Runs, 1800, warmUp: 1).Cars;
        return [.. Enumerable.Range(16, Slots).Select(s => Enumerable.Range(0, Runs).Average(day => cars[day * 48 + s]))];
    }

    private sealed class Errors
    {
        private double absolute, square;
        private int count;

        public double Mean => absolute / count;

        public double Root => Math.Sqrt(square / count);

        public void Add(double error) => (absolute, square, count) = (absolute + Math.Abs(error), square + error * error, count + 1);

        public void Add(Errors others) => (absolute, square, count) = (absolute + others.absolute, square + others.square, count + others.count);
    }
}
