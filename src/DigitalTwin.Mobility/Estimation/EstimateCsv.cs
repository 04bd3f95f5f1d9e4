using System.Globalization;
using System.Text;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Mobility.Estimation;

/// <summary>
/// Estimates as demand that a map can name: <c>od.csv</c>, <c>purposes.csv</c> and <c>dwell.csv</c>. Each lot is a purpose of its own, so that its cars have its stays.
/// </summary>
public static class EstimateCsv
{
    /// <summary>An estimate, what its trips are for and where they go.</summary>
    /// <param name="Purpose">Name of the purpose: <c>lot-P-07</c>.</param>
    /// <param name="Place">Where they go: a place's id, or longitude and latitude with a blank between.</param>
    /// <param name="Days">Days of the week for which the estimate holds, bit i is day i, Sunday 0.</param>
    /// <param name="Estimate">The estimate.</param>
    public sealed record Lot(string Purpose, string Place, byte Days, LotEstimate Estimate);

    /// <summary>Writes the three files into a folder.</summary>
    /// <param name="folder">Folder, which is there.</param>
    /// <param name="lots">Lots.</param>
    /// <param name="origins">Places that cars come from, in equal shares; at least one.</param>
    public static void Write(string folder, IReadOnlyList<Lot> lots, IReadOnlyList<string> origins)
    {
        ArgumentNullException.ThrowIfNull(lots);
        ArgumentNullException.ThrowIfNull(origins);
        ArgumentOutOfRangeException.ThrowIfZero(origins.Count);
        Write(folder, "od.csv", "origin,destination,from,until,trips,purpose,days", lots.SelectMany(lot => origins.SelectMany(origin => Cells(lot, origin, origins.Count))));
        Write(folder, "purposes.csv", "purpose,returns", lots.Select(lot => lot.Purpose).Distinct().Select(purpose => $"{CsvText.Quoted(purpose)},1"));
        Write(folder, "dwell.csv", "purpose,distribution,mean_min,deviation_min,days,source", lots.Select(lot => string.Create(
            CultureInfo.InvariantCulture,
            $"{CsvText.Quoted(lot.Purpose)},gamma,{lot.Estimate.Stay.Mean / 60:0.###},{lot.Estimate.Stay.Mean * lot.Estimate.Stay.Spread / 60:0.###},{WeekDays.Text(lot.Days)},estimated from {lot.Estimate.Days} days of occupancy")));
    }

    private static IEnumerable<string> Cells(Lot lot, string origin, int origins)
    {
        var estimate = lot.Estimate;
        for (var slot = 0; slot < estimate.Arrivals.Length; slot++)
        {
            // Cells of less than a car in a hundred days say nothing.
            if (estimate.Arrivals[slot] / origins < 0.01) continue;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{CsvText.Quoted(origin)},{CsvText.Quoted(lot.Place)},{TimeOfDay(slot * estimate.Slot)},{TimeOfDay((slot + 1) * estimate.Slot)},{estimate.Arrivals[slot] / origins:0.####},{CsvText.Quoted(lot.Purpose)},{WeekDays.Text(lot.Days)}");
        }
    }

    private static string TimeOfDay(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 3600:00}:{(int)seconds / 60 % 60:00}");

    private static void Write(string folder, string name, string header, IEnumerable<string> rows) =>
        File.WriteAllText(Path.Combine(folder, name), string.Join('\n', rows.Prepend(header)) + "\n", new UTF8Encoding(false));
}
