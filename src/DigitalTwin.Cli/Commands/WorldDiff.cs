using System.CommandLine;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Client.Comparing;

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
        command.On(context, async (parsed, _, client, cancellation) =>
        {
            var first = await WorldLooks.TheAsync(client, parsed.GetValue(here)!, cancellation).ConfigureAwait(false);
            var (a, b) = (first.Name, parsed.GetValue(there));
            if (b is null) (a, b) = (first.Parent ?? throw new Grains.Contracts.Worlds.WorldException($"'{a}' was forked from no world; name the one to compare it with, as in twin world diff {a} OTHER."), a);
            else await WorldLooks.TheAsync(client, b, cancellation).ConfigureAwait(false);
            var instant = parsed.GetValue(at);
            var comparison = await Terminals.Progress.ShowAsync(context.Terminal, $"{a} → {b}",
                _ => WorldComparison.OfAsync(a, b, client.World(a).DifferencesAsync(new(b, instant, instant), cancellation), cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(comparison);
            else ComparisonOfWorlds.Write(context.Terminal, comparison, parsed.GetValue(top));
            return ExitCode.Done;
        });
        return command;
    }
}
