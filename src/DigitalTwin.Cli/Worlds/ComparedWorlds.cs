using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DigitalTwin.Cities;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cli.Commands;
using DigitalTwin.Client;
using DigitalTwin.Client.Comparing;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;
using DigitalTwin.Grains.Worlds;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Cli.Worlds;

/// <summary>One of two worlds that are compared.</summary>
/// <param name="World">The world.</param>
/// <param name="At">The instant at which it is taken; its newest when null.</param>
/// <param name="Run">The run that left it behind; null for a world of another kind.</param>
internal sealed record ComparedWorld(WorldStatus World, DateTimeOffset? At, RunSummary? Run);

/// <summary>Where something changed.</summary>
/// <param name="District">The district's id; null for what lies in none.</param>
/// <param name="Assets">How many assets changed there.</param>
/// <param name="Largest">The largest change.</param>
internal sealed record ChangedDistrict(string? District, int Assets, Change Largest);

/// <summary>
/// Two worlds side by side: what changed, where, by how much. From an ancestor to a world that descends from it changes are counted from the instant of the fork; of what only the run
/// knows, from the first instant that it recorded.
/// </summary>
/// <param name="From">From which changes are counted.</param>
/// <param name="To">To which.</param>
/// <param name="Recorded">The run's first recorded instant, where it stands in for what the other does not know; null otherwise.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Districts">Where, the most assets first.</param>
internal sealed record ComparedWorlds(ComparedWorld From, ComparedWorld To, DateTimeOffset? Recorded, WorldComparison Changes, ImmutableArray<ChangedDistrict> Districts)
{
    /// <summary>Compares.</summary>
    /// <param name="city">The store.</param>
    /// <param name="client">The grains.</param>
    /// <param name="first">A world.</param>
    /// <param name="second">Another; the parent of the first when null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="WorldException">A world is not there, or has no parent.</exception>
    public static async Task<ComparedWorlds> OfAsync(OpenCity city, CityClient client, WorldAt first, WorldAt? second, CancellationToken cancellation)
    {
        var a = await WorldLooks.TheAsync(client, first.Name, cancellation).ConfigureAwait(false);
        var other = second ?? new(a.Parent ?? throw new WorldException($"'{a.Name}' was forked from no world; name the one to compare it with, as in twin compare {a.Name} OTHER."), null);
        var b = await WorldLooks.TheAsync(client, other.Name, cancellation).ConfigureAwait(false);
        var all = (await client.WorldsAsync(cancellation).ConfigureAwait(false)).ToDictionary(w => w.Name, StringComparer.Ordinal);
        var (here, hereAt, there, thereAt) = (a, first.At, b, other.At);
        var left = BelowOf(all, here, there);
        if (left is null && BelowOf(all, there, here) is { } below) (here, hereAt, there, thereAt, left) = (b, other.At, a, first.At, below);
        thereAt ??= there.Kind == WorldKind.Run ? there.Own.Last : null;
        hereAt ??= left is not null ? left.ForkedAt : here.Kind == WorldKind.Run ? here.Own.Last : null;
        if (left is null && hereAt > thereAt && first.At is null && other.At is null) hereAt = thereAt;
        else if (left is null && thereAt > hereAt && first.At is null && other.At is null) thereAt = hereAt;

        var recorded = left is not null && there is { Kind: WorldKind.Run, Own.First: { } begin } && begin < thereAt ? begin : (DateTimeOffset?)null;
        var baseline = recorded is null ? [] : await SimulatedAsync(client.World(there.Name), recorded.Value, cancellation).ConfigureAwait(false);
        var differences = client.World(here.Name).DifferencesAsync(new(there.Name, hereAt, thereAt), cancellation);
        var changes = await WorldComparison.OfAsync(here.Name, there.Name, Completed(differences, baseline, cancellation), cancellation).ConfigureAwait(false);
        var map = (await city.Maps.FindAsync(there.Map, cancellation).ConfigureAwait(false))?.City;
        return new(
            new(here, hereAt, await RunOf(city, here.Name, cancellation).ConfigureAwait(false)), new(there, thereAt, await RunOf(city, there.Name, cancellation).ConfigureAwait(false)),
            recorded, changes, map is null ? [] : Where(map, changes));
    }

    /// <summary>The run that left a world behind, or null.</summary>
    /// <exception cref="InputException">What the store says of the run cannot be read.</exception>
    public static async Task<RunSummary?> RunOf(OpenCity city, string world, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var row = await city.Store.Worlds.FindAsync(world, cancellation).ConfigureAwait(false);
        var run = row is null ? null : await RunDocument.ReadAsync(city.Store.Documents, row, problems, cancellation).ConfigureAwait(false);
        problems.ThrowIfErrors();
        return run;
    }

    /// <summary>The world that was forked directly from an ancestor on the way down to a descendant; null when the one does not descend from the other.</summary>
    private static WorldStatus? BelowOf(Dictionary<string, WorldStatus> all, WorldStatus ancestor, WorldStatus descendant)
    {
        for (var world = descendant; world.Parent is { } parent; world = all[parent])
            if (parent == ancestor.Name) return world;
        return null;
    }

    private static async Task<Dictionary<(string, string), Reading>> SimulatedAsync(IWorldGrain run, DateTimeOffset at, CancellationToken cancellation)
    {
        var known = new Dictionary<(string, string), Reading>();
        await foreach (var twin in run.NewestAsync(at, cancellation).ConfigureAwait(false))
            foreach (var reading in twin.Readings)
                if (reading.Origin == Origin.Simulated) known[(twin.Asset, reading.Property)] = reading;
        return known;
    }

    /// <summary>What the one side does not know is taken from the first record of the run; what then is alike did not change.</summary>
    private static async IAsyncEnumerable<TwinDifference> Completed(
        IAsyncEnumerable<TwinDifference> differences, Dictionary<(string, string), Reading> baseline, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var difference in differences.WithCancellation(cancellation).ConfigureAwait(false))
        {
            var whole = difference.Here is null && baseline.TryGetValue((difference.Asset, difference.Property), out var before) ? difference with { Here = before } : difference;
            if (whole is { Here: { } here, There: { } there } && here.Value.Equals(there.Value) && here.Text == there.Text) continue;
            yield return whole;
        }
    }

    private static ImmutableArray<ChangedDistrict> Where(City city, WorldComparison comparison)
    {
        var largest = new Dictionary<int, Change>();
        var assets = new Dictionary<int, HashSet<string>>();
        foreach (var change in comparison.Changes)
        {
            if (change.Here is null || change.There is null) continue;
            var district = DistrictOf(city, change.Asset);
            largest.TryAdd(district, change);
            if (!assets.TryGetValue(district, out var there)) assets.Add(district, there = new(StringComparer.Ordinal));
            there.Add(change.Asset);
        }
        return
        [
            .. assets.OrderByDescending(d => d.Value.Count).ThenBy(d => d.Key)
                .Select(d => new ChangedDistrict(d.Key < 0 ? null : city.Districts[d.Key].Id, d.Value.Count, largest[d.Key])),
        ];
    }

    private static int DistrictOf(City city, string asset)
    {
        if (!AssetId.TryParse(asset, out var id, out _) || city.Assets.Find(id) is not (>= 0 and var index)) return -1;
        if (asset.StartsWith(AssetTypes.District + "/", StringComparison.Ordinal)) return city.Districts.ToList().FindIndex(d => $"{AssetTypes.District}/{d.Id}" == asset);
        return city.Assets[index].Place is { } place ? city.DistrictAt(place.X, place.Y) : -1;
    }
}
