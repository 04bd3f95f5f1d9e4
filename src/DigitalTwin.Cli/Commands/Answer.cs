using System.CommandLine;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Comparing;

namespace DigitalTwin.Cli.Commands;

/// <summary>What <c>twin run</c> and <c>twin compare</c> say at the end: the runs side by side, and where the report is.</summary>
internal static class Answer
{
    /// <summary>Compares the finished runs under some folders, writes the pages into a folder, and says the outcome.</summary>
    /// <param name="context">Where to speak.</param>
    /// <param name="parsed">Says whether JSON is wanted.</param>
    /// <param name="runs">Folders of runs.</param>
    /// <param name="into">Where the pages go, or null for nowhere.</param>
    /// <param name="cancellation">Stops it.</param>
    public static int Write(Context context, ParseResult parsed, IReadOnlyList<string> runs, string? into, CancellationToken cancellation)
    {
        var terminal = context.Terminal;
        var problems = new ProblemList();
        var comparison = Comparison.Of(RunReader.Read(runs, problems, cancellation), problems);
        if (comparison is not null && into is not null) ComparisonFolder.Write(into, comparison, problems, cancellation);
        terminal.WriteProblems(problems);
        if (comparison is null) return ExitCode.Input;
        if (parsed.GetValue(context.Json))
        {
            Json(terminal, comparison);
            return ExitCode.Done;
        }
        ComparisonText.Write(comparison, terminal.Out, terminal.Language);
        if (into is not null)
            terminal.Out.WriteLine($"{Environment.NewLine}{(terminal.Language == "zh" ? "报告" : "Report")}: {Path.Combine(into, RunFolder.ReportFile)}");
        return ExitCode.Done;
    }

    /// <summary>A comparison for machines.</summary>
    public static void Json(Terminals.Terminal terminal, Comparison comparison)
    {
        using var json = new MemoryStream();
        ComparisonJson.Write(comparison, json);
        terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(json.ToArray()));
    }
}
