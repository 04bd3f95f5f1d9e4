namespace DigitalTwin.Simulation.Mobility;

/// <summary>A building that an event adds, as mobility sees it.</summary>
/// <param name="Building">Its index among the city's buildings.</param>
/// <param name="Asset">Its asset id.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="LandUse">Its use, as rates name it.</param>
/// <param name="Numbers">What rates count: <c>people</c>, <c>jobs</c>, <c>shop_area</c>.</param>
public sealed record AddedBuilding(int Building, string Asset, double Longitude, double Latitude, string LandUse, IReadOnlyDictionary<string, double> Numbers);
