using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.GeoJson;

/// <summary>
/// Writes a FeatureCollection (RFC 7946) as a stream, one feature a line, so that a file of any size needs the memory of one feature and
/// reads well in a diff. Coordinates are rounded to a ten-millionth of a degree (1 cm) unless they are to be exact. The same features give the same bytes.
/// </summary>
public sealed class GeoJsonWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Stream stream;
    private readonly Utf8JsonWriter json;
    private bool first = true;

    /// <summary>Begins a collection on a stream, which stays open afterwards; other members go before the features, as JSON.</summary>
    public GeoJsonWriter(Stream stream, params ReadOnlySpan<(string Name, string Text)> members)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream = stream;
        json = new(stream, Options);
        stream.Write("{\"type\":\"FeatureCollection\""u8);
        foreach (var (name, text) in members)
        {
            stream.Write(",\n"u8);
            Fragment(() => json.WriteStringValue(name));
            stream.Write(":"u8);
            Fragment(() => json.WriteStringValue(text));
        }
        stream.Write(",\n\"features\":[\n"u8);
    }

    /// <summary>Whether coordinates keep every digit, so that what is read is what was written to the last bit.</summary>
    public bool Exact { get; init; }

    /// <summary>Writes a feature.</summary>
    public void Write(GeoFeature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        if (!first) stream.Write(",\n"u8);
        first = false;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        if (feature.Id is not null) json.WriteString("id", feature.Id);
        json.WritePropertyName("properties");
        json.WriteStartObject();
        foreach (var (name, value) in feature.Properties) Write(name, value);
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        Write(feature.Geometry);
        json.WriteEndObject();
        json.Flush();
        json.Reset();
    }

    /// <summary>Ends the collection.</summary>
    public void Dispose()
    {
        stream.Write(first ? "]}\n"u8 : "\n]}\n"u8);
        stream.Flush();
        json.Dispose();
    }

    private void Fragment(Action write)
    {
        write();
        json.Flush();
        json.Reset();
    }

    private void Write(string name, GeoValue value)
    {
        json.WritePropertyName(name);
        switch (value.Kind)
        {
            case GeoValueKind.Number: json.WriteNumberValue(value.Number); break;
            case GeoValueKind.Text: json.WriteStringValue(value.Text); break;
            case GeoValueKind.Json: json.WriteRawValue(value.Text!); break;
            case GeoValueKind.Truth: json.WriteBooleanValue(value.Number != 0); break;
            default: json.WriteNullValue(); break;
        }
    }

    private void Write(Geometry? geometry)
    {
        if (geometry is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType == "LinearRing" ? "LineString" : geometry.GeometryType);
        json.WritePropertyName(geometry.OgcGeometryType == OgcGeometryType.GeometryCollection ? "geometries" : "coordinates");
        if (geometry.OgcGeometryType == OgcGeometryType.GeometryCollection) Array(geometry, Write);
        else Coordinates(geometry);
        json.WriteEndObject();
    }

    private void Coordinates(Geometry geometry)
    {
        switch (geometry)
        {
            case Point point: Position(point.Coordinate); break;
            case LineString line: Line(line); break;
            case Polygon area: Rings(area); break;
            default: Array(geometry, Coordinates); break;
        }
    }

    private void Rings(Polygon area)
    {
        json.WriteStartArray();
        Line(area.ExteriorRing);
        foreach (var hole in area.InteriorRings) Line(hole);
        json.WriteEndArray();
    }

    private void Line(LineString line)
    {
        json.WriteStartArray();
        for (var i = 0; i < line.NumPoints; i++) Position(line.GetCoordinateN(i));
        json.WriteEndArray();
    }

    private void Array(Geometry parts, Action<Geometry> write)
    {
        json.WriteStartArray();
        for (var i = 0; i < parts.NumGeometries; i++) write(parts.GetGeometryN(i));
        json.WriteEndArray();
    }

    private void Position(Coordinate at)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Exact ? at.X : Math.Round(at.X, 7));
        json.WriteNumberValue(Exact ? at.Y : Math.Round(at.Y, 7));
        json.WriteEndArray();
    }
}
