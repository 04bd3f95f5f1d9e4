namespace DigitalTwin.Mobility.Emissions;

/// <summary>A kind of car in a fleet.</summary>
/// <param name="Vehicle">Kind of car, as the factors name it.</param>
/// <param name="Share">Its share of the kilometres, 0 to 1.</param>
public readonly record struct FleetShare(string Vehicle, double Share);
