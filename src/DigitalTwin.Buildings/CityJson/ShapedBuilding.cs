using DigitalTwin.Buildings.Records;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>A building to write: what is known of it, and its shape.</summary>
/// <param name="Record">Its values; <see cref="BuildingRecord.Footprint"/> and <see cref="BuildingRecord.Surfaces"/> are not written, they follow from the shape.</param>
/// <param name="Shape">Its faces, in the coordinate system of the file; null for a building without geometry.</param>
public sealed record ShapedBuilding(BuildingRecord Record, BuildingShape? Shape);
