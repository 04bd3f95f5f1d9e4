using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// What roads and parking tell the city in every step. What flows is a sum over the step (vehicles, m, vehicle-seconds); what stands is told at its end.
/// </summary>
internal sealed class MobilityQuantities
{
    /// <summary>Who is on the road, or gave up, by the place to which the trip leads.</summary>
    public const string Missing = "road.people-missing";

    public MobilityQuantities(MobilitySite site)
    {
        var links = new IndexSet("road link", site.Roads.Links.Count);
        var facilities = new IndexSet("parking facility", site.Parking.Facilities.Count);
        var drivers = new IndexSet("driver group", site.Drivers.Count);
        var outcomes = new IndexSet("trip outcome", Enum.GetValues<TripOutcome>().Length);
        var city = new IndexSet("city", 1);
        var places = new IndexSet("place of demand", site.Demand.Places.Count);
        All =
        [
            new("road.entered", "veh", links), new("road.vehicles", "veh", links), new("road.vehicle-time", "s", links), new("road.delay", "s", links),
            new("road.distance", "m", links), new("road.search-distance", "m", links), new("road.open", "1", links), new("road.room", "veh", links),
            new("parking.occupied", "veh", facilities), new("parking.queue", "veh", facilities), new("parking.spaces", "1", facilities), new("parking.open", "1", facilities),
            new("parking.arrivals", "veh", facilities), new("parking.departures", "veh", facilities), new("parking.turned-away", "veh", facilities),
            new("parking.revenue", "CNY", facilities), new("parking.energy", "J", facilities), new("parking.charger-time", "s", facilities),
            new("parking.occupied-time", "s", facilities), new("parking.dwell", "s", facilities),
            new("parking.searched", "1", drivers), new("parking.search-time", "s", drivers), new("parking.search-distance", "m", drivers), new("parking.queue-time", "s", drivers),
            new("parking.parked", "1", drivers), new("parking.walk", "m", drivers), new("parking.gave-up", "1", drivers), new("parking.drivers-turned-away", "1", drivers),
            new("parking.paid", "CNY", drivers),
            new("road.trips-ended", "1", outcomes),
            new("road.trips-begun", "1", city), new("road.waiting-time", "s", city),
            .. site.TellsBuildings ? (Quantity[])[new(Missing, "1", places)] : [],
            Breakdown("parking.parked-at", "1", facilities), Breakdown("parking.search-time-at", "s", facilities), Breakdown("parking.way-time-at", "s", facilities), Breakdown("parking.walk-at", "m", facilities),
            Breakdown("parking.parked-for", "1", places), Breakdown("parking.search-time-for", "s", places), Breakdown("parking.way-time-for", "s", places), Breakdown("parking.walk-for", "m", places),
            Breakdown("parking.gave-up-for", "1", places),
        ];
    }

    private static Quantity Breakdown(string name, string unit, IndexSet over) => new(name, unit, over) { IsBreakdown = true };

    /// <summary>In the order of <see cref="MobilityTally.Values"/>.</summary>
    public IReadOnlyList<Quantity> All { get; }

    /// <summary>For each quantity all its elements: there is one partition.</summary>
    public IReadOnlyList<int[]> Elements() => [.. All.Select(q => Enumerable.Range(0, q.Over.Count).ToArray())];
}
