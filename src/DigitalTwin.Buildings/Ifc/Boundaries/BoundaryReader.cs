using DigitalTwin.Buildings.Ifc.Extents;
using DigitalTwin.Buildings.Ifc.Placements;
using DigitalTwin.Buildings.Ifc.Reading;

namespace DigitalTwin.Buildings.Ifc.Boundaries;

/// <summary>Reads space boundaries of the first and second level; their surfaces only when somebody asks.</summary>
internal sealed class BoundaryReader(IfcSource source, ObjectReader objects, ExtentReader extents)
{
    public void Read()
    {
        var lists = new Dictionary<IfcSpace, List<IfcSpaceBoundary>>();
        foreach (var relation in source.All("IfcRelSpaceBoundary"))
        {
            if (relation.Reference("RelatingSpace") is not { } spaceId) continue;
            if (objects.Product(spaceId) is not IfcSpace space)
            {
                // An external spatial element of IFC4 stands for the outside, seen from there.
                if (objects.Find(spaceId) is not IfcSpatial) source.Broken(relation, "RelatingSpace", spaceId, "IfcSpace");
                continue;
            }
            if (!lists.TryGetValue(space, out var list)) lists[space] = list = [];
            list.Add(Boundary(relation, space));
        }
        foreach (var (space, list) in lists) space.Boundaries = list;
    }

    private IfcSpaceBoundary Boundary(IfcRecord relation, IfcSpace space)
    {
        var side = relation.Enumeration("InternalOrExternalBoundary");
        return new(() => relation.Reference("ConnectionGeometry") is { } geometry ? extents.Surface(geometry, space.Frame) : (null, (IfcPoint?)null))
        {
            Id = relation.Id,
            Level = relation.Is("IfcRelSpaceBoundary2ndLevel") || relation.Text("Name") is "2ndLevel" ? 2 : relation.Is("IfcRelSpaceBoundary1stLevel") || relation.Text("Name") is "1stLevel" ? 1 : 0,
            Element = relation.Reference("RelatedBuildingElement") is { } id ? objects.Product(id) as IfcElement : null,
            IsPhysical = relation.Enumeration("PhysicalOrVirtualBoundary") != "VIRTUAL",
            IsExternal = side switch { "INTERNAL" => false, "EXTERNAL" or "EXTERNAL_EARTH" or "EXTERNAL_WATER" or "EXTERNAL_FIRE" => true, _ => null },
            FacesEarth = side == "EXTERNAL_EARTH",
        };
    }
}
