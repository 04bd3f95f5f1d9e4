namespace DigitalTwin.Mobility.Tntp;

/// <summary>
/// What a file's numbers mean in SI. TNTP files do not say, or only in words; the defaults are those of most of the collection's American files: miles, minutes, vehicles per hour.
/// </summary>
public sealed record TntpUnits
{
    /// <summary>m per unit of length; a mile. Anaheim counts feet: 0.3048.</summary>
    public double Length { get; init; } = 1609.344;

    /// <summary>s per unit of time; a minute.</summary>
    public double Time { get; init; } = 60;

    /// <summary>Vehicles/s per unit of capacity; vehicles per hour.</summary>
    public double Flow { get; init; } = 1.0 / 3600;

    /// <summary>Vehicles/s that a lane carries: a link has as many lanes as its capacity needs. 1,800 an hour: a headway of 2 s.</summary>
    public double LaneCapacity { get; init; } = 0.5;

    /// <summary>m of lane that a standing vehicle takes.</summary>
    public double VehicleLength { get; init; } = 7.5;

    /// <summary>m/s on links whose free-flow time or length is 0: connectors, at 30 km/h.</summary>
    public double ConnectorSpeed { get; init; } = 30 / 3.6;

    /// <summary>Capacity above which a link is taken for a connector that binds nobody, in the file's unit.</summary>
    public double UnboundCapacity { get; init; } = 90_000;
}
