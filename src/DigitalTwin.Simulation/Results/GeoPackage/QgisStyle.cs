using System.Globalization;
using System.Text;
using System.Xml;
using DigitalTwin.Simulation.Results.Maps;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>What a style draws.</summary>
internal enum QgisShape
{
    /// <summary>A marker.</summary>
    Point,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A filled outline.</summary>
    Polygon,
}

/// <summary>
/// A style as QGIS stores it (QML): the six classes of the report's scale as a graduated renderer, and for values through time the column that its temporal controller follows. Written as
/// properties, which every QGIS from 2 to 3 reads.
/// </summary>
internal static class QgisStyle
{
    private const int InstantFromField = 1;    // QGIS' name for a feature that has one time

    /// <summary>What a GeoPackage's geometry type is drawn as; null for mixtures.</summary>
    public static QgisShape? ShapeOf(string geometryType) => geometryType switch
    {
        "POINT" or "MULTIPOINT" => QgisShape.Point,
        "LINESTRING" or "MULTILINESTRING" => QgisShape.Line,
        "POLYGON" or "MULTIPOLYGON" => QgisShape.Polygon,
        _ => null,
    };

    /// <summary>The style.</summary>
    /// <param name="column">Column by which it colours.</param>
    /// <param name="shape">What it draws.</param>
    /// <param name="scale">Classes and colours.</param>
    /// <param name="isDirected">Whether a line is moved to the right of its course, so that the two directions of a street lie beside each other.</param>
    /// <param name="minutes">How long a value holds, minutes; 0 when the layer has no column <c>time</c>.</param>
    public static string Of(string column, QgisShape shape, ColourScale scale, bool isDirected, double minutes)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = false }))
        {
            xml.WriteDocType("qgis", "http://mrcc.com/qgis.dtd", "SYSTEM", null);
            Start(xml, "qgis", ("version", "3.22.0"), ("styleCategories", minutes > 0 ? "Symbology|Temporal" : "Symbology"));
            if (minutes > 0) Temporal(xml, minutes);
            Start(xml, "renderer-v2", ("type", "graduatedSymbol"), ("attr", column), ("graduatedMethod", "GraduatedColor"), ("symbollevels", "0"), ("enableorderby", "0"), ("forceraster", "0"));
            xml.WriteStartElement("ranges");
            for (var c = 0; c < ColourScale.Classes; c++)
            {
                var (lower, upper) = (c == 0 ? -1e9 : scale.Breaks[c - 1], c == ColourScale.Classes - 1 ? 1e9 : scale.Breaks[c]);
                Start(xml, "range", ("lower", Number(lower)), ("upper", Number(upper)), ("symbol", $"{c}"), ("label", scale.Label(c).En), ("render", "true"));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteStartElement("symbols");
            for (var c = 0; c < ColourScale.Classes; c++) Symbol(xml, $"{c}", shape, scale.Colour(c), isDirected);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteElementString("layerGeometryType", $"{(int)shape}");
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Temporal(XmlWriter xml, double minutes)
    {
        Start(xml, "temporal", ("enabled", "1"), ("mode", $"{InstantFromField}"), ("startField", "time"), ("endField", ""), ("durationField", ""), ("fixedDuration", Number(minutes)), ("durationUnit", "min"),
            ("accumulate", "0"), ("startExpression", ""), ("endExpression", ""));
        xml.WriteStartElement("fixedRange");
        xml.WriteElementString("start", "");
        xml.WriteElementString("end", "");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Symbol(XmlWriter xml, string name, QgisShape shape, string colour, bool isDirected)
    {
        var rgba = $"{Convert.ToInt32(colour[1..3], 16)},{Convert.ToInt32(colour[3..5], 16)},{Convert.ToInt32(colour[5..7], 16)},255";
        Start(xml, "symbol", ("name", name), ("type", shape switch { QgisShape.Point => "marker", QgisShape.Line => "line", _ => "fill" }), ("alpha", "1"), ("clip_to_extent", "1"), ("force_rhr", "0"));
        Start(xml, "layer", ("class", shape switch { QgisShape.Point => "SimpleMarker", QgisShape.Line => "SimpleLine", _ => "SimpleFill" }), ("enabled", "1"), ("pass", "0"), ("locked", "0"));
        foreach (var (key, value) in shape switch
        {
            QgisShape.Point => (ReadOnlySpan<(string, string)>)[("name", "circle"), ("color", rgba), ("outline_color", "255,255,255,255"), ("outline_width", "0.2"), ("outline_width_unit", "MM"), ("size", "2.6"), ("size_unit", "MM")],
            QgisShape.Line => [("line_color", rgba), ("line_width", "0.6"), ("line_width_unit", "MM"), ("offset", isDirected ? "0.4" : "0"), ("offset_unit", "MM"), ("capstyle", "flat"), ("joinstyle", "round")],
            _ => [("color", rgba), ("style", "solid"), ("outline_color", "255,255,255,255"), ("outline_style", "solid"), ("outline_width", "0.1"), ("outline_width_unit", "MM")],
        })
        {
            Start(xml, "prop", ("k", key), ("v", value));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
