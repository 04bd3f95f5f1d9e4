namespace DigitalTwin.Mobility.Traffic;

/// <summary>What the trips of a group of drivers that ended since <see cref="MobilityState.BeginTally"/> were like.</summary>
public record struct GroupTally()
{
    /// <summary>Trips that ended, by <see cref="TripOutcome"/>.</summary>
    public IReadOnlyList<int> Ended => ended;

    private readonly int[] ended = new int[Enum.GetValues<TripOutcome>().Length];

    /// <summary>Time on the road, waiting to enter it included, s.</summary>
    public double DriveSeconds { get; internal set; }

    /// <summary>Length driven, m.</summary>
    public double DriveMetres { get; internal set; }

    /// <summary>Time from the first refusal or the beginning of a search until parked or given up, s.</summary>
    public double SearchSeconds { get; internal set; }

    /// <summary>Length driven in that time, m.</summary>
    public double SearchMetres { get; internal set; }

    /// <summary>Time waited before barriers, s.</summary>
    public double QueueSeconds { get; internal set; }

    /// <summary>Length walked from the car to the destination, one way, m.</summary>
    public double WalkMetres { get; internal set; }

    /// <summary>Trips that parked.</summary>
    public int Parked { get; internal set; }

    /// <summary>Drivers, of those whose search ended, who did not get in where they wanted to park first; each counts once.</summary>
    public int TurnedAway { get; internal set; }

    /// <summary>Paid for parking, in the tariff's currency.</summary>
    public double Money { get; internal set; }

    internal readonly void Count(TripOutcome outcome) => ended[(int)outcome]++;

    internal readonly void Save(BinaryWriter writer)
    {
        StateFormat.Write(writer, ended);
        StateFormat.Write(writer, (double[])[DriveSeconds, DriveMetres, SearchSeconds, SearchMetres, QueueSeconds, WalkMetres, Money]);
        writer.Write(Parked);
        writer.Write(TurnedAway);
    }

    internal static GroupTally Load(BinaryReader reader)
    {
        var tally = new GroupTally();
        StateFormat.Read(reader, tally.ended);
        var sums = StateFormat.Read<double>(reader);
        if (sums.Length != 7) throw new InvalidDataException("The saved state of the traffic is damaged.");
        (tally.DriveSeconds, tally.DriveMetres, tally.SearchSeconds, tally.SearchMetres) = (sums[0], sums[1], sums[2], sums[3]);
        (tally.QueueSeconds, tally.WalkMetres, tally.Money, tally.Parked) = (sums[4], sums[5], sums[6], reader.ReadInt32());
        tally.TurnedAway = reader.ReadInt32();
        return tally;
    }
}
