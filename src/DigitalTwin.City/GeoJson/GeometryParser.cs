using System.Text;
using System.Text.Json;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.GeoJson;

/// <summary>Reads one geometry object (RFC 7946 §3.1). The reader stands on its first token and leaves on its last, whatever is found.</summary>
internal static class GeometryParser
{
    public static readonly string[] Types =
        ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

    public static bool IsType(string? type) => type is not null && Array.IndexOf(Types, type) >= 0;

    public static bool Geometry(ref Utf8JsonReader json, GeoJsonSource source, out Geometry? geometry)
    {
        geometry = null;
        var at = json.TokenStartIndex;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            source.Error(at, "A geometry is an object or null; something else stands here.");
            json.Skip();
            return false;
        }
        string? type = null;
        Utf8JsonReader coordinates = default, members = default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            if (name == "type" && json.TokenType == JsonTokenType.String) type = json.GetString();
            else if (name == "coordinates") coordinates = json;
            else if (name == "geometries") members = json;
            json.Skip();
        }
        if (!IsType(type))
        {
            source.Error(at, type is null
                ? $"A geometry has no text 'type'; accepted are {string.Join(", ", Types)}."
                : $"'{type}' is no geometry type; accepted are {string.Join(", ", Types)}.{NearestName.Hint(type, Types)}");
            return false;
        }
        if (type == "GeometryCollection") return Collection(ref members, source, at, out geometry);
        if (coordinates.TokenType != JsonTokenType.StartArray)
        {
            source.Error(at, $"The {type} has no array 'coordinates'.");
            return false;
        }
        geometry = type switch
        {
            "Point" => Position(ref coordinates, source) is { } p ? new Point(p) : null,
            "MultiPoint" => Positions(ref coordinates, source, 0) is { } p ? new MultiPoint([.. p.Select(c => new Point(c))]) : null,
            "LineString" => Positions(ref coordinates, source, 2) is { } p ? new LineString(p) : null,
            "MultiLineString" => List(ref coordinates, source, Line) is { } l ? new MultiLineString(l) : null,
            "Polygon" => Area(ref coordinates, source),
            _ => List(ref coordinates, source, Area) is { } l ? new MultiPolygon(l) : null,
        };
        return geometry is not null;
    }

    public static string Shown(ReadOnlySpan<byte> token) => Encoding.UTF8.GetString(token.Length <= 40 ? token : token[..40]) + (token.Length <= 40 ? "" : "…");

    private delegate T? Reading<T>(ref Utf8JsonReader json, GeoJsonSource source);

    private static bool Collection(ref Utf8JsonReader json, GeoJsonSource source, long at, out Geometry? geometry)
    {
        geometry = null;
        if (json.TokenType != JsonTokenType.StartArray)
        {
            source.Error(at, "The GeometryCollection has no array 'geometries'.");
            return false;
        }
        var parts = new List<Geometry>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (!Geometry(ref json, source, out var part)) return false;
            parts.Add(part!);
        }
        geometry = new GeometryCollection([.. parts]);
        return true;
    }

    private static LineString? Line(ref Utf8JsonReader json, GeoJsonSource source) =>
        Positions(ref json, source, 2) is { } positions ? new LineString(positions) : null;

    private static Polygon? Area(ref Utf8JsonReader json, GeoJsonSource source)
    {
        var at = json.TokenStartIndex;
        if (List(ref json, source, Ring) is not { } rings) return null;
        if (rings.Length > 0) return new Polygon(rings[0], rings[1..]);
        source.Error(at, "The polygon has no ring.");
        return null;
    }

    private static LinearRing? Ring(ref Utf8JsonReader json, GeoJsonSource source)
    {
        var at = json.TokenStartIndex;
        if (Positions(ref json, source, 0) is not { } positions) return null;
        if (positions.Length < 4) source.Error(at, $"A ring has {positions.Length} positions; at least 4 are needed, the last equal to the first.");
        else if (!positions[0].Equals2D(positions[^1])) source.Error(at, "A ring is not closed: its last position differs from its first.");
        else return new LinearRing(positions);
        return null;
    }

    private static T[]? List<T>(ref Utf8JsonReader json, GeoJsonSource source, Reading<T> read)
        where T : class
    {
        if (!IsArray(ref json, source)) return null;
        var items = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (read(ref json, source) is not { } item) return null;
            items.Add(item);
        }
        return [.. items];
    }

    private static Coordinate[]? Positions(ref Utf8JsonReader json, GeoJsonSource source, int atLeast)
    {
        var at = json.TokenStartIndex;
        if (!IsArray(ref json, source)) return null;
        var positions = new List<Coordinate>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (Position(ref json, source) is not { } position) return null;
            positions.Add(position);
        }
        if (positions.Count >= atLeast) return [.. positions];
        source.Error(at, $"A line has {positions.Count} position{(positions.Count == 1 ? "" : "s")}; at least {atLeast} are needed.");
        return null;
    }

    private static Coordinate? Position(ref Utf8JsonReader json, GeoJsonSource source)
    {
        var at = json.TokenStartIndex;
        if (!IsArray(ref json, source)) return null;
        double x = 0, y = 0;
        var n = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.Number || !json.TryGetDouble(out var value) || !double.IsFinite(value))
            {
                source.Error(json.TokenStartIndex, json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject
                    ? "The coordinates are nested more deeply than the geometry's type allows."
                    : $"A coordinate is a finite number; found {Shown(json.ValueSpan)}.");
                return null;
            }
            if (n == 0) x = value;
            if (n == 1) y = value;
            n++;
        }
        if (n < 2) source.Error(at, $"A position has {n} number{(n == 1 ? "" : "s")}; longitude and latitude are needed.");
        else if (Math.Abs(x) <= 180 && Math.Abs(y) <= 90) return new Coordinate(x, y);
        else if (Math.Abs(y) <= 180 && Math.Abs(x) <= 90) source.Error(at, $"The position ({x}, {y}) is not longitude, latitude in degrees; its numbers look swapped.");
        else source.Error(at, $"The position ({x}, {y}) is not longitude, latitude in degrees (RFC 7946 §4); it looks like metres of a projection.");
        return null;
    }

    private static bool IsArray(ref Utf8JsonReader json, GeoJsonSource source)
    {
        if (json.TokenType == JsonTokenType.StartArray) return true;
        source.Error(json.TokenStartIndex, "The coordinates are nested less deeply than the geometry's type needs: an array is expected here.");
        return false;
    }
}
