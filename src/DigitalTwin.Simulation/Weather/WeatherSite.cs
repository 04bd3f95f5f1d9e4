using DigitalTwin.Weather.Stations;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Weather;

/// <summary>Where the weather is asked for: the districts of a city.</summary>
/// <param name="Places">One place a district.</param>
/// <param name="AssetIds">The asset id of each.</param>
/// <param name="Areas">The area of each, longitude and latitude.</param>
public sealed record WeatherSite(IReadOnlyList<WeatherPlace> Places, IReadOnlyList<string> AssetIds, IReadOnlyList<Geometry> Areas);
