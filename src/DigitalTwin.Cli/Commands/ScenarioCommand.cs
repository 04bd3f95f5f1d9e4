using System.CommandLine;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Explanation;
using DigitalTwin.Scenarios.Schema;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin scenario explain FILE</c> and <c>twin scenario schema</c>.</summary>
internal static class ScenarioCommand
{
    public static Command Create(Context context)
    {
        var file = new Argument<string>("FILE") { Description = "A scenario file." };
        var explain = new Command("explain", "Say what a scenario will do: timeline, differences, exchanges. Example: twin scenario explain scenarios/fifty-year-storm.yaml") { file };
        explain.SetAction(parsed => Explain(context, parsed.GetValue(file)!));

        var schema = new Command("schema", "Print the JSON Schema of scenarios, for completion in editors. Example: twin scenario schema > scenario.schema.json");
        schema.SetAction(_ => context.Terminal.Out.Write(ScenarioSchema.Write(Study.Vocabulary)));
        return new Command("scenario", "Scenarios by themselves.") { explain, schema };
    }

    private static int Explain(Context context, string path)
    {
        var problems = new ProblemList();
        var study = Study.Open(path, problems, standIn: context.Clock.GetUtcNow());
        context.Terminal.WriteProblems(problems, Severity.Warning);
        if (study is null) return ExitCode.Input;
        ExplanationText.Write(study.Explain(), context.Terminal.Out, context.Terminal.Language);
        return ExitCode.Done;
    }
}
