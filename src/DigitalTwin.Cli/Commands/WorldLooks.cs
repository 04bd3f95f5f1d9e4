using System.CommandLine;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cli.Worlds;
using DigitalTwin.Client;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using Command = System.CommandLine.Command;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin world list|status|show|alerts</c>.</summary>
internal static class WorldLooks
{
    public static IEnumerable<Command> Create(Context context) => [List(context), Status(context), Show(context), Alerts(context)];

    private static Command List(Context context)
    {
        var command = new Command("list", "List the worlds of a store. Example: twin world list").With(context);
        command.On(context, async (parsed, _, client, cancellation) =>
        {
            var worlds = await client.WorldsAsync(cancellation).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(worlds);
            else WorldText.List(context.Terminal, worlds);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Status(Context context)
    {
        var name = new Argument<string>("WORLD") { Description = "The world." };
        var command = new Command("status", "Say what a world is and holds. Example: twin world status live").With(context, name);
        command.On(context, async (parsed, city, client, cancellation) =>
        {
            var status = await TheAsync(client, parsed.GetValue(name)!, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(status);
            else WorldText.Status(context.Terminal, status, await city.Maps.NameAsync(status.Map, cancellation).ConfigureAwait(false));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(Context context)
    {
        var world = new Argument<string>("WORLD") { Description = "The world." };
        var asset = new Argument<string>("ASSET") { Description = "An asset, as in water/tank/T-1; or a pattern of assets, as in 'water/tank/*'." };
        var property = new Argument<string?>("PROPERTY") { Description = "A property, for its history.", Arity = ArgumentArity.ZeroOrOne };
        var at = StoreOptions.Instant("--at", "Show what was known of this instant.");
        var from = StoreOptions.Instant("--from", "Start of the history; a day before its newest value when left out.");
        var until = StoreOptions.Instant("--until", "End of the history, excluded.");
        var every = StoreOptions.Span("--every", "Gather the history into buckets with their smallest, mean and largest value, as in 1h.");
        var most = new Option<int>("--most") { Description = "Most lines of history.", DefaultValueFactory = _ => 1000 };
        most.Validators.Add(result => Validation.AtLeastOne(result, most));
        var command = new Command("show", "Show what a world knows of an asset, now or at an instant, or the history of a property. Example: twin world show live water/tank/T-1 level --every 1h")
            .With(context, world, asset, property, at, from, until, every, most);
        command.On(context, async (parsed, _, client, cancellation) =>
        {
            var (name, wanted) = (parsed.GetValue(world)!, parsed.GetValue(asset)!);
            if (Glob.IsPattern(wanted)) return await PatternAsync(context, parsed, client.World(name), wanted, parsed.GetValue(at), cancellation).ConfigureAwait(false);
            if (!AssetId.TryParse(wanted, out var _, out var mistake)) throw new InputException("", mistake);
            var twin = TwinOf(client, name, wanted);
            if (parsed.GetValue(property) is not { } what)
            {
                var state = await twin.StateAsync(parsed.GetValue(at), cancellation).ConfigureAwait(false);
                if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(state);
                else
                {
                    WorldText.State(context.Terminal, state, parsed.GetValue(at) is null ? context.Clock.GetUtcNow() : state.At);
                    if (twin is IParkingLotGrain lot) ForecastText.Write(context.Terminal, await lot.ForecastAsync(parsed.GetValue(at), 0.9, cancellation).ConfigureAwait(false));
                }
                return ExitCode.Done;
            }
            var query = await WindowAsync(twin, what, parsed.GetValue(from), parsed.GetValue(until), cancellation).ConfigureAwait(false);
            if (query is null) throw new InputException("", await UnknownAsync(twin, wanted, what, cancellation).ConfigureAwait(false));
            var samples = await twin.HistoryAsync(query with { Bucket = parsed.GetValue(every), Most = parsed.GetValue(most) }, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(samples);
            else WorldText.History(context.Terminal, wanted, what, samples, parsed.GetValue(every) is not null);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Alerts(Context context)
    {
        var world = new Argument<string>("WORLD") { Description = "The world." };
        var asset = new Option<string?>("--asset") { Description = "Of an asset or a pattern of assets only." };
        var all = new Option<bool>("--all") { Description = "Also those that are over." };
        var acknowledge = new Option<bool>("--acknowledge") { Description = "Note that they have been seen." };
        var command = new Command("alerts", "List the alerts of a world, the newest first. Example: twin world alerts live --asset 'water/tank/*' --acknowledge").With(context, world, asset, all, acknowledge, StoreOptions.By);
        command.On(context, async (parsed, _, client, cancellation) =>
        {
            var (name, pattern) = (parsed.GetValue(world)!, parsed.GetValue(asset));
            var exact = pattern is not null && !Glob.IsPattern(pattern) ? pattern : null;
            var found = new List<Alert>();
            await foreach (var alert in client.World(name).AlertsAsync(new(!parsed.GetValue(all), Asset: exact), cancellation).ConfigureAwait(false))
                if (pattern is null || exact is not null || Glob.Matches(pattern, alert.Asset)) found.Add(alert);
            if (parsed.GetValue(acknowledge))
            {
                for (var i = 0; i < found.Count; i++)
                    if (found[i] is { IsActive: true, AcknowledgedBy: null } open)
                        found[i] = await TwinOf(client, name, open.Asset).AcknowledgeAsync(open.Rule, StoreOptions.Requester(parsed), cancellation).ConfigureAwait(false) ?? open;
            }
            if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(found);
            else WorldText.Alerts(context.Terminal, name, found, parsed.GetValue(all));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A world that is there.</summary>
    /// <exception cref="WorldException">It is not; the nearest name is told.</exception>
    public static async Task<WorldStatus> TheAsync(CityClient client, string name, CancellationToken cancellation)
    {
        if (await client.World(name).StatusAsync(cancellation).ConfigureAwait(false) is { } status) return status;
        var names = (await client.WorldsAsync(cancellation).ConfigureAwait(false)).Select(w => w.Name).ToArray();
        throw new WorldException($"There is no world '{name}'{(names.Length == 0 ? "; there is none at all." : $"; there {(names.Length == 1 ? "is" : "are")} {string.Join(", ", names.Take(10))}{(names.Length > 10 ? ", …" : "")}.")}{NearestName.Hint(name, names)}");
    }

    /// <summary>The twin of an asset.</summary>
    /// <exception cref="InputException">No type of twin stands for such assets.</exception>
    public static ITwinGrain TwinOf(CityClient client, string world, string asset)
    {
        try
        {
            return client.Twin(world, asset);
        }
        catch (ArgumentException)
        {
            throw new InputException("", $"No twin stands for assets such as '{asset}'; there are twins of parking/lot, parking/kerb, water/junction, water/tank, water/reservoir, water/pipe, water/pump, water/valve, building/building, weather/station and road/link.");
        }
    }

    private static async Task<int> PatternAsync(Context context, ParseResult parsed, IWorldGrain world, string pattern, DateTimeOffset? at, CancellationToken cancellation)
    {
        var found = new List<AssetReadings>();
        await foreach (var twin in world.NewestAsync(at, cancellation).ConfigureAwait(false))
            if (Glob.Matches(pattern, twin.Asset)) found.Add(twin);
        found.Sort((a, b) => string.CompareOrdinal(a.Asset, b.Asset));
        if (parsed.GetValue(context.Json)) context.Terminal.WriteJson(found);
        else WorldText.Readings(context.Terminal, pattern, found, at ?? context.Clock.GetUtcNow());
        return ExitCode.Done;
    }

    /// <summary>The window that is asked for, or the last day in which something was known; null when nothing ever was.</summary>
    private static async Task<HistoryQuery?> WindowAsync(ITwinGrain twin, string property, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellation)
    {
        var state = await twin.StateAsync(until, cancellation).ConfigureAwait(false);
        var newest = state.Observed.Concat(state.Simulated).Where(r => r.Property == property).Select(r => (DateTimeOffset?)r.ObservedAt).Max();
        if (newest is not { } last) return null;
        return new(property, from ?? last.AddDays(-1), until ?? last.AddTicks(10));
    }

    private static async Task<string> UnknownAsync(ITwinGrain twin, string asset, string property, CancellationToken cancellation)
    {
        var state = await twin.StateAsync(null, cancellation).ConfigureAwait(false);
        string[] known = [.. state.Observed.Concat(state.Simulated).Select(r => r.Property).Distinct().Order(StringComparer.Ordinal)];
        return known.Length == 0
            ? $"Nothing is known of '{asset}' in the world '{state.World}'."
            : $"'{asset}' has no '{property}' in the world '{state.World}'; it has {string.Join(", ", known)}.{NearestName.Hint(property, known)}";
    }
}
