using System.Runtime.CompilerServices;
using System.Text.Json;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Hosting;
using DigitalTwin.Storage;
using DigitalTwin.Storage.History;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.Worlds;

/// <summary>A world. It holds nothing: what is true of it is in the store, and forking is one row there.</summary>
[Reentrant]
internal sealed class WorldGrain(ICityStore store, ICityLibrary library, CityClock clock, WorldDirectory directory) : Grain, IWorldGrain
{
    private string Name => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<WorldStatus> CreateAsync(string map, string requester, CancellationToken cancellation)
    {
        Requesters.Check(requester);
        if (await library.FindAsync(map, cancellation) is null) throw new WorldException($"The store does not hold the map {WorldStatuses.Short(map)}; a world is made of a map that it holds.");
        await store.Worlds.CreateAsync(Name, map, clock.Time.GetUtcNow(), cancellation);
        await NoteAsync(requester, "world.create", Name, new { map });
        return await TheStatusAsync(Name, cancellation);
    }

    /// <inheritdoc/>
    public Task<WorldStatus?> StatusAsync(CancellationToken cancellation) => WorldStatuses.FindAsync(store, Name, clock.Time.GetUtcNow(), cancellation);

    /// <inheritdoc/>
    public async Task<WorldStatus> ForkAsync(string name, DateTimeOffset? instant, string requester, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        Requesters.Check(requester);
        var fork = await store.Worlds.ForkAsync(name, Name, instant, WorldKind.Fork, clock.Time.GetUtcNow(), cancellation);
        await NoteAsync(requester, "world.fork", name, new { parent = Name, at = fork.ForkedAt });
        return await TheStatusAsync(name, cancellation);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string requester, CancellationToken cancellation)
    {
        Requesters.Check(requester);
        var children = (await store.Worlds.ListAsync(cancellation)).Where(w => w.Parent == Name).Select(w => $"'{w.Name}'").ToArray();
        if (children.Length > 0)
            throw new WorldException($"'{Name}' cannot be deleted: {WorldStatuses.List(children)} {(children.Length == 1 ? "was" : "were")} forked from it and {(children.Length == 1 ? "shares" : "share")} what it holds. Delete {(children.Length == 1 ? "that" : "those")} first.");
        await store.Worlds.DeleteAsync(Name, cancellation);
        directory.Forget(Name);
        await NoteAsync(requester, "world.delete", Name, new { });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TwinDifference> DifferencesAsync(DifferenceQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        await foreach (var d in store.History.DifferencesAsync(new WorldMoment(Name, query.At), new WorldMoment(query.Other, query.OtherAt), cancellation))
            yield return new(d.Asset, d.Property, d.Left, d.Right);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Alert> AlertsAsync(AlertQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        return store.History.AlertsAsync(Name, query.ActiveOnly, query.From, query.Until, query.Asset, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AssetReadings> NewestAsync(DateTimeOffset? at, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var twin in store.History.NewestAsync(Name, at, cancellation)) yield return new(twin.Asset, twin.Readings);
    }

    /// <inheritdoc/>
    public async Task<long> ForgetAsync(DateTimeOffset olderThan, string requester, CancellationToken cancellation)
    {
        Requesters.Check(requester);
        var forgotten = await store.History.ForgetAsync(Name, olderThan, cancellation);
        await NoteAsync(requester, "world.forget", Name, new { olderThan, entries = forgotten });
        return forgotten;
    }

    private async Task<WorldStatus> TheStatusAsync(string name, CancellationToken cancellation) =>
        await WorldStatuses.FindAsync(store, name, clock.Time.GetUtcNow(), cancellation) ?? throw new WorldException($"The world '{name}' was deleted meanwhile.");

    // What was done is done: a caller who gives up does not keep it out of the trail.
    private Task NoteAsync(string requester, string action, string subject, object detail) =>
        store.Audit.AppendAsync(new(requester, action, subject, JsonSerializer.Serialize(detail)), clock.Time.GetUtcNow(), CancellationToken.None);
}
