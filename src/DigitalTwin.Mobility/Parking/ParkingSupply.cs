using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Mobility.Parking.Tariffs;

namespace DigitalTwin.Mobility.Parking;

/// <summary>Where one can park: off-street lots and kerb segments, and what they charge. Immutable; occupancy, closures and changed prices are in a state.</summary>
/// <param name="Facilities">Lots first, then kerbs, each in the order of their source.</param>
/// <param name="Tariffs">What facilities charge; <see cref="ParkingFacility.Tariff"/> points here.</param>
public sealed record ParkingSupply(IReadOnlyList<ParkingFacility> Facilities, IReadOnlyList<Tariff> Tariffs);

/// <summary>Whether cars stand in a lot of their own or along a road.</summary>
public enum FacilityKind : byte
{
    /// <summary>Off-street: entrances, levels, a queue before the barrier.</summary>
    Lot,

    /// <summary>Bays along one side of a road link: found by driving past, no queue.</summary>
    Kerb,
}

/// <summary>A parking lot or a segment of kerb with bays.</summary>
public sealed record ParkingFacility
{
    /// <summary>The owner's id: <c>P-07</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Lot or kerb.</summary>
    public required FacilityKind Kind { get; init; }

    /// <summary>Road link at whose downstream end cars turn in (lot) or along which the bays lie (kerb).</summary>
    public required int Link { get; init; }

    /// <summary>Node at which cars that leave join the network again.</summary>
    public required int ExitNode { get; init; }

    /// <summary>Longitude of the place from which drivers walk, degrees.</summary>
    public required double Longitude { get; init; }

    /// <summary>Latitude, degrees.</summary>
    public required double Latitude { get; init; }

    /// <summary>Spaces, those with chargers and those reserved for groups included.</summary>
    public required int Capacity { get; init; }

    /// <summary>Spaces kept for groups of users, and when; the rest is open to whoever may enter.</summary>
    public IReadOnlyList<SpaceReserve> Reserves { get; init; } = [];

    /// <summary>Spaces with a charger.</summary>
    public int Chargers { get; init; }

    /// <summary>Power of one charger, W.</summary>
    public double ChargerPower { get; init; }

    /// <summary>Whether cars that do not charge may stand at a charger; they then take one only when no other space is left.</summary>
    public bool ChargersOpenToAll { get; init; }

    /// <summary>Cars that all entrances together let in per second; infinite for a kerb.</summary>
    public double EntranceRate { get; init; } = double.PositiveInfinity;

    /// <summary>Cars that all exits together let out per second.</summary>
    public double ExitRate { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// Cars that can wait before the barrier, for it or for a space; who finds the queue full drives on. Null where nobody has said: then who has a space to come waits for the barrier,
    /// however many do, and nobody waits for a space to become free.
    /// </summary>
    public int? QueuePlaces { get; init; }

    /// <summary>Storeys with spaces; 1 for a surface lot or a kerb.</summary>
    public int Levels { get; init; } = 1;

    /// <summary>Time to drive from one level to the next, s. Levels fill in order, so that the fuller a lot, the longer the way to a space.</summary>
    public double LevelTime { get; init; }

    /// <summary>Who may enter when; empty for everybody at all times.</summary>
    public IReadOnlyList<AccessRule> Access { get; init; } = [];

    /// <summary>Longest stay where no policy says another, s; infinite when there is no limit.</summary>
    public double LongestStay { get; init; } = double.PositiveInfinity;

    /// <summary>What holds for whom at which hours: time limits, no parking, bays for loading.</summary>
    public IReadOnlyList<CurbPolicy> Policies { get; init; } = [];

    /// <summary>Index of its tariff, -1 when it is free.</summary>
    public int Tariff { get; init; } = -1;
}

/// <summary>Whom a facility lets in, and when. Where several rules hold for a moment and a group, one that lets in suffices.</summary>
/// <param name="When">When it holds: opening hours, or the hours in which an office shares its lot.</param>
/// <param name="Groups">Groups of drivers, or permits that drivers hold, that it is for; empty for everybody.</param>
/// <param name="WholeStay">Whether the whole stay must lie within it: who parks in shared hours must be gone when they end. Otherwise only the arrival must.</param>
public sealed record AccessRule(WeekTime When, IReadOnlyList<string> Groups, bool WholeStay = false);

/// <summary>Spaces kept for groups of users at some times; at other times they are open like the rest.</summary>
/// <param name="Spaces">How many.</param>
/// <param name="Groups">For whom: groups of drivers, or permits that drivers hold.</param>
/// <param name="When">When.</param>
public sealed record SpaceReserve(int Spaces, IReadOnlyList<string> Groups, WeekTime When);
