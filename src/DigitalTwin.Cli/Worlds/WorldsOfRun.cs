using System.CommandLine;
using DigitalTwin.Cli.Commands;
using DigitalTwin.Grains.Worlds;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Cli.Worlds;

/// <summary>The world from which <c>twin run</c> starts and the worlds that it leaves behind; neither unless it is asked for.</summary>
internal sealed class WorldsOfRun : IAsyncDisposable
{
    private readonly Context context;
    private readonly OpenCity? city;
    private readonly RunOrigin? origin;
    private readonly string? prefix;
    private readonly bool resume;
    private readonly string requester;
    private RunWorlds? worlds;

    private WorldsOfRun(Context context, ParseResult parsed, OpenCity? city, RunOrigin? origin, string? prefix, bool resume) =>
        (this.context, this.city, this.origin, this.prefix, this.resume, requester) = (context, city, origin, prefix, resume, StoreOptions.Requester(parsed));

    /// <summary><c>--from live@INSTANT</c>.</summary>
    public static Option<string?> From { get; } = new("--from")
    {
        Description = "Start from what a world knew, as in live or live@2025-07-08T17:00+08:00; or from the world.start of an earlier run. Without it, from the files of the map.",
    };

    /// <summary><c>--world NAME</c>.</summary>
    public static Option<string?> Leave { get; } = new("--world") { Description = "Leave each run behind as a world of this name (with the variant's and the replication's behind when there are several)." };

    /// <summary>What the runs start from; null for the files of the map.</summary>
    public StartingPoint? Start => origin?.Start;

    /// <summary>Takes hold of the world from which the command starts.</summary>
    /// <param name="context">Where to speak.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="kept">The file in which an earlier attempt kept what it started from; null when this is no resumption or there is none.</param>
    /// <param name="resume">Whether an earlier attempt is resumed.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<WorldsOfRun> OpenAsync(Context context, ParseResult parsed, string? kept, bool resume, CancellationToken cancellation)
    {
        var (from, prefix) = (parsed.GetValue(From), parsed.GetValue(Leave));
        var file = from is not null && File.Exists(from) ? from : kept;
        var named = from is null || file == from ? null : (WorldAt?)WorldAt.Parse(from);
        var start = file is null ? null : Read(file);
        // What an earlier attempt kept is of another world or instant than the one that is named now.
        if (named is { } other && start is not null && (start.World != other.Name || (other.At is { } at && at != start.Instant))) start = null;
        if (prefix is null && (named is null || start is not null)) return new(context, parsed, null, start is null ? null : new(start, null), null, resume);

        var city = await OpenCity.OpenAsync(context, parsed, cancellation, make: named is null).ConfigureAwait(false);
        try
        {
            var origin = start is not null ? await RunOrigin.AgainAsync(city.Store, start, prefix!, cancellation).ConfigureAwait(false)
                : named is { } world ? await RunOrigin.TakeAsync(city.Store, world.Name, world.At, prefix, resume, context.Clock.GetUtcNow(), cancellation).ConfigureAwait(false)
                : null;
            return new(context, parsed, city, origin, prefix, resume);
        }
        catch
        {
            await city.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Says what the runs start from, and finds names for their worlds before anything is run.</summary>
    public async Task BeginAsync(Study study, IReadOnlyList<string> variants, bool silent, CancellationToken cancellation)
    {
        var wanted = EffectiveScenario.All(study.Scenario).Where(v => variants.Count == 0 || variants.Contains(v.Variant.Name)).ToArray();
        if (!silent && wanted.Length > 0 && study.StartReport(wanted[0]) is { } report)
        {
            StartText.Write(report, context.Terminal.Out, context.Terminal.Language);
            context.Terminal.Out.WriteLine();
        }
        if (prefix is null || city is null) return;
        await city.Maps.KeepAsync(study.City, cancellation).ConfigureAwait(false);
        worlds = await RunWorlds.BeginAsync(
            city.Store, new() { Prefix = prefix, Map = study.City.ContentHash, From = origin?.Fork, Resume = resume, Requester = requester, Clock = context.Clock },
            [.. wanted.Select(v => v.Variant.Name)], study.Scenario.Replications, cancellation).ConfigureAwait(false);
    }

    /// <summary>Leaves a finished run behind; null when none is wanted.</summary>
    public Func<RunManifest, RunRecord, CancellationToken, Task>? Keep => worlds is null ? null : worlds.KeepAsync;

    /// <summary>Ends it when all runs are written, and says where they are.</summary>
    public async Task EndAsync(bool silent, CancellationToken cancellation)
    {
        if (worlds is null) return;
        await worlds.EndAsync(cancellation).ConfigureAwait(false);
        if (silent) return;
        var names = worlds.Names.Values.Order(StringComparer.Ordinal).ToArray();
        context.Terminal.Out.WriteLine(context.Terminal.Say(
            $"{(names.Length == 1 ? "World" : "Worlds")}: {string.Join(", ", names.Take(6))}{(names.Length > 6 ? $" and {names.Length - 6} more" : "")}",
            $"世界：{string.Join("、", names.Take(6))}{(names.Length > 6 ? $" 等 {names.Length} 个" : "")}"));
        if (origin?.Fork is not null) context.Terminal.Out.WriteLine(context.Terminal.Say($"What changed: twin compare {names[0]}", $"变化：twin compare {names[0]}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (city is not null) await city.DisposeAsync().ConfigureAwait(false);
    }

    private static StartingPoint Read(string file)
    {
        try
        {
            return StartingPoint.FromBytes(File.ReadAllBytes(file));
        }
        catch (InvalidDataException e)
        {
            throw new InputException(file, e.Message);
        }
    }
}
