using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Curbs;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>What a place to park looks like.</summary>
public enum ParkingKind
{
    /// <summary>A lot on the ground.</summary>
    Surface,

    /// <summary>A garage below the ground.</summary>
    Underground,

    /// <summary>A building for cars.</summary>
    MultiStorey,

    /// <summary>Bays along one side of a road.</summary>
    Kerb,
}

/// <summary>Which side of a road, as its street is drawn.</summary>
public enum RoadSide
{
    /// <summary>To the right of who follows the line from its first point.</summary>
    Right,

    /// <summary>To the left.</summary>
    Left,
}

/// <summary>
/// A parking lot or a kerb segment in its operator's words, as a feature of <c>parking.geojson</c> has it: tariffs and roads by name, nothing resolved yet. What is not said has the value of
/// a plain lot without barriers that is open to everybody.
/// </summary>
public sealed record ParkingFeature
{
    /// <summary>The owner's id.</summary>
    public required string Id { get; init; }

    /// <summary>Point or area of a lot, line of a kerb, in degrees; null when it lies where its road does.</summary>
    public Geometry? Geometry { get; init; }

    /// <summary>Name in English; empty when unknown.</summary>
    public string NameEn { get; init; } = "";

    /// <summary>Name in Chinese; empty when unknown.</summary>
    public string NameZh { get; init; } = "";

    /// <summary>Surface, underground, multi-storey or kerb.</summary>
    public required ParkingKind Kind { get; init; }

    /// <summary>Spaces.</summary>
    public required int Capacity { get; init; }

    /// <summary>Storeys with spaces.</summary>
    public int Levels { get; init; } = 1;

    /// <summary>Cars that all entrances together let in, cars/s; infinite without barriers.</summary>
    public double EntranceRate { get; init; } = double.PositiveInfinity;

    /// <summary>Cars that all exits together let out, cars/s; infinite without barriers.</summary>
    public double ExitRate { get; init; } = double.PositiveInfinity;

    /// <summary>Cars that can wait before the barrier; null where the owner does not say: then who has a space to come waits for the barrier, and nobody for a space.</summary>
    public int? QueuePlaces { get; init; }

    /// <summary>When <see cref="AccessGroups"/> (or everybody, when there are none) may enter; empty for always.</summary>
    public IReadOnlyList<WeekTime> OpeningHours { get; init; } = [];

    /// <summary>Groups of users that may enter; empty for everybody.</summary>
    public IReadOnlyList<string> AccessGroups { get; init; } = [];

    /// <summary>When <see cref="SharedWith"/> may be there too; they must be gone when it ends.</summary>
    public IReadOnlyList<WeekTime> SharedHours { get; init; } = [];

    /// <summary>Groups that may enter in the shared hours; empty for everybody.</summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];

    /// <summary>Spaces kept for groups.</summary>
    public IReadOnlyList<SpaceReserve> Reserves { get; init; } = [];

    /// <summary>Spaces with a charger.</summary>
    public int Chargers { get; init; }

    /// <summary>Power of one charger, W.</summary>
    public double ChargerPower { get; init; }

    /// <summary>Whether cars that do not charge may stand at a charger.</summary>
    public bool ChargersOpenToAll { get; init; }

    /// <summary>Time to drive from one level to the next, s.</summary>
    public double LevelTime { get; init; }

    /// <summary>Longest stay where no policy says another, s; infinite when there is no limit.</summary>
    public double LongestStay { get; init; } = double.PositiveInfinity;

    /// <summary>What is permitted or forbidden for whom, at which hours and for how long.</summary>
    public IReadOnlyList<CurbPolicy> Policies { get; init; } = [];

    /// <summary>Name of its tariff; null when it is free.</summary>
    public string? Tariff { get; init; }

    /// <summary>Id of the street or link from which it is reached; null for the nearest.</summary>
    public string? Road { get; init; }

    /// <summary>Side of that street; null for the side on which it lies.</summary>
    public RoadSide? Side { get; init; }

    /// <summary>Where cars turn in, degrees; null for the point of a lot, or where its area is nearest to the road.</summary>
    public Coordinate? Entrance { get; init; }

    /// <summary>Properties that are not of this format; they become attributes.</summary>
    public IReadOnlyList<KeyValuePair<string, GeoValue>> Others { get; init; } = [];

    /// <summary>1-based line at which the feature begins; 0 when it was not read from a file.</summary>
    public int Line { get; init; }

    /// <summary>1-based column at which it begins.</summary>
    public int Column { get; init; }

    /// <summary>Whom it lets in when, as rules.</summary>
    public IReadOnlyList<AccessRule> Rules()
    {
        if (OpeningHours.Count == 0 && AccessGroups.Count == 0) return [];
        IEnumerable<WeekTime> open = OpeningHours.Count == 0 ? [WeekTime.Always] : OpeningHours;
        return [.. open.Select(when => new AccessRule(when, AccessGroups)), .. SharedHours.Select(when => new AccessRule(when, SharedWith, WholeStay: true))];
    }
}
