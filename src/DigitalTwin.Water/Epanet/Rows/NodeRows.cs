namespace DigitalTwin.Water.Epanet.Rows;

/// <summary>A line of [JUNCTIONS], in the file's units.</summary>
/// <param name="Id">Id, unique among nodes, at most 31 bytes.</param>
/// <param name="Elevation">Elevation, ft or m.</param>
/// <param name="Demand">Base demand, flow units; replaced by the first line that [DEMANDS] has for the junction.</param>
/// <param name="Pattern">Demand pattern, or null for the default pattern.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct JunctionRow(string Id, double Elevation, double Demand = 0, string? Pattern = null, string? Comment = null);

/// <summary>A line of [RESERVOIRS], in the file's units.</summary>
/// <param name="Id">Id, unique among nodes, at most 31 bytes.</param>
/// <param name="Head">Total head, ft or m.</param>
/// <param name="Pattern">Head pattern, or null.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct ReservoirRow(string Id, double Head, string? Pattern = null, string? Comment = null);

/// <summary>A line of [TANKS], in the file's units; levels count from the elevation. A tank of diameter 0 is a reservoir at its initial level.</summary>
/// <param name="Id">Id, unique among nodes, at most 31 bytes.</param>
/// <param name="Elevation">Elevation of the bottom, ft or m.</param>
/// <param name="InitialLevel">Level at the start, ft or m.</param>
/// <param name="MinLevel">Lowest level, ft or m.</param>
/// <param name="MaxLevel">Highest level, ft or m.</param>
/// <param name="Diameter">Diameter, ft or m.</param>
/// <param name="MinVolume">Volume at the lowest level, ft³ or m³; 0 when it follows from the diameter.</param>
/// <param name="VolumeCurve">Curve of volume by level, or null.</param>
/// <param name="CanOverflow">Whether a full tank spills instead of shutting its inflow off; null when the file does not say.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct TankRow(
    string Id,
    double Elevation,
    double InitialLevel,
    double MinLevel,
    double MaxLevel,
    double Diameter,
    double MinVolume = 0,
    string? VolumeCurve = null,
    bool? CanOverflow = null,
    string? Comment = null);

/// <summary>A line of [DEMANDS]: one category of a junction's demand.</summary>
/// <param name="Junction">Id of the node; lines for tanks and reservoirs have no effect.</param>
/// <param name="Base">Base demand, flow units.</param>
/// <param name="Pattern">Pattern, or null for the default pattern.</param>
/// <param name="Category">Name of the category, which EPANET writes as a comment, or null.</param>
public readonly record struct DemandRow(string Junction, double Base, string? Pattern = null, string? Category = null);

/// <summary>A line of [EMITTERS].</summary>
/// <param name="Junction">Id of the node; lines for tanks and reservoirs have no effect.</param>
/// <param name="Coefficient">Flow units at 1 psi (US) or 1 m (SI).</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct EmitterRow(string Junction, double Coefficient, string? Comment = null);

/// <summary>A line of [COORDINATES] or one vertex of [VERTICES].</summary>
/// <param name="Id">Id of the node or link.</param>
/// <param name="X">Map x.</param>
/// <param name="Y">Map y.</param>
public readonly record struct PointRow(string Id, double X, double Y);

/// <summary>A line of [TAGS].</summary>
/// <param name="OnLink">Whether a link is meant.</param>
/// <param name="Id">Id of the node or link.</param>
/// <param name="Tag">One word.</param>
public readonly record struct TagRow(bool OnLink, string Id, string Tag);
