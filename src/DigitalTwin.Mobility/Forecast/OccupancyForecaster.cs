namespace DigitalTwin.Mobility.Forecast;

/// <summary>
/// Learns from the readings of one lot, in the order of time, and says what comes next. For each lead regressions correct the weekly profile by what is known now (F2, F3): the deviation
/// now, a slot ago and over the last hours, that of the same time last week and yesterday, and the slope of the profile. Everything is learned from the past of the forecast alone, so going through a
/// history is an honest walk-forward test. It is not bounded by the nominal capacity: lots hold more.
/// </summary>
/// <example><code>
/// var forecaster = new OccupancyForecaster(TimeSpan.FromHours(8), capacity: 400);
/// foreach (var (at, cars) in history) forecaster.Observe(at, cars);
/// var next = forecaster.Forecast(now, TimeSpan.FromMinutes(30), coverage: 0.9);
/// </code></example>
public sealed class OccupancyForecaster
{
    private const int Features = 8;

    /// <summary>Slots that stay in memory: a week and what the longest lead needs beside it.</summary>
    private readonly int kept;

    private readonly ForecastOptions options;
    private readonly TimeSpan offset;
    private readonly double scale;
    private readonly WeeklyProfile profile;
    private readonly LeadRegression[] regressions;
    private readonly ErrorSpread[] spreads;
    private readonly double[] values, deviations, expected, plain;
    private readonly double[] features = new double[Features];
    private long newest = long.MinValue;
    private DateTimeOffset newestAt;
    private double most;

    /// <summary>Creates a forecaster that knows nothing yet.</summary>
    /// <param name="offset">Offset of local time, by which days and weeks are told.</param>
    /// <param name="capacity">Nominal capacity, cars; only the scale of the numbers, no bound.</param>
    /// <param name="options">How it looks at the history; the defaults when null.</param>
    public OccupancyForecaster(TimeSpan offset, double capacity, ForecastOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        this.options = options ??= new();
        this.offset = offset;
        scale = 100 / capacity;
        kept = 7 * options.SlotsPerDay + 2 * options.Leads + 2;
        (values, deviations, expected, plain) = (new double[kept], new double[kept], new double[kept], new double[kept]);
        foreach (var column in new[] { values, deviations, expected, plain }) Array.Fill(column, double.NaN);
        profile = new(options);
        regressions = [.. Enumerable.Range(1, options.Leads).Select(lead => new LeadRegression(lead, options.RegressionMemory))];
        spreads = [.. regressions.Select(_ => new ErrorSpread(options))];
    }

    /// <summary>Takes in a reading. Of several in one slot the last stays; one that is older than the newest slot is not used.</summary>
    /// <param name="at">When it was read.</param>
    /// <param name="cars">Cars in the lot; more than the capacity is a fact like any other, less than 0 or no number is not.</param>
    /// <returns>Whether it was used.</returns>
    public bool Observe(DateTimeOffset at, double cars)
    {
        var slot = SlotOf(at);
        if (!(cars >= 0) || !double.IsFinite(cars) || slot < newest || at < newestAt) return false;
        if (slot > newest)
        {
            if (newest > long.MinValue) Close(newest, slot);
            (newest, expected[Place(slot)], plain[Place(slot)]) = (slot, Usual(slot), UsualOfKind(slot));
        }
        newestAt = at;
        most = Math.Max(most, cars * scale);
        values[Place(slot)] = cars * scale;
        deviations[Place(slot)] = cars * scale - expected[Place(slot)];
        return true;
    }

    /// <summary>
    /// What the lot will hold some time from now; null while nothing is known of that time of day, or when the newest reading is too old for the lead. Until forecasts of days like that one (working days, weekends) were judged at that time of day
    /// often enough, the interval reaches from 0 to the capacity, or to the most that was ever seen. Between the middles of two slots it is interpolated.
    /// </summary>
    /// <param name="now">The instant from which the lead counts.</param>
    /// <param name="lead">How far ahead, above 0.</param>
    /// <param name="coverage">Share of outcomes that the interval is to hold, between 0 and 1.</param>
    public OccupancyForecast? Forecast(DateTimeOffset now, TimeSpan lead, double coverage = 0.9)
    {
        if (newest == long.MinValue) return null;
        var position = Position(now + lead);
        var slot = (long)Math.Floor(position);
        var share = position - slot;
        if (At(slot, coverage) is not { } before) return null;
        if (share < 1e-6 || slot < newest) share = 0;
        if (share == 0) return new(now + lead, Cars(before.Expected), Cars(before.Lower), Cars(before.Upper), coverage, newestAt, before.IsGuess);
        if (At(slot + 1, coverage) is not { } after) return null;
        double Between(double left, double right) => Cars(left + share * (right - left));
        return new(now + lead, Between(before.Expected, after.Expected), Between(before.Lower, after.Lower), Between(before.Upper, after.Upper), coverage, newestAt, before.IsGuess || after.IsGuess);
    }

