using System.Globalization;
using System.Xml;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Osm;

/// <summary>
/// Reads OSM XML (format 0.6) as a stream, one element in memory at a time. It never trusts: no DTD, no entities from outside, no recursion; whatever stands in the file, mistakes are sentences.
/// </summary>
/// <param name="file">How sentences name it.</param>
/// <param name="problems">Hears of mistakes.</param>
/// <param name="tally">Counts the elements that are looked at, and those that are none.</param>
internal sealed class OsmXml(string file, ProblemList problems, OsmTally tally)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private XmlReader xml = null!;
    private IXmlLineInfo place = null!;

    /// <summary>Hands over each element of the kinds that are wanted (<paramref name="isAgain"/>: of a file that was looked at before); false when the file is not OSM XML, or ends early (reported).</summary>
    public bool Read(Stream stream, OsmKind wanted, bool isAgain, Action<OsmElement> visit, CancellationToken cancellation)
    {
        using (xml = XmlReader.Create(stream, Settings))
        {
            place = (IXmlLineInfo)xml;
            try
            {
                if (!Root(isAgain)) return false;
                while (xml.Read())
                {
                    if (xml.NodeType != XmlNodeType.Element) continue;
                    cancellation.ThrowIfCancellationRequested();
                    var kind = KindOf(xml.Name);
                    if ((kind & wanted) != 0 && Element(kind) is { } element) visit(element);
                }
                return true;
            }
            catch (XmlException error)
            {
                problems.Error(file, Math.Max(error.LineNumber, place.LineNumber), error.LineNumber > 0 ? error.LinePosition : place.LinePosition, Mistake(error));
                return false;
            }
        }
    }

    private bool Root(bool isAgain)
    {
        xml.MoveToContent();
        if (xml.Name == "osm")
        {
            if (!isAgain && xml.GetAttribute("version") is { } version && version != "0.6")
                problems.Warning(file, place.LineNumber, place.LinePosition, $"The file has the version '{version}' of OSM's format; it is read as 0.6.");
            return true;
        }
        problems.Error(file, place.LineNumber, place.LinePosition, xml.Name == "osmChange"
            ? "The file is a list of changes (osmChange), not a map; apply it to a map first."
            : $"The file begins with <{xml.Name}>; OSM XML begins with <osm>.");
        return false;
    }

    private OsmElement? Element(OsmKind kind)
    {
        var (line, column) = (place.LineNumber, place.LinePosition);
        var name = xml.Name;
        tally.Count(kind);
        if (!long.TryParse(xml.GetAttribute("id"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
        {
            problems.Warning(file, line, column, $"A {name} has the id '{xml.GetAttribute("id")}', which is no whole number; it is left out.");
            tally.Ignore($"{name}s without a number");
            return null;
        }
        if (xml.GetAttribute("visible") == "false" || xml.GetAttribute("action") == "delete")
        {
            tally.Ignore($"{name}s that are deleted");
            return null;
        }
        var element = new OsmElement { Kind = kind, Id = id, Longitude = Degrees("lon"), Latitude = Degrees("lat"), Line = line, Column = column };
        if (xml.IsEmptyElement) return element;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element) Part(element);
        return element;
    }

    private void Part(OsmElement element)
    {
        switch (xml.Name)
        {
            case "tag" when xml.GetAttribute("k") is { } key && xml.GetAttribute("v") is { } value:
                if (!element.Add(key, value.Trim())) Warning($"The {element.Name} has the tag '{key}' twice; the first counts.");
                break;
            case "nd" when Reference() is { } reference:
                element.References.Add(reference);
                break;
            case "member" when Reference() is { } reference:
                element.Members.Add(new(KindOf(xml.GetAttribute("type") ?? ""), reference, xml.GetAttribute("role") ?? ""));
                break;
            case "tag" or "nd" or "member":
                element.HasLostPart |= xml.Name != "tag";
                Warning($"The {element.Name} has a <{xml.Name}> without {(xml.Name == "tag" ? "a key and a value (k, v)" : "a whole number 'ref'")}; it is left out.");
                break;
        }
    }

    private void Warning(string sentence) => problems.Warning(file, place.LineNumber, place.LinePosition, sentence);

    private long? Reference() => long.TryParse(xml.GetAttribute("ref"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;

    private double Degrees(string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : double.NaN;

    private static OsmKind KindOf(string name) => name switch { "node" => OsmKind.Node, "way" => OsmKind.Way, "relation" => OsmKind.Relation, _ => 0 };

    private static string Mistake(XmlException error)
    {
        if (error.Message.Contains("DTD", StringComparison.Ordinal)) return "The file has a document type (<!DOCTYPE …>); OSM XML has none, and none is read.";
        if (error.Message.Contains("Root element is missing", StringComparison.Ordinal)) return "The file is empty; OSM XML begins with <osm>.";
        if (error.Message.Contains("Unexpected end of file", StringComparison.Ordinal) || error.Message.Contains("unclosed literal", StringComparison.Ordinal)) return "The file ends in the middle of an element; it looks cut off.";
        var at = error.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return $"This is not XML: {(at > 0 ? error.Message[..at] : error.Message)}";
    }
}
