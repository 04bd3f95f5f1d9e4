namespace DigitalTwin.Mobility.Traffic;

/// <summary>What happened on a link since <see cref="MobilityState.BeginTally"/>.</summary>
/// <param name="Entered">Vehicles that entered.</param>
/// <param name="Left">Vehicles that left.</param>
/// <param name="OnLink">Vehicles on it now.</param>
/// <param name="VehicleSeconds">Time spent on it by all vehicles, those included that are still on it, s.</param>
/// <param name="Delay">Time since then that vehicles have lost on it, s: of each, what lies after the end of a free drive over the link on a dry road; those included that are still on it. Never negative.</param>
/// <param name="Metres">Length driven by those that left, m.</param>
/// <param name="SearchSeconds">Time spent on it by searching vehicles that left, s.</param>
/// <param name="SearchMetres">Length driven by searching vehicles that left, m.</param>
/// <param name="WaitingToEnter">Vehicles that wait at its upstream node to begin their drive on it, now.</param>
public readonly record struct LinkTally(
    int Entered, int Left, int OnLink, double VehicleSeconds, double Delay, double Metres, double SearchSeconds, double SearchMetres, int WaitingToEnter);
