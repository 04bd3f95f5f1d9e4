using System.CommandLine;
using DigitalTwin.Cities;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin world create|fork|delete|forget</c>.</summary>
internal static class WorldChanges
{
    public static IEnumerable<Command> Create(Context context) => [New(context), Fork(context), Delete(context), Forget(context)];

    private static Command New(Context context)
    {
        var name = new Argument<string>("NAME") { Description = "Its name, as in live: small letters, digits, hyphens and dots." };
        var map = new Option<string>("--map") { Description = "The map's folder; it is kept in the store.", Required = true };
        var command = new Command("create", "Make a world of a map, to be fed by telemetry. Example: twin world create live --map maps/optics-valley").With(context, name, map, StoreOptions.By);
        command.On(context, async (parsed, city, client, cancellation) =>
        {
            var problems = new ProblemList();
            var loaded = City.Load(parsed.GetValue(map)!, problems);
            context.Terminal.WriteProblems(problems, problems.HasErrors ? Severity.Error : Severity.Warning);
            if (problems.HasErrors) return ExitCode.Input;
            await city.Maps.KeepAsync(loaded, cancellation).ConfigureAwait(false);
            var status = await client.World(parsed.GetValue(name)!).CreateAsync(loaded.ContentHash, StoreOptions.Requester(parsed), cancellation).ConfigureAwait(false);
            return Say(context, parsed, status, context.Terminal.Say(
                $"'{status.Name}' is there: {Plural.Of(loaded.Assets.Count, "asset")} of {loaded.TitleEn}. Feed it: twin observe FILE --world {status.Name}",
                $"世界“{status.Name}”已建立：{loaded.TitleZh}，{Words.Count(loaded.Assets.Count)} 个资产。输入观测：twin observe FILE --world {status.Name}"));
        }, make: true);
        return command;
    }

    private static Command Fork(Context context)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the new world." };
        var from = new Option<string>("--from") { Description = "The world that is forked.", DefaultValueFactory = _ => "live" };
        var at = StoreOptions.Instant("--at", "The instant, which may be past; the newest when left out.");
        var command = new Command("fork", "Branch a world at an instant. Example: twin world fork what-if --from live --at 2025-07-08T17:00+08:00").With(context, name, from, at, StoreOptions.By);
        command.On(context, async (parsed, _, client, cancellation) =>
        {
            var status = await client.World(parsed.GetValue(from)!).ForkAsync(parsed.GetValue(name)!, parsed.GetValue(at), StoreOptions.Requester(parsed), cancellation).ConfigureAwait(false);
            return Say(context, parsed, status, context.Terminal.Say(
                $"'{status.Name}' is '{status.Parent}' as it was at {Words.Instant(status.ForkedAt)}.", $"世界“{status.Name}”即“{status.Parent}”在 {Words.Instant(status.ForkedAt)} 的状态。"));
        });
        return command;
    }

    private static Command Delete(Context context)
    {
        var name = new Argument<string>("NAME") { Description = "The world; none may have been forked from it." };
        var command = new Command("delete", "Delete a world with all it does not share. Example: twin world delete what-if").With(context, name, StoreOptions.By);
        command.On(context, async (parsed, _, client, cancellation) =>
        {
            var world = parsed.GetValue(name)!;
            await Progress.ShowAsync(context.Terminal, world, async _ =>
            {
                await client.World(world).DeleteAsync(StoreOptions.Requester(parsed), cancellation).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
            return Say(context, parsed, new { Deleted = world }, context.Terminal.Say($"'{world}' is deleted.", $"世界“{world}”已删除。"));
        });
        return command;
    }

    private static Command Forget(Context context)
    {
        var name = new Argument<string>("NAME") { Description = "The world." };
        var older = StoreOptions.Span("--older-than", "Age by the clock, as in 90d.");
        older.Required = true;
        var command = new Command("forget", "Forget what is older; each property's newest value and all that a fork sees stay. Example: twin world forget live --older-than 90d").With(context, name, older, StoreOptions.By);
        command.On(context, async (parsed, _, client, cancellation) =>
        {
            var (world, limit) = (parsed.GetValue(name)!, context.Clock.GetUtcNow() - parsed.GetValue(older)!.Value);
            var forgotten = await Progress.ShowAsync(context.Terminal, world, _ => client.World(world).ForgetAsync(limit, StoreOptions.Requester(parsed), cancellation)).ConfigureAwait(false);
            return Say(context, parsed, new { World = world, OlderThan = limit, Forgotten = forgotten }, context.Terminal.Say(
                $"{Plural.Of(forgotten, "entry", "entries")} of '{world}' from before {Words.Instant(limit)} are forgotten.", $"已清除世界“{world}”在 {Words.Instant(limit)} 之前的 {Words.Count(forgotten)} 条记录。"));
        });
        return command;
    }

    private static int Say<T>(Context context, ParseResult parsed, T answer, string sentence)
    {
        if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(answer);
        else context.Terminal.Out.WriteLine(sentence);
        return ExitCode.Done;
    }
}
