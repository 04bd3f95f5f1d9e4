using System.Text.Json;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Simulation.Results.Manifests;

/// <summary>Reads <c>run.json</c> back, reporting everything that is wrong with it.</summary>
public static class RunManifestReader
{
    private const int LargestFile = 256 << 20;

    /// <summary>Reads the file; null, with at least one error in <paramref name="problems"/>, when it cannot be used.</summary>
    public static RunManifest? Read(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                problems.Error(path, 0, 0, $"A run.json has at most {LargestFile >> 20} MB; this one has {new FileInfo(path).Length >> 20} MB.");
                return null;
            }
            return Read(File.ReadAllBytes(path), path, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, 0, $"The file cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>Reads bytes; <paramref name="file"/> is only named in the sentences.</summary>
    public static RunManifest? Read(ReadOnlyMemory<byte> utf8, string file, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var errors = problems.ErrorCount;
        try
        {
            using var document = JsonDocument.Parse(utf8);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                problems.Error(file, 0, 0, "A run.json holds one object; this one holds something else.");
            else if (Of(document.RootElement, file, problems) is { } manifest && problems.ErrorCount == errors)
                return manifest;
        }
        catch (JsonException e)
        {
            problems.Error(file, (int)(e.LineNumber ?? -1) + 1, (int)(e.BytePositionInLine ?? -1) + 1, "The file is not JSON from here on: it is broken or cut off.");
        }
        catch (InvalidOperationException)
        {
            problems.Error(file, 0, 0, "The file is not valid UTF-8 text.");
        }
        return null;
    }

    private static RunManifest? Of(JsonElement root, string file, ProblemList problems)
    {
        var run = new JsonFields(root, "", file, problems);
        var format = run.TextOrNull("format");
        if (format != RunManifest.Format)
        {
            problems.Error(file, 0, 0, $"'format' must be \"{RunManifest.Format}\"; found {(format is null ? "none" : $"\"{Excerpt.Of(format)}\"")}. It is no manifest of a run, or of another version.");
            return null;
        }
        JsonFields map = run.Object("map"), period = run.Object("period"), program = run.Object("program"), spread = run.Object("spread");
        return new RunManifest
        {
            Status = run.Choice<RunStatus>("status"),
            Reason = run.LocalizedOrNull("reason"),
            Scenario = run.Text("scenario"),
            Title = run.Localized("title"),
            Question = run.LocalizedOrNull("question"),
            Variant = run.Text("variant"),
            VariantTitle = run.LocalizedOrNull("variantTitle"),
            VariantOrder = (int)run.Whole("variantOrder", 0, int.MaxValue),
            Replication = (int)run.Whole("replication", 1, int.MaxValue),
            Seed = run.Seed("seed"),
            Period = new(period.Instant("start"), period.Seconds("durationSeconds"), period.Seconds("stepSeconds")),
            Map = new(map.Text("name"), map.Text("contentHash")),
            Inputs = run.List("inputs", input => new InputFile(input.Text("path"), input.Text("sha256"), input.Whole("bytes", 0, long.MaxValue))),
            Start = run.ObjectOrNull("start") is { } start ? StartParts.Read(start) : null,
            Program = new(program.Text("name"), program.Text("version"), program.Text("runtime"), program.Text("operatingSystem")),
            Spread = new((int)spread.Whole("threads", 0, int.MaxValue), (int)spread.Whole("partitions", 0, int.MaxValue)),
            Command = run.Text("command"),
            Started = run.Instant("started"),
            Ended = run.InstantOrNull("ended"),
            ResultHash = run.TextOrNull("resultHash"),
            Assumptions = run.List("assumptions", text => text.Both()),
            Kpis = run.List("kpis", ManifestParts.Kpi),
            Series = run.List("series", series => new SeriesLabel(series.Text("name"), series.Text("unit"), series.Localized("title"))),
            Layers = run.List("layers", ManifestParts.Layer),
        };
    }
}
