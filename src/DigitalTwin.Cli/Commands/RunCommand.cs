using System.CommandLine;
using System.Runtime.InteropServices;
using DigitalTwin.Cli.Clusters;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin run SCENARIO</c>: the main job.</summary>
internal static class RunCommand
{
    public static Command Create(Context context)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file (.yaml or .json)." };
        var output = new Option<string>("--out") { Description = "Folder under which the scenario gets its own.", DefaultValueFactory = _ => "runs" };
        var threads = new Option<int>("--threads") { Description = "Most threads; no bit of the results depends on it.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var partitions = new Option<int>("--partitions") { Description = "Most partitions per domain; no bit of the results depends on it.", DefaultValueFactory = _ => 1 };
        var variants = new Option<string[]>("--variant") { Description = "Only these variants.", AllowMultipleArgumentsPerToken = true };
        var resume = new Option<bool>("--resume") { Description = "Go on with what was stopped or killed in the folder." };
        threads.Validators.Add(result => Validation.AtLeastOne(result, threads));
        partitions.Validators.Add(result => Validation.AtLeastOne(result, partitions));
        var command = new Command("run", "Run a scenario: every variant and replication, then compare them. Example: twin run scenarios/burst-and-isolate.yaml")
        {
            scenario, output, threads, partitions, variants, resume, RunPlace.Checkpoint, WorldsOfRun.From, WorldsOfRun.Leave, StoreOptions.Store,
            ClusterOptions.Cluster, ClusterOptions.Store, ClusterOptions.Name, RunPlace.Parallel, context.Json, context.Verbosity,
        };
        command.SetAction((parsed, cancellation) => Context.Start(() => RunAsync(context, parsed, new Arguments(
            parsed.GetValue(scenario)!, parsed.GetValue(output)!, parsed.GetValue(threads), parsed.GetValue(partitions), parsed.GetValue(variants) ?? [], parsed.GetValue(resume),
            parsed.GetValue(WorldsOfRun.From), parsed.GetValue(WorldsOfRun.Leave), parsed.GetValue(StoreOptions.Store)), cancellation)));
        return command;
    }

    private sealed record Arguments(string Scenario, string Out, int Threads, int Partitions, string[] Variants, bool Resume, string? From, string? World, string? Store)
    {
        public string Command => Line(From);

        /// <summary>The command that runs it again to the same bits: from what the folder keeps of the world, whatever has arrived in that since.</summary>
        public string Again(string folder, bool fromWorld) => Line(fromWorld ? Path.Combine(folder, RunFolder.StartFile) : null);

        private string Line(string? from) =>
            $"twin run {Scenario} --out {Out}{(Variants.Length > 0 ? " --variant " + string.Join(' ', Variants) : "")}{Option("from", from)}{Option("world", World)}{Option("store", World is null && From is null ? null : Store)}";

        private static string Option(string name, string? value) => value is null ? "" : $" --{name} {value}";
    }

    private static async Task<int> RunAsync(Context context, ParseResult parsed, Arguments arguments, CancellationToken cancellation)
    {
        var terminal = context.Terminal;
        var problems = new ProblemList();
        var silent = parsed.GetValue(context.Json);
        await using var worlds = await WorldsOfRun.OpenAsync(context, parsed, Kept(context, arguments), arguments.Resume, cancellation).ConfigureAwait(false);
        var study = Study.Open(arguments.Scenario, problems, worlds.Start);
        terminal.WriteProblems(problems, Severity.Warning);
        if (study is null) return ExitCode.Input;
        await worlds.BeginAsync(study, arguments.Variants, silent, cancellation).ConfigureAwait(false);

        using var logging = context.Logging(parsed);
        await using var place = await RunPlace.OpenAsync(context, parsed, logging, cancellation).ConfigureAwait(false);
        var run = new StudyRun(study, new StudyOptions
        {
            Out = arguments.Out,
            Threads = arguments.Threads,
            Partitions = arguments.Partitions,
            Variants = arguments.Variants,
            Resume = arguments.Resume,
            CheckpointInterval = parsed.GetValue(RunPlace.Checkpoint) ?? RunPlace.UsualCheckpoint,
            Clock = context.Clock,
            Program = Program(),
            Command = arguments.Again(FolderOf(study, arguments), worlds.Start is not null),
            Keep = worlds.Keep,
        }, logging.CreateLogger("twin"), place.Runner);
        try
        {
            await Progress.ShowAsync(terminal, study.Scenario.Title.In(terminal.Language), async progress =>
            {
                await run.RunAsync(new Steps(progress), cancellation).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine($"Stopped. To go on: {arguments.Command} --resume");
            return ExitCode.No;
        }
        var code = Answer.Write(context, parsed, [run.Folder], run.Folder, cancellation);
        await worlds.EndAsync(silent, cancellation).ConfigureAwait(false);
        return code;
    }

    private static string FolderOf(Study study, Arguments arguments) => Path.Combine(arguments.Out, FolderName.Of(study.Scenario.Name));

    /// <summary>The file in which a stopped attempt kept what it started from, so that it goes on from the very same.</summary>
    private static string? Kept(Context context, Arguments arguments)
    {
        if (!arguments.Resume || Study.Open(arguments.Scenario, [], standIn: context.Clock.GetUtcNow()) is not { } study) return null;
        var file = Path.Combine(FolderOf(study, arguments), RunFolder.StartFile);
        return File.Exists(file) ? file : null;
    }

    private static ProgramStamp Program() => new("twin", Version.Text, RuntimeInformation.FrameworkDescription, $"{RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}");

    private sealed class Steps(IProgress<Share> progress) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => progress.Report(new((double)value.StepsDone / Math.Max(1, value.StepsInAll), value.Doing));
    }
}
