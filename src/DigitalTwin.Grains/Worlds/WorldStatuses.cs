using System.Collections.Immutable;
using DigitalTwin.Storage;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Grains.Worlds;

/// <summary>Puts together what is said of worlds.</summary>
internal static class WorldStatuses
{
    public static async Task<WorldStatus?> FindAsync(ICityStore store, string name, DateTimeOffset now, CancellationToken cancellation)
    {
        var worlds = await store.Worlds.ListAsync(cancellation);
        return worlds.FirstOrDefault(w => w.Name == name) is { } world ? await OfAsync(store, world, worlds, now, cancellation) : null;
    }

    public static async Task<ImmutableArray<WorldStatus>> AllAsync(ICityStore store, DateTimeOffset now, CancellationToken cancellation)
    {
        var worlds = await store.Worlds.ListAsync(cancellation);
        var all = ImmutableArray.CreateBuilder<WorldStatus>(worlds.Count);
        foreach (var world in worlds)
        {
            try
            {
                all.Add(await OfAsync(store, world, worlds, now, cancellation));
            }
            catch (WorldException)
            {
                // Deleted since the list was read.
            }
        }
        return all.DrainToImmutable();
    }

    /// <summary>The first letters of a hash.</summary>
    public static string Short(string hash) => hash.Length <= 12 ? hash : hash[..12] + "…";

    /// <summary><c>'a', 'b' and 'c'</c>.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private static async Task<WorldStatus> OfAsync(ICityStore store, World world, IReadOnlyList<World> all, DateTimeOffset now, CancellationToken cancellation)
    {
        var own = await store.Worlds.ContentAsync(world.Name, cancellation);
        return new(world.Name, world.Kind, world.Map, world.CreatedAt, world.Parent, world.ForkedAt,
            [.. all.Where(w => w.Parent == world.Name).Select(w => w.Name)],
            new(own.Observations, own.Twins, own.ActiveAlerts, own.Frames, own.First, own.Last), now - own.Last);
    }
}

/// <summary>Who wants something: a name is asked for wherever something changes, because the audit trail has it.</summary>
internal static class Requesters
{
    private const int Longest = 128;

    public static void Check(string requester)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(requester);
        if (requester.Length > Longest) throw new ArgumentException($"The requester has {requester.Length} characters; at most {Longest} are accepted.", nameof(requester));
    }
}
