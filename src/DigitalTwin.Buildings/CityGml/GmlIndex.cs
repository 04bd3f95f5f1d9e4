using System.Xml.Linq;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityGml;

/// <summary>The elements of one building that have an id, for what points at them, and what kind of surface an element lies in.</summary>
internal sealed class GmlIndex
{
    private readonly Dictionary<string, XElement> byId = new(StringComparer.Ordinal);

    public GmlIndex(XElement building)
    {
        foreach (var element in building.DescendantsAndSelf())
            if (Id(element) is { } id) byId.TryAdd(id, element);
    }

    /// <summary>An element's gml:id, of any version of GML; null where it has none.</summary>
    public static string? Id(XElement element)
    {
        foreach (var attribute in element.Attributes())
            if (attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.StartsWith("http://www.opengis.net/gml", StringComparison.Ordinal)) return attribute.Value;
        return null;
    }

    /// <summary>What an xlink:href points at; null where the element has none.</summary>
    public static string? Link(XElement element)
    {
        foreach (var attribute in element.Attributes())
            if (attribute.Name.LocalName == "href") return attribute.Value;
        return null;
    }

    /// <summary>The element that <c>#id</c> names within this building; null where there is none.</summary>
    public XElement? Find(string link) => byId.GetValueOrDefault(link.StartsWith('#') ? link[1..] : link);

    /// <summary>The kind of the boundary surface around an element: the nearest one counts, so that a window in a wall is a window.</summary>
    public static FaceKind KindOf(XElement element)
    {
        for (var around = element.Parent; around is not null; around = around.Parent)
            if (FaceClassification.ByWord(around.Name.LocalName) is { } kind) return kind;
        return FaceKind.Unknown;
    }
}
