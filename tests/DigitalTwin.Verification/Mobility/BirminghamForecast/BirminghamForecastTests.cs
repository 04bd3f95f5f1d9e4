using System.Globalization;
using System.Text;
using DigitalTwin.Mobility.Forecast;

namespace DigitalTwin.Verification.Mobility.BirminghamForecast;

/// <summary>
/// Walk-forward forecasts of 28 car parks over the last fortnight, 6 to 19 December 2016, from nothing but what was read before. The same baselines as published for this split and rule are
/// computed beside and must come out as published; ours must have less error than the better of them in every cell, and its intervals must hold what they say within two points.
/// </summary>
public class BirminghamForecastTests
{
    private const string Readme = "src/DigitalTwin.Mobility/README.md";
    private const int Fortnight = BirminghamLot.Days - BirminghamLot.FirstTestDay;
    private static readonly double[] Coverages = [0.5, 0.8, 0.9, 0.95];

    [SharedDataFact]
    public void Occupancy_is_forecast_better_than_by_last_value_and_by_profile_and_residual_and_intervals_hold_what_they_say()
    {
        var lots = BirminghamLot.Read();
        Assert.Equal(28, lots.Count);
        var (baselines, intervals, before) = (new VerificationTable(), new VerificationTable(), new VerificationTable());
        var text = new StringBuilder("| lead | error | last value | profile + AR(1) | ours | ours / better of both |\n|---|---|---|---|---|---|\n");
        (int Minutes, double[] LastValue, double[] Profile)[] published = [(30, [3.69, 5.29], [1.45, 2.16]), (60, [7.08, 10.07], [2.44, 3.65]), (120, [], [])];
        var worse = new List<string>();
        foreach (var (minutes, lastPublished, profilePublished) in published)
        {
            var lead = minutes / 30;
            var last = Errors(lots, lead, lot => Baselines.LastValue(lot, lead));
            var profile = Errors(lots, lead, lot => Baselines.ProfileAndResidual(lot, lead));
            var walk = lots.Select(lot => Walk(lot, lead)).ToArray();
            var next = 0;
            var ours = Errors(lots, lead, _ => walk[next++].Expected);
            string[] names = ["MAE", "RMSE"];
            for (var i = 0; i < 2; i++)
            {
                if (lastPublished.Length > 0)
                {
                    baselines.Add($"{minutes} min", $"last value, {names[i]}, points", lastPublished[i], last[i], 0.01);
                    baselines.Add($"{minutes} min", $"profile + AR(1), {names[i]}, points", profilePublished[i], profile[i], 0.01);
                }
                var ratio = ours[i] / Math.Min(last[i], profile[i]);
                text.Append(CultureInfo.InvariantCulture, $"| {minutes} min | {names[i]} | {last[i]:0.00} | {profile[i]:0.00} | {ours[i]:0.00} | {ratio:0.00} |\n");
                if (ratio >= 1) worse.Add($"{minutes} min {names[i]}");
            }
            for (var c = 0; c < Coverages.Length; c++)
            {
                Hold(intervals, walk.Select(w => w.Last), c);
                Hold(before, walk.Select(w => w.Before), c);
            }

            void Hold(VerificationTable table, IEnumerable<Coverage> lots, int c) => table.Add(
                $"{minutes} min", $"interval of {100 * Coverages[c]:0} %, outcomes in it, %", 100 * Coverages[c], 100.0 * lots.Sum(l => l.Held[c]) / lots.Sum(l => l.Judged), 2);
        }
        baselines.AssertAll();
        intervals.AssertAll();
        before.AssertAll();
        Assert.Empty(worse);
        baselines.Publish(Readme, "birmingham-baselines");
        intervals.Publish(Readme, "birmingham-intervals");
        before.Publish(Readme, "birmingham-intervals-before");
        if (ReadmeTable.IsWanted) ReadmeTable.Write(Readme, "birmingham-forecast", text.ToString());
    }

    /// <summary>Mean absolute and root mean square error over all lots and slots of the test, points of per cent.</summary>
    private static double[] Errors(IReadOnlyList<BirminghamLot> lots, int lead, Func<BirminghamLot, double[]> forecast)
    {
        var (absolute, square, count) = (0.0, 0.0, 0);
        foreach (var lot in lots)
        {
            var predicted = forecast(lot);
            foreach (var slot in Tested(lot, lead))
            {
                var error = lot.Percent[slot] - Math.Clamp(predicted[slot], 0, 100);
                absolute += Math.Abs(error);
                square += error * error;
                count++;
            }
        }
        return [absolute / count, Math.Sqrt(square / count)];
    }

    /// <summary>Forecasts of a lot, and how many outcomes its intervals held in the fortnight of the test and in the one before, on which they were not settled.</summary>
    private static (double[] Expected, Coverage Last, Coverage Before) Walk(BirminghamLot lot, int lead)
    {
        var forecaster = new OccupancyForecaster(TimeSpan.Zero, 100, new() { Slot = 1800 });
        var expected = new double[lot.Percent.Length];
        var told = new OccupancyForecast?[lot.Percent.Length + lead, Coverages.Length];
        for (var slot = 0; slot < lot.Percent.Length; slot++)
        {
            if (double.IsNaN(lot.Percent[slot])) continue;
            var now = BirminghamLot.InstantOf(slot);
            Assert.True(forecaster.Observe(now, lot.Percent[slot]));
            for (var c = 0; c < Coverages.Length; c++) told[slot + lead, c] = forecaster.Forecast(now, TimeSpan.FromMinutes(30 * lead), Coverages[c]);
        }
        foreach (var slot in Tested(lot, lead)) expected[slot] = told[slot, 0]!.Value.Expected;
        return (expected, Held(Tested(lot, lead)), Held(Days(lot, lead, BirminghamLot.FirstTestDay - Fortnight)));

        Coverage Held(IEnumerable<int> slots)
        {
            var (held, judged) = (new int[Coverages.Length], 0);
            foreach (var slot in slots)
            {
                judged++;
                for (var c = 0; c < Coverages.Length; c++)
                    if (told[slot, c] is { } interval && interval.Lower <= lot.Percent[slot] && lot.Percent[slot] <= interval.Upper) held[c]++;
            }
            return new(held, judged);
        }
    }

    private static IEnumerable<int> Tested(BirminghamLot lot, int lead) => Days(lot, lead, BirminghamLot.FirstTestDay);

    /// <summary>Slots of a fortnight that are forecast.</summary>
    private static IEnumerable<int> Days(BirminghamLot lot, int lead, int first) =>
        Enumerable.Range(first * BirminghamLot.SlotsPerDay, Fortnight * BirminghamLot.SlotsPerDay).Where(slot => Baselines.Known(lot, slot, lead));

    private sealed record Coverage(int[] Held, int Judged);
}
