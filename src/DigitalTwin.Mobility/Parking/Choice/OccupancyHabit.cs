using DigitalTwin.Numerics.Clocks;
namespace DigitalTwin.Mobility.Parking.Choice;

/// <summary>
/// What drivers who see no signs expect from experience: the share of a facility's spaces that is taken, by half hour of a workday or of a weekend day. Immutable; a run's
/// observations make the next one (<see cref="OccupancyObservation"/>).
/// </summary>
public sealed class OccupancyHabit
{
    /// <summary>Half hours of a workday, then of a weekend day.</summary>
    public const int Slots = 96;

    /// <summary>Share expected where nobody has experience: an assumption, below the 85 % at which search is felt.</summary>
    public const double UsualShare = 0.6;

    private readonly double[] shares, full;

    private OccupancyHabit(ParkingSupply supply, double[] shares) => (this.shares, full) = (shares, FullOf(supply, shares));

    /// <summary>The same share everywhere and always.</summary>
    public static OccupancyHabit Prior(ParkingSupply supply, double share = UsualShare)
    {
        ArgumentNullException.ThrowIfNull(supply);
        var shares = new double[supply.Facilities.Count * Slots];
        Array.Fill(shares, share);
        return new OccupancyHabit(supply, shares);
    }

    /// <summary>Shares that are known, <see cref="Slots"/> for each facility; above 1 where more cars stood than there are spaces.</summary>
    public static OccupancyHabit Of(ParkingSupply supply, IReadOnlyList<double> shares)
    {
        ArgumentNullException.ThrowIfNull(supply);
        ArgumentNullException.ThrowIfNull(shares);
        return shares.Count == supply.Facilities.Count * Slots && shares.All(s => s >= 0 && double.IsFinite(s))
            ? new OccupancyHabit(supply, [.. shares])
            : throw new ArgumentException($"Shares are 0 or more, {Slots} for each facility.", nameof(shares));
    }

    /// <summary>Share of spaces taken, as expected at a time.</summary>
    public double Share(int facility, LocalClock clock, double time) => Between(shares, facility, clock, time);

    /// <summary>Probability of finding it full, as expected at a time (<see cref="SearchTime.Full"/>).</summary>
    public double Full(int facility, LocalClock clock, double time) => Between(full, facility, clock, time);

    /// <summary>All shares, <see cref="Slots"/> for each facility.</summary>
    public ReadOnlySpan<double> Shares => shares;

    /// <summary>Half hour of the week's two kinds of days.</summary>
    public static int SlotOf(LocalClock clock, double time) =>
        FirstSlot(clock, time) + (int)(clock.TimeOfDay(time) / 1800);

    private static int FirstSlot(LocalClock clock, double time) => clock.DayOfWeek(time) is DayOfWeek.Saturday or DayOfWeek.Sunday ? Slots / 2 : 0;

    // On straight lines between the middles of half hours: a car park fills in less than one.
    private static double Between(double[] values, int facility, LocalClock clock, double time)
    {
        const int OfDay = Slots / 2;
        var first = facility * Slots + FirstSlot(clock, time);
        var at = clock.TimeOfDay(time) / 1800 - 0.5;
        var before = (int)Math.Floor(at);
        var share = at - before;
        var (one, next) = (before < 0 ? OfDay - 1 : before, before + 1 == OfDay ? 0 : before + 1);
        return (1 - share) * values[first + one] + share * values[first + next];
    }

    // Where nobody has been, all lots of a size are alike.
    private static double[] FullOf(ParkingSupply supply, double[] shares)
    {
        var (full, known) = (new double[shares.Length], new Dictionary<(int Spaces, double Share), double>());
        for (var i = 0; i < full.Length; i++)
        {
            var (spaces, share) = (supply.Facilities[i / Slots].Capacity, shares[i]);
            if (!known.TryGetValue((spaces, share), out full[i])) known.Add((spaces, share), full[i] = SearchTime.Full(share, spaces));
        }
        return full;
    }
}

/// <summary>Occupancy observed during a run, by half hour, to make a habit of.</summary>
public sealed class OccupancyObservation(ParkingSupply supply, LocalClock clock)
{
    private readonly double[] taken = new double[supply.Facilities.Count * OccupancyHabit.Slots], seen = new double[supply.Facilities.Count * OccupancyHabit.Slots];

    /// <summary>Adds an interval: it counts for the half hour in which its middle lies.</summary>
    /// <param name="facility">Facility.</param>
    /// <param name="from">s.</param>
    /// <param name="until">s.</param>
    /// <param name="occupiedTime">Sum of the time in which spaces were taken, s (<see cref="FacilityTally.OccupiedTime"/>).</param>
    /// <param name="capacity">Spaces.</param>
    public void Add(int facility, double from, double until, double occupiedTime, int capacity)
    {
        if (!(until > from) || capacity <= 0) return;
        var slot = (facility * OccupancyHabit.Slots) + OccupancyHabit.SlotOf(clock, (from + until) / 2);
        taken[slot] += occupiedTime / capacity;
        seen[slot] += until - from;
    }

    /// <summary>The habit after this run: (1 - weight) of the old and weight of what was seen, where anything was (successive averages: 1/n in the n-th run).</summary>
    public OccupancyHabit Learn(OccupancyHabit old, double weight)
    {
        ArgumentNullException.ThrowIfNull(old);
        var shares = old.Shares.ToArray();
        for (var i = 0; i < shares.Length; i++)
            if (seen[i] > 0) shares[i] += weight * ((taken[i] / seen[i]) - shares[i]);
        return OccupancyHabit.Of(supply, shares);
    }
}
