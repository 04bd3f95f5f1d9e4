namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// How drivers came to park, at a facility or for a destination, since <see cref="MobilityState.BeginTally"/>. Sums are over the drivers who parked; divided by their number they are means, and
/// search over the way is the share of the way that was spent searching, the parking overhead of A/B Street's maps (there of the whole trip).
/// </summary>
public record struct SearchTally
{
    /// <summary>Drivers who parked.</summary>
    public int Parked { get; internal set; }

    /// <summary>Drivers who gave up; 0 at a facility, where one is refused and tries elsewhere.</summary>
    public int GaveUp { get; internal set; }

    /// <summary>Time from the first refusal or the beginning of a search until they parked, s.</summary>
    public double SearchSeconds { get; internal set; }

    /// <summary>Time on the road and before barriers from setting out until they parked, s; the search is part of it.</summary>
    public double WaySeconds { get; internal set; }

    /// <summary>Length walked from the car to the destination, one way, m.</summary>
    public double WalkMetres { get; internal set; }

    internal void Add(double search, double way, double walk)
    {
        Parked++;
        SearchSeconds += search;
        WaySeconds += way;
        WalkMetres += walk;
    }

    internal readonly void Save(BinaryWriter writer)
    {
        writer.Write(Parked);
        writer.Write(GaveUp);
        writer.Write(SearchSeconds);
        writer.Write(WaySeconds);
        writer.Write(WalkMetres);
    }

    internal static SearchTally Load(BinaryReader reader) => new()
    {
        Parked = reader.ReadInt32(), GaveUp = reader.ReadInt32(), SearchSeconds = reader.ReadDouble(), WaySeconds = reader.ReadDouble(), WalkMetres = reader.ReadDouble(),
    };
}
