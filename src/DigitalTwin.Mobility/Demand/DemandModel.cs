using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// Who wants to drive where and when: the one door to demand. Immutable, shared by runs and threads. A trip and its draws depend on the seed, on the trip and on its date only: not on the period asked for, not on other
/// trips, not on threads. A day that is asked for in two halves is the day asked for at once.
/// </summary>
public sealed class DemandModel
{
    private readonly ShareTable groupShares;
    private readonly ShareTable?[] groupsOf;

    /// <summary>Joins sources of trips.</summary>
    /// <param name="places">Places that the sources point to.</param>
    /// <param name="purposes">Purposes, in the order in which the sources count them; at least one, at most 256.</param>
    /// <param name="groups">Names of the groups of drivers, in the order in which the traffic model counts them; at least one, at most 256.</param>
    /// <param name="groupShares">Weights of the groups among trips whose source names none and whose purpose has none; empty for equal weights.</param>
    /// <param name="sources">Where trips come from.</param>
    /// <param name="factor">What every source's trips are multiplied by, from 0.</param>
    /// <exception cref="ArgumentException">A number of things is outside its limits.</exception>
    public DemandModel(Places places, IReadOnlyList<TripPurpose> purposes, IReadOnlyList<string> groups, IReadOnlyList<double> groupShares, IReadOnlyList<DemandSource> sources, double factor = 1)
        : this(places, purposes, groups, groupShares, sources, [.. Enumerable.Repeat(factor, (purposes?.Count ?? 0) + 1)])
    {
    }

    private DemandModel(Places places, IReadOnlyList<TripPurpose> purposes, IReadOnlyList<string> groups, IReadOnlyList<double> groupShares, IReadOnlyList<DemandSource> sources, double[] factors)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(purposes);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(groupShares);
        ArgumentNullException.ThrowIfNull(sources);
        if (purposes.Count is 0 or > 256) throw new ArgumentException("One to 256 purposes are expected.", nameof(purposes));
        if (groups.Count is 0 or > 256) throw new ArgumentException("One to 256 groups of drivers are expected.", nameof(groups));
        if (factors.Any(f => !(f >= 0 && double.IsFinite(f)))) throw new ArgumentException("Factors are from 0 and finite.", nameof(factors));
        (Places, Purposes, Groups, Sources, Factors) = (places, purposes, groups, sources, factors);
        PurposeNames = [.. purposes.Select(p => p.Name)];
        PurposeShares = Weighted([.. purposes.Select(p => p.Share)]);
        GroupShares = groupShares;
        this.groupShares = Weighted([.. groupShares.Count == groups.Count ? groupShares : groups.Select(_ => 1.0)]);
        groupsOf = [.. purposes.Select(p => p.GroupShares.Count == groups.Count ? Weighted([.. p.GroupShares]) : null)];
    }

    /// <summary>Where trips begin and end.</summary>
    public Places Places { get; }

    /// <summary>What trips are for.</summary>
    public IReadOnlyList<TripPurpose> Purposes { get; }

    /// <summary>Names of the groups of drivers.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>Weights of the groups, empty when equal.</summary>
    public IReadOnlyList<double> GroupShares { get; }

    /// <summary>Where trips come from.</summary>
    public IReadOnlyList<DemandSource> Sources { get; }

    /// <summary>What trips are multiplied by, for each purpose and in the end for those whose source names none.</summary>
    public IReadOnlyList<double> Factors { get; }

    internal IReadOnlyList<string> PurposeNames { get; }

    internal ShareTable PurposeShares { get; }

    /// <summary>The same demand, all of it multiplied once more: at 0.9 nine of ten trips remain as they are, at 1.1 one in ten gets a companion.</summary>
    public DemandModel Scaled(double factor) => new(Places, Purposes, Groups, GroupShares, Sources, [.. Factors.Select(f => f * factor)]);

    /// <summary>The same demand with the trips of one purpose multiplied once more; trips whose source names no purpose are not.</summary>
    /// <exception cref="ArgumentException">There is no such purpose.</exception>
    public DemandModel Scaled(string purpose, double factor)
    {
        if (FindPurpose(purpose) is var row && row < 0) throw new ArgumentException($"There is no purpose '{purpose}'.{NearestName.Hint(purpose, PurposeNames)}", nameof(purpose));
        return new(Places, Purposes, Groups, GroupShares, Sources, [.. Factors.Select((f, i) => i == row ? f * factor : f)]);
    }

    /// <summary>The same purposes, groups and factors with other places and one source.</summary>
    internal DemandModel With(Places places, DemandSource source) => new(places, Purposes, Groups, GroupShares, [source], [.. Factors]);

    /// <summary>Index of a purpose, or -1.</summary>
    public int FindPurpose(string name)
    {
        for (var i = 0; i < Purposes.Count; i++)
            if (Purposes[i].Name == name) return i;
        return -1;
    }

    /// <summary>Trips expected on a day of the week by purpose, factors included; what names no purpose is in the last entry.</summary>
    public double[] Expected(DayOfWeek day)
    {
        var sum = new double[Purposes.Count + 1];
        foreach (var source in Sources)
        {
            var expected = source.Expected(day, Purposes.Count);
            for (var i = 0; i < sum.Length; i++) sum[i] += expected[i] * Factors[i];
        }
        return sum;
    }

    /// <summary>What a person should know of trips that a period leaves out: those of a list that have a date outside it. One sentence for each list.</summary>
    public IEnumerable<string> Outside(LocalClock clock, double first, double end)
    {
        foreach (var list in Sources.OfType<TripList>())
        {
            var dated = list.Departures.Count(d => d.Days == 0);
            var outside = list.Departures.Count(d => d.Days == 0 && (d.At(clock) < first || d.At(clock) >= end));
            if (outside > 0) yield return $"{outside} of {dated} trips with a date in {list.Name} depart outside the period from {clock.Start.AddSeconds(first):yyyy-MM-dd HH:mm} to {clock.Start.AddSeconds(end):yyyy-MM-dd HH:mm}, and do not drive.";
        }
    }

    /// <summary>The trips that depart in a period, in the order of departure, ties in the ordinal order of their ids.</summary>
    /// <param name="random">Seed of the run; a replication has its own.</param>
    /// <param name="clock">Local time of second 0.</param>
    /// <param name="first">First second, included.</param>
    /// <param name="end">Last second, excluded.</param>
    /// <param name="cancellation">Ends the work.</param>
    public TripTable Trips(KeyedRandom random, LocalClock clock, double first, double end, CancellationToken cancellation = default)
    {
        var sheet = new TripSheet(this);
        var period = new DemandPeriod(random, clock, first, end, Factors, cancellation);
        foreach (var source in Sources) source.Draw(period, sheet);
        return sheet.ToTable();
    }

    internal ShareTable GroupsOf(int purpose) => groupsOf[purpose] ?? groupShares;

    internal DwellDistribution? DwellOf(int purpose, DayOfWeek day)
    {
        foreach (var rule in Purposes[purpose].Dwell)
            if ((rule.Days >> (int)day & 1) != 0) return rule.Stay;
        return null;
    }

    /// <summary>Weights of which none is above 0 are equal.</summary>
    private static ShareTable Weighted(double[] weights) => new(weights.Any(w => w > 0) ? weights : [.. weights.Select(_ => 1.0)]);
}
