using System.Text.Json;
using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>The geometry templates of a document, and geometries read through them: an instance is its template turned by a matrix and put at a vertex.</summary>
internal sealed class TemplateTable
{
    private readonly List<GeometryEntry?> templates = [];
    private readonly VertexTable vertices;
    private GeometryReader? reader;
    private ShapeBuilder? readerOf;

    public TemplateTable(JsonText text, CityJsonRoot root, CancellationToken cancellation)
    {
        vertices = VertexTable.Read(text, root.TemplateVertices, "geometry-templates.vertices-templates", VertexTransform.None, cancellation);
        if (root.Templates < 0) return;
        var json = text.At(root.Templates);
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            text.Error(root.Templates, "'geometry-templates.templates' is not an array; an array of geometries is expected.");
            return;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var at = root.Templates + (int)json.TokenStartIndex;
            if (json.TokenType == JsonTokenType.StartObject) templates.Add(ObjectScan.Geometry(ref json, text, root.Templates, at, $"geometry-templates.templates[{templates.Count}]"));
            else
            {
                text.Error(at, $"geometry-templates.templates[{templates.Count}] is not an object.");
                templates.Add(null);
                json.Skip();
            }
        }
    }

    /// <summary>Level of detail of a geometry: an instance has its template's.</summary>
    public string LodOf(GeometryEntry entry) => Template(entry) is { } template ? template.Lod : entry.Lod;

    /// <summary>Whether a geometry is a solid.</summary>
    public bool IsSolid(GeometryEntry entry) => Template(entry) is { } template ? template.IsSolid : entry.IsSolid;

    /// <summary>Adds the faces of a geometry, an instance or not, to a shape.</summary>
    public void Read(JsonText text, GeometryEntry entry, ShapeBuilder builder, CityModelBuilder model, string building, string path, VertexTable own)
    {
        if (reader is null || readerOf != builder) (reader, readerOf) = (new(builder, model.Findings), builder);
        Point3 Metres(Point3 place) => model.Plane is { } plane && place.IsFinite ? plane.ToMetres(place) : place;
        if (entry.Type != "GeometryInstance")
        {
            if (entry.Nesting > 0) reader.Read(text, entry, building, path, own.Count, v => Metres(own[v]));
            return;
        }
        if (Template(entry) is not { Nesting: > 0 } template)
        {
            text.Error(entry.Place, $"{path} is an instance of template {entry.Template}; there are {templates.Count}, and only those with surfaces can be used.");
            return;
        }
        if (Anchor(text, entry, path, own) is not { } anchor || Matrix(text, entry, path) is not { } m) return;
        var at = Metres(anchor);
        reader.Read(text, template, building, path, vertices.Count, v =>
        {
            var p = vertices[v];
            return at + new Point3(m[0] * p.X + m[1] * p.Y + m[2] * p.Z + m[3], m[4] * p.X + m[5] * p.Y + m[6] * p.Z + m[7], m[8] * p.X + m[9] * p.Y + m[10] * p.Z + m[11]);
        });
    }

    private GeometryEntry? Template(GeometryEntry entry) => (uint)entry.Template < (uint)templates.Count ? templates[entry.Template] : null;

    private static Point3? Anchor(JsonText text, GeometryEntry entry, string path, VertexTable own)
    {
        if (entry.Boundaries >= 0)
        {
            var json = text.At(entry.Boundaries);
            json.Read();
            if (json.TokenType == JsonTokenType.StartArray && json.Read() && json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var vertex) && (uint)vertex < (uint)own.Count && own[vertex].IsFinite)
                return own[vertex];
        }
        text.Error(entry.Place, $"{path}.boundaries of an instance is the number of the vertex at which it stands; none of the {own.Count} vertices is named.");
        return null;
    }

    private static double[]? Matrix(JsonText text, GeometryEntry entry, string path)
    {
        var numbers = new List<double>();
        if (entry.Matrix >= 0)
        {
            var json = text.At(entry.Matrix);
            json.Read();
            if (json.TokenType == JsonTokenType.StartArray)
                while (json.Read() && json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var number) && double.IsFinite(number)) numbers.Add(number);
            if (json.TokenType == JsonTokenType.EndArray && numbers.Count == 16) return [.. numbers];
        }
        text.Error(entry.Place, $"{path}.transformationMatrix is not an array of 16 finite numbers, row by row.");
        return null;
    }
}
