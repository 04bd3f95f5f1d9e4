using DigitalTwin.Numerics.Clocks;
namespace DigitalTwin.Mobility.Parking.Tariffs;

/// <summary>
/// The prices of a tariff for some groups. A stay is a sequence of charges, each of which falls due at an instant that depends on the arrival alone; the price
/// of a stay is the sum of those that fell due before the departure, each cut by what is left under the caps of its instant. So a price never falls with
/// the length of the stay and never exceeds a cap. Times count in whole milliseconds and money in hundredths: nothing drifts. Equations P1 to P4 of the README.
/// </summary>
public sealed class TariffPlan
{
    /// <summary>No cap.</summary>
    public const long NoCap = long.MaxValue;

    private readonly WeekWindows week;

    internal TariffPlan(IReadOnlyList<TariffWindow> windows)
    {
        Windows = windows;
        week = new WeekWindows(windows);
    }

    /// <summary>Groups of drivers, or permits that drivers hold, that it is for; empty for everybody.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Paid once by who stays longer than the free minutes, hundredths of the currency.</summary>
    public long EntryFee { get; init; }

    /// <summary>A stay of at most this is free, s.</summary>
    public double FreeTime { get; init; }

    /// <summary>What becomes of the free minutes when the stay is longer.</summary>
    public FreeTimeRule FreeRule { get; init; }

    /// <summary>Most that a stay costs, hundredths of the currency.</summary>
    public long CapPerStay { get; init; } = NoCap;

    /// <summary>Most that a day costs, hundredths of the currency.</summary>
    public long CapPerDay { get; init; } = NoCap;

    /// <summary>What a day is.</summary>
    public TariffDay Day { get; init; }

    /// <summary>Whether the steps begin anew with each day (as <see cref="Day"/> says), as if the car had just come.</summary>
    public bool StepsBeginAnew { get; init; }

    /// <summary>What happens at the border of two windows.</summary>
    public WindowCrossing Crossing { get; init; }

    /// <summary>Price of charging; null when it is free.</summary>
    public ChargingFee? Charging { get; init; }

    /// <summary>Prices by time of the week; together they cover it once.</summary>
    public IReadOnlyList<TariffWindow> Windows { get; }

    /// <summary>Price of a stay without charging, in hundredths of the currency. A pure function.</summary>
    /// <param name="arrival">s on the clock.</param>
    /// <param name="departure">s on the clock; a departure that is not after the arrival costs nothing.</param>
    /// <param name="clock">What second 0 is in local time.</param>
    public long Price(double arrival, double departure, LocalClock clock)
    {
        long from = Milliseconds(arrival), until = Milliseconds(departure), free = Milliseconds(FreeTime);
        if (until <= from || until - from <= free) return 0;
        var origin = ((long)clock.Start.DayOfWeek * 86_400_000) + (clock.Start.TimeOfDay.Ticks / TimeSpan.TicksPerMillisecond);
        var start = origin + from + (FreeRule == FreeTimeRule.Deducted ? free : 0);
        return new StayMeter(this, week, start).Read(origin + until);
    }

    /// <summary>What a stay that goes on has cost by now, were it to end now, in hundredths of the currency.</summary>
    public long PriceSoFar(double arrival, double now, LocalClock clock) => Price(arrival, now, clock);

    /// <summary>What charging and standing idle at the charger costs, in hundredths of the currency.</summary>
    /// <param name="energy">Energy delivered, J.</param>
    /// <param name="idle">Time between the end of charging and leaving the space, s.</param>
    public long PriceOfCharging(double energy, double idle)
    {
        if (Charging is not { } fee) return 0;
        var minutes = Math.Ceiling(Math.Max(0, Milliseconds(idle) - Milliseconds(fee.Grace)) / 60_000.0);
        return (long)Math.Round(energy / 3.6e6 * fee.PerKilowattHour, MidpointRounding.AwayFromZero) + ((long)minutes * fee.PerIdleMinute);
    }

    internal static long Milliseconds(double seconds) => (long)Math.Round(seconds * 1000);
}
