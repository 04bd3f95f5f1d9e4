namespace DigitalTwin.Cities.Maps.Layers;

/// <summary>A file of assets of one type, as <c>city.yaml</c> names it under <c>assets</c>.</summary>
/// <param name="Type">Type of every feature: <c>parking/lot</c>.</param>
/// <param name="Path">Full path of the GeoJSON file.</param>
/// <param name="Units">Units declared for its properties, by the property's name as the file has it.</param>
public sealed record AssetFile(string Type, string Path, IReadOnlyList<DeclaredUnit> Units);

/// <summary>The unit of a property that its name does not tell.</summary>
/// <param name="Property">The property's name as the file has it.</param>
/// <param name="Unit">The unit as a person writes it: <c>m²</c>.</param>
/// <param name="Line">1-based line in <c>city.yaml</c>.</param>
/// <param name="Column">1-based column there.</param>
public sealed record DeclaredUnit(string Property, string Unit, int Line, int Column);
