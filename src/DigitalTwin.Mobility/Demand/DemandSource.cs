namespace DigitalTwin.Mobility.Demand;

/// <summary>Where trips come from: a list, matrices by time of day, the use of land. Immutable; places, purposes and groups are rows of the <see cref="DemandModel"/> that it is given to.</summary>
public abstract class DemandSource
{
    /// <summary>How a person would call it: <c>trips.csv</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Writes down the trips that depart in a period.</summary>
    internal abstract void Draw(DemandPeriod period, TripSheet sheet);

    /// <summary>Trips expected on a day of the week by purpose, before the model's factor; what names no purpose is in the last entry, of the number of purposes and one.</summary>
    public abstract double[] Expected(DayOfWeek day, int purposes);

    /// <summary>Adds to each place how many trips begin there, on any scale: from where a crowd comes when nobody says it.</summary>
    public abstract void AddOrigins(double[] weights);
}
