using DigitalTwin.Buildings.Ifc.Extents;
using DigitalTwin.Buildings.Ifc.Placements;

namespace DigitalTwin.Buildings.Ifc.Reading;

/// <summary>Makes the things of the model from their records, by number: still without what relations say of them.</summary>
internal sealed class ObjectReader(IfcSource source, PlacementReader placements, ExtentReader extents, double metres)
{
    private readonly Dictionary<long, IfcObject> objects = [];

    /// <summary>Everything made, in the order of making: spatial parts, elements, then what relations asked for.</summary>
    public List<IfcObject> Made { get; } = [];

    /// <summary>Entities that the table does not name and that were read as plain elements.</summary>
    public SortedSet<string> UnknownClasses { get; } = new(StringComparer.Ordinal);

    public void ReadAll()
    {
        foreach (var record in source.All("IfcSpatialElement")) Add(Spatial(record));
        foreach (var record in source.All("IfcElement")) Add(Element(record));
        foreach (var record in source.All("IfcProxy")) Add(Element(record));
        foreach (var record in source.All("IfcZone")) Add(Zone(record));
    }

    /// <summary>What a number stands for when it is a thing of the model; null for anything else.</summary>
    public IfcObject? Find(long id) => objects.GetValueOrDefault(id);

    /// <summary>The product of a number, made as a plain element where the table does not name its entity; null for what is no product.</summary>
    public IfcProduct? Product(long id)
    {
        if (objects.TryGetValue(id, out var known)) return known as IfcProduct;
        if (source.Find(id) is not null || source.FindProduct(id) is not { } record || record.Step[0].Text is null) return null;
        UnknownClasses.Add(record.Class);
        return Add(Element(record));
    }

    /// <summary>The type of a number, whatever kind of type it is.</summary>
    public IfcType? Type(long id)
    {
        if (objects.TryGetValue(id, out var known)) return known as IfcType;
        if (source.Find(id) is not { } record || !record.Is("IfcTypeObject")) return null;
        return Add(new IfcType { Id = id, Class = record.Class, GlobalId = Root(record), Name = record.Text("Name"), Description = record.Text("Description"), ObjectType = record.Text("ElementType") });
    }

    /// <summary>The project of a record.</summary>
    public IfcProject Project(IfcRecord record) => Add(new IfcProject
    {
        Id = record.Id, Class = record.Class, GlobalId = Root(record), Name = record.Text("Name"), Description = record.Text("Description"), ObjectType = record.Text("ObjectType"),
        LongName = record.Text("LongName"), Phase = record.Text("Phase"),
    });

    private T Add<T>(T made)
        where T : IfcObject
    {
        objects[made.Id] = made;
        Made.Add(made);
        return made;
    }

    private static string Root(IfcRecord record) => record.Text("GlobalId") ?? "";

    private IfcSpatial Spatial(IfcRecord r)
    {
        var (id, globalId, name, description, type, longName) = (r.Id, Root(r), r.Text("Name"), r.Text("Description"), r.Text("ObjectType"), r.Text("LongName"));
        var (frame, shape) = (placements.Of(r), r.Reference("Representation"));
        var hasShape = shape is not null;
        return r.Entity.Name switch
        {
            "IfcSite" => new IfcSite
            {
                Id = id, Class = r.Class, GlobalId = globalId, Name = name, Description = description, ObjectType = type, LongName = longName, Frame = frame, Representation = shape, HasShape = hasShape, ExtentReader = extents.Read,
                Address = Address(r, "SiteAddress"),
            },
            "IfcBuilding" => new IfcBuilding
            {
                Id = id, Class = r.Class, GlobalId = globalId, Name = name, Description = description, ObjectType = type, LongName = longName, Frame = frame, Representation = shape, HasShape = hasShape, ExtentReader = extents.Read,
                Address = Address(r, "BuildingAddress"), ReferenceHeight = metres * r.Number("ElevationOfRefHeight"), TerrainHeight = metres * r.Number("ElevationOfTerrain"),
            },
            "IfcBuildingStorey" => new IfcStorey
            {
                Id = id, Class = r.Class, GlobalId = globalId, Name = name, Description = description, ObjectType = type, LongName = longName, Frame = frame, Representation = shape, HasShape = hasShape, ExtentReader = extents.Read,
                Elevation = metres * r.Number("Elevation"),
            },
            "IfcSpace" => new IfcSpace
            {
                Id = id, Class = r.Class, GlobalId = globalId, Name = name, Description = description, ObjectType = type, LongName = longName, Frame = frame, Representation = shape, HasShape = hasShape, ExtentReader = extents.Read,
                IsExternal = r.Enumeration("PredefinedType") switch { "EXTERNAL" => true, "INTERNAL" or "SPACE" => false, _ => null },
            },
            _ => new IfcSpatial
            {
                Id = id, Class = r.Class, GlobalId = globalId, Name = name, Description = description, ObjectType = type, LongName = longName, Frame = frame, Representation = shape, HasShape = hasShape, ExtentReader = extents.Read,
            },
        };
    }

    private IfcElement Element(IfcRecord r) => new()
    {
        Id = r.Id, Class = r.Class, GlobalId = Root(r), Name = r.Text("Name"), Description = r.Text("Description"), ObjectType = r.Text("ObjectType"),
        Frame = placements.Of(r), Representation = r.Reference("Representation"), HasShape = r.Reference("Representation") is not null, ExtentReader = extents.Read,
        Kind = KindOf(r), PredefinedType = r.Enumeration("PredefinedType"), OverallHeight = metres * r.Number("OverallHeight"), OverallWidth = metres * r.Number("OverallWidth"),
    };

    private static IfcZone Zone(IfcRecord r) => new()
    {
        Id = r.Id, Class = r.Class, GlobalId = Root(r), Name = r.Text("Name"), Description = r.Text("Description"), ObjectType = r.Text("ObjectType"), LongName = r.Text("LongName"),
    };

    private static IfcElementKind KindOf(IfcRecord r) =>
        r.Is("IfcWall") ? IfcElementKind.Wall : r.Is("IfcSlab") ? IfcElementKind.Slab : r.Is("IfcRoof") ? IfcElementKind.Roof : r.Is("IfcCovering") ? IfcElementKind.Covering
        : r.Is("IfcCurtainWall") ? IfcElementKind.CurtainWall : r.Is("IfcWindow") ? IfcElementKind.Window : r.Is("IfcDoor") ? IfcElementKind.Door
        : r.Is("IfcOpeningElement") ? IfcElementKind.Opening : IfcElementKind.Other;

    /// <summary>A postal address in one line; null where it is the form that Revit leaves when nobody filled it in.</summary>
    private string? Address(IfcRecord record, string attribute)
    {
        if (source.Follow(record, attribute, "IfcPostalAddress") is not { } address) return null;
        var lines = address["AddressLines"].Items.Select(i => i.Text).Concat([address.Text("PostalCode"), address.Text("Town"), address.Text("Region"), address.Text("Country")]);
        var said = lines.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).Distinct(StringComparer.Ordinal).ToArray();
        return said.Length == 0 || said[0].Equals("Enter address here", StringComparison.OrdinalIgnoreCase) ? null : string.Join(", ", said);
    }
}
