using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>Reads the members of "CityObjects" in passing: types, relations, and where attributes and geometries stand. Nothing of a geometry is taken apart yet.</summary>
internal static class ObjectScan
{
    private static readonly string[] Types = ["MultiPoint", "MultiLineString", "MultiSurface", "CompositeSurface", "Solid", "MultiSolid", "CompositeSolid", "GeometryInstance"];

    public static List<CityObject> Read(JsonText text, int place, CancellationToken cancellation)
    {
        var objects = new List<CityObject>();
        var json = text.At(place);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            text.Error(place, "'CityObjects' is not an object; an object with the ids of the city objects as names is expected.");
            return objects;
        }
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if ((objects.Count & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            var at = place + (int)json.TokenStartIndex;
            var id = json.GetString()!;
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                text.Error(at, $"CityObjects['{id}'] is not an object.");
                json.Skip();
                continue;
            }
            var found = Object(ref json, text, place, id, at);
            if (!ids.Add(id)) text.Error(at, $"The id '{id}' occurs twice in CityObjects; the first is kept.");
            else if (found.Type.Length == 0) text.Error(at, $"CityObjects['{id}'] has no text 'type'.");
            else objects.Add(found);
        }
        return objects;
    }

    private static CityObject Object(ref Utf8JsonReader json, JsonText text, int place, string id, int at)
    {
        var found = new CityObject { Id = id, Place = at };
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = json.GetString();
            json.Read();
            var value = place + (int)json.TokenStartIndex;
            switch (member)
            {
                case "type" when json.TokenType == JsonTokenType.String: found.Type = json.GetString()!; break;
                case "attributes" when json.TokenType == JsonTokenType.StartObject: found.Attributes = value; json.Skip(); break;
                case "address" when json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject: found.Address = value; json.Skip(); break;
                case "parents": Ids(ref json, text, place, found, "parents", found.Parents); break;
                case "children": Ids(ref json, text, place, found, "children", found.Children); break;
                case "geometry": Geometries(ref json, text, place, found); break;
                case "type" or "attributes" or "address" when json.TokenType != JsonTokenType.Null:
                    text.Error(value, $"CityObjects['{id}'].{member} is of the wrong type; {(member == "type" ? "a text" : member == "attributes" ? "an object" : "an array of objects")} is expected.");
                    json.Skip();
                    break;
                default: json.Skip(); break;
            }
        }
        return found;
    }

    private static void Ids(ref Utf8JsonReader json, JsonText text, int place, CityObject found, string member, List<string> ids)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            if (json.TokenType != JsonTokenType.Null) text.Error(place + json.TokenStartIndex, $"CityObjects['{found.Id}'].{member} is not an array; an array of ids is expected.");
            json.Skip();
            return;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.String) ids.Add(json.GetString()!);
            else
            {
                text.Error(place + json.TokenStartIndex, $"CityObjects['{found.Id}'].{member} holds something that is not a text; ids are expected.");
                json.Skip();
            }
        }
    }

    private static void Geometries(ref Utf8JsonReader json, JsonText text, int place, CityObject found)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            if (json.TokenType != JsonTokenType.Null) text.Error(place + json.TokenStartIndex, $"CityObjects['{found.Id}'].geometry is not an array; an array of geometries is expected.");
            json.Skip();
            return;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var at = place + (int)json.TokenStartIndex;
            if (json.TokenType != JsonTokenType.StartObject)
            {
                text.Error(at, $"CityObjects['{found.Id}'].geometry holds something that is not an object.");
                json.Skip();
            }
            else if (Geometry(ref json, text, place, at, $"CityObjects['{found.Id}'].geometry[{found.Geometries.Count}]") is { } entry) found.Geometries.Add(entry);
        }
    }

    /// <summary>A geometry object, of a city object or a template; null with a sentence where its type is none.</summary>
    public static GeometryEntry? Geometry(ref Utf8JsonReader json, JsonText text, int place, int at, string path)
    {
        string type = "", lod = "";
        int boundaries = -1, semantics = -1, template = -1, matrix = -1;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = json.GetString();
            json.Read();
            var value = place + (int)json.TokenStartIndex;
            switch (member)
            {
                case "type" when json.TokenType == JsonTokenType.String: type = json.GetString()!; break;
                case "lod" when json.TokenType == JsonTokenType.String: lod = json.GetString()!; break;
                case "lod" when json.TokenType == JsonTokenType.Number: lod = Encoding.UTF8.GetString(json.ValueSpan); break;
                case "boundaries": boundaries = value; json.Skip(); break;
                case "semantics" when json.TokenType == JsonTokenType.StartObject: semantics = value; json.Skip(); break;
                case "template" when json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var number): template = number; break;
                case "transformationMatrix": matrix = value; json.Skip(); break;
                default: json.Skip(); break;
            }
        }
        if (Array.IndexOf(Types, type) < 0)
        {
            text.Error(at, $"{path} has {(type.Length == 0 ? "no text 'type'" : $"the type '{type}'")}; accepted are {string.Join(", ", Types)}.{Numerics.Diagnostics.NearestName.Hint(type, Types)}");
            return null;
        }
        if (lod.Length > 0 && !double.TryParse(lod, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            text.Warning(at, $"{path} has the level of detail '{lod}'; a number such as 2 or 2.2 is expected. It is read as one that is not stated.");
            lod = "";
        }
        return new(type, lod, at, boundaries, semantics, template, matrix);
    }
}
