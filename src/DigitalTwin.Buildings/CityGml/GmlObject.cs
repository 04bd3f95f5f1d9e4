using System.Xml.Linq;

namespace DigitalTwin.Buildings.CityGml;

/// <summary>A building or a part of one, and the properties of it that hold its geometry, by level of detail.</summary>
internal sealed class GmlObject
{
    private readonly List<(string Lod, Role Role, XElement Property)> properties = [];

    public GmlObject(XElement element, string id)
    {
        (Element, Id) = (element, id);
        foreach (var property in element.Elements()) Look(property);
    }

    private enum Role
    {
        Solid,
        Thematic,
        Surfaces,
        Outline,
    }

    public XElement Element { get; }

    public string Id { get; }

    /// <summary>Levels at which it has a body.</summary>
    public IEnumerable<string> Levels => properties.Where(p => p.Role != Role.Outline).Select(p => p.Lod).Distinct();

    /// <summary>What it shows on the ground at level 0.</summary>
    public IEnumerable<XElement> Outlines => properties.Where(p => p.Role == Role.Outline).Select(p => p.Property);

    /// <summary>The properties to take at a level: its solid, which points at the thematic surfaces; else these; else what has no meaning.</summary>
    public IEnumerable<XElement> Body(string lod)
    {
        var there = properties.Where(p => p.Lod == lod && p.Role != Role.Outline).ToArray();
        return there.Length == 0 ? [] : there.Where(p => p.Role == there.Min(t => t.Role)).Select(p => p.Property);
    }

    private void Look(XElement property)
    {
        var name = property.Name.LocalName;
        if (name is "boundedBy" or "boundary")
        {
            foreach (var surface in property.Elements().Where(e => Shapes.FaceClassification.ByWord(e.Name.LocalName) is not null)) Surface(surface);
        }
        else if (Level(name) is { } lod)
        {
            var role = name.EndsWith("Solid", StringComparison.Ordinal) ? Role.Solid : Role.Surfaces;
            if (lod == "0") properties.Add((lod, Role.Outline, property));
            else if (name.EndsWith("Solid", StringComparison.Ordinal) || name.EndsWith("MultiSurface", StringComparison.Ordinal) || name.EndsWith("Geometry", StringComparison.Ordinal)) properties.Add((lod, role, property));
        }
    }

    /// <summary>A boundary surface and the windows and doors in it.</summary>
    private void Surface(XElement surface)
    {
        foreach (var property in surface.Elements())
        {
            if (Level(property.Name.LocalName) is { } lod) properties.Add((lod, Role.Thematic, property));
            else if (property.Name.LocalName is "opening" or "fillingSurface")
                foreach (var opening in property.Elements()) Surface(opening);
        }
    }

    /// <summary>2 of lod2Solid; null for a property without a level.</summary>
    private static string? Level(string name) => name.Length > 4 && name.StartsWith("lod", StringComparison.Ordinal) && name[3] is >= '0' and <= '4' && !name.EndsWith("ImplicitRepresentation", StringComparison.Ordinal) && !name.Contains("TerrainIntersection", StringComparison.Ordinal) && !name.Contains("Curve", StringComparison.Ordinal) ? name[3..4] : null;
}
