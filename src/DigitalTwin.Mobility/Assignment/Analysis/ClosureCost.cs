namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>What a closure costs (N5): the differences are those of the trips that are carried before and after.</summary>
/// <param name="Time">Time that they lose together.</param>
/// <param name="Cost">Generalised cost that they lose, as time.</param>
/// <param name="Distance">Way that they drive more, in the unit of length.</param>
/// <param name="TripsCutOff">Trips that no path carries any more.</param>
/// <param name="Volume">What the links carry before, all together, passenger-car units.</param>
/// <param name="Gap">Relative gap that was reached.</param>
/// <param name="Iterations">Iterations made; 0 where nobody uses the links, so that nothing needs to be solved.</param>
/// <param name="Converged">Whether the gap asked for was reached.</param>
public readonly record struct ClosureCost(double Time, double Cost, double Distance, double TripsCutOff, double Volume, double Gap, int Iterations, bool Converged);
