using System.Text.Encodings.Web;
using System.Text.Json;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>
/// Writes CityJSON 2.0, one building a line: solids and surfaces with their semantics, attributes, coordinate system, and vertices on a grid of a millimetre.
/// The same buildings give the same bytes; what <see cref="CityJsonReader"/> reads of them and is written again gives them once more.
/// </summary>
public static class CityJsonWriter
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a file; an existing one is replaced once the new one is complete.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<ShapedBuilding> buildings, string? crs, CityJsonWriteOptions? options = null, CancellationToken cancellation = default)
    {
        var beside = path + ".part";
        try
        {
            using (var stream = File.Create(beside)) Write(stream, buildings, crs, options, cancellation);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="buildings">The buildings, with ids that differ.</param>
    /// <param name="crs">Coordinate system of the shapes, <c>EPSG:4547</c>; null for none.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentException">Two buildings have one id.</exception>
    public static void Write(Stream stream, IReadOnlyList<ShapedBuilding> buildings, string? crs, CityJsonWriteOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(buildings);
        options ??= CityJsonWriteOptions.Standard;
        if (buildings.CountBy(b => b.Record.Id, StringComparer.Ordinal).FirstOrDefault(c => c.Value > 1) is { Key: { } twice })
            throw new ArgumentException($"Two buildings have the id '{twice}'.", nameof(buildings));
        var grid = VertexGrid.Around(buildings, options.Grid);
        using var json = new Utf8JsonWriter(stream, Relaxed);
        json.WriteStartObject();
        json.WriteString("type", "CityJSON");
        json.WriteString("version", "2.0");
        grid.WriteTransform(json);
        WriteMetadata(json, crs, options);
        json.WriteStartObject("CityObjects");
        foreach (var building in buildings)
        {
            cancellation.ThrowIfCancellationRequested();
            Write(json, stream, building, grid);
        }
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
        grid.WriteVertices(json);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteMetadata(Utf8JsonWriter json, string? crs, CityJsonWriteOptions options)
    {
        if (crs is null && options.Title is null && options.ReferenceDate is null) return;
        json.WriteStartObject("metadata");
        if (options.Title is not null) json.WriteString("title", options.Title);
        if (options.ReferenceDate is not null) json.WriteString("referenceDate", options.ReferenceDate);
        if (crs is not null)
            json.WriteString("referenceSystem", crs.StartsWith("EPSG:", StringComparison.Ordinal) ? $"https://www.opengis.net/def/crs/EPSG/0/{crs[5..]}" : crs);
        json.WriteEndObject();
    }

    /// <summary>A building; its parts, where it has others than itself, are objects of their own.</summary>
    private static void Write(Utf8JsonWriter json, Stream stream, ShapedBuilding building, VertexGrid grid)
    {
        var (record, shape) = building;
        var own = shape is null ? -1 : Array.IndexOf([.. shape.Parts], record.Id);
        BeginObject(json, stream, record.Id, "Building");
        AttributeWriter.Write(json, record);
        var parts = shape is null ? [] : Enumerable.Range(0, shape.Parts.Count).Where(p => p != own).ToArray();
        if (parts.Length > 0)
        {
            json.WriteStartArray("children");
            foreach (var part in parts) json.WriteStringValue(shape!.Parts[part]);
            json.WriteEndArray();
        }
        WriteGeometry(json, shape, own, grid);
        json.WriteEndObject();
        foreach (var part in parts)
        {
            BeginObject(json, stream, shape!.Parts[part], "BuildingPart");
            json.WriteStartArray("parents");
            json.WriteStringValue(record.Id);
            json.WriteEndArray();
            WriteGeometry(json, shape, part, grid);
            json.WriteEndObject();
        }
    }

    private static void WriteGeometry(Utf8JsonWriter json, BuildingShape? shape, int part, VertexGrid grid)
    {
        if (shape is null || part < 0) return;
        json.WriteStartArray("geometry");
        GeometryWriter.Write(json, shape, part, grid);
        json.WriteEndArray();
    }

    /// <summary>A line for every object: white space between tokens costs a byte and lets a diff show one building.</summary>
    private static void BeginObject(Utf8JsonWriter json, Stream stream, string id, string type)
    {
        json.Flush();
        stream.WriteByte((byte)'\n');
        json.WriteStartObject(id);
        json.WriteString("type", type);
    }
}
