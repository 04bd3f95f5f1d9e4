using System.Text.Json;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>Writes the shells of one part as the geometry that they are: Solid, MultiSolid or MultiSurface, with a semantic surface for every kind of face.</summary>
internal static class GeometryWriter
{
    /// <summary>Writes the geometries of a part: one for its solids, one for its loose surfaces.</summary>
    public static void Write(Utf8JsonWriter json, BuildingShape shape, int part, VertexGrid grid)
    {
        var solids = new List<List<Shell>>();
        var loose = new List<Shell>();
        foreach (var shell in shape.Shells)
        {
            if (shell.Part != part) continue;
            if (!shell.IsSolid) loose.Add(shell);
            else if (solids.Count > 0 && solids[^1][0].Solid == shell.Solid) solids[^1].Add(shell);
            else solids.Add([shell]);
        }
        var lod = shape.Lod.Length > 0 ? shape.Lod : "2";
        if (solids.Count > 0) WriteSolids(json, shape, lod, solids, grid);
        if (loose.Count > 0) WriteSurfaces(json, shape, lod, loose, grid);
    }

    private static void WriteSolids(Utf8JsonWriter json, BuildingShape shape, string lod, List<List<Shell>> solids, VertexGrid grid)
    {
        var many = solids.Count > 1;
        json.WriteStartObject();
        json.WriteString("type", many ? "MultiSolid" : "Solid");
        json.WriteString("lod", lod);
        json.WriteStartArray("boundaries");
        foreach (var solid in solids)
        {
            if (many) json.WriteStartArray();
            foreach (var shell in solid)
            {
                json.WriteStartArray();
                WriteFaces(json, shape, shell, grid);
                json.WriteEndArray();
            }
            if (many) json.WriteEndArray();
        }
        json.WriteEndArray();
        var kinds = KindsOf(json, shape, [.. solids.SelectMany(s => s)]);
        json.WriteStartArray("values");
        foreach (var solid in solids)
        {
            if (many) json.WriteStartArray();
            foreach (var shell in solid)
            {
                json.WriteStartArray();
                WriteValues(json, shape, shell, kinds);
                json.WriteEndArray();
            }
            if (many) json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSurfaces(Utf8JsonWriter json, BuildingShape shape, string lod, List<Shell> shells, VertexGrid grid)
    {
        json.WriteStartObject();
        json.WriteString("type", "MultiSurface");
        json.WriteString("lod", lod);
        json.WriteStartArray("boundaries");
        foreach (var shell in shells) WriteFaces(json, shape, shell, grid);
        json.WriteEndArray();
        var kinds = KindsOf(json, shape, shells);
        json.WriteStartArray("values");
        foreach (var shell in shells) WriteValues(json, shape, shell, kinds);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFaces(Utf8JsonWriter json, BuildingShape shape, Shell shell, VertexGrid grid)
    {
        for (var face = shell.FirstFace; face < shell.FirstFace + shell.FaceCount; face++)
        {
            json.WriteStartArray();
            for (var ring = 0; ring < shape.RingCount(face); ring++)
            {
                json.WriteStartArray();
                foreach (var corner in shape.Ring(face, ring)) json.WriteNumberValue(grid.Number(shape.Origin + shape.Vertices[corner]));
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
    }

    /// <summary>Begins "semantics", writes one surface for every kind that occurs, and returns their numbers; the caller writes the values and ends the object.</summary>
    private static List<FaceKind> KindsOf(Utf8JsonWriter json, BuildingShape shape, List<Shell> shells)
    {
        var kinds = new List<FaceKind>();
        foreach (var shell in shells)
            for (var face = shell.FirstFace; face < shell.FirstFace + shell.FaceCount; face++)
                if (!kinds.Contains(shape.Kind(face))) kinds.Add(shape.Kind(face));
        json.WriteStartObject("semantics");
        json.WriteStartArray("surfaces");
        foreach (var kind in kinds)
        {
            json.WriteStartObject();
            json.WriteString("type", FaceClassification.Word(kind));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return kinds;
    }

    private static void WriteValues(Utf8JsonWriter json, BuildingShape shape, Shell shell, List<FaceKind> kinds)
    {
        for (var face = shell.FirstFace; face < shell.FirstFace + shell.FaceCount; face++) json.WriteNumberValue(kinds.IndexOf(shape.Kind(face)));
    }
}
