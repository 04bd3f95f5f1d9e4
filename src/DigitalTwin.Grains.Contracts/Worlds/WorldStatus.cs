using System.Collections.Immutable;

namespace DigitalTwin.Grains.Contracts.Worlds;

/// <summary>A world and what it holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Map">Content hash of its map.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Parent">The world it was forked from, or null.</param>
/// <param name="ForkedAt">The instant of the fork: what the parent observed later is not seen.</param>
/// <param name="Children">Worlds that were forked from it, by name.</param>
/// <param name="Own">What it holds of its own, beside what it shares with its ancestors.</param>
/// <param name="Age">Age of its newest own entry when asked; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("dt.world-status")]
public sealed record WorldStatus(
    [property: Id(0)] string Name,
    [property: Id(1)] WorldKind Kind,
    [property: Id(2)] string Map,
    [property: Id(3)] DateTimeOffset CreatedAt,
    [property: Id(4)] string? Parent,
    [property: Id(5)] DateTimeOffset? ForkedAt,
    [property: Id(6)] ImmutableArray<string> Children,
    [property: Id(7)] WorldHoldings Own,
    [property: Id(8)] TimeSpan? Age);

/// <summary>What a world holds of its own.</summary>
/// <param name="Observations">Entries of the history.</param>
/// <param name="Twins">Twins with an entry.</param>
/// <param name="ActiveAlerts">Alerts that are not over.</param>
/// <param name="Frames">Simulated frames.</param>
/// <param name="First">Instant of the first entry or frame, or null.</param>
/// <param name="Last">Instant of the last, or null.</param>
[GenerateSerializer, Immutable, Alias("dt.world-holdings")]
public sealed record WorldHoldings(
    [property: Id(0)] long Observations,
    [property: Id(1)] long Twins,
    [property: Id(2)] long ActiveAlerts,
    [property: Id(3)] long Frames,
    [property: Id(4)] DateTimeOffset? First,
    [property: Id(5)] DateTimeOffset? Last);
