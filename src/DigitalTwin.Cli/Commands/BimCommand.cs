using System.CommandLine;
using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Cli.Commands.Bim;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin bim inspect FILE.ifc</c>: an architect's model by itself.</summary>
internal static class BimCommand
{
    private const int DefaultDepth = 3;

    public static Command Create(Context context)
    {
        var file = new Argument<string>("FILE") { Description = "An IFC file (2x Final, 2x3, 4 or 4.3, in clear text)." };
        var tree = new Option<int>("--tree") { Description = "How deep the tree is shown: 0 not at all, 1 sites, 2 buildings, 3 storeys, 4 spaces and elements, 5 their parts.", DefaultValueFactory = _ => DefaultDepth };
        tree.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var depth) || depth < 0))
                result.AddError($"--tree is '{result.Tokens[0].Value}'; a whole number from 0 is accepted.");
        });
        var inspect = new Command("inspect", "Say what is in a building model and what it lacks: tree, sums, data quality. Example: twin bim inspect tower.ifc --tree 4") { file, tree, context.Json };
        inspect.SetAction((parsed, cancellation) => Context.Start(() => Task.FromResult(Inspect(context, parsed, parsed.GetValue(file)!, parsed.GetValue(tree), cancellation))));
        return new Command("bim", "Building models (IFC) by themselves.") { inspect };
    }

    private static int Inspect(Context context, ParseResult parsed, string path, int depth, CancellationToken cancellation)
    {
        var terminal = context.Terminal;
        var problems = new ProblemList();
        var began = context.Clock.GetTimestamp();
        using var model = IfcModel.Read(path, problems, cancellation);
        if (model is null)
        {
            terminal.WriteProblems(problems);
            return ExitCode.Input;
        }
        var seconds = context.Clock.GetElapsedTime(began).TotalSeconds;
        var summary = BimSummary.Of(model, seconds, problems);
        terminal.WriteProblems(problems);
        if (parsed.GetValue(context.Json)) terminal.WriteJson(summary);
        else new BimText(terminal, model).Write(summary, depth);
        return ExitCode.Done;
    }
}
