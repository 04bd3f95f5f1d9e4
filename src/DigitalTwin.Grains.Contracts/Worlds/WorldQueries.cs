using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Contracts.Worlds;

/// <summary>What is compared with what.</summary>
/// <param name="Other">The other world; it may be the same one at another instant.</param>
/// <param name="At">The instant of this world; its newest when null.</param>
/// <param name="OtherAt">The instant of the other; its newest when null.</param>
[GenerateSerializer, Immutable, Alias("dt.difference-query")]
public sealed record DifferenceQuery(
    [property: Id(0)] string Other, [property: Id(1)] DateTimeOffset? At = null, [property: Id(2)] DateTimeOffset? OtherAt = null);

/// <summary>A property of an asset that two worlds know differently.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Property">The property.</param>
/// <param name="Here">What this world knows, or null.</param>
/// <param name="There">What the other knows, or null.</param>
[GenerateSerializer, Immutable, Alias("dt.twin-difference")]
public sealed record TwinDifference(
    [property: Id(0)] string Asset, [property: Id(1)] string Property, [property: Id(2)] Reading? Here, [property: Id(3)] Reading? There);

/// <summary>Which alerts.</summary>
/// <param name="ActiveOnly">Only those that are not over.</param>
/// <param name="From">Raised from this instant on; from ever when null.</param>
/// <param name="Until">Raised before this instant; to the newest when null.</param>
/// <param name="Asset">Of this asset; of all when null.</param>
[GenerateSerializer, Immutable, Alias("dt.alert-query")]
public sealed record AlertQuery(
    [property: Id(0)] bool ActiveOnly = true,
    [property: Id(1)] DateTimeOffset? From = null,
    [property: Id(2)] DateTimeOffset? Until = null,
    [property: Id(3)] string? Asset = null);

/// <summary>The newest readings of a twin.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Readings">Observed, derived, assumed and simulated, by property.</param>
[GenerateSerializer, Immutable, Alias("dt.asset-readings")]
public sealed record AssetReadings([property: Id(0)] string Asset, [property: Id(1)] ImmutableArray<Reading> Readings);
