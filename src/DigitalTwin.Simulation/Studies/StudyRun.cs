using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;
using Microsoft.Extensions.Logging;

namespace DigitalTwin.Simulation.Studies;

/// <summary>
/// Runs a study into a folder: one folder for each variant and replication, checkpoints for what is unfinished, and a comparison when all is done.
/// A folder that was stopped or killed is resumed to the same bits.
/// </summary>
/// <param name="study">What is run.</param>
/// <param name="options">How and where.</param>
/// <param name="logger">Told what begins and ends.</param>
/// <param name="runner">Who carries it out; the plain loop when null.</param>
public sealed partial class StudyRun(Study study, StudyOptions options, ILogger logger, IExperimentRunner? runner = null)
{
    private readonly string folder = Path.Combine(options.Out, FolderName.Of(study.Scenario.Name));
    private readonly string identity = study.Identity(options.Program.Version);
    private readonly Dictionary<(string Variant, int Replication), RunFolder> folders = [];

    /// <summary>The scenario's folder.</summary>
    public string Folder => folder;

    /// <summary>Steps that were really simulated.</summary>
    public long StepsSimulated { get; private set; }

    /// <summary>Runs what is not finished yet.</summary>
    /// <exception cref="InputException">The folder holds something else, or was made from other inputs, or a variant is unknown.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the folder says so and can be resumed.</exception>
    public async Task RunAsync(IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        var variants = Wanted();
        Prepare(variants);
        var experiment = new StudyExperiment(
            study, identity, options.Variants,
            new ExperimentOptions
            {
                Threads = options.Threads,
                Partitions = options.Partitions,
                Checkpoints = new CheckpointFolder(Path.Combine(folder, RunFolder.CheckpointFolder), $"{identity} {options.Partitions}"),
                CheckpointInterval = options.CheckpointInterval,
                Clock = options.Clock,
            },
            (variant, replication) => folders[(variant, replication)].Manifest.Status == RunStatus.Finished,
            record => FinishAsync(record, cancellation));
        Began(study.Scenario.Name, variants.Count, study.Scenario.Replications, folder);
        try
        {
            if (progress is not null)
            {
                var steps = new LatestProgress(progress);
                study.Told = steps.Tell;
                progress = steps;
            }
            StepsSimulated = await (runner ?? new LocalRunner()).RunAsync(experiment, progress, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Mark((run, now) => run.Stop(now, new("It was stopped by hand.", "已手动停止。")));
            throw;
        }
        catch (Exception fault)
        {
            Mark((run, now) => run.Fail(now, new(fault.Message)));
            throw;
        }
        RemoveCheckpoints();
        Ended(study.Scenario.Name, StepsSimulated);
    }

    /// <summary>Passes progress on, and says what takes long before a step.</summary>
    private sealed class LatestProgress(IProgress<ExperimentProgress> progress) : IProgress<ExperimentProgress>
    {
        private readonly Lock gate = new();
        private ExperimentProgress latest = new(0, 1, "");

        public void Report(ExperimentProgress value)
        {
            lock (gate) latest = value;
            progress.Report(value);
        }

        public void Tell(string doing)
        {
            ExperimentProgress now;
            lock (gate) now = latest with { Doing = doing };
            progress.Report(now);
        }
    }

    private Dictionary<string, EffectiveScenario> Wanted()
    {
        var all = EffectiveScenario.All(study.Scenario).ToDictionary(v => v.Variant.Name, StringComparer.Ordinal);
        var problems = new ProblemList();
        foreach (var name in options.Variants.Where(name => !all.ContainsKey(name)))
            problems.Error(study.Scenario.File, 0, 0, $"The scenario has no variant '{name}'; it has {string.Join(", ", all.Keys)}.{NearestName.Hint(name, all.Keys)}");
        problems.ThrowIfErrors();
        return options.Variants.Count == 0 ? all : all.Where(v => options.Variants.Contains(v.Key)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Makes the folders. Finished runs are kept when resuming and made anew otherwise; nothing but runs of this scenario is ever replaced.</summary>
    private void Prepare(Dictionary<string, EffectiveScenario> variants)
    {
        var problems = new ProblemList();
        var inputs = study.Files().Select(path => InputFile.Stamp(path, Shown(path))).ToArray();
        var runs = (from variant in variants.Values
                    from replication in study.Replications
                    let place = RunFolder.Place(folder, variant.Variant.Name, replication)
                    let manifest = Manifest(variant, replication, inputs)
                    select (Place: place, Manifest: manifest, Old: Existing(place, manifest, problems))).ToArray();
        problems.ThrowIfErrors();
        if (!options.Resume) RemoveCheckpoints();
        foreach (var (place, manifest, old) in runs)
        {
            folders[(manifest.Variant, manifest.Replication)] =
                options.Resume && old is { Status: RunStatus.Finished } ? RunFolder.Reopen(place, old) : RunFolder.Begin(place, manifest);
        }
        var start = Path.Combine(folder, RunFolder.StartFile);
        if (study.Start is { } point) AtomicFile.Write(start, stream => stream.Write(point.ToBytes()));
        else File.Delete(start);
    }

    private RunManifest? Existing(string place, RunManifest manifest, ProblemList problems)
    {
        var file = Path.Combine(place, RunFolder.ManifestFile);
        if (!File.Exists(file))
        {
            // A kill while the very first manifest was written leaves that alone, half-written.
            if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any(entry => !Path.GetFileName(entry).StartsWith(RunFolder.ManifestFile, StringComparison.Ordinal)))
                problems.Error(place, 0, 0, $"The folder is not empty and holds no run; name another with --out.");
            return null;
        }
        if (RunManifestReader.Read(file, problems) is not { } old) return null;
        if (old.Scenario != manifest.Scenario)
        {
            problems.Error(place, 0, 0, $"The folder holds a run of scenario '{old.Scenario}', not of '{manifest.Scenario}'; name another with --out.");
            return null;
        }
        if (!options.Resume) return old;
        var same = old.Program.Version == manifest.Program.Version && old.Map.ContentHash == manifest.Map.ContentHash
            && old.Inputs.Select(i => i.Sha256).SequenceEqual(manifest.Inputs.Select(i => i.Sha256)) && old.Start?.Hash == manifest.Start?.Hash;
        if (!same) problems.Error(place, 0, 0, "The run was begun with other inputs or another version of the program, so it cannot be resumed; run it anew without --resume.");
        return old;
    }

    private RunManifest Manifest(EffectiveScenario variant, int replication, InputFile[] inputs) => new()
    {
        Scenario = study.Scenario.Name,
        Title = study.Scenario.Title,
        Question = study.Scenario.Question,
        Variant = variant.Variant.Name,
        VariantTitle = variant.Variant.Title,
        VariantOrder = study.Scenario.Variants.ToList().FindIndex(v => v.Name == variant.Variant.Name),
        Replication = replication,
        Seed = study.Scenario.Seed,
        Map = new MapStamp(study.City.Name, study.City.ContentHash),
        Period = new SimulatedPeriod(study.Scenario.Period.Start, TimeSpan.FromSeconds(study.Scenario.Period.Duration), TimeSpan.FromSeconds(study.Scenario.Period.Step)),
        Inputs = inputs,
        Start = study.StartReport(variant),
        Program = options.Program,
        Spread = new RunSpread(options.Threads, options.Partitions),
        Command = options.Command,
        Started = options.Clock.GetUtcNow(),
    };

    private async Task FinishAsync(RunRecord record, CancellationToken cancellation)
    {
        var run = folders[(record.Variant, record.Replication)];
        var ended = options.Clock.GetUtcNow();
        if (options.Keep is { } keep) await keep(run.Manifest.With(record, ended), record, cancellation).ConfigureAwait(false);
        run.Finish(record, ended, options.Results, cancellation);
        Finished(record.Variant, record.Replication, record.ResultHash);
    }

    private void Mark(Action<RunFolder, DateTimeOffset> mark)
    {
        foreach (var run in folders.Values.Where(r => r.Manifest.Status == RunStatus.Running)) mark(run, options.Clock.GetUtcNow());
    }

    private void RemoveCheckpoints()
    {
        var path = Path.Combine(folder, RunFolder.CheckpointFolder);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }

    private static string Shown(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path);

    [LoggerMessage(Level = LogLevel.Information, Message = "Scenario {Scenario}: {Variants} variants, {Replications} replications, into {Folder}")]
    private partial void Began(string scenario, int variants, int replications, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "Finished {Variant}, replication {Replication}: {ResultHash}")]
    private partial void Finished(string variant, int replication, string resultHash);

    [LoggerMessage(Level = LogLevel.Information, Message = "Scenario {Scenario} is done; {Steps} steps were simulated")]
    private partial void Ended(string scenario, long steps);
}
