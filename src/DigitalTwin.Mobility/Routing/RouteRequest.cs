namespace DigitalTwin.Mobility.Routing;

/// <summary>A question for a route.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Departure">When it begins, s.</param>
public readonly record struct RouteRequest(RoadPoint From, RoadPoint To, double Departure);
