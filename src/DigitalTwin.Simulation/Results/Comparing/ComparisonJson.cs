using System.Text.Encodings.Web;
using System.Text.Json;
using DigitalTwin.Numerics.Statistics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.Comparing;

/// <summary>A comparison for machines; a number that is not known is null.</summary>
public static class ComparisonJson
{
    private static readonly JsonWriterOptions Style =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it as UTF-8.</summary>
    public static void Write(Comparison comparison, Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var json = new Utf8JsonWriter(utf8, Style);
        json.WriteStartObject();
        json.WriteStartArray("contenders");
        for (var c = 0; c < comparison.Contenders.Count; c++) Write(json, comparison, c);
        json.WriteEndArray();
        json.WriteStartArray("kpis");
        foreach (var (kpi, cells) in comparison.Kpis) Write(json, kpi, cells);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Comparison comparison, int contender)
    {
        var (title, runs) = comparison.Contenders[contender];
        json.WriteStartObject();
        Write(json, "title", title);
        json.WriteString("scenario", runs[0].Manifest.Scenario);
        json.WriteString("variant", runs[0].Manifest.Variant);
        Write(json, "answer", Sentences.For(comparison, contender));
        json.WriteStartArray("runs");
        foreach (var run in runs)
        {
            json.WriteStartObject();
            json.WriteString("folder", run.Folder.Replace('\\', '/'));
            json.WriteNumber("replication", run.Manifest.Replication);
            json.WriteString("resultHash", run.Manifest.ResultHash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, KpiDeclaration kpi, IReadOnlyList<KpiCell> cells)
    {
        json.WriteStartObject();
        json.WriteString("name", kpi.Name);
        json.WriteString("unit", kpi.Unit);
        json.WriteString("better", RunManifestWriter.Word(kpi.Direction));
        Write(json, "title", kpi.Title);
        json.WriteStartArray("values");
        foreach (var cell in cells)
        {
            json.WriteStartObject();
            json.WriteNumber("replications", cell.Sample.Count);
            Number(json, "mean", cell.Sample.Mean);
            Number(json, "sd", cell.Sample.StandardDeviation);
            Interval(json, "interval", cell.Interval);
            if (cell.Difference is { } difference)
            {
                json.WriteStartObject("difference");
                Number(json, "estimate", difference.Estimate);
                Interval(json, "interval", difference.Interval);
                Number(json, "percent", difference.Percent ?? double.NaN);
                json.WriteBoolean("paired", difference.Paired);
                json.WriteString("verdict", RunManifestWriter.Word(difference.Verdict));
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("en", text.En);
        if (text.Zh is not null) json.WriteString("zh", text.Zh);
        json.WriteEndObject();
    }

    private static void Interval(Utf8JsonWriter json, string name, ConfidenceInterval? interval)
    {
        if (interval is not { } known) return;
        json.WriteStartArray(name);
        json.WriteNumberValue(known.Low);
        json.WriteNumberValue(known.High);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
