using System.Globalization;

namespace DigitalTwin.Verification.Mobility.BirminghamForecast;

/// <summary>
/// Parking Birmingham (UCI Machine Learning Repository 482, UK Open Government Licence) on a grid of half hours from 08:00 to 16:30, 4 October to 19 December 2016: the 28 lots that report throughout,
/// counts clipped to 0 and the capacity, in per cent of it. Of several readings of a half hour the last stands.
/// </summary>
internal sealed record BirminghamLot(string Id, int Capacity, double[] Percent)
{
    public const int SlotsPerDay = 18, Days = 77;

    /// <summary>The first day of the test, 6 December; training is what comes before.</summary>
    public const int FirstTestDay = 63;

    public static readonly DateTimeOffset FirstDay = new(2016, 10, 4, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset InstantOf(int slot) => FirstDay.AddDays(slot / SlotsPerDay).AddMinutes(480 + 30 * (slot % SlotsPerDay));

    public static bool IsWeekend(int slot) => InstantOf(slot).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public static IReadOnlyList<BirminghamLot> Read()
    {
        var rows = File.ReadLines(SharedData.Path("parking", "birmingham", "dataset.csv")).Skip(1).Select(line => line.Split(','));
        return [.. rows.GroupBy(r => r[0]).Where(lot => lot.Count() > 800).Select(lot => Grid(lot.Key, [.. lot]))];
    }

    private static BirminghamLot Grid(string id, string[][] rows)
    {
        var capacity = int.Parse(rows[0][1], CultureInfo.InvariantCulture);
        var percent = new double[Days * SlotsPerDay];
        Array.Fill(percent, double.NaN);
        foreach (var row in rows)
        {
            var at = DateTime.Parse(row[3], CultureInfo.InvariantCulture);
            var slot = (int)Math.Round((at.TimeOfDay.TotalMinutes - 480) / 30);
            if (slot is < 0 or >= SlotsPerDay) continue;
            percent[(at.Date - FirstDay.Date).Days * SlotsPerDay + slot] = 100.0 * Math.Clamp(int.Parse(row[2], CultureInfo.InvariantCulture), 0, capacity) / capacity;
        }
        return new(id, capacity, percent);
    }
}
