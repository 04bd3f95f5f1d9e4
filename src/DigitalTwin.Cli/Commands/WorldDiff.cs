using System.CommandLine;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Client.Comparing;
using DigitalTwin.Grains.Worlds;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin world diff A B</c>.</summary>
internal static class WorldDiff
{
    public static Command Create(Context context)
    {
        var here = new Argument<string>("A") { Description = "The world from which changes are counted." };
        var there = new Argument<string?>("B") { Description = "The world to which; the parent of A is put before it when B is left out.", Arity = ArgumentArity.ZeroOrOne };
        var at = StoreOptions.Instant("--at", "Compare what both knew of this instant; their newest when left out.");
        var top = new Option<int>("--top") { Description = "How many of the largest changes are shown.", DefaultValueFactory = _ => 15 };
        top.Validators.Add(result => Validation.AtLeastOne(result, top));
        var command = new Command("diff", "Say what differs between two worlds: where and by how much, the largest first. Example: twin world diff live what-if").With(context, here, there, at, top);
        command.On(context, async (parsed, city, client, cancellation) =>
        {
            var first = await WorldLooks.TheAsync(client, parsed.GetValue(here)!, cancellation).ConfigureAwait(false);
            var (a, b) = (first.Name, parsed.GetValue(there));
            if (b is null) (a, b) = (first.Parent ?? throw new Grains.Contracts.Worlds.WorldException($"'{a}' was forked from no world; name the one to compare it with, as in twin world diff {a} OTHER."), a);
            else await WorldLooks.TheAsync(client, b, cancellation).ConfigureAwait(false);
            var instant = parsed.GetValue(at);
            var comparison = await Terminals.Progress.ShowAsync(context.Terminal, $"{a} → {b}",
                _ => WorldComparison.OfAsync(a, b, client.World(a).DifferencesAsync(new(b, instant, instant), cancellation), cancellation)).ConfigureAwait(false);
            var runs = await RunsAsync(city, [a, b], cancellation).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(new { comparison.Here, comparison.There, comparison.Totals, comparison.Changes, Kpis = runs?.Select(r => new { r.Folder, Values = r.Kpis.ToDictionary(k => k.Kpi.Name, k => k.Value) }) });
            else
            {
                ComparisonOfWorlds.Write(context.Terminal, comparison, parsed.GetValue(top));
                if (runs is not null) Kpis(context, runs);
            }
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The runs whose outcomes the worlds are; null unless both are.</summary>
    private static async Task<List<RunSummary>?> RunsAsync(OpenCity city, string[] names, CancellationToken cancellation)
    {
        var runs = new List<RunSummary>();
        foreach (var name in names)
        {
            var world = await city.Store.Worlds.FindAsync(name, cancellation).ConfigureAwait(false);
            if (world is null || await RunDocument.ReadAsync(city.Store.Documents, world, new ProblemList(), cancellation).ConfigureAwait(false) is not { } run) return null;
            runs.Add(run);
        }
        return runs;
    }

    /// <summary>The KPIs that both runs have, in the order of the first.</summary>
    private static void Kpis(Context context, List<RunSummary> runs)
    {
        var grid = new Grid(context.Terminal.Say("KPI", "指标"), context.Terminal.Say("unit", "单位"), runs[0].Folder, runs[1].Folder, context.Terminal.Say("change", "变化"));
        foreach (var first in runs[0].Kpis)
            if (runs[1].Kpis.FirstOrDefault(k => k.Kpi.Name == first.Kpi.Name) is { } second)
                grid.Add(first.Kpi.Name, first.Kpi.Unit.ToString()!, Words.Number(first.Value), Words.Number(second.Value), Words.Signed(second.Value - first.Value));
        if (grid.Count == 0) return;
        context.Terminal.Out.WriteLine();
        grid.Write(context.Terminal.Out, "  ");
    }
}
