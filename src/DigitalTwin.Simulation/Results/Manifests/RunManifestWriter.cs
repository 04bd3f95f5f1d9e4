using System.Text.Encodings.Web;
using System.Text.Json;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Simulation.Results.Manifests;

/// <summary>Writes <c>run.json</c>: indented, in a fixed order of fields, Chinese as Chinese.</summary>
public static class RunManifestWriter
{
    private static readonly JsonWriterOptions Style =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the manifest as UTF-8.</summary>
    public static void Write(RunManifest manifest, Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        using (var json = new Utf8JsonWriter(utf8, Style))
        {
            json.WriteStartObject();
            json.WriteString("format", RunManifest.Format);
            json.WriteString("status", Word(manifest.Status));
            if (manifest.Reason is { } reason) Text(json, "reason", reason);
            What(json, manifest);
            From(json, manifest);
            How(json, manifest);
            Found(json, manifest);
            json.WriteEndObject();
        }
        utf8.WriteByte((byte)'\n');
    }

    private static void What(Utf8JsonWriter json, RunManifest manifest)
    {
        json.WriteString("scenario", manifest.Scenario);
        Text(json, "title", manifest.Title);
        if (manifest.Question is { } question) Text(json, "question", question);
        json.WriteString("variant", manifest.Variant);
        if (manifest.VariantTitle is { } title) Text(json, "variantTitle", title);
        json.WriteNumber("variantOrder", manifest.VariantOrder);
        json.WriteNumber("replication", manifest.Replication);
        json.WriteNumber("seed", manifest.Seed);
        json.WriteStartObject("period");
        json.WriteString("start", manifest.Period.Start);
        json.WriteNumber("durationSeconds", manifest.Period.Duration.TotalSeconds);
        json.WriteNumber("stepSeconds", manifest.Period.Step.TotalSeconds);
        json.WriteEndObject();
    }

    private static void From(Utf8JsonWriter json, RunManifest manifest)
    {
        json.WriteStartObject("map");
        json.WriteString("name", manifest.Map.Name);
        json.WriteString("contentHash", manifest.Map.ContentHash);
        json.WriteEndObject();
        List(json, "inputs", manifest.Inputs, input =>
        {
            json.WriteString("path", input.Path);
            json.WriteString("sha256", input.Sha256);
            json.WriteNumber("bytes", input.Bytes);
        });
        if (manifest.Start is { } start) StartParts.Write(json, start);
    }

    private static void How(Utf8JsonWriter json, RunManifest manifest)
    {
        json.WriteStartObject("program");
        json.WriteString("name", manifest.Program.Name);
        json.WriteString("version", manifest.Program.Version);
        json.WriteString("runtime", manifest.Program.Runtime);
        json.WriteString("operatingSystem", manifest.Program.OperatingSystem);
        json.WriteEndObject();
        json.WriteStartObject("spread");
        json.WriteNumber("threads", manifest.Spread.Threads);
        json.WriteNumber("partitions", manifest.Spread.Partitions);
        json.WriteEndObject();
        json.WriteString("command", manifest.Command);
        json.WriteString("started", manifest.Started);
        if (manifest.Ended is not { } ended) return;
        json.WriteString("ended", ended);
        json.WriteNumber("wallSeconds", Math.Round((ended - manifest.Started).TotalSeconds, 3));
    }

    private static void Found(Utf8JsonWriter json, RunManifest manifest)
    {
        if (manifest.ResultHash is not null) json.WriteString("resultHash", manifest.ResultHash);
        List(json, "assumptions", manifest.Assumptions, text => Both(json, text));
        List(json, "kpis", manifest.Kpis, kpi =>
        {
            json.WriteString("name", kpi.Name);
            json.WriteString("unit", kpi.Unit);
            json.WriteString("better", Word(kpi.Direction));
            Text(json, "title", kpi.Title);
            Text(json, "definition", kpi.Definition);
        });
        List(json, "series", manifest.Series, series =>
        {
            json.WriteString("name", series.Name);
            json.WriteString("unit", series.Unit);
            Text(json, "title", series.Title);
        });
        List(json, "layers", manifest.Layers, layer =>
        {
            json.WriteString("name", layer.Name);
            Text(json, "title", layer.Title);
            json.WriteNumber("assets", layer.Assets);
            json.WriteNumber("instantsRecorded", layer.Recorded);
            json.WriteNumber("instantsKept", layer.Kept);
            List(json, "fields", layer.Fields, field => Field(json, field));
        });
    }

    private static void Field(Utf8JsonWriter json, FieldLabel field)
    {
        json.WriteString("name", field.Name);
        json.WriteString("unit", field.Unit);
        json.WriteString("worse", Word(field.Worse));
        Text(json, "title", field.Title);
        if (field.WorstInstant is { } instant) json.WriteNumber("worstInstantSeconds", instant);
    }

    internal static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Text(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        Both(json, text);
        json.WriteEndObject();
    }

    internal static void Both(Utf8JsonWriter json, LocalizedText text)
    {
        json.WriteString("en", text.En);
        if (text.Zh is not null) json.WriteString("zh", text.Zh);
    }

    /// <summary>A member of an enumeration as the file spells it.</summary>
    internal static string Word<T>(T member) where T : struct, Enum => member.ToString().ToLowerInvariant();
}
