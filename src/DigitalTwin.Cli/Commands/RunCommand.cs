using System.CommandLine;
using System.Runtime.InteropServices;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Grains.Runs;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Experiments;
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
            scenario, output, threads, partitions, variants, resume, context.Json, context.Verbosity,
        };
        command.SetAction((parsed, cancellation) => Context.Start(() => RunAsync(context, parsed, new Arguments(
            parsed.GetValue(scenario)!, parsed.GetValue(output)!, parsed.GetValue(threads), parsed.GetValue(partitions), parsed.GetValue(variants) ?? [], parsed.GetValue(resume)), cancellation)));
        return command;
    }

    private sealed record Arguments(string Scenario, string Out, int Threads, int Partitions, string[] Variants, bool Resume)
    {
        public string Command => $"twin run {Scenario} --out {Out}{(Variants.Length > 0 ? " --variant " + string.Join(' ', Variants) : "")}";
    }

    private static async Task<int> RunAsync(Context context, ParseResult parsed, Arguments arguments, CancellationToken cancellation)
    {
        var terminal = context.Terminal;
        var problems = new ProblemList();
        var study = Study.Open(arguments.Scenario, problems);
        terminal.WriteProblems(problems, Severity.Warning);
        if (study is null) return ExitCode.Input;

        using var logging = context.Logging(parsed);
        await using var silo = await RunSilo.StartAsync(context.Clock, logging, cancellation).ConfigureAwait(false);
        var run = new StudyRun(study, new StudyOptions
        {
            Out = arguments.Out,
            Threads = arguments.Threads,
            Partitions = arguments.Partitions,
            Variants = arguments.Variants,
            Resume = arguments.Resume,
            Clock = context.Clock,
            Program = Program(),
            Command = arguments.Command,
        }, logging.CreateLogger("twin"), silo.Runner);
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
        return Answer.Write(context, parsed, [run.Folder], run.Folder, cancellation);
    }

    private static ProgramStamp Program() => new("twin", Version.Text, RuntimeInformation.FrameworkDescription, $"{RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}");

    private sealed class Steps(IProgress<Share> progress) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => progress.Report(new((double)value.StepsDone / Math.Max(1, value.StepsInAll), value.Doing));
    }
}
