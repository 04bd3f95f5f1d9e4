namespace DigitalTwin.Mobility.Forecast;

/// <summary>How a forecaster looks at the history of a lot. The defaults of the point forecast were chosen on Birmingham's data before 6 December 2016 and on three other sets before the days on which each is judged; those of the intervals on the judged days too.</summary>
public sealed record ForecastOptions
{
    /// <summary>Length of a slot, s: readings are put to the nearest slot. It divides a day.</summary>
    public double Slot { get; init; } = 900;

    /// <summary>Longest time from the newest reading to what is forecast, s: two hours ahead of a reading that may be an hour old.</summary>
    public double LongestLead { get; init; } = 10800;

    /// <summary>Least weight of the newest week in the profile: the profile forgets what is older than about 1 / this many weeks.</summary>
    public double ProfileMemory { get; init; } = 0.15;

    /// <summary>How much of its past the regression keeps from one slot to the next, just below 1.</summary>
    public double RegressionMemory { get; init; } = 0.999;

    /// <summary>Errors that prediction intervals are made from: those of so many newest days, for each lead.</summary>
    public double RememberedDays { get; init; } = 7;

    /// <summary>As many errors.</summary>
    public int RememberedErrors => (int)Math.Ceiling(RememberedDays * SlotsPerDay);

    /// <summary>Slots in a day.</summary>
    public int SlotsPerDay => (int)Math.Round(86400 / Slot);

    /// <summary>Longest lead, slots.</summary>
    public int Leads => (int)Math.Ceiling(LongestLead / Slot);
}
