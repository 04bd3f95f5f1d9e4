using System.Xml.Linq;
using DigitalTwin.Buildings.CityModels;

namespace DigitalTwin.Buildings.CityGml;

/// <summary>Hands the attributes of a building to a sheet: plain elements, generic attributes of CityGML 2 and 3, heights of CityGML 3, addresses.</summary>
internal static class GmlAttributes
{
    public static void Read(XElement building, AttributeSheet sheet, string? part = null)
    {
        foreach (var property in building.Elements())
        {
            var name = property.Name.LocalName;
            if (!property.HasElements)
            {
                if (name is not ("description" or "creationDate" or "terminationDate" or "relativeToTerrain") && GmlIndex.Link(property) is null) sheet.Take(name, AttributeValue.Of(property.Value.Trim()), part);
            }
            else if (name is "stringAttribute" or "intAttribute" or "doubleAttribute" or "dateAttribute" or "uriAttribute" or "measureAttribute") Generic(property.Attribute("name")?.Value, property, sheet, part);
            else if (name == "genericAttribute")
                foreach (var attribute in property.Elements()) Generic(Text(attribute, "name"), attribute, sheet, part);
            else if (name == "height" && Text(property, "value") is { } height) sheet.Take("measuredHeight", AttributeValue.Of(height), part);
            else if (name == "address" && part is null) sheet.Address(Address(property));
            else if (name.EndsWith("DetailAttribute", StringComparison.Ordinal) || name.EndsWith("IDAttribute", StringComparison.OrdinalIgnoreCase))
                // PLATEAU's extension: a list of named values below.
                foreach (var value in property.Descendants().Where(e => !e.HasElements)) sheet.Take(value.Name.LocalName, AttributeValue.Of(value.Value.Trim()), part);
        }
    }

    private static void Generic(string? name, XElement attribute, AttributeSheet sheet, string? part)
    {
        if (name is not null && Text(attribute, "value") is { } value) sheet.Take(name, AttributeValue.Of(value), part);
    }

    private static string? Text(XElement around, string name) => around.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();

    /// <summary>The names and numbers of an xAL address, from the small to the large as they stand.</summary>
    private static string Address(XElement property) =>
        string.Join(", ", property.Descendants().Where(e => !e.HasElements && e.Value.Trim().Length > 0 && e.Name.NamespaceName.Contains("xal", StringComparison.OrdinalIgnoreCase)).Select(e => e.Value.Trim()));
}
