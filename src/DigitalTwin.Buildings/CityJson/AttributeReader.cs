using System.Text;
using System.Text.Json;
using DigitalTwin.Buildings.CityModels;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>Hands the attributes of a city object to a sheet.</summary>
internal static class AttributeReader
{
    public static void Read(JsonText text, CityObject found, AttributeSheet sheet, string? part = null)
    {
        if (found.Attributes >= 0)
        {
            var json = text.At(found.Attributes);
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString()!;
                json.Read();
                if (name == "codes" && part is null && json.TokenType == JsonTokenType.StartObject) Codes(ref json, sheet);
                else if (Value(ref json, text, found.Attributes) is { } value) sheet.Take(name, value, part);
            }
        }
        if (found.Address >= 0) sheet.Address(Address(text, found.Address));
    }

    /// <summary>A text, a number or a truth as a value; an array or an object as its JSON; null for nothing.</summary>
    private static AttributeValue? Value(ref Utf8JsonReader json, JsonText text, int place)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return AttributeValue.Of(json.GetString()!);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return AttributeValue.Of(Encoding.UTF8.GetString(json.ValueSpan));
            default:
                var start = place + (int)json.TokenStartIndex;
                json.Skip();
                return new(Encoding.UTF8.GetString(text.Bytes[start..(place + (int)json.BytesConsumed)]), double.NaN);
        }
    }

    private static void Codes(ref Utf8JsonReader json, AttributeSheet sheet)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var system = json.GetString()!;
            json.Read();
            if (json.TokenType == JsonTokenType.String) sheet.Code(system, json.GetString()!);
            else json.Skip();
        }
    }

    /// <summary>The texts of the first address, free text alone where there is one, without its location.</summary>
    private static string Address(JsonText text, int place)
    {
        var json = text.At(place);
        var parts = new List<string>();
        json.Read();
        if (json.TokenType == JsonTokenType.StartArray) json.Read();
        if (json.TokenType != JsonTokenType.StartObject) return "";
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            if (json.TokenType is JsonTokenType.String)
            {
                if (name.Equals("freeText", StringComparison.OrdinalIgnoreCase)) return json.GetString()!;
                parts.Add(json.GetString()!);
            }
            else if (json.TokenType == JsonTokenType.Number) parts.Add(Encoding.UTF8.GetString(json.ValueSpan));
            else json.Skip();
        }
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }
}
