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

    /// <summary>Cars that all entrances together let in per second; infinite for a kerb.</summary>
    public double EntranceRate { get; init; } = double.PositiveInfinity;

    /// <summary>Cars that all exits together let out per second.</summary>
    public double ExitRate { get; init; } = double.PositiveInfinity;

    /// <summary>Cars that can wait before the barrier; who finds the queue full drives on.</summary>
    public int QueuePlaces { get; init; }

    /// <summary>Storeys with spaces; 1 for a surface lot or a kerb.</summary>
    public int Levels { get; init; } = 1;

    /// <summary>Who may enter when; empty for everybody at all times.</summary>
    public IReadOnlyList<AccessRule> Access { get; init; } = [];

    /// <summary>Longest stay, s; infinite when there is no limit.</summary>
    public double LongestStay { get; init; } = double.PositiveInfinity;

    /// <summary>Index of its tariff, -1 when it is free.</summary>
    public int Tariff { get; init; } = -1;
}

/// <summary>A time of the week, local: on some days, between two times of day. When the end is not after the beginning it runs over midnight.</summary>
/// <param name="Days">Bit i is day i, Sunday 0.</param>
/// <param name="From">s since midnight.</param>
/// <param name="Until">s since midnight, up to 86,400.</param>
public readonly record struct WeekTime(byte Days, double From, double Until)
{
    /// <summary>Always.</summary>
    public static WeekTime Always { get; } = new(0b111_1111, 0, 86400);

    /// <summary>Whether an instant lies in it; <paramref name="timeOfDay"/> in s since local midnight. The part after midnight belongs to the day on which it began.</summary>
    public bool Holds(DayOfWeek day, double timeOfDay)
    {
        if (From < Until) return On(day) && timeOfDay >= From && timeOfDay < Until;
        return (On(day) && timeOfDay >= From) || (On((DayOfWeek)(((int)day + 6) % 7)) && timeOfDay < Until);
    }

    private bool On(DayOfWeek day) => (Days >> (int)day & 1) != 0;
}

/// <summary>Whom a facility lets in, and when. Where several rules hold for a moment and a group, one that lets in suffices.</summary>
/// <param name="When">When it holds.</param>
/// <param name="Groups">Groups of users (permits) that it is for; empty for everybody.</param>
public sealed record AccessRule(WeekTime When, IReadOnlyList<string> Groups);

/// <summary>Spaces kept for groups of users at some times; at other times they are open like the rest.</summary>
/// <param name="Spaces">How many.</param>
/// <param name="Groups">For whom.</param>
/// <param name="When">When.</param>
public sealed record SpaceReserve(int Spaces, IReadOnlyList<string> Groups, WeekTime When);
