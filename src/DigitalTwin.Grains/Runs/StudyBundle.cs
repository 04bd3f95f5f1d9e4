using System.Text.Json;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Storage.Documents;

namespace DigitalTwin.Grains.Runs;

/// <summary>
/// A study as it travels: the very files that it was opened from, each a content of the store that is found by its hash, laid out as they lay, and what a world knew when it
/// starts from one. A silo that has none of them gets them from the store; two studies of one map share its files.
/// </summary>
/// <param name="Scenario">The scenario's file among <paramref name="Files"/>.</param>
/// <param name="Files">Path, relative to the folder that holds them all and with slashes, and SHA-256 of every file.</param>
/// <param name="Start">SHA-256 of the starting point's bytes, or null.</param>
public sealed record StudyBundle(string Scenario, SortedDictionary<string, string> Files, string? Start)
{
    /// <summary>Keeps a study's files in the store.</summary>
    /// <returns>Hash of the content that lists them.</returns>
    public static async Task<string> KeepAsync(Study study, IDocumentShelf documents, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(documents);
        string[] paths = [.. study.Files().Append(Path.Combine(study.City.Folder, MapFile.FileName)).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];
        var root = CommonFolder(paths);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
            files.Add(Relative(root, path), await documents.KeepAsync(await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false));
        var start = study.Start is null ? null : await documents.KeepAsync(study.Start.ToBytes(), cancellation).ConfigureAwait(false);
        var bundle = new StudyBundle(Relative(root, Path.GetFullPath(study.Scenario.File)), files, start);
        return await documents.KeepAsync(JsonSerializer.SerializeToUtf8Bytes(bundle, RunJson.Default.StudyBundle), cancellation).ConfigureAwait(false);
    }

    /// <summary>Opens a study from the store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="hash">Hash of the content that lists its files.</param>
    /// <param name="cache">Folder in which files are laid out, each bundle in its own; those that are there already are not read again.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ExperimentException">Something is not in the store.</exception>
    /// <exception cref="InputException">The files are not a study here.</exception>
    public static async Task<Study> OpenAsync(IDocumentShelf documents, string hash, string cache, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var bundle = JsonSerializer.Deserialize(await ContentAsync(hash, "the list of its files").ConfigureAwait(false), RunJson.Default.StudyBundle)
            ?? throw new ExperimentException($"The content {hash} of the store is not a study.");
        var folder = Path.Combine(Path.GetFullPath(cache), hash);
        foreach (var (name, content) in bundle.Files)
        {
            var path = Path.GetFullPath(Path.Combine(folder, name));
            if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new ExperimentException($"The study's file '{name}' lies outside of its folder.");
            if (File.Exists(path)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var half = $"{path}.{Environment.ProcessId}.half";
            await File.WriteAllBytesAsync(half, await ContentAsync(content, name).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            File.Move(half, path, overwrite: true);
        }
        var start = bundle.Start is null ? null : StartingPoint.FromBytes(await ContentAsync(bundle.Start, "its starting point").ConfigureAwait(false));
        var problems = new ProblemList();
        var study = Study.Open(Path.Combine(folder, bundle.Scenario), problems, start);
        if (study is null) problems.Error(bundle.Scenario, 0, 0, "A scenario that travels must name its map and its climate by relative paths.");
        problems.ThrowIfErrors();
        return study!;

        async Task<byte[]> ContentAsync(string content, string what) => await documents.ContentAsync(content, cancellation).ConfigureAwait(false)
            ?? throw new ExperimentException($"The store does not have {what} of the study {hash} (content {content}).");
    }

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static string CommonFolder(string[] paths)
    {
        var root = Path.GetDirectoryName(paths[0])!;
        while (Path.GetDirectoryName(root) is { } parent && !paths.All(p => p.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))) root = parent;
        return root;
    }
}
