using System.Xml;
using System.Xml.Linq;
using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Buildings.Shapes;
using DigitalTwin.Buildings.Shapes.Validity;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.CityGml;

/// <summary>Takes the solids and surfaces of GML apart into faces, through links, aggregates and patches.</summary>
internal sealed class GmlGeometry(ShapeBuilder builder, CityModelBuilder model, string file, ProblemList problems)
{
    /// <summary>Deeper than any geometry is nested; a chain of links that runs in a circle ends here.</summary>
    private const int Deepest = 32;

    private readonly List<Point3> points = [];
    private GmlIndex index = null!;
    private string building = "";

    /// <summary>What follows belongs to another building.</summary>
    public void Begin(string id, GmlIndex elements) => (building, index) = (id, elements);

    /// <summary>Adds a property's geometry (<c>lod2Solid</c>, <c>lod2MultiSurface</c> …) to the shape.</summary>
    public void Add(XElement property)
    {
        foreach (var geometry in Targets(property)) Geometry(geometry, 0, false);
    }

    private void Geometry(XElement element, int depth, bool reversed)
    {
        if (depth > Deepest)
        {
            Say(element, "the links between its geometries run in a circle; they are followed no further.");
            return;
        }
        switch (element.Name.LocalName)
        {
            case "Solid":
                builder.BeginSolid();
                foreach (var side in element.Elements().Where(e => e.Name.LocalName is "exterior" or "interior"))
                {
                    builder.BeginShell(inner: side.Name.LocalName == "interior");
                    Members(side, depth, reversed);
                }
                break;
            case "MultiSurface" or "CompositeSurface" or "Shell" or "Surface" or "TriangulatedSurface" or "PolyhedralSurface" or "Tin" or "MultiSolid" or "CompositeSolid" or "MultiGeometry":
                foreach (var members in element.Elements()) Members(members, depth, reversed);
                break;
            case "OrientableSurface":
                foreach (var surface in element.Elements().Where(e => e.Name.LocalName == "baseSurface")) Members(surface, depth, reversed != (element.Attribute("orientation")?.Value == "-"));
                break;
            case "Polygon" or "PolygonPatch" or "Triangle" or "Rectangle":
                Polygon(element, reversed);
                break;
            default:
                break;
        }
    }

    private void Members(XElement property, int depth, bool reversed)
    {
        foreach (var member in Targets(property)) Geometry(member, depth + 1, reversed);
    }

    /// <summary>What a property holds or points at.</summary>
    private IEnumerable<XElement> Targets(XElement property)
    {
        if (GmlIndex.Link(property) is not { } link) return property.Elements();
        if (index.Find(link) is { } found) return [found];
        Say(property, $"the link '{link}' leads nowhere within the building; what it stands for is left out.");
        return [];
    }

    private void Polygon(XElement polygon, bool reversed)
    {
        builder.BeginFace(GmlIndex.KindOf(polygon));
        var name = GmlIndex.Id(polygon) is { } id ? $"polygon '{id}'" : $"the polygon at line {((IXmlLineInfo)polygon).LineNumber}";
        var rings = 0;
        foreach (var side in polygon.Elements().Where(e => e.Name.LocalName is "exterior" or "interior" or "outerBoundaryIs" or "innerBoundaryIs").OrderBy(e => e.Name.LocalName is "interior" or "innerBoundaryIs"))
        {
            if (side.Elements().FirstOrDefault() is not { } ring) continue;
            if (Ring(ring, name, reversed)) rings++;
            else if (side.Name.LocalName is "exterior" or "outerBoundaryIs") break;
        }
        if (rings == 0) builder.DropFace();
    }

    private bool Ring(XElement ring, string name, bool reversed)
    {
        if (GmlCoordinates.Read(ring, points) is { } mistake)
        {
            Say(ring, $"{name}: a ring is not understood: {mistake}. It is left out.");
            return false;
        }
        if (points.Count > 1 && (points[0] - points[^1]).Length < 0.001) points.RemoveAt(points.Count - 1);
        else model.Findings.Add(new(ValidityCode.RingNotClosed, building, builder.FaceCount - 1, $"{name}: the last point of a ring is not its first; it is closed."));
        if (reversed) points.Reverse();
        builder.BeginRing();
        foreach (var point in points) builder.Corner(model.Plane?.ToMetres(point) ?? point);
        var kept = builder.EndRing();
        if (kept >= 3)
        {
            if (kept < points.Count) model.Findings.Add(new(ValidityCode.ConsecutivePointsSame, building, builder.FaceCount - 1, $"{name}: {points.Count - kept} of the {points.Count} corners of a ring lie at the place of the one before; they are taken once."));
            return true;
        }
        builder.DropRing();
        model.Findings.Add(new(ValidityCode.TooFewPoints, building, -1, $"{name}: a ring has {kept} different corners; three are needed. It is left out."));
        return false;
    }

    private void Say(XElement at, string sentence)
    {
        var place = (IXmlLineInfo)at;
        problems.Error(file, place.LineNumber, place.LinePosition, $"Building {building}: {sentence}");
    }
}
