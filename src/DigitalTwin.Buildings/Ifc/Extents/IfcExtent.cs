using DigitalTwin.Buildings.Ifc.Placements;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Ifc.Extents;

/// <summary>
/// What can be said of a shape without a geometry kernel: faces of extrusions, boxes, breps and face sets, cut by half spaces; openings and other Booleans are not subtracted. Immutable.
/// </summary>
public sealed record IfcExtent
{
    /// <summary>Least corner of the box around it along the model's axes, m.</summary>
    public required IfcPoint Least { get; init; }

    /// <summary>Greatest corner.</summary>
    public required IfcPoint Most { get; init; }

    /// <summary>Least corner of the box around it along its own axes, m.</summary>
    public required IfcPoint OwnLeast { get; init; }

    /// <summary>Greatest corner along its own axes.</summary>
    public required IfcPoint OwnMost { get; init; }

    /// <summary>Footprint in the model's x and y, m: of a vertical extrusion its profile, else the convex hull of all points; empty for what has no width.</summary>
    public required Geometry Footprint { get; init; }

    /// <summary>Area of the faces that look along +y of its own axes, m²: of a wall, one side of it; 0 where there are no faces.</summary>
    public double SideArea { get; init; }

    /// <summary>Area of the faces that look upwards, m².</summary>
    public double TopArea { get; init; }

    /// <summary>Normal of those faces in the model, weighted by area, of length one; null where there are none.</summary>
    public IfcPoint? TopNormal { get; init; }

    /// <summary>Whether it comes from the file's bounding box or axis only, not from a body.</summary>
    public bool IsRough { get; init; }

    /// <summary>Size along its own axes, m: of a wall its length, thickness and height.</summary>
    public IfcPoint OwnSize => OwnMost - OwnLeast;

    /// <summary>Height along the model's z, m.</summary>
    public double Height => Most.Z - Least.Z;
}
