using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Parking.Drivers;

/// <summary>
/// Drivers who weigh price, walk and time alike, but for what each draws for himself (a mixed logit), and who hold the same permits. Weights are what a unit
/// takes from the utility, so that 0.1 per CNY and 0.2 per minute of walking mean that a minute is worth 2 CNY. Defaults with their sources come with the library: <see cref="DriverGroups.Default"/>.
/// </summary>
public sealed record DriverGroup
{
    /// <summary>Name, by which access rules, reserves and tariffs mean it: <c>commuters</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public LocalizedText Title { get; init; }

    /// <summary>Permits that these drivers hold; rules may name them like groups.</summary>
    public IReadOnlyList<string> Permits { get; init; } = [];

    /// <summary>Share of them who see the occupancy, queue and closure of facilities while guidance is on, 0 to 1.</summary>
    public double InformedShare { get; init; }

    /// <summary>Weight of the price of the stay, per unit of the currency.</summary>
    public required Taste Price { get; init; }

    /// <summary>Weight of walking, per s.</summary>
    public required Taste Walk { get; init; }

    /// <summary>Weight of driving, per s.</summary>
    public required Taste Drive { get; init; }

    /// <summary>Weight of searching for a space, per s.</summary>
    public required Taste Search { get; init; }

    /// <summary>Weight of waiting before a barrier, per s.</summary>
    public required Taste Queue { get; init; }

    /// <summary>What giving up (going by another mode, or not at all) takes from the utility; the larger, the more they bear before they do.</summary>
    public required Taste GiveUp { get; init; }

    /// <summary>Longest wait before a barrier, s.</summary>
    public required Taste QueuePatience { get; init; }

    /// <summary>Longest search, s, after which a driver gives up.</summary>
    public required Taste SearchPatience { get; init; }

    /// <summary>Longest walk from the car to the destination, m.</summary>
    public required double LongestWalk { get; init; }

    /// <summary>Walking speed, m/s.</summary>
    public required double WalkSpeed { get; init; }

    /// <summary>Share of electric cars, 0 to 1.</summary>
    public double ElectricShare { get; init; }

    /// <summary>Share of electric cars that want to charge while they are parked, 0 to 1.</summary>
    public double ChargingShare { get; init; }

    /// <summary>Share of those that want to charge for which only a space with a charger will do, 0 to 1.</summary>
    public double NeedsChargerShare { get; init; }

    /// <summary>Energy wanted, J.</summary>
    public Taste Energy { get; init; }

    /// <summary>Whether a rule that names some groups or permits means these drivers.</summary>
    public bool IsNamed(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names)
            if (name == Name || Permits.Contains(name)) return true;
        return false;
    }
}
