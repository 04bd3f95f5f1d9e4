using System.Xml;
using System.Xml.Linq;
using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.CityGml;

/// <summary>
/// Reads the buildings of CityGML 1.0, 2.0 and 3.0 as a stream, one building in memory at a time. What cannot be used is reported with its line and left out; the rest of the file is
/// still read. It never throws for what a file holds. Entities and document types are refused: a city model needs neither.
/// </summary>
public static class CityGmlReader
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true };

    /// <summary>Whether a file looks like CityGML: within its first 64 kB stands an element CityModel and its namespace.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool Recognises(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[65536];
        var text = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return text.IndexOf("CityModel"u8) >= 0 && text.IndexOf("opengis.net/citygml"u8) >= 0;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What to take; null for the standard.</param>
    /// <param name="problems">Where mistakes go, all of them.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CityModel Read(string path, CityModelOptions? options, ProblemList problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path, options, problems, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, 0, $"The file cannot be read: {error.Message}");
            return new CityModelBuilder(path, options ?? CityModelOptions.Standard, problems).Finish("CityGML", null, cancellation);
        }
    }

    /// <summary>Reads a stream; <paramref name="file"/> is how sentences and records name it.</summary>
    public static CityModel Read(Stream stream, string file, CityModelOptions? options, ProblemList problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(problems);
        var model = new CityModelBuilder(file, options ?? CityModelOptions.Standard, problems);
        var format = "CityGML";
        try
        {
            using var xml = XmlReader.Create(stream, Settings);
            xml.MoveToContent();
            if (xml.LocalName != "CityModel")
            {
                var (line, column) = Place(xml);
                problems.Error(file, line, column, $"The root is an element '{xml.LocalName}'; CityModel is expected.");
            }
            else
            {
                format = $"CityGML {Version(xml)}".TrimEnd();
                Members(xml, new(model, file, problems), model, cancellation);
            }
        }
        catch (XmlException error)
        {
            problems.Error(file, error.LineNumber, error.LinePosition, $"This is not XML: {error.Message}");
        }
        return model.Finish(format, null, cancellation);
    }

    private static void Members(XmlReader xml, BuildingReader buildings, CityModelBuilder model, CancellationToken cancellation)
    {
        var inMember = false;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }
            cancellation.ThrowIfCancellationRequested();
            if (xml.Depth == 1)
            {
                inMember = xml.LocalName is "cityObjectMember" or "featureMember" or "featureMembers";
                if (inMember || xml.LocalName == "boundedBy") xml.Read();
                else xml.Skip();
            }
            else if (!inMember)
            {
                var (line, column) = Place(xml);
                if (xml.LocalName == "Envelope" && xml.GetAttribute("srsName") is { } crs) model.NameCrs(crs, line, column);
                xml.Read();
            }
            else
            {
                model.CountObject();
                if (xml.LocalName == "Building")
                {
                    using (var inside = xml.ReadSubtree()) buildings.Read(XElement.Load(inside, LoadOptions.SetLineInfo), cancellation);
                    xml.Read();
                }
                else
                {
                    model.CountIgnored(xml.LocalName);
                    xml.Skip();
                }
            }
        }
    }

    /// <summary>The version in the namespaces: <c>http://www.opengis.net/citygml/2.0</c>.</summary>
    private static string Version(XmlReader xml)
    {
        var name = xml.NamespaceURI;
        return name.StartsWith("http://www.opengis.net/citygml/", StringComparison.Ordinal) && name.LastIndexOf('/') is var at ? name[(at + 1)..] : "";
    }

    private static (int Line, int Column) Place(XmlReader xml) => xml is IXmlLineInfo place ? (place.LineNumber, place.LinePosition) : (0, 0);
}
