namespace DigitalTwin.Numerics.Clocks;

/// <summary>What the clocks on the wall say: opening hours, tariffs and peaks follow local time, models count seconds.</summary>
/// <param name="Start">Local time at second 0.</param>
public readonly record struct LocalClock(DateTimeOffset Start)
{
    /// <summary>s since local midnight, in [0, 86,400).</summary>
    public double TimeOfDay(double time)
    {
        var since = Start.TimeOfDay.TotalSeconds + time;
        // What a remainder gives to the last bit, in a tenth of its time; the quotient may have been rounded up to the next day.
        since -= Math.Floor(since / 86400) * 86400;
        return since < 0 ? since + 86400 : since;
    }

    /// <summary>Days since the midnight before second 0; 0 on the first day.</summary>
    public int Day(double time) => (int)Math.Floor((Start.TimeOfDay.TotalSeconds + time) / 86400);

    /// <summary>Day of the week.</summary>
    public DayOfWeek DayOfWeek(double time) => (DayOfWeek)((((int)Start.DayOfWeek + Day(time)) % 7 + 7) % 7);
}
