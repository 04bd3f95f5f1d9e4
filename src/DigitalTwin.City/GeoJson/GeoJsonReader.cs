using System.Text;
using System.Text.Json;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.GeoJson;

/// <summary>
/// Reads GeoJSON (RFC 7946) in one pass, one feature in memory at a time: a FeatureCollection, a single Feature, or a bare geometry.
/// A feature with a mistake is reported and left out; the rest of the file is still read. It never throws for what a file holds.
/// </summary>
public static class GeoJsonReader
{
    /// <summary>Reads a file; what cannot be read is reported.</summary>
    public static List<GeoFeature> Read(string path, ProblemList problems)
    {
        var features = new List<GeoFeature>();
        Read(path, problems, features.Add);
        return features;
    }

    /// <summary>Reads a file and hands over each feature as it is read.</summary>
    /// <returns>Whether something of the file could not be handed over (reported).</returns>
    public static bool Read(string path, ProblemList problems, Action<GeoFeature> visit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, 0, $"The file cannot be read: {error.Message}");
            return true;
        }
        var (before, visiting) = (problems.ErrorCount, 0);
        Read(bytes, path, problems, feature =>
        {
            var told = problems.ErrorCount;
            visit(feature);
            visiting += problems.ErrorCount - told;
        }, cancellation);
        return problems.ErrorCount > before + visiting;
    }

    /// <summary>Reads bytes and hands over each feature as it is read; <paramref name="file"/> is how sentences name them.</summary>
    public static void Read(
        ReadOnlyMemory<byte> utf8, string file, ProblemList problems, Action<GeoFeature> visit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(visit);
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        if (utf8.Length >= 2 && utf8.Span[..2] is [0xFF, 0xFE] or [0xFE, 0xFF])
        {
            problems.Error(file, 1, 1, "The file is UTF-16; GeoJSON is UTF-8 (RFC 7946 §11.1).");
            return;
        }
        var source = new GeoJsonSource(utf8, file, problems);
        if (utf8.Span.Trim(" \t\r\n"u8).Length == 0)
        {
            source.Error(0, "The file is empty; a GeoJSON FeatureCollection is expected.");
            return;
        }
        var json = new Utf8JsonReader(utf8.Span);
        try
        {
            json.Read();
            ReadRoot(ref json, source, visit, cancellation);
            json.Read();
        }
        catch (JsonException error)
        {
            source.Error(json.BytesConsumed, JsonMistake(error, json.BytesConsumed, utf8.Span));
        }
        catch (InvalidOperationException)
        {
            source.Error(json.TokenStartIndex, "The text here is not valid UTF-8 or holds half a surrogate pair; GeoJSON is UTF-8 (RFC 7946 §11.1).");
        }
    }

    private static string JsonMistake(JsonException error, long at, ReadOnlySpan<byte> bytes)
    {
        if (bytes[(int)Math.Min(at, bytes.Length)..].Trim(" \t\r\n"u8).Length == 0)
            return "The file ends in the middle of a value; it looks cut off.";
        var reason = error.Message;
        var tail = reason.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return $"This is not JSON: {(tail > 0 ? reason[..tail] : reason)}";
    }

    private static void ReadRoot(ref Utf8JsonReader json, GeoJsonSource source, Action<GeoFeature> visit, CancellationToken cancellation)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            source.Error(json.TokenStartIndex, "The file does not begin with a JSON object; a GeoJSON FeatureCollection is expected.");
            return;
        }
        var begin = json;
        string? type = null;
        var collected = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var at = json.TokenStartIndex;
            var name = json.GetString()!;
            json.Read();
            if (name == "type" && json.TokenType == JsonTokenType.String) type = json.GetString();
            else if (name == "features") collected = ReadFeatures(ref json, source, visit, cancellation);
            else if (name == "crs" && json.TokenType != JsonTokenType.Null) WarnOfCrs(ref json, source, at);
            else json.Skip();
        }
        if (type == "FeatureCollection")
        {
            if (!collected) source.Error(begin.TokenStartIndex, "The FeatureCollection has no array 'features'.");
        }
        else if (type == "Feature")
        {
            if (GeoFeatureParser.Feature(ref begin, source) is { } feature) visit(feature);
        }
        else if (GeometryParser.IsType(type))
        {
            var (line, column) = source.PlaceOf(begin.TokenStartIndex);
            if (GeometryParser.Geometry(ref begin, source, out var geometry)) visit(new(null, geometry, [], line, column));
        }
        else
        {
            var found = type is null ? "no text 'type'" : $"the type '{type}'";
            source.Error(begin.TokenStartIndex,
                $"The object has {found}; accepted are FeatureCollection, Feature and the geometry types.{NearestName.Hint(type ?? "", ["FeatureCollection", "Feature", .. GeometryParser.Types])}");
        }
    }

    private static bool ReadFeatures(ref Utf8JsonReader json, GeoJsonSource source, Action<GeoFeature> visit, CancellationToken cancellation)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return false;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            cancellation.ThrowIfCancellationRequested();
            if (GeoFeatureParser.Feature(ref json, source) is { } feature) visit(feature);
        }
        return true;
    }

    private static void WarnOfCrs(ref Utf8JsonReader json, GeoJsonSource source, long at)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        var text = Encoding.UTF8.GetString(source.Bytes[start..(int)json.BytesConsumed]);
        if (!text.Contains("CRS84", StringComparison.Ordinal) && !text.Contains("4326", StringComparison.Ordinal) && !text.Contains("4490", StringComparison.Ordinal))
            source.Warning(at, "The member 'crs' is not used: GeoJSON is longitude and latitude (RFC 7946 §4).");
    }
}
