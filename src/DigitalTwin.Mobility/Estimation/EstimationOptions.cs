using DigitalTwin.Mobility.Demand;

namespace DigitalTwin.Mobility.Estimation;

/// <summary>How a lot's demand is estimated.</summary>
public sealed record EstimationOptions
{
    /// <summary>Length of a slot, s; it divides a day.</summary>
    public double Slot { get; init; } = 1800;

    /// <summary>Days of the week that are looked at, bit i is day i, Sunday 0: working days and weekends have demand of their own.</summary>
    public byte Days { get; init; } = Departure.EveryDay;

    /// <summary>Mean stay, s, when it is known; NaN to learn it.</summary>
    public double MeanStay { get; init; } = double.NaN;

    /// <summary>Mean stay, s, where the record tells nothing of it: an assumption.</summary>
    public double AssumedStay { get; init; } = 7200;

    /// <summary>Standard deviation of stays over their mean: an assumption that occupancy cannot check; 0.8 lies between a regular and an exponential stay.</summary>
    public double Spread { get; init; } = 0.8;

    /// <summary>Weight of smooth arrivals against data.</summary>
    public double Smoothness { get; init; } = 1e-3;
}
