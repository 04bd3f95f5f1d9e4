using System.CommandLine;
using System.Threading.Channels;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Epanet.Results;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin water solve NET.inp</c>: the water engine by itself.</summary>
internal static class WaterCommand
{
    public static Command Create(Context context)
    {
        var file = new Argument<string>("NET") { Description = "An EPANET network (.inp)." };
        var output = new Option<string?>("--out") { Description = "Folder for nodes.csv and links.csv (SI, at EPANET's report times)." };
        var threads = new Option<int>("--threads") { Description = "With 2 or more, tables are written while the next step is solved.", DefaultValueFactory = _ => 1 };
        threads.Validators.Add(result => Validation.AtLeastOne(result, threads));
        var solve = new Command("solve", "Solve a network over its period as EPANET does. Example: twin water solve Net3.inp --out net3") { file, output, threads, context.Json };
        solve.SetAction((parsed, cancellation) =>
            Context.Start(() => SolveAsync(context, parsed, parsed.GetValue(file)!, parsed.GetValue(output), parsed.GetValue(threads), cancellation)));
        return new Command("water", "Water networks by themselves.") { solve };
    }

    private static async Task<int> SolveAsync(Context context, ParseResult parsed, string path, string? output, int threads, CancellationToken cancellation)
    {
        var terminal = context.Terminal;
        var problems = new ProblemList();
        var summary = new SolveSummary { File = path };
        var network = summary.Reading.Time(context.Clock, () => Read(path, problems));
        terminal.WriteProblems(problems);
        if (network is null) return ExitCode.Input;

        summary.Describe(network);
        await Progress.ShowAsync(terminal, network.Name, progress => RunAsync(context, network, output, threads, summary, progress, cancellation)).ConfigureAwait(false);
        summary.Reading.Repeat(context.Clock, () => Read(path, new ProblemList()), cancellation);
        summary.Solving.Repeat(context.Clock, () => Solve(network, cancellation), cancellation);
        if (parsed.GetValue(context.Json)) terminal.WriteJson(summary);
        else summary.Write(terminal.Out);
        return summary.Halted ? ExitCode.No : ExitCode.Done;
    }

    private static void Solve(WaterNetwork network, CancellationToken cancellation)
    {
        var model = new WaterModel(network);
        model.Run(model.InitialState(), cancellation: cancellation);
    }

    private static WaterNetwork? Read(string path, ProblemList problems)
    {
        var file = EpanetReader.Read(path, problems);
        return problems.HasErrors ? null : file.ToNetwork();
    }

    private static async Task<bool> RunAsync(
        Context context, WaterNetwork network, string? output, int threads, SolveSummary summary, IProgress<Share> progress, CancellationToken cancellation)
    {
        using var csv = output is null ? null : WaterResultCsv.Create(network, output);
        var begun = context.Clock.GetTimestamp();
        var written = new Spent();
        if (csv is not null && threads > 1)
        {
            var queue = Channel.CreateBounded<WaterState>(new BoundedChannelOptions(4) { SingleReader = true, SingleWriter = true });
            var writer = Task.Run(async () =>
            {
                await foreach (var state in queue.Reader.ReadAllAsync(cancellation).ConfigureAwait(false)) written.Time(context.Clock, () => csv.Write(state));
            }, cancellation);
            try
            {
                Solve(state => queue.Writer.WriteAsync(state.Clone(), cancellation).AsTask().GetAwaiter().GetResult());
            }
            finally
            {
                queue.Writer.Complete();
            }
            summary.Solving.Add(context.Clock.GetElapsedTime(begun));
            await writer.ConfigureAwait(false);
        }
        else
        {
            Solve(state => written.Time(context.Clock, () => csv?.Write(state)));
            summary.Solving.Add(context.Clock.GetElapsedTime(begun) - written.Elapsed);
        }
        summary.Writing.Add(written.Elapsed);
        return true;

        void Solve(Action<WaterState> report)
        {
            var model = new WaterModel(network);
            model.Run(model.InitialState(), (state, how) =>
            {
                summary.Count(how, network);
                if (WaterResultCsv.IsReportTime(network.Times, state.Time)) report(state);
                progress.Report(new(network.Times.Duration > 0 ? state.Time / network.Times.Duration : 1));
            }, cancellation);
        }
    }
}
