namespace DigitalTwin.Mobility.Assignment;

/// <summary>Travellers who share a trip table and a view of cost: cars, lorries, those who value time highly.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Demand">Their trips, vehicles per unit of time.</param>
public sealed record TravellerClass(string Name, DemandTable Demand)
{
    /// <summary>Time that a unit of toll is worth to them.</summary>
    public double TollFactor { get; init; }

    /// <summary>Time that a unit of length is worth to them.</summary>
    public double DistanceFactor { get; init; }

    /// <summary>Passenger-car units of one of their vehicles: what it takes of the road; above 0.</summary>
    public double CarUnits { get; init; } = 1;

    /// <summary>Links that they may not use.</summary>
    public IReadOnlyCollection<int> BannedLinks { get; init; } = [];

    /// <summary>What a link costs them besides time, as time.</summary>
    public double FixedCost(AssignmentNetwork network, int link)
    {
        ArgumentNullException.ThrowIfNull(network);
        return TollFactor * network.Toll[link] + DistanceFactor * network.Length[link];
    }
}
