using System.CommandLine;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary><c>twin traffic assign NET TRIPS</c>: the user equilibrium of a network, and what is asked of it.</summary>
internal static class AssignCommand
{
    public static Command Create(Context context)
    {
        var options = new AssignOptions();
        var assign = new Command(
            "assign",
            """
            Find the user equilibrium of a network. Example: twin traffic assign SiouxFalls_net.tntp SiouxFalls_trips.tntp --gap 1e-8 --save base.state
            What a closure costs, who is hit and where the traffic goes: twin traffic assign net.tntp trips.tntp --close 6-8 8-6 --compare unchanged --out closed
            Whose trips a link carries, and costs between zones: twin traffic assign net.tntp trips.tntp --select 6-8 --skim --out base
            """);
        foreach (var argument in options.Arguments) assign.Arguments.Add(argument);
        foreach (var option in options.Options) assign.Options.Add(option);
        assign.Options.Add(context.Json);
        assign.SetAction((parsed, cancellation) => Context.Start(() => AssignAsync(context, parsed, options, cancellation)));
        return assign;
    }

    private static async Task<int> AssignAsync(Context context, ParseResult parsed, AssignOptions options, CancellationToken cancellation)
    {
        var terminal = context.Terminal;
        var problems = new ProblemList();
        var summary = new AssignSummary { Network = parsed.GetValue(options.Net)!, Trips = parsed.GetValue(options.Trips)! };
        var job = summary.Reading.Time(context.Clock, () => AssignJob.Read(parsed, options, problems));
        terminal.WriteProblems(problems);
        if (job is null) return ExitCode.Input;

        var model = job.Model;
        var log = parsed.GetValue(options.Log) is { } file ? new GapLog(file, model) : null;
        var report = await Progress.ShowAsync(terminal, Path.GetFileName(summary.Network), progress => Task.FromResult(Solve(progress))).ConfigureAwait(false);
        summary.Describe(job.Input, model, report);
        var difference = job.Before is { } before ? AssignmentDifference.Between(model, before, summary.State!, cancellation) : null;
        if (difference is not null) summary.Difference = DifferenceSummary.Of(difference, model);
        var selected = job.Selected.Select(link => SelectedLink.Of(model, summary.State!, link, cancellation)).ToArray();
        summary.Selected = [.. selected.Select(s => SelectionSummary.Of(s, model, summary.State!))];
        if (parsed.GetValue(options.Out) is { } folder)
            summary.Writing.Time(context.Clock, () => new AssignFolder(folder, job.Input, model, summary.State!).Write(difference, selected, parsed.GetValue(options.Skim), cancellation));
        if (parsed.GetValue(options.Save) is { } kept) summary.Writing.Time(context.Clock, () => AssignmentStateFile.Save(kept, summary.State!));
        if (log is not null) summary.Writing.Time(context.Clock, log.Write);
        if (parsed.GetValue(context.Json)) terminal.WriteJson(summary);
        else summary.Write(terminal.Out);
        return report.Converged ? ExitCode.Done : ExitCode.No;

        AssignmentReport Solve(IProgress<Share> progress)
        {
            var wanted = Math.Log(model.Options.Gap);
            job.SolveBase(at => progress.Report(Done(at, "base, ")), cancellation);
            var state = summary.State = job.Start();
            log?.Begin(state);
            return summary.Solving.Time(context.Clock, () => model.Solve(state, Tell, cancellation));

            void Tell(AssignmentProgress at)
            {
                log?.Add(at);
                progress.Report(Done(at, ""));
            }

            Share Done(AssignmentProgress at, string what) => new(Math.Clamp(Math.Log(at.Gap) / wanted, 0, 1), $"{what}gap {at.Gap:0.0e+0}");
        }
    }
}
