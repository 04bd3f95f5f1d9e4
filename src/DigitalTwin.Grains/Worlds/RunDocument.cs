using System.Text.Encodings.Web;
using System.Text.Json;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Storage.Documents;
using World = DigitalTwin.Storage.Worlds.World;

namespace DigitalTwin.Grains.Worlds;

/// <summary>What a run's world says of the run as a whole: its manifest and its KPIs, as a document beside the world. A world made anew under the same name has one of its own.</summary>
public static class RunDocument
{
    private const string Kind = "run-world", Format = "digitaltwin-run-world/1";

    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(IDocumentShelf documents, World world, string name, RunManifest manifest, IReadOnlyList<KpiValue> kpis, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(kpis);
        using var own = new MemoryStream();
        RunManifestWriter.Write(manifest, own);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WritePropertyName("run");
            json.WriteRawValue(own.ToArray());
            json.WriteStartObject("kpis");
            foreach (var kpi in kpis)
                if (double.IsFinite(kpi.Value)) json.WriteNumber(kpi.Kpi.Name, kpi.Value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        var key = Key(name, world);
        var old = await documents.ReadAsync(Kind, key, cancellation).ConfigureAwait(false);
        await documents.WriteAsync(Kind, key, stream.ToArray(), old?.Etag, cancellation).ConfigureAwait(false);
    }

    /// <summary>The run of a world, with its name for a folder; null when the world is of no run, or what is written of it cannot be read (with the reason).</summary>
    public static async Task<RunSummary?> ReadAsync(IDocumentShelf documents, World world, ProblemList problems, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(problems);
        if (await documents.ReadAsync(Kind, Key(world.Name, world), cancellation).ConfigureAwait(false) is not { } document) return null;
        using var json = JsonDocument.Parse(document.Content);
        if (json.RootElement.GetProperty("format").GetString() != Format)
        {
            problems.Error(world.Name, 0, 0, "What the store says of this run was written by another version of the program.");
            return null;
        }
        var raw = JsonSerializer.SerializeToUtf8Bytes(json.RootElement.GetProperty("run"));
        if (RunManifestReader.Read(raw, world.Name, problems) is not { } manifest) return null;
        var values = json.RootElement.GetProperty("kpis");
        KpiValue[] kpis = [.. manifest.Kpis.Select(k => new KpiValue(k, values.TryGetProperty(k.Name, out var value) ? value.GetDouble() : double.NaN))];
        return new(Folder(world.Name, manifest), manifest, kpis, [], []);
    }

    /// <summary>It as it stands in the store, to be taken away; null when the world is of no run.</summary>
    internal static async Task<byte[]?> CopyAsync(IDocumentShelf documents, World world, CancellationToken cancellation) =>
        (await documents.ReadAsync(Kind, Key(world.Name, world), cancellation).ConfigureAwait(false))?.Content;

    /// <summary>Puts what was taken away beside a world that is being made.</summary>
    internal static async Task PasteAsync(IDocumentShelf documents, World world, string name, byte[] content, CancellationToken cancellation)
    {
        var old = await documents.ReadAsync(Kind, Key(name, world), cancellation).ConfigureAwait(false);
        await documents.WriteAsync(Kind, Key(name, world), content, old?.Etag, cancellation).ConfigureAwait(false);
    }

    /// <summary>Replications of a variant lie together, as in a folder of runs.</summary>
    private static string Folder(string world, RunManifest manifest)
    {
        var ending = "." + manifest.ReplicationLabel;
        return Path.Combine(world.EndsWith(ending, StringComparison.Ordinal) ? world[..^ending.Length] : world, manifest.ReplicationLabel);
    }

    private static string Key(string name, World world) => $"{name}@{world.CreatedAt.UtcTicks / TimeSpan.TicksPerMicrosecond}";
}
