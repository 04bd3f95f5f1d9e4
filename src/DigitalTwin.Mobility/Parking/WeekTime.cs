using DigitalTwin.Numerics.Clocks;
namespace DigitalTwin.Mobility.Parking;

/// <summary>A time of the week, local: on some days, between two times of day. When the end is not after the beginning it runs over midnight.</summary>
/// <param name="Days">Bit i is day i, Sunday 0.</param>
/// <param name="From">s since midnight.</param>
/// <param name="Until">s since midnight, up to 86,400.</param>
public readonly record struct WeekTime(byte Days, double From, double Until)
{
    /// <summary>All seven days, as <see cref="Days"/> has them.</summary>
    public const byte EveryDay = 0b111_1111;

    /// <summary>Monday to Friday.</summary>
    public const byte Workdays = 0b011_1110;

    /// <summary>Saturday and Sunday.</summary>
    public const byte Weekend = 0b100_0001;

    /// <summary>Always.</summary>
    public static WeekTime Always { get; } = new(EveryDay, 0, 86400);

    /// <summary>Whether it runs over midnight.</summary>
    public bool RunsOverMidnight => From >= Until;

    /// <summary>Whether an instant lies in it; <paramref name="timeOfDay"/> in s since local midnight. The part after midnight belongs to the day on which it began.</summary>
    public bool Holds(DayOfWeek day, double timeOfDay)
    {
        if (From < Until) return On(day) && timeOfDay >= From && timeOfDay < Until;
        return (On(day) && timeOfDay >= From) || (On((DayOfWeek)(((int)day + 6) % 7)) && timeOfDay < Until);
    }

    /// <summary>Whether an instant, s on a clock, lies in it.</summary>
    public bool Holds(LocalClock clock, double time) => Holds(clock.DayOfWeek(time), clock.TimeOfDay(time));

    /// <summary>For how long from an instant on it holds without a break, s; 0 when it does not, infinite when it always does.</summary>
    public double HoldsFor(DayOfWeek day, double timeOfDay)
    {
        var held = 0.0;
        for (var pieces = 0; pieces < 16; pieces++)
        {
            if (!Holds(day, timeOfDay)) return held;
            var end = From < Until || timeOfDay < Until ? Until : 86400;
            held += end - timeOfDay;
            (day, timeOfDay) = end == 86400 ? ((DayOfWeek)(((int)day + 1) % 7), 0) : (day, end);
        }
        return double.PositiveInfinity;
    }

    private bool On(DayOfWeek day) => (Days >> (int)day & 1) != 0;
}
