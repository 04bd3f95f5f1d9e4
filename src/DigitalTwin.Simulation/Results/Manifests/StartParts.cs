using System.Text.Json;
using DigitalTwin.Simulation.Starting;

namespace DigitalTwin.Simulation.Results.Manifests;

/// <summary>The part of a manifest that tells from which world a run started and what it took of it.</summary>
internal static class StartParts
{
    public static void Write(Utf8JsonWriter json, StartReport start)
    {
        json.WriteStartObject("start");
        json.WriteString("world", start.World);
        json.WriteString("instant", start.Instant);
        json.WriteString("sha256", start.Hash);
        json.WriteString("runStart", start.RunStart);
        RunManifestWriter.List(json, "taken", start.Lines, line =>
        {
            json.WriteString("assetType", line.AssetType);
            json.WriteString("property", line.Property);
            json.WriteNumber("assets", line.Assets);
            json.WriteNumber("observed", line.Observed);
            json.WriteNumber("simulated", line.Simulated);
            json.WriteNumber("byHand", line.ByHand);
            json.WriteNumber("stale", line.Stale);
            json.WriteNumber("unusable", line.Unusable);
            if (line.Newest is { } newest) json.WriteNumber("newestSeconds", newest.TotalSeconds);
            if (line.Median is { } median) json.WriteNumber("medianSeconds", median.TotalSeconds);
            if (line.Oldest is { } oldest) json.WriteNumber("oldestSeconds", oldest.TotalSeconds);
            if (line.Otherwise is { } otherwise) RunManifestWriter.Text(json, "otherwise", otherwise);
        });
        RunManifestWriter.List(json, "remarks", start.Remarks, text => RunManifestWriter.Both(json, text));
        json.WriteEndObject();
    }

    public static StartReport Read(JsonFields start) => new(
        start.Text("world"), start.Instant("instant"), start.Text("sha256"), start.Instant("runStart"), start.List("taken", Line), start.List("remarks", text => text.Both()));

    private static StartLine Line(JsonFields line)
    {
        return new(
            line.Text("assetType"), line.Text("property"), Count("assets"), Count("observed"), Count("simulated"), Count("byHand"), Count("stale"), Count("unusable"),
            Age("newestSeconds"), Age("medianSeconds"), Age("oldestSeconds"), line.LocalizedOrNull("otherwise"));

        int Count(string name) => (int)line.Whole(name, 0, int.MaxValue);
        TimeSpan? Age(string name) => line.NumberOrNull(name) is { } seconds and >= 0 and < SimulatedPeriod.Furthest ? TimeSpan.FromSeconds(seconds) : null;
    }
}