    /// <summary>The forecast of a slot, per cent; the newest slot is known.</summary>
    private (double Expected, double Lower, double Upper, bool IsGuess)? At(long slot, double coverage)
    {
        if (slot <= newest) return (values[Place(newest)], values[Place(newest)], values[Place(newest)], false);
        var slots = slot - newest;
        if (slots > options.Leads || double.IsNaN(Usual(slot)) || !Fill(newest, slot)) return null;
        var expect = regressions[slots - 1].Predict(View(newest, slot, Usual(slot), UsualOfKind(slot)));
        // Until days like this one have judged it, a forecast is a guess, and its interval holds whatever the lot can.
        if (spreads[slots - 1].Interval(SlotOfDay(slot), KindOf(slot), coverage) is not { } found) return (expect, 0, Math.Max(100, most), true);
        return (expect, expect + found.Lower, expect + found.Upper, false);
    }

    /// <summary>When a slot is over, every forecast that was made for it is judged and learned from, and the profile takes it in.</summary>
    private void Close(long slot, long next)
    {
        var here = Place(slot);
        var usual = expected[here];
        for (var lead = 1; lead <= options.Leads; lead++)
        {
            if (double.IsNaN(usual) || !Fill(slot - lead, slot)) continue;
            var view = View(slot - lead, slot, usual, plain[here]);
            spreads[lead - 1].Learn(SlotOfDay(slot), KindOf(slot), values[here] - Math.Max(0, regressions[lead - 1].Predict(view)));
            regressions[lead - 1].Learn(view, values[here]);
        }
        profile.Learn(WeekdayOf(slot), SlotOfDay(slot), values[here]);
        for (var empty = slot + 1; empty <= Math.Min(next, slot + kept); empty++)
            values[Place(empty)] = deviations[Place(empty)] = expected[Place(empty)] = plain[Place(empty)] = double.NaN;
    }

    private LeadView View(long from, long target, double usual, double usualOfKind) => new(features, usual, usualOfKind, values[Place(from)] - plain[Place(from)]);

    /// <summary>What is known at a slot of use for another; false when the slot itself has no reading.</summary>
    private bool Fill(long from, long target)
    {
        var now = deviations[Place(from)];
        if (double.IsNaN(now + plain[Place(from)])) return false;
        var (week, day) = (7L * options.SlotsPerDay, (long)options.SlotsPerDay);
        features[0] = 1;
        features[1] = now;
        features[2] = Deviation(from - 1, now);
        features[3] = RecentMean(from);
        features[4] = Deviation(target - week, 0);
        features[5] = Deviation(from - week, 0);
        features[6] = 0.3 * (Usual(target) - expected[Place(from)]) is var slope && double.IsNaN(slope) ? 0 : slope;
        features[7] = Deviation(target - day, 0) - Deviation(from - day, 0);
        return true;
    }

    private double RecentMean(long slot)
    {
        var (sum, count) = (0.0, 0);
        for (var back = 0; back * options.Slot < 4 * 3600; back++)
        {
            if (deviations[Place(slot - back)] is var d && double.IsNaN(d)) continue;
            sum += d;
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    private double Deviation(long slot, double otherwise) => deviations[Place(slot)] is var d && double.IsNaN(d) ? otherwise : d;

    private double Usual(long slot) => profile.At(WeekdayOf(slot), SlotOfDay(slot));

    private double UsualOfKind(long slot) => profile.OfKind(WeekdayOf(slot), SlotOfDay(slot));

    private int KindOf(long slot) => profile.Kind(WeekdayOf(slot), SlotOfDay(slot));

    private double Cars(double value) => Math.Max(0, value) / scale;

    private double Position(DateTimeOffset at) => (at.UtcTicks + offset.Ticks) / (options.Slot * TimeSpan.TicksPerSecond);

    private long SlotOf(DateTimeOffset at) => (long)Math.Round(Position(at));

    private int SlotOfDay(long slot) => (int)(slot % options.SlotsPerDay);

    /// <summary>Day 0 of the calendar, 1 January of the year 1, was a Monday.</summary>
    private DayOfWeek WeekdayOf(long slot) => (DayOfWeek)((slot / options.SlotsPerDay + 1) % 7);

    private int Place(long slot) => (int)((slot % kept + kept) % kept);
}
