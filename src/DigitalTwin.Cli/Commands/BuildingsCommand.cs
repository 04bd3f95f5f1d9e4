using System.CommandLine;
using DigitalTwin.Buildings.Studies;
using DigitalTwin.Cli.Commands.Buildings;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin buildings simulate</c>: a year of buildings by themselves.</summary>
internal static class BuildingsCommand
{
    public static Command Create(Context context)
    {
        var options = new SimulateOptions();
        var simulate = new Command("simulate", "Say what buildings need over a year: energy by use, peaks, water, carbon, comfort. Example: twin buildings simulate maps/optics-valley --out year") { options.Source };
        foreach (var option in options.Options) simulate.Options.Add(option);
        simulate.Options.Add(context.Json);
        simulate.SetAction((parsed, cancellation) => Context.Start(() => SimulateAsync(context, parsed, options, cancellation)));
        return new Command("buildings", "Buildings by themselves.") { simulate };
    }

    private static async Task<int> SimulateAsync(Context context, ParseResult parsed, SimulateOptions options, CancellationToken cancellation)
    {
        var terminal = context.Terminal;
        var problems = new ProblemList();
        if (parsed.GetValue(options.Bestest) is not null) return Bestest(context, parsed, options, problems, cancellation);
        var input = SimulateInput.Read(parsed, options, problems, cancellation);
        terminal.WriteProblems(problems);
        if (input is null) return ExitCode.Input;
        var begun = context.Clock.GetTimestamp();
        var (threads, detailed) = (parsed.GetValue(options.Threads), parsed.GetValue(options.Model) == SimulateOptions.Detailed);
        var study = await Progress.ShowAsync(terminal, "year", progress => Task.FromResult(detailed
            ? DistrictStudy.RunDetailed(input.Buildings, input.Uses, input.Options, input.Weather, 3600, threads, new Shares(progress), cancellation)
            : DistrictStudy.Run(input.Buildings, input.Uses, input.Options, input.Weather, 3600, threads, input.Horizons, new Shares(progress), cancellation))).ConfigureAwait(false);
        var summary = new SimulateSummary { Source = parsed.GetValue(options.Source)!, Weather = input.WeatherName, SecondsToRun = context.Clock.GetElapsedTime(begun).TotalSeconds };
        summary.Describe(input, study);
        if (parsed.GetValue(options.Out) is { } folder) SimulateFolder.Write(folder, input, study);
        if (parsed.GetValue(context.Json)) terminal.WriteJson(summary);
        else summary.Write(terminal.Out);
        return ExitCode.Done;
    }

    private static int Bestest(Context context, ParseResult parsed, SimulateOptions options, ProblemList problems, CancellationToken cancellation)
    {
        var answer = BestestAnswer.Run(parsed, options, problems, cancellation);
        context.Terminal.WriteProblems(problems);
        if (answer is null) return ExitCode.Input;
        if (parsed.GetValue(options.Out) is { } folder) answer.WriteTo(folder);
        if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(answer);
        else answer.Write(context.Terminal.Out);
        return ExitCode.Done;
    }

    private sealed class Shares(IProgress<Share> to) : IProgress<double>
    {
        public void Report(double value) => to.Report(new(value));
    }
}
