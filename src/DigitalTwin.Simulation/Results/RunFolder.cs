using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Comparing;
using DigitalTwin.Simulation.Results.GeoPackage;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Results.Report;
using DigitalTwin.Simulation.Results.Tables;

namespace DigitalTwin.Simulation.Results;

/// <summary>
/// The folder of one run. <see cref="Begin"/> makes it and writes <c>run.json</c> that says <c>running</c>; <see cref="Finish"/> writes the
/// results and then, last of all, <c>run.json</c> that says <c>finished</c>. Every file appears whole or not at all, so a folder whose
/// <c>run.json</c> does not say <c>finished</c> has no results to trust, and one that does has all of them.
/// </summary>
public sealed class RunFolder
{
    /// <summary>File names in the folder.</summary>
    public const string ManifestFile = "run.json", KpiFile = "kpi.csv", SeriesFile = "series.csv", PackageFile = "results.gpkg",
        ReportFile = "report.html", LogFile = "log.jsonl", CheckpointFolder = "checkpoint";

    /// <summary>In the folder of a scenario: what the world knew from which its runs started, so that they can be run again to the same bits.</summary>
    public const string StartFile = "world.start";

    private static readonly string[] ResultFiles = [KpiFile, SeriesFile, PackageFile, ReportFile, LogFile];

    private RunFolder(string path, RunManifest manifest) => (Path, Manifest) = (path, manifest);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The manifest as it was last written.</summary>
    public RunManifest Manifest { get; private set; }

    /// <summary>Where checkpoints go, inside the folder; whoever writes them makes it.</summary>
    public string Checkpoints => System.IO.Path.Combine(Path, CheckpointFolder);

    /// <summary>Where a run belongs under its scenario's folder: <c>variant/r01</c>.</summary>
    public static string Place(string scenarioFolder, string variant, int replication) =>
        System.IO.Path.Combine(scenarioFolder, FolderName.Of(variant), $"r{replication:00}");

    /// <summary>
    /// Makes the folder, marks it as running and removes results and half-written files of an earlier attempt; checkpoints stay.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static RunFolder Begin(string path, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        Directory.CreateDirectory(path);
        AtomicFile.RemovePartials(path);
        var folder = new RunFolder(path, manifest);
        folder.Mark(manifest with { Status = RunStatus.Running, Ended = null, Reason = null, ResultHash = null });
        foreach (var file in ResultFiles) File.Delete(System.IO.Path.Combine(path, file));
        return folder;
    }

    /// <summary>Takes hold of a folder that is there, as its manifest says; nothing is written.</summary>
    public static RunFolder Reopen(string path, RunManifest manifest) => new(path, manifest);

    /// <summary>Writes a finished run in one go.</summary>
    /// <param name="folder">The run's folder; made when it does not exist.</param>
    /// <param name="manifest">What the run is. KPIs, series, layers, assumptions and the result hash are taken from the record.</param>
    /// <param name="record">What it found.</param>
    /// <param name="ended">When it ended.</param>
    /// <param name="options">How much is written; the defaults when null.</param>
    /// <param name="cancellation">Stops the writing; the folder then still says <c>running</c>.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(
        string folder, RunManifest manifest, RunRecord record, DateTimeOffset ended, ResultOptions? options = null, CancellationToken cancellation = default) =>
        Begin(folder, manifest).Finish(record, ended, options, cancellation);

    /// <summary>Writes the results and marks the folder as finished.</summary>
    /// <inheritdoc cref="Write"/>
    public void Finish(RunRecord record, DateTimeOffset ended, ResultOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        options ??= new();
        cancellation.ThrowIfCancellationRequested();
        Put(KpiFile, stream => KpiTable.Write(KpiTable.Rows(record), stream));
        Put(SeriesFile, stream => SeriesTable.Write(record.Series, Manifest.Period, stream));
        Put(LogFile, stream => RunLog.Write(record.Log, Manifest.Period, stream));
        var digests = DigestsOf(record, cancellation);
        IReadOnlyList<LayerLabel> layers = [];
        if (options.WritePackage)
        {
            AtomicFile.WritePath(System.IO.Path.Combine(Path, PackageFile), partial =>
                layers = ResultsPackage.Write(partial, record.Layers, digests, Manifest.Period, options.PackageValues, cancellation));
        }
        var manifest = Manifest.With(record, ended) with { Layers = layers };
        if (options.WriteReport && Comparison.Of([RunSummary.Of(Path, manifest, record)], []) is { } alone)
            Put(ReportFile, stream => ReportPage.Write(alone, stream, [], cancellation));
        Mark(manifest);
    }

    /// <summary>Marks the folder as stopped half-way: it has no results, and perhaps checkpoints from which to go on.</summary>
    public void Stop(DateTimeOffset at, LocalizedText reason) => Mark(Manifest with { Status = RunStatus.Stopped, Ended = at, Reason = reason });

    /// <summary>Marks the folder as failed.</summary>
    public void Fail(DateTimeOffset at, LocalizedText reason) => Mark(Manifest with { Status = RunStatus.Failed, Ended = at, Reason = reason });

    private static List<IReadOnlyList<FieldDigest>> DigestsOf(RunRecord record, CancellationToken cancellation)
    {
        var digests = new List<IReadOnlyList<FieldDigest>>();
        foreach (var layer in record.Layers)
        {
            cancellation.ThrowIfCancellationRequested();
            digests.Add([.. layer.Fields.Select(f => FieldDigest.Of(f, layer.AssetIds.Count))]);
        }
        return digests;
    }

    private void Mark(RunManifest manifest)
    {
        Put(ManifestFile, stream => RunManifestWriter.Write(manifest, stream));
        Manifest = manifest;
    }

    private void Put(string name, Action<Stream> write) => AtomicFile.Write(System.IO.Path.Combine(Path, name), write);
}
