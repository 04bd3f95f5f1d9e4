using System.CommandLine;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Client;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Comparing;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin compare RUN RUN…</c> of folders, and <c>twin compare WORLD [WORLD]</c> of worlds.</summary>
internal static class CompareCommand
{
    public static Command Create(Context context)
    {
        var names = new Argument<string[]>("RUN")
        {
            Description = "Folders of runs, of variants or of whole scenarios; or worlds, also at an instant (live@2025-07-08T17:00+08:00). A single world is compared with its parent.", Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out") { Description = "Folder for kpi.csv, comparison.csv, comparison.json and report.html, of folders." };
        var top = new Option<int?>("--top") { Description = "Also list so many of the largest changes between two worlds." };
        var command = new Command(
            "compare", "Compare finished runs with the first of them, or two worlds: what changed, where, by how much. Example: twin compare runs/burst/as-is runs/burst/isolated --out compared, or twin compare tonight live")
        {
            names, output, top, StoreOptions.Store, context.Json, context.Verbosity,
        };
        command.SetAction((parsed, cancellation) => Context.Start(() =>
        {
            var wanted = parsed.GetValue(names)!;
            // What is no folder is a world, where there is a store that may have it.
            return wanted.All(Directory.Exists) || !File.Exists(StoreOptions.StoreOf(parsed)) ? Task.FromResult(Answer.Write(context, parsed, wanted, parsed.GetValue(output), cancellation))
                : WorldsAsync(context, parsed, wanted, Math.Max(0, parsed.GetValue(top) ?? 0), cancellation);
        }));
        return command;
    }

    private static async Task<int> WorldsAsync(Context context, ParseResult parsed, string[] names, int top, CancellationToken cancellation)
    {
        if (names.FirstOrDefault(Directory.Exists) is { } folder)
            throw new InputException(folder, $"This is a folder and '{names.First(n => !Directory.Exists(n))}' is none; folders of runs are compared with each other, and worlds with each other.");
        var terminal = context.Terminal;
        var worlds = Array.ConvertAll(names, WorldAt.Parse);
        var city = await OpenCity.OpenAsync(context, parsed, cancellation).ConfigureAwait(false);
        await using (city.ConfigureAwait(false))
        {
            var client = await city.ClientAsync(cancellation).ConfigureAwait(false);
            if (worlds.Length > 2) return await RunsAsync(context, parsed, city, client, worlds, cancellation).ConfigureAwait(false);
            var compared = await Progress.ShowAsync(
                terminal, string.Join(", ", names), _ => ComparedWorlds.OfAsync(city, client, worlds[0], worlds.Length > 1 ? worlds[1] : null, cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) terminal.WriteJson(ForMachines(compared));
            else ComparedWorldsText.Write(terminal, compared, top);
            return ExitCode.Done;
        }
    }

    /// <summary>More than two: the KPIs of their runs side by side.</summary>
    private static async Task<int> RunsAsync(Context context, ParseResult parsed, OpenCity city, CityClient client, WorldAt[] worlds, CancellationToken cancellation)
    {
        var runs = new List<RunSummary>();
        var problems = new ProblemList();
        foreach (var world in worlds)
        {
            await WorldLooks.TheAsync(client, world.Name, cancellation).ConfigureAwait(false);
            if (await ComparedWorlds.RunOf(city, world.Name, cancellation).ConfigureAwait(false) is { } run) runs.Add(run);
            else problems.Error(world.Name, 0, 0, "This world is of no run and has no KPIs; only two worlds at a time are compared by what their twins know.");
        }
        var comparison = problems.HasErrors ? null : Comparison.Of(runs, problems);
        context.Terminal.WriteProblems(problems);
        if (comparison is null) return ExitCode.Input;
        if (parsed.GetValue(context.Json)) Answer.Json(context.Terminal, comparison);
        else ComparisonText.Write(comparison, context.Terminal.Out, context.Terminal.Language);
        return ExitCode.Done;
    }

    private static object ForMachines(ComparedWorlds compared) => new
    {
        From = Side(compared.From),
        To = Side(compared.To),
        compared.Recorded,
        compared.Changes.Totals,
        compared.Districts,
        compared.Changes.Changes,
    };

    private static object Side(ComparedWorld side) => new
    {
        side.World.Name,
        side.World.Kind,
        side.At,
        Run = side.Run is not { } run ? null : new { run.Manifest.Scenario, run.Manifest.Variant, run.Manifest.Replication, run.Manifest.ResultHash, Kpis = run.Kpis.Select(k => new { k.Kpi.Name, k.Value, k.Kpi.Unit }) },
    };
}
