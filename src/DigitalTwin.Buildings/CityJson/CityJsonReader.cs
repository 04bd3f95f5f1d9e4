using System.Text.Json;
using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>
/// Reads CityJSON 1.0, 1.1 and 2.0, and CityJSONSeq (a line of CityJSON with the transform, then a feature a line). What cannot be used is reported, with line and column and the
/// path within the document, and left out; the rest of the file is still read. It never throws for what a file holds.
/// </summary>
public static class CityJsonReader
{
    private static readonly string[] Versions = ["1.0", "1.1", "2.0"];

    /// <summary>Whether a file looks like CityJSON: within its first 64 kB stands <c>"CityJSON"</c> or <c>"CityJSONFeature"</c>.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool Recognises(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[65536];
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head.AsSpan(0, count).IndexOf("\"CityJSON"u8) >= 0;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What to take; null for the standard.</param>
    /// <param name="problems">Where mistakes go, all of them.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CityModel Read(string path, CityModelOptions? options, ProblemList problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, 0, error.Message.Contains("2GB", StringComparison.Ordinal)
                ? "The file is larger than 2 GB; write it as CityJSONSeq in several files, or tile it."
                : $"The file cannot be read: {error.Message}");
            bytes = [];
            return new CityModelBuilder(path, options ?? CityModelOptions.Standard, problems).Finish("CityJSON", null, cancellation);
        }
        return Read(bytes, path, options, problems, cancellation);
    }

    /// <summary>Reads bytes; <paramref name="file"/> is how sentences and records name them.</summary>
    public static CityModel Read(ReadOnlyMemory<byte> utf8, string file, CityModelOptions? options, ProblemList problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var model = new CityModelBuilder(file, options ?? CityModelOptions.Standard, problems);
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        var header = default(Header);
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty) problems.Error(file, 1, 1, "The file is empty; a CityJSON object is expected.");
        else if (utf8.Span[0] is 0xFF or 0xFE or 0) problems.Error(file, 1, 1, "The file is not UTF-8; CityJSON is UTF-8.");
        else Documents(utf8, file, model, problems, ref header, cancellation);
        return model.Finish(header.Format ?? "CityJSON", header.ReferenceDate, cancellation);
    }

    /// <summary>One document, or one after the other: white space between them, as a rule an end of line.</summary>
    private static void Documents(ReadOnlyMemory<byte> utf8, string file, CityModelBuilder model, ProblemList problems, ref Header header, CancellationToken cancellation)
    {
        var reader = new DocumentReader(model);
        var line = 1;
        for (var first = true; ; first = false)
        {
            var skipped = utf8.Length - utf8.Span.TrimStart(" \t\r\n"u8).Length;
            line += utf8.Span[..skipped].Count((byte)'\n');
            utf8 = utf8[skipped..];
            if (utf8.IsEmpty) return;
            cancellation.ThrowIfCancellationRequested();
            var text = new JsonText(utf8, file, problems, line);
            var used = 0;
            try
            {
                if (CityJsonRoot.Read(text) is not { } root) return;
                used = root.End;
                if (first ? Begin(text, root, model, ref header) : Feature(text, root, ref header)) reader.Read(text, root, header.Transform, cancellation);
                else if (first) return;
            }
            catch (JsonException error)
            {
                var at = JsonMistakes.Place(error, text);
                text.Error(at, JsonMistakes.Sentence(error, at, text));
            }
            catch (InvalidOperationException)
            {
                text.Error(used, "A text of this document is not valid UTF-8 or holds half a surrogate pair; CityJSON is UTF-8.");
            }
            // After a broken line of a sequence the next may be good; after a broken document there is nothing.
            if (used == 0) used = header.IsSequence && utf8.Span.IndexOf((byte)'\n') is >= 0 and var end ? end : utf8.Length;
            line += utf8.Span[..used].Count((byte)'\n');
            utf8 = utf8[used..];
        }
    }

    /// <summary>The CityJSON object: version, coordinate system, transform.</summary>
    private static bool Begin(JsonText text, CityJsonRoot root, CityModelBuilder model, ref Header header)
    {
        if (root.Type != "CityJSON")
        {
            text.Error(0, root.Type == "CityJSONFeature"
                ? "The first line of a CityJSONSeq is a CityJSON object with the transform; it is missing."
                : $"The object has {(root.Type is null ? "no text 'type'" : $"the type '{root.Type}'")}; 'CityJSON' is expected.");
            return false;
        }
        header.Format = $"CityJSON {root.Version}".TrimEnd();
        header.ReferenceDate = root.ReferenceDate;
        if (root.Version is null) text.Error(0, "The member 'version' is missing; 1.0, 1.1 or 2.0 is expected.");
        else if (!Versions.Contains(root.Version)) text.Warning(0, $"The version is '{root.Version}'; 1.0, 1.1 and 2.0 are known. It is read as the nearest of them.");
        if (root.ReferenceSystem is { } crs)
        {
            var (line, column) = text.LineOf(root.ReferenceSystemPlace);
            model.NameCrs(crs, line, column);
        }
        header.Transform = VertexTransform.None;
        if (root.Transform >= 0)
        {
            if (VertexTransform.Read(text, root.Transform) is not { } transform) return false;
            header.Transform = transform;
        }
        else if (root.Version is not "1.0") text.Warning(0, "The member 'transform' is missing, which CityJSON asks for since 1.1; the vertices are taken as coordinates.");
        header.IsSequence = text.Bytes[root.End..].IndexOf("\"CityJSONFeature\""u8) >= 0;
        if (header.IsSequence) header.Format = "CityJSONSeq" + header.Format["CityJSON".Length..];
        if (root.Vertices < 0 && !header.IsSequence) text.Error(0, "The member 'vertices' is missing.");
        return true;
    }

    private static bool Feature(JsonText text, CityJsonRoot root, ref Header header)
    {
        if (root.Type == "CityJSONFeature") return true;
        text.Error(0, $"After the first CityJSON object stands one with {(root.Type is null ? "no text 'type'" : $"the type '{root.Type}'")}; 'CityJSONFeature' is expected. It is left out.");
        return false;
    }

    private record struct Header(string? Format, string? ReferenceDate, VertexTransform Transform, bool IsSequence);
}
