using System.CommandLine;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin compare RUN RUN…</c>.</summary>
internal static class CompareCommand
{
    public static Command Create(Context context)
    {
        var runs = new Argument<string[]>("RUN") { Description = "Folders of runs, of variants or of whole scenarios.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = "Folder for kpi.csv, comparison.csv, comparison.json and report.html." };
        var command = new Command("compare", "Compare finished runs with the first of them. Example: twin compare runs/burst/as-is runs/burst/isolated --out compared")
        {
            runs, output, context.Json,
        };
        command.SetAction((parsed, cancellation) => Context.Start(() => Task.FromResult(Answer.Write(context, parsed, parsed.GetValue(runs)!, parsed.GetValue(output), cancellation))));
        return command;
    }
}
