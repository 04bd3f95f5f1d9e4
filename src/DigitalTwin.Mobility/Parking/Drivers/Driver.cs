using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Parking.Drivers;

/// <summary>
/// What one driver has drawn: a pure function of the seed, the group and the driver's number, so that the same driver has the same tastes in every variant. It need not be kept: draw it again.
/// </summary>
/// <param name="Price">Weight of the price, per unit of the currency.</param>
/// <param name="Walk">Weight of walking, per s.</param>
/// <param name="Drive">Weight of driving, per s.</param>
/// <param name="Search">Weight of searching, per s.</param>
/// <param name="Queue">Weight of waiting before a barrier, per s.</param>
/// <param name="GiveUp">What giving up takes from the utility.</param>
/// <param name="QueuePatience">Longest wait before a barrier, s.</param>
/// <param name="SearchPatience">Longest search, s.</param>
/// <param name="InformationRank">Uniform on [0, 1): the driver is informed where the informed share exceeds it, so that a larger share informs the same drivers and more.</param>
/// <param name="Energy">Energy wanted from a charger, J; 0 for none.</param>
/// <param name="NeedsCharger">Whether only a space with a charger will do.</param>
public readonly record struct Driver(
    double Price, double Walk, double Drive, double Search, double Queue, double GiveUp, double QueuePatience, double SearchPatience, double InformationRank, double Energy, bool NeedsCharger)
{
    private static readonly ulong PriceStream = KeyedRandom.Stream("driver price"), WalkStream = KeyedRandom.Stream("driver walk"), DriveStream = KeyedRandom.Stream("driver drive"),
        SearchStream = KeyedRandom.Stream("driver search"), QueueStream = KeyedRandom.Stream("driver queue"), GiveUpStream = KeyedRandom.Stream("driver give up"),
        QueuePatienceStream = KeyedRandom.Stream("driver queue patience"), SearchPatienceStream = KeyedRandom.Stream("driver search patience"), InformedStream = KeyedRandom.Stream("driver informed"),
        ElectricStream = KeyedRandom.Stream("driver electric"), ChargesStream = KeyedRandom.Stream("driver charges"), NeedsStream = KeyedRandom.Stream("driver needs charger"), EnergyStream = KeyedRandom.Stream("driver energy");

    /// <summary>Draws a driver.</summary>
    /// <param name="group">Group.</param>
    /// <param name="random">Seed of the replication.</param>
    /// <param name="number">Number of the driver.</param>
    public static Driver Of(DriverGroup group, KeyedRandom random, int number)
    {
        ArgumentNullException.ThrowIfNull(group);
        var charges = Below(random, ElectricStream, number, group.ElectricShare) && Below(random, ChargesStream, number, group.ChargingShare);
        return new Driver(
            group.Price.Of(random, PriceStream, number),
            group.Walk.Of(random, WalkStream, number),
            group.Drive.Of(random, DriveStream, number),
            group.Search.Of(random, SearchStream, number),
            group.Queue.Of(random, QueueStream, number),
            group.GiveUp.Of(random, GiveUpStream, number),
            Math.Max(0, group.QueuePatience.Of(random, QueuePatienceStream, number)),
            Math.Max(0, group.SearchPatience.Of(random, SearchPatienceStream, number)),
            random.Uniform(InformedStream, (ulong)number),
            charges ? Math.Max(0, group.Energy.Of(random, EnergyStream, number)) : 0,
            charges && Below(random, NeedsStream, number, group.NeedsChargerShare));
    }

    /// <summary>The same driver with other weights of the same group: drawn as <see cref="Of"/> does from another seed.</summary>
    internal Driver WithWeights(DriverGroup group, KeyedRandom random, int number) => this with
    {
        Price = group.Price.Of(random, PriceStream, number),
        Walk = group.Walk.Of(random, WalkStream, number),
        Drive = group.Drive.Of(random, DriveStream, number),
        Search = group.Search.Of(random, SearchStream, number),
        Queue = group.Queue.Of(random, QueueStream, number),
        GiveUp = group.GiveUp.Of(random, GiveUpStream, number),
    };

    private static bool Below(KeyedRandom random, ulong stream, int number, double share) => share > 0 && random.Uniform(stream, (ulong)number) < share;
}
