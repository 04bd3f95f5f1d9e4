namespace DigitalTwin.Mobility.Parking.Tariffs;

/// <summary>What becomes of free minutes when a stay is longer.</summary>
public enum FreeTimeRule : byte
{
    /// <summary>They stay free: the meter, and with it the steps, begin when they end.</summary>
    Deducted,

    /// <summary>They are lost: a longer stay is charged from its beginning.</summary>
    LostWhenExceeded,
}

/// <summary>What happens to a stay that crosses from one window of a tariff into the next.</summary>
public enum WindowCrossing : byte
{
    /// <summary>
    /// The stay runs on: steps go by the length of the whole stay, and an increment that has begun is paid at the price of the window in which it began and lasts its full time.
    /// </summary>
    RunsOn,

    /// <summary>Each window is charged alone: steps and increments begin anew at its border.</summary>
    EachWindowAlone,
}

/// <summary>What a day is for <see cref="TariffPlan.CapPerDay"/>.</summary>
public enum TariffDay : byte
{
    /// <summary>24 hours, the first from the beginning of the stay.</summary>
    TwentyFourHours,

    /// <summary>From midnight to midnight.</summary>
    Calendar,
}

/// <summary>A part of a window's price by the length of the stay.</summary>
/// <param name="From">Length of stay at which it begins, s; the first begins at 0.</param>
/// <param name="Increment">Length of an increment, s: each that has begun costs <paramref name="Price"/>; 0 when the price is paid once for the whole step.</param>
/// <param name="Price">Hundredths of the currency.</param>
public readonly record struct TariffStep(double From, double Increment, long Price);

/// <summary>A time of the week with its prices. Contiguous times of one window are one occurrence of it: a night, not its two halves.</summary>
/// <param name="When">When; the windows of a plan cover the week without overlap.</param>
/// <param name="Steps">Steps, by ascending length of stay.</param>
/// <param name="Cap">Most that one occurrence costs (a night), hundredths of the currency; <see cref="TariffPlan.NoCap"/> for none.</param>
public sealed record TariffWindow(WeekTime When, IReadOnlyList<TariffStep> Steps, long Cap = TariffPlan.NoCap);

/// <summary>What charging costs, on top of the stay.</summary>
/// <param name="PerKilowattHour">Price of a kilowatt hour, hundredths of the currency; the sum is rounded half up once per stay.</param>
/// <param name="PerIdleMinute">Price of each minute begun at the charger after the car is full and the grace is over.</param>
/// <param name="Grace">Time after charging in which standing is free, s.</param>
public sealed record ChargingFee(long PerKilowattHour, long PerIdleMinute = 0, double Grace = 0);
