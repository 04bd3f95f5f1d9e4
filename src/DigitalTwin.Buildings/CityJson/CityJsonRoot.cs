using System.Text.Json;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>The members of a CityJSON object or of one feature of a CityJSONSeq, and where in the document the large ones stand (-1 where they are missing).</summary>
internal sealed class CityJsonRoot
{
    public string? Type { get; private set; }

    public string? Version { get; private set; }

    public string? ReferenceSystem { get; private set; }

    public int ReferenceSystemPlace { get; private set; }

    public string? ReferenceDate { get; private set; }

    public int Objects { get; private set; } = -1;

    public int Vertices { get; private set; } = -1;

    public int Templates { get; private set; } = -1;

    public int TemplateVertices { get; private set; } = -1;

    public int Transform { get; private set; } = -1;

    /// <summary>Where the document ends.</summary>
    public int End { get; private set; }

    /// <summary>Reads the root of a document; every value of it is passed over once, so that what is not JSON is known before anything is used.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static CityJsonRoot? Read(JsonText text)
    {
        var json = text.At(0);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            text.Error(json.TokenStartIndex, "The file does not begin with a JSON object; a CityJSON object is expected.");
            return null;
        }
        var root = new CityJsonRoot();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = json.GetString();
            var at = json.TokenStartIndex;
            json.Read();
            var value = (int)json.TokenStartIndex;
            switch (member)
            {
                case "type" when json.TokenType == JsonTokenType.String: root.Type = json.GetString(); break;
                case "version" when json.TokenType == JsonTokenType.String: root.Version = json.GetString(); break;
                case "CityObjects": root.Objects = Once(text, at, member, root.Objects, value); break;
                case "vertices": root.Vertices = Once(text, at, member, root.Vertices, value); break;
                case "transform": root.Transform = Once(text, at, member, root.Transform, value); break;
                case "metadata" when json.TokenType == JsonTokenType.StartObject: root.Metadata(ref json); break;
                case "geometry-templates" when json.TokenType == JsonTokenType.StartObject: root.TemplatesOf(ref json); break;
            }
            json.Skip();
        }
        root.End = (int)json.BytesConsumed;
        return root;
    }

    private static int Once(JsonText text, long at, string member, int before, int value)
    {
        if (before < 0) return value;
        text.Error(at, $"The member '{member}' occurs twice; the first is kept.");
        return before;
    }

    private void Metadata(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = json.GetString();
            json.Read();
            if (member == "referenceSystem" && json.TokenType == JsonTokenType.String) (ReferenceSystem, ReferenceSystemPlace) = (json.GetString(), (int)json.TokenStartIndex);
            else if (member == "referenceDate" && json.TokenType == JsonTokenType.String) ReferenceDate = json.GetString();
            else json.Skip();
        }
    }

    private void TemplatesOf(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = json.GetString();
            json.Read();
            if (member == "templates") Templates = (int)json.TokenStartIndex;
            else if (member == "vertices-templates") TemplateVertices = (int)json.TokenStartIndex;
            json.Skip();
        }
    }
}
