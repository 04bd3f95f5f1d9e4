using System.CommandLine;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary><c>twin traffic scan NET TRIPS</c>: each link closed in turn, ranked by what that costs.</summary>
internal static class ScanCommand
{
    public static Command Create(Context context)
    {
        var options = new ScanOptions();
        var scan = new Command(
            "scan",
            """
            Close one link after another and rank them by what that costs: time lost by those who still travel, and trips cut off. Example: twin traffic scan net.tntp trips.tntp --both-ways --out scan.csv
            Only links and road works that are named, a tenth of their capacity left, so that nobody is cut off: twin traffic scan net.tntp trips.tntp --close 4-5 5-4 --links 6-8 bridges.csv --leave 0.1
            """);
        foreach (var argument in options.Arguments) scan.Arguments.Add(argument);
        foreach (var option in options.Options) scan.Options.Add(option);
        scan.Options.Add(context.Json);
        scan.SetAction((parsed, cancellation) => Context.Start(() => ScanAsync(context, parsed, options, cancellation)));
        return scan;
    }

    private static async Task<int> ScanAsync(Context context, ParseResult parsed, ScanOptions options, CancellationToken cancellation)
    {
        var terminal = context.Terminal;
        var problems = new ProblemList();
        var summary = new ScanSummary { Network = parsed.GetValue(options.Net)!, Trips = parsed.GetValue(options.Trips)!, Threads = (int)options.Threads.Of(parsed)! };
        AssignInput? input = null;
        List<int> links = [];
        summary.Reading.Time(context.Clock, () =>
        {
            input = AssignInput.Read(parsed, options, problems);
            if (input is not null) links = ScanLinks.Read(parsed.GetValue(options.Links)!, input.File.Network, problems);
        });
        var model = input?.Model(parsed, options, AssignmentMethod.Bush, problems);
        var warm = model is not null && parsed.GetValue(options.Warm) is { } saved ? AssignInput.Load(saved, model, problems) : null;
        terminal.WriteProblems(problems);
        if (model is null || problems.HasErrors) return ExitCode.Input;

        var closures = Closure.Each(model.Network, links, parsed.GetValue(options.BothWays));
        var report = await Progress.ShowAsync(terminal, Path.GetFileName(summary.Network), progress => Task.FromResult(Scan(progress))).ConfigureAwait(false);
        if (!report.Converged)
        {
            foreach (var sentence in report.Sentences(model.Network)) terminal.Error.WriteLine(sentence);
            terminal.Error.WriteLine("The base is not at equilibrium, so that nothing can be compared with it.");
            return ExitCode.No;
        }
        if (parsed.GetValue(context.Json)) terminal.WriteJson(summary);
        else summary.Write(terminal.Out);
        return summary.NotConverged == 0 ? ExitCode.Done : ExitCode.No;

        AssignmentReport Scan(IProgress<Share> progress)
        {
            var before = input!.Start(model, warm);
            var solved = model.Solve(before, at => progress.Report(new(0, $"base, gap {at.Gap:0.0e+0}")), cancellation);
            (summary.TripsAssigned, summary.TotalTravelTime, summary.TotalCost, summary.RelativeGap) = (solved.Trips, solved.TotalTime, solved.TotalCost, solved.Gap);
            if (!solved.Converged) return solved;
            var (path, left) = (parsed.GetValue(options.Out), options.Leave.Of(parsed)!.Value);
            using var journal = path is null ? null : ScanJournal.Open(path + ".partly", model, before, closures, left);
            var done = journal?.Known.Count ?? 0;
            var costs = summary.Solving.Time(context.Clock, () => ClosureScan.Run(() => new(model.Network, model.Classes, model.Options), before, closures, summary.Threads, left, journal?.Known, Found, cancellation));
            summary.ClosuresLookedAt = closures.Count;
            summary.Rank(model.Network, closures, costs, (int)options.Top.Of(parsed)!);
            if (path is not null) summary.Writing.Time(context.Clock, () => WholeFile.Write(path, summary.WriteCsv));
            if (path is not null && input.Nodes is { } nodes) summary.Writing.Time(context.Clock, () => ScanMap.Write(Path.ChangeExtension(path, ".gpkg"), input.NewestFile, new(model.Network, nodes), closures, summary));
            journal?.Delete();
            return solved;

            void Found(int closure, ClosureCost cost)
            {
                journal?.Add(closure, cost);
                if (cost.Iterations > 0 || cost.Volume > 0) summary.ClosuresSolved++;
                progress.Report(new((double)++done / closures.Count, $"{done} of {Plural.Of(closures.Count, "closure")}"));
            }
        }
    }
}
