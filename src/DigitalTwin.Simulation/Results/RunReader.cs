using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Results.Tables;

namespace DigitalTwin.Simulation.Results;

/// <summary>
/// Reads run folders back. A path may be a run (it has a <c>run.json</c>), a variant with its replications, or a scenario with its variants;
/// a run that is not finished, or a folder that is none, gets a sentence.
/// </summary>
public static class RunReader
{
    private const int Depth = 3;

    /// <summary>Reads every finished run under the paths, in the order given and then by variant and replication.</summary>
    public static IReadOnlyList<RunSummary> Read(IEnumerable<string> paths, ProblemList problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(problems);
        var runs = new List<RunSummary>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var folders = FoldersUnder(path, problems);
            var found = new List<RunSummary>();
            foreach (var folder in folders)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!seen.Add(Path.GetFullPath(folder))) problems.Note(folder, 0, 0, "The run is named twice; it counts once.");
                else if (ReadRun(folder, alone: folders.Count == 1, problems) is { } run) found.Add(run);
            }
            if (folders.Count > 1 && found.Count == 0) problems.Error(path, 0, 0, "No run in this folder is finished; there is nothing to compare.");
            runs.AddRange(found.OrderBy(r => r.Manifest.VariantOrder).ThenBy(r => r.Folder, StringComparer.Ordinal));
        }
        return runs;
    }

    /// <summary>Reads one run; null, with a problem, when it cannot be compared.</summary>
    private static RunSummary? ReadRun(string folder, bool alone, ProblemList problems)
    {
        if (RunManifestReader.Read(Path.Combine(folder, RunFolder.ManifestFile), problems) is not { } manifest) return null;
        if (manifest.Status != RunStatus.Finished)
        {
            var sentence = Unfinished(manifest);
            if (alone) problems.Error(folder, 0, 0, sentence);
            else problems.Warning(folder, 0, 0, sentence + " It is left out.");
            return null;
        }
        var errors = problems.ErrorCount;
        var kpis = KpisOf(manifest, Path.Combine(folder, RunFolder.KpiFile), problems);
        var series = SeriesTable.Read(Path.Combine(folder, RunFolder.SeriesFile), manifest.Series, problems);
        var log = RunLog.Read(Path.Combine(folder, RunFolder.LogFile), problems);
        return problems.ErrorCount == errors ? new(folder, manifest, kpis, series, log) : null;
    }

    private static List<KpiValue> KpisOf(RunManifest manifest, string path, ProblemList problems)
    {
        var declared = manifest.Kpis.DistinctBy(k => k.Name).ToDictionary(k => k.Name);
        var values = new List<KpiValue>();
        foreach (var row in KpiTable.Read(path, problems))
        {
            if (!declared.TryGetValue(row.Kpi, out var kpi))
                problems.Error(path, 0, 0, $"The run.json beside this file describes no KPI '{Excerpt.Of(row.Kpi)}'.{NearestName.Hint(row.Kpi, declared.Keys)}");
            else if (kpi.Unit != row.Unit)
                problems.Error(path, 0, 0, $"KPI '{row.Kpi}' is in {Excerpt.Of(row.Unit)} here and in {kpi.Unit} in the run.json beside this file.");
            else values.Add(new(kpi, row.Value));
        }
        return values;
    }

    private static string Unfinished(RunManifest manifest) => manifest.Status switch
    {
        RunStatus.Running => "The run has no results: it still runs, or was killed. To go on with it: " + manifest.Command + " --resume",
        RunStatus.Stopped => $"The run has no results: it was stopped. {manifest.Reason?.En} To go on with it: {manifest.Command} --resume",
        _ => $"The run has no results: it failed. {manifest.Reason?.En}",
    };

    private static List<string> FoldersUnder(string path, ProblemList problems)
    {
        if (!Directory.Exists(path))
        {
            problems.Error(path, 0, 0, File.Exists(path) ? "A run is a folder; this is a file." : $"There is no such folder.{Hint(path)}");
            return [];
        }
        var folders = new List<string>();
        try
        {
            Search(path, 0, folders);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, 0, $"The folder cannot be read: {e.Message}");
            return [];
        }
        if (folders.Count == 0)
            problems.Error(path, 0, 0, $"The folder holds no run: there is no {RunFolder.ManifestFile} in it or in the folders of variants and replications below it.");
        return folders;
    }

    private static void Search(string folder, int depth, List<string> found)
    {
        if (File.Exists(Path.Combine(folder, RunFolder.ManifestFile))) found.Add(folder);
        else if (depth < Depth)
            foreach (var inner in Directory.GetDirectories(folder).Order(StringComparer.Ordinal)) Search(inner, depth + 1, found);
    }

    private static string Hint(string path)
    {
        var parent = Path.GetDirectoryName(Path.GetFullPath(path));
        return parent is null || !Directory.Exists(parent) ? ""
            : NearestName.Hint(Path.GetFileName(path), Directory.GetDirectories(parent).Select(d => Path.GetFileName(d)!));
    }
}
