using System.Text.Encodings.Web;
using System.Text.Json;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Results.Tables;

namespace DigitalTwin.Simulation.Results;

/// <summary><c>log.jsonl</c>: what happened, one JSON object a line with <c>time</c>, <c>seconds</c>, <c>kind</c>, <c>en</c>, <c>zh</c> and <c>asset</c>.</summary>
public static class RunLog
{
    private static readonly JsonWriterOptions Style = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the entries in their order.</summary>
    public static void Write(IReadOnlyList<LogEntry> log, SimulatedPeriod period, Stream utf8)
    {
        using var json = new Utf8JsonWriter(utf8, Style);
        foreach (var entry in log)
        {
            json.WriteStartObject();
            json.WriteString("time", SeriesTable.Iso(period.At(entry.Time)));
            json.WriteNumber("seconds", entry.Time == 0 ? 0 : entry.Time); // No -0.
            json.WriteString("kind", entry.Kind);
            json.WriteString("en", entry.Text.En);
            if (entry.Text.Zh is not null) json.WriteString("zh", entry.Text.Zh);
            if (entry.AssetId is not null) json.WriteString("asset", entry.AssetId);
            json.WriteEndObject();
            json.Flush();
            utf8.WriteByte((byte)'\n');
            json.Reset();
        }
    }

    /// <summary>Reads the entries back; lines that cannot be read are reported.</summary>
    public static IReadOnlyList<LogEntry> Read(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var log = new List<LogEntry>();
        var line = 0;
        try
        {
            foreach (var text in File.ReadLines(path))
            {
                line++;
                if (text.Length == 0) continue;
                using var document = JsonDocument.Parse(text);
                if (document.RootElement.ValueKind != JsonValueKind.Object)
                {
                    problems.Error(path, line, 0, "A line holds one JSON object; this one holds something else.");
                    continue;
                }
                var entry = new JsonFields(document.RootElement, "", path, problems, line);
                log.Add(new(Math.Clamp(entry.Number("seconds"), -SimulatedPeriod.Furthest, SimulatedPeriod.Furthest), entry.Text("kind"), entry.Both(), entry.TextOrNull("asset")));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)    // the second for text that is no Unicode
        {
            problems.Error(path, line, 0, "The line is not JSON: the file is broken or cut off.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, 0, $"The file cannot be read: {e.Message}");
        }
        return log;
    }
}
