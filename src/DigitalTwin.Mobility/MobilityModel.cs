using System.Collections.Concurrent;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Routing;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility;

/// <summary>
/// The one door to the moving city: cars drive, queue, look for a space, park and leave. A model is immutable and shared by runs and threads; what moves is in a <see cref="MobilityState"/>.
/// </summary>
/// <example><code>
/// var model = new MobilityModel(network, supply, places, groups, new MobilityOptions());
/// var state = model.InitialState(new KeyedRandom(seed));
/// model.AddTrips(state, trips);
/// state.Roads.Close(link, from: 17 * 3600, until: 21 * 3600);
/// model.Advance(state, until: 24 * 3600);
/// Console.WriteLine(state.Count());
/// </code></example>
public sealed partial class MobilityModel
{
    private readonly RoutingGraph graph;
    private readonly ConcurrentBag<RouteSearch> searches = [];

    /// <summary>Joins what does not change.</summary>
    /// <param name="network">Roads.</param>
    /// <param name="supply">Where one can park.</param>
    /// <param name="places">Where trips begin and end.</param>
    /// <param name="groups">Groups of drivers, as trips count them.</param>
    /// <param name="options">How traffic is moved.</param>
    /// <exception cref="InputException">The parts do not fit together; the sentences say why.</exception>
    public MobilityModel(RoadNetwork network, ParkingSupply supply, Places places, IReadOnlyList<DriverGroup> groups, MobilityOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(supply);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(options);
        var problems = new ProblemList();
        options.Check(problems);
        ModelCheck.Check(network, supply, places, groups, problems);
        problems.ThrowIfErrors();
        (Network, Supply, Places, Groups, Options) = (network, supply, places, groups, options);
        Plan = new TrafficPlan(network, options.Slice);
        graph = new RoutingGraph(network);
        UpdateSlices = (long)Math.Round(options.UpdateInterval / options.Slice);
        Parking = new ParkingModel(supply, groups, options.Clock);
        Facilities = new FacilityPlaces(network, supply);
        Candidates = ParkingCandidates.Find(supply, places.Longitude, places.Latitude, groups.Max(g => g.LongestWalk));
        Habit = options.Habit ?? OccupancyHabit.Prior(supply);
        Parts = new NodeParts(Plan, supply, Facilities, options.Threads);
    }

    /// <summary>Roads.</summary>
    public RoadNetwork Network { get; }

    /// <summary>Where one can park.</summary>
    public ParkingSupply Supply { get; }

    /// <summary>Where trips begin and end.</summary>
    public Places Places { get; }

    /// <summary>Groups of drivers.</summary>
    public IReadOnlyList<DriverGroup> Groups { get; }

    /// <summary>How traffic is moved.</summary>
    public MobilityOptions Options { get; }

    /// <summary>What happens at facilities.</summary>
    public ParkingModel Parking { get; }

    internal FacilityPlaces Facilities { get; }

    internal ParkingCandidates Candidates { get; }

    internal OccupancyHabit Habit { get; }

    internal TrafficPlan Plan { get; }

    internal long UpdateSlices { get; }

    internal NodeParts Parts { get; }

    /// <summary>Empty roads at time 0.</summary>
    /// <param name="random">Seed of the replication; variants of a scenario share it.</param>
    public MobilityState InitialState(KeyedRandom random) => new(this, random);

    /// <summary>A state that <see cref="MobilityState.Save"/> wrote, of a model of the same roads, lots, places and groups; it goes on to the same bits.</summary>
    /// <exception cref="InvalidDataException">It is not such a state.</exception>
    public MobilityState Load(BinaryReader reader) => MobilityState.Load(this, reader);

    /// <summary>Adds trips, before the start or on the way. A trip whose departure has passed leaves at once.</summary>
    /// <returns>The number of the first of them; trips are numbered in the order of adding.</returns>
    /// <exception cref="InputException">A trip points to a place or group that does not exist, or has an impossible time.</exception>
    public int AddTrips(MobilityState state, TripTable trips)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(trips);
        ModelCheck.Check(this, trips);
        return TripEntry.Add(state, trips);
    }

    /// <summary>Adds trips whose cars are parked already, at the state's time, and have so much of their dwell left; then they drive home, or end.</summary>
    /// <param name="state">State of this model.</param>
    /// <param name="trips">Trips; their departure does not count.</param>
    /// <param name="facility">For every trip the facility in which its car stands.</param>
    /// <exception cref="InputException">A trip points to a place or group that does not exist, or has an impossible time.</exception>
    public void AddParked(MobilityState state, TripTable trips, IReadOnlyList<int> facility)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(trips);
        ArgumentNullException.ThrowIfNull(facility);
        ArgumentOutOfRangeException.ThrowIfNotEqual(facility.Count, trips.Count);
        ModelCheck.Check(this, trips);
        var first = TripEntry.AddParked(state, trips, facility);
        for (var i = 0; i < trips.Count; i++) Parking.Place(state.Parking, facility[i], new ParkingRequest(first + i, trips.Group[i], trips.Dwell[i], 0), state.Time);
    }

    /// <summary>Moves a state on.</summary>
    /// <param name="state">State of this model.</param>
    /// <param name="until">Time to reach, s; a whole number of slices, not before the state's time.</param>
    /// <param name="cancellation">Looked at every few slices. A state whose advance was cancelled is at a slice's beginning and may be advanced further.</param>
    public void Advance(MobilityState state, double until, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        var slices = until / Options.Slice;
        if (!(until >= state.Time) || Math.Abs(slices - Math.Round(slices)) > 1e-6)
            throw new ArgumentException($"The time to reach is {until} s; a whole number of slices of {Options.Slice} s from {state.Time} s on is accepted.", nameof(until));
        using var run = new TrafficRun(this, state);
        run.Advance((long)Math.Round(slices), cancellation);
    }

    /// <summary>Whether a driver would walk from a facility to the destination.</summary>
    internal bool IsWithinWalk(int v, int facility, Vehicles vehicles) => WalkOf(v, facility, vehicles) is var walk and >= 0 && walk <= Groups[vehicles.Group[v]].LongestWalk;

    /// <summary>Walk from a facility to the destination, m; -1 when it is not within reach.</summary>
    internal double WalkOf(int v, int facility, Vehicles vehicles)
    {
        var at = Candidates.Of(vehicles.Destination[v]).IndexOf(facility);
        return at < 0 ? -1 : Candidates.WalksOf(vehicles.Destination[v])[at];
    }

    /// <summary>The facility that a vehicle's destination is, or -1.</summary>
    internal int MeantBy(int v, Vehicles vehicles) => Places.Facility is { } facilities ? facilities[vehicles.Destination[v]] : -1;

    /// <summary>Whether only a space with a charger will do. Who means to park in a lot that has none does not need one: those who do have another destination.</summary>
    internal bool NeedsCharger(int v, bool driverDoes, Vehicles vehicles) => driverDoes && (MeantBy(v, vehicles) is not (>= 0 and var meant) || Supply.Facilities[meant].Chargers > 0);

    internal RouteSearch BorrowSearch() => searches.TryTake(out var search) ? search : new RouteSearch(graph);

    internal void ReturnSearch(RouteSearch search) => searches.Add(search);
}
