using DigitalTwin.Numerics.Hashing;

namespace DigitalTwin.Mobility.Assignment;

/// <summary>Trips from zone to zone, in the unit of capacity: for each origin its destinations in ascending order, as compressed rows. Pairs without trips are left out.</summary>
public sealed class DemandTable
{
    private DemandTable(int[] start, int[] destination, double[] trips) => (Start, Destination, Trips) = (start, destination, trips);

    /// <summary>Origin to its first place in the columns; one more entry than zones.</summary>
    public int[] Start { get; }

    /// <summary>Zones of destination.</summary>
    public int[] Destination { get; }

    /// <summary>Trips; above 0.</summary>
    public double[] Trips { get; }

    /// <summary>Number of zones.</summary>
    public int ZoneCount => Start.Length - 1;

    /// <summary>All trips, those within a zone included.</summary>
    public double Total => Trips.Sum();

    /// <summary>Trips that leave their zone: those within one never reach the network.</summary>
    public double TotalBetweenZones
    {
        get
        {
            var sum = 0.0;
            for (var origin = 0; origin < ZoneCount; origin++)
                for (var i = Start[origin]; i < Start[origin + 1]; i++)
                    if (Destination[i] != origin) sum += Trips[i];
            return sum;
        }
    }

    /// <summary>SHA-256 of origins, destinations and trips.</summary>
    public string ContentHash()
    {
        using var hash = new ContentHash();
        hash.Append(ZoneCount);
        hash.AppendRaw<int>(Start);
        hash.AppendRaw<int>(Destination);
        hash.Append(Trips);
        return hash.Current();
    }

    /// <summary>Gathers trips in any order; those of one pair are added up.</summary>
    /// <param name="zones">Number of zones.</param>
    /// <param name="trips">Origin, destination, trips; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A zone that does not exist, or trips that are negative or not finite.</exception>
    public static DemandTable Of(int zones, IEnumerable<(int Origin, int Destination, double Trips)> trips)
    {
        ArgumentNullException.ThrowIfNull(trips);
        var rows = new SortedDictionary<int, double>[zones];
        for (var zone = 0; zone < zones; zone++) rows[zone] = [];
        foreach (var (origin, destination, amount) in trips)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)origin, (uint)zones, nameof(trips));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)destination, (uint)zones, nameof(trips));
            if (!(amount >= 0 && double.IsFinite(amount))) throw new ArgumentOutOfRangeException(nameof(trips), amount, "Trips are finite and not negative.");
            if (amount > 0) rows[origin][destination] = rows[origin].GetValueOrDefault(destination) + amount;
        }
        var start = new int[zones + 1];
        for (var zone = 0; zone < zones; zone++) start[zone + 1] = start[zone] + rows[zone].Count;
        return new(start, [.. rows.SelectMany(r => r.Keys)], [.. rows.SelectMany(r => r.Values)]);
    }
}
