using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps;

/// <summary>A part of the city that has a name, for warnings and for reports.</summary>
/// <param name="Id">Its id, the last part of <c>city/district/…</c>.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Area">Polygon or polygons in longitude and latitude, degrees.</param>
/// <param name="People">How many live there; NaN when the map does not say.</param>
public sealed record District(string Id, string NameEn, string NameZh, Geometry Area, double People);
