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
    private const double Day = 86400;

    /// <summary>Arrivals in a slot below which a row says nothing: a car in a hundred days.</summary>
    private const double Fewest = 0.01;

    /// <summary>An estimate, what its trips are for and where they go.</summary>
    /// <param name="Purpose">Name of the purpose: <c>lot-P-07</c>.</param>
    /// <param name="Place">Where they go: a lot's or another place's id, or longitude and latitude with a blank between.</param>
    /// <param name="Days">Days of the week for which the estimate holds, bit i is day i, Sunday 0. One lot may have several estimates, of different days.</param>
    /// <param name="Estimate">The estimate.</param>
    public sealed record Lot(string Purpose, string Place, byte Days, LotEstimate Estimate);

    /// <summary>Writes the three files into a folder.</summary>
    /// <param name="folder">Folder, which is there.</param>
    /// <param name="lots">Lots.</param>
    /// <param name="origins">Places that cars come from, in equal shares; at least one.</param>
    /// <param name="drive">Time of the drive from an origin to a lot, s: so much before their arrival cars depart, to the minute. At the arrival itself when null.</param>
    public static void Write(string folder, IReadOnlyList<Lot> lots, IReadOnlyList<string> origins, Func<string, Lot, double>? drive = null)
    {
        ArgumentNullException.ThrowIfNull(lots);
        ArgumentNullException.ThrowIfNull(origins);
        ArgumentOutOfRangeException.ThrowIfZero(origins.Count);
        drive ??= (_, _) => 0;
        Write(folder, "od.csv", "origin,destination,from,until,trips,purpose,days", lots.SelectMany(lot => origins.SelectMany(origin => Cells(lot, origin, origins.Count, drive(origin, lot)))));
        Write(folder, "purposes.csv", "purpose,returns", lots.Select(lot => lot.Purpose).Distinct().Select(purpose => $"{CsvText.Quoted(purpose)},1"));
        Write(folder, "dwell.csv", "purpose,distribution,mean_min,deviation_min,days,source", lots.GroupBy(lot => lot.Purpose).SelectMany(Stays));
    }

    private static IEnumerable<string> Cells(Lot lot, string origin, int origins, double drive)
    {
        var (estimate, ahead) = (lot.Estimate, Math.Round(drive / 60) * 60);
        for (var slot = 0; slot < estimate.Arrivals.Length; slot++)
        {
            if (estimate.Arrivals[slot] < Fewest) continue;
            var (from, until) = (slot * estimate.Slot - ahead, (slot + 1) * estimate.Slot - ahead);
            var trips = estimate.Arrivals[slot] / origins / estimate.Slot;
            // Who arrives soon after midnight has left on the day before.
            if (from < 0) yield return Cell(lot, origin, from + Day, Math.Min(until, 0) + Day, trips * (Math.Min(until, 0) - from), Before(lot.Days));
            if (until > 0) yield return Cell(lot, origin, Math.Max(from, 0), until, trips * (until - Math.Max(from, 0)), lot.Days);
        }
    }

    private static string Cell(Lot lot, string origin, double from, double until, double trips, byte days) => string.Create(
        CultureInfo.InvariantCulture, $"{CsvText.Quoted(origin)},{CsvText.Quoted(lot.Place)},{TimeOfDay(from)},{TimeOfDay(until)},{trips:0.####},{CsvText.Quoted(lot.Purpose)},{WeekDays.Text(days)}");

    // The first row also holds for days that no estimate is of: on them those depart who arrive soon after midnight.
    private static IEnumerable<string> Stays(IEnumerable<Lot> lots)
    {
        var rest = lots.Aggregate(Departure.EveryDay, (days, lot) => (byte)(days & ~lot.Days));
        foreach (var lot in lots)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{CsvText.Quoted(lot.Purpose)},gamma,{lot.Estimate.Stay.Mean / 60:0.###},{lot.Estimate.Stay.Mean * lot.Estimate.Stay.Spread / 60:0.###},{WeekDays.Text((byte)(lot.Days | rest))},estimated from {lot.Estimate.Days} days of occupancy");
            rest = 0;
        }
    }

    private static byte Before(byte days) => (byte)((days >> 1 | days << 6) & Departure.EveryDay);

    private static string TimeOfDay(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 3600:00}:{(int)seconds / 60 % 60:00}");

    private static void Write(string folder, string name, string header, IEnumerable<string> rows) =>
        File.WriteAllText(Path.Combine(folder, name), string.Join('\n', rows.Prepend(header)) + "\n", new UTF8Encoding(false));
}
