namespace DigitalTwin.Mobility.Forecast;

/// <summary>
/// What a lot usually holds at a time of the week (F1): for each slot a mean over past weeks that forgets, of that day of the week, drawn towards the mean of all working days or of the weekend
/// while few weeks are known.
/// </summary>
internal sealed class WeeklyProfile(ForecastOptions options)
{
    /// <summary>Weeks that the mean of similar days counts for.</summary>
    private const double Prior = 2;

    private readonly int slots = options.SlotsPerDay;
    private readonly double[] day = new double[7 * options.SlotsPerDay], similar = new double[2 * options.SlotsPerDay];
    private readonly int[] days = new int[7 * options.SlotsPerDay], similarDays = new int[2 * options.SlotsPerDay];

    /// <summary>The usual value of a slot, NaN when nothing is known of it.</summary>
    public double At(DayOfWeek weekday, int slot)
    {
        var (own, kind) = (Own(weekday, slot), Kind(weekday, slot));
        if (days[own] == 0 && similarDays[kind] == 0)
        {
            // Better a Saturday's like a Friday's than none.
            var other = (1 - kind / slots) * slots + slot;
            return similarDays[other] == 0 ? double.NaN : similar[other];
        }
        return (days[own] * day[own] + Prior * similar[kind]) / (days[own] + Prior);
    }

    /// <summary>The usual value of a slot on working days, or on weekends, whatever the day; NaN when nothing is known of it.</summary>
    public double OfKind(DayOfWeek weekday, int slot) => similarDays[Kind(weekday, slot)] is 0 ? At(weekday, slot) : similar[Kind(weekday, slot)];

    /// <summary>Takes in what a slot really held.</summary>
    public void Learn(DayOfWeek weekday, int slot, double value)
    {
        Add(day, days, Own(weekday, slot), value, options.ProfileMemory);
        Add(similar, similarDays, Kind(weekday, slot), value, options.ProfileMemory / 2);
    }

    private static void Add(double[] mean, int[] count, int i, double value, double memory)
    {
        count[i]++;
        mean[i] += Math.Max(1.0 / count[i], memory) * (value - mean[i]);
    }

    private int Own(DayOfWeek weekday, int slot) => (int)weekday * slots + slot;

    /// <summary>Number of a slot among those of a working day and, after them, of a day of the weekend.</summary>
    public int Kind(DayOfWeek weekday, int slot) => (weekday is DayOfWeek.Saturday or DayOfWeek.Sunday ? slots : 0) + slot;
}
