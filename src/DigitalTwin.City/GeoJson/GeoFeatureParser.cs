using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.GeoJson;

/// <summary>Reads one feature object. The reader stands on its first token and leaves on its last, whatever is found.</summary>
internal static class GeoFeatureParser
{
    public static GeoFeature? Feature(ref Utf8JsonReader json, GeoJsonSource source)
    {
        var at = json.TokenStartIndex;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            source.Error(at, "A feature is an object; something else stands here.");
            json.Skip();
            return null;
        }
        var (line, column) = source.PlaceOf(at);
        string? id = null, type = null;
        Geometry? geometry = null;
        var good = true;
        IReadOnlyList<KeyValuePair<string, GeoValue>> properties = [];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case "type" when json.TokenType == JsonTokenType.String:
                    type = json.GetString();
                    break;
                case "id" when json.TokenType == JsonTokenType.String:
                    id = json.GetString();
                    break;
                case "id" when json.TokenType == JsonTokenType.Number:
                    id = Encoding.UTF8.GetString(json.ValueSpan);
                    break;
                case "geometry" when json.TokenType == JsonTokenType.Null:
                    break;
                case "geometry":
                    good &= GeometryParser.Geometry(ref json, source, out geometry);
                    break;
                case "properties" when json.TokenType == JsonTokenType.StartObject:
                    properties = Properties(ref json, source);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
        if (type == "Feature") return good ? new(id, geometry, properties, line, column) : null;
        source.Error(at, type is null ? "A feature has no text 'type'; 'Feature' is expected." : $"A feature has the type '{type}'; 'Feature' is expected.");
        return null;
    }

    private static List<KeyValuePair<string, GeoValue>> Properties(ref Utf8JsonReader json, GeoJsonSource source)
    {
        var properties = new List<KeyValuePair<string, GeoValue>>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (name, at) = (json.GetString()!, json.TokenStartIndex);
            json.Read();
            if (Has(properties, name)) source.Warning(at, $"The property '{name}' stands here a second time; the first counts.");
            properties.Add(new(name, Value(ref json, source)));
        }
        return properties;
    }

    /// <summary>Whether a feature has a property; among very many it is not looked for.</summary>
    private static bool Has(List<KeyValuePair<string, GeoValue>> properties, string name)
    {
        for (var i = 0; i < properties.Count && i < 100; i++)
            if (properties[i].Key == name) return true;
        return false;
    }

    private static GeoValue Value(ref Utf8JsonReader json, GeoJsonSource source)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return GeoValue.Of(json.GetString()!);
            case JsonTokenType.True:
                return new(GeoValueKind.Truth, 1, null);
            case JsonTokenType.False:
                return new(GeoValueKind.Truth, 0, null);
            case JsonTokenType.Number when json.TryGetDouble(out var number) && double.IsFinite(number):
                return GeoValue.Of(number);
            case JsonTokenType.Number:
                source.Error(json.TokenStartIndex, $"The number {GeometryParser.Shown(json.ValueSpan)} is beyond what a double can hold.");
                return default;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                var start = (int)json.TokenStartIndex;
                json.Skip();
                return GeoValue.Json(Encoding.UTF8.GetString(source.Bytes[start..(int)json.BytesConsumed]));
            default:
                return default;
        }
    }
}
