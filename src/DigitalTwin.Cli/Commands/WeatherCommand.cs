using System.CommandLine;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin weather describe FILE.epw</c>.</summary>
internal static class WeatherCommand
{
    public static Command Create(Context context)
    {
        var file = new Argument<string>("FILE") { Description = "An EPW file." };
        var describe = new Command("describe", "Say what is in a climate file: months, extremes, sums, gaps. Example: twin weather describe wuhan.epw") { file, context.Json };
        describe.SetAction(parsed => Describe(context, parsed, parsed.GetValue(file)!));
        return new Command("weather", "Weather by itself.") { describe };
    }

    private static int Describe(Context context, ParseResult parsed, string path)
    {
        var problems = new ProblemList();
        var file = EpwReader.Read(path, problems);
        context.Terminal.WriteProblems(problems);
        if (problems.HasErrors) return ExitCode.Input;
        var summary = EpwSummary.Of(file);
        if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(summary);
        else EpwSummaryText.Write(summary, context.Terminal.Out);
        return ExitCode.Done;
    }
}
