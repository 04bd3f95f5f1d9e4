using System.Text;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Storage;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Grains.Worlds;

/// <summary>
/// The runs of a study, each left behind as a world of its own: its frames at every recorded time, and its manifest and KPIs. A world is there whole or not at all: it is
/// written as a draft that nobody sees, and published when everything is in it.
/// </summary>
public sealed class RunWorlds
{
    private const int FramesAhead = 64;

    private readonly ICityStore store;
    private readonly RunWorldOptions options;
    private readonly Dictionary<(string Variant, int Replication), string> names;

    private RunWorlds(ICityStore store, RunWorldOptions options, Dictionary<(string, int), string> names) => (this.store, this.options, this.names) = (store, options, names);

    /// <summary>The names of the worlds, by variant and replication.</summary>
    public IReadOnlyDictionary<(string Variant, int Replication), string> Names => names;

    /// <summary>Finds names for the worlds of runs, before anything is run: the given one for a single run, else with the variant's and the replication's behind.</summary>
    /// <exception cref="WorldException">A name cannot be, or is taken; one sentence for each.</exception>
    public static async Task<RunWorlds> BeginAsync(ICityStore store, RunWorldOptions options, IReadOnlyList<string> variants, int replications, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(variants);
        var names = new Dictionary<(string, int), string>();
        var mistakes = new List<string>();
        foreach (var variant in variants)
        {
            for (var replication = 1; replication <= replications; replication++)
            {
                var name = options.Prefix + (variants.Count > 1 ? "." + Word(variant, variants) : "") + (replications > 1 ? $".r{replication:00}" : "");
                names.Add((variant, replication), name);
                if (WorldName.Problem(name) is { } problem) mistakes.Add(problem);
                else if (!options.Resume && await store.Worlds.FindAsync(name, cancellation).ConfigureAwait(false) is not null)
                    mistakes.Add($"There is a world '{name}' already; give the runs' worlds another name, or delete it (twin world delete {name}).");
            }
        }
        return mistakes.Count > 0 ? throw new WorldException(string.Join(Environment.NewLine, mistakes)) : new(store, options, names);
    }

    /// <summary>Writes a run as a world. One that is there already with the same result is left as it is.</summary>
    /// <param name="manifest">The manifest as it is when the run is finished.</param>
    /// <param name="record">What it found.</param>
    /// <param name="cancellation">Ends it; the world is then not there.</param>
    /// <exception cref="WorldException">The name is taken by something else.</exception>
    public async Task KeepAsync(RunManifest manifest, RunRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(record);
        var name = names[(record.Variant, record.Replication)];
        if (await store.Worlds.FindAsync(name, cancellation).ConfigureAwait(false) is { } there
            && await RunDocument.ReadAsync(store.Documents, there, [], cancellation).ConfigureAwait(false) is { } same && same.Manifest.ResultHash == record.ResultHash) return;
        var draft = await store.Worlds.DraftAsync(name, WorldKind.Run, options.Map, options.From, options.Clock.GetUtcNow(), cancellation).ConfigureAwait(false);
        var pending = new Queue<Task>();
        foreach (var frame in RunFrames.Of(draft.Name, record, manifest.Period))
        {
            // Frames of one group are synced together; so many are under way at a time, and no more are in memory.
            pending.Enqueue(store.Journal.AppendAsync(frame, cancellation));
            if (pending.Count >= FramesAhead) await pending.Dequeue().ConfigureAwait(false);
        }
        await Task.WhenAll(pending).ConfigureAwait(false);
        await RunDocument.WriteAsync(store.Documents, draft, name, manifest with { Layers = Labels(record) }, record.Kpis, cancellation).ConfigureAwait(false);
        await store.Worlds.PublishAsync(name, cancellation).ConfigureAwait(false);
        await store.Audit.AppendAsync(new AuditNote(options.Requester, "world.run", name, $$"""{"resultHash":"{{record.ResultHash}}"}"""), options.Clock.GetUtcNow(), cancellation).ConfigureAwait(false);
    }

    /// <summary>Lets go of the world from which the runs started, when all are written.</summary>
    public Task EndAsync(CancellationToken cancellation) => store.Worlds.DropDraftAsync(options.Prefix, cancellation);

    /// <summary>What the properties are, with their units.</summary>
    private static IReadOnlyList<LayerLabel> Labels(RunRecord record) =>
        [.. record.Layers.Select(l => new LayerLabel(l.Name, l.Title, l.AssetIds.Count, [.. l.Fields.Select(f => new FieldLabel(f.Name, f.Unit, f.Title, f.Worse, null))],
            l.Fields.Count == 0 ? 0 : l.Fields[0].Times.Length, l.Fields.Count == 0 ? 0 : l.Fields[0].Times.Length))];

    /// <summary>A variant's name as part of a world's: small letters, digits and hyphens; a number where nothing else tells two apart.</summary>
    private static string Word(string variant, IReadOnlyList<string> variants)
    {
        var word = Plain(variant);
        var number = variants.TakeWhile(v => v != variant).Count(v => Plain(v) == word);
        return number == 0 ? word : $"{word}-{number + 1}";

        static string Plain(string text)
        {
            var plain = new StringBuilder();
            foreach (var c in text.ToLowerInvariant()) plain.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-');
            return plain.ToString();
        }
    }
}

/// <summary>How the worlds of a study's runs are made.</summary>
public sealed record RunWorldOptions
{
    /// <summary>The name, or what the names begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>Content hash of the map that was run on.</summary>
    public required string Map { get; init; }

    /// <summary>Where they leave the world from which the runs started; null when they started from the files of the map.</summary>
    public ForkPoint? From { get; init; }

    /// <summary>Whether worlds that are there already may be of these runs.</summary>
    public bool Resume { get; init; }

    /// <summary>Who wants them.</summary>
    public required string Requester { get; init; }

    /// <summary>The wall clock.</summary>
    public required TimeProvider Clock { get; init; }
}
