using System.CommandLine;
using DigitalTwin.Cli.Commands.Traffic;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin traffic assign NET TRIPS</c>: static assignment by itself.</summary>
internal static class TrafficCommand
{
    private static readonly Dictionary<string, AssignmentMethod> Methods = new(StringComparer.Ordinal)
    {
        ["bush"] = AssignmentMethod.Bush, ["fw"] = AssignmentMethod.FrankWolfe, ["cfw"] = AssignmentMethod.ConjugateFrankWolfe, ["bfw"] = AssignmentMethod.BiconjugateFrankWolfe,
    };

    private static readonly Dictionary<string, TravelTimeFunction> Functions = new(StringComparer.Ordinal) { ["bpr"] = TravelTimeFunction.Bpr, ["conical"] = TravelTimeFunction.Conical };

    public static Command Create(Context context)
    {
        var options = new AssignOptions();
        var assign = new Command("assign", "Find the user equilibrium of a network. Example: twin traffic assign SiouxFalls_net.tntp SiouxFalls_trips.tntp --gap 1e-8 --close 6-8 8-6 --out closed");
        foreach (var argument in options.Arguments) assign.Arguments.Add(argument);
        foreach (var option in options.Options) assign.Options.Add(option);
        assign.Options.Add(context.Json);
        assign.SetAction((parsed, cancellation) => Context.Start(() => AssignAsync(context, parsed, options, cancellation)));
        return new Command("traffic", "Road traffic by itself.") { assign };
    }

    private static async Task<int> AssignAsync(Context context, ParseResult parsed, AssignOptions options, CancellationToken cancellation)
    {
        var terminal = context.Terminal;
        var problems = new ProblemList();
        var summary = new AssignSummary { Network = parsed.GetValue(options.Net)!, Trips = parsed.GetValue(options.Trips)! };
        var input = summary.Reading.Time(context.Clock, () => AssignInput.Read(parsed, options, problems));
        var (method, function) = (Choice(options.Method, Methods), Choice(options.Function, Functions));
        var model = input is null || problems.HasErrors ? null : Model(input);
        AssignmentState? warm = null;
        if (model is not null && parsed.GetValue(options.Warm) is { } saved && (warm = AssignmentStateFile.Load(saved, model, out var sentence)) is null) problems.Error(saved, 0, 0, sentence);
        if (problems.HasErrors) model = null;
        terminal.WriteProblems(problems);
        if (model is null) return ExitCode.Input;

        var report = await Progress.ShowAsync(terminal, Path.GetFileName(summary.Network), progress => Task.FromResult(Solve(progress))).ConfigureAwait(false);
        summary.Solving.Repeat(context.Clock, () => model.Solve(Start(), cancellation: cancellation), cancellation);
        summary.Describe(input!, model, report);
        if (parsed.GetValue(options.Out) is { } folder) summary.Writing.Time(context.Clock, () => AssignFolder.Write(folder, input!, model, summary.State!, summary.Notes));
        if (parsed.GetValue(options.Save) is { } kept) summary.Writing.Time(context.Clock, () => AssignmentStateFile.Save(kept, summary.State!));
        if (parsed.GetValue(context.Json)) terminal.WriteJson(summary);
        else summary.Write(terminal.Out);
        return report.Converged ? ExitCode.Done : ExitCode.No;

        AssignmentReport Solve(IProgress<Share> progress)
        {
            var state = summary.State = Start();
            var wanted = Math.Log(model.Options.Gap);
            return summary.Solving.Time(context.Clock, () => model.Solve(state, at => progress.Report(new(Math.Clamp(Math.Log(at.Gap) / wanted, 0, 1), $"gap {at.Gap:0.0e+0}")), cancellation));
        }

        AssignmentState Start() => input!.Start(model!, warm);

        AssignmentModel? Model(AssignInput input)
        {
            try
            {
                return new(input.File.Network, input.Classes, new() { Gap = parsed.GetValue(options.Gap), MostIterations = parsed.GetValue(options.MostIterations), Method = method, Function = function });
            }
            catch (ArgumentException wrong)
            {
                problems.Error(summary.Network, 0, 0, wrong.Message);
                return null;
            }
        }

        T Choice<T>(Option<string> option, Dictionary<string, T> known)
            where T : struct
        {
            var word = parsed.GetValue(option)!;
            if (known.TryGetValue(word, out var value)) return value;
            problems.Error("", 0, 0, $"{option.Name} is '{word}'; {string.Join(", ", known.Keys)} are accepted.{NearestName.Hint(word, known.Keys)}");
            return default;
        }
    }
}
