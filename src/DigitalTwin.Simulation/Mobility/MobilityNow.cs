using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The quantities of roads and parking in the step that has just ended; see <see cref="MobilityQuantities"/>.</summary>
internal readonly ref struct MobilityNow(Exchange exchange)
{
    public readonly ReadOnlySpan<double> Entered = exchange.Now("road.entered").Span;
    public readonly ReadOnlySpan<double> Vehicles = exchange.Now("road.vehicles").Span;
    public readonly ReadOnlySpan<double> VehiclesBefore = exchange.At("road.vehicles", Moment.PreviousStep).Span;
    public readonly ReadOnlySpan<double> VehicleTime = exchange.Now("road.vehicle-time").Span;
    public readonly ReadOnlySpan<double> Delay = exchange.Now("road.delay").Span;
    public readonly ReadOnlySpan<double> Distance = exchange.Now("road.distance").Span;
    public readonly ReadOnlySpan<double> SearchDistance = exchange.Now("road.search-distance").Span;
    public readonly ReadOnlySpan<double> RoadOpen = exchange.Now("road.open").Span;
    public readonly ReadOnlySpan<double> Room = exchange.Now("road.room").Span;
    public readonly ReadOnlySpan<double> Occupied = exchange.Now("parking.occupied").Span;
    public readonly ReadOnlySpan<double> Queue = exchange.Now("parking.queue").Span;
    public readonly ReadOnlySpan<double> Spaces = exchange.Now("parking.spaces").Span;
    public readonly ReadOnlySpan<double> ParkingOpen = exchange.Now("parking.open").Span;
    public readonly ReadOnlySpan<double> Arrivals = exchange.Now("parking.arrivals").Span;
    public readonly ReadOnlySpan<double> Departures = exchange.Now("parking.departures").Span;
    public readonly ReadOnlySpan<double> TurnedAway = exchange.Now("parking.turned-away").Span;
    public readonly ReadOnlySpan<double> Revenue = exchange.Now("parking.revenue").Span;
    public readonly ReadOnlySpan<double> Energy = exchange.Now("parking.energy").Span;
    public readonly ReadOnlySpan<double> ChargerTime = exchange.Now("parking.charger-time").Span;
    public readonly ReadOnlySpan<double> OccupiedTime = exchange.Now("parking.occupied-time").Span;
    public readonly ReadOnlySpan<double> Dwell = exchange.Now("parking.dwell").Span;
    public readonly ReadOnlySpan<double> Searched = exchange.Now("parking.searched").Span;
    public readonly ReadOnlySpan<double> SearchTime = exchange.Now("parking.search-time").Span;
    public readonly ReadOnlySpan<double> SearchMetres = exchange.Now("parking.search-distance").Span;
    public readonly ReadOnlySpan<double> QueueTime = exchange.Now("parking.queue-time").Span;
    public readonly ReadOnlySpan<double> Parked = exchange.Now("parking.parked").Span;
    public readonly ReadOnlySpan<double> Walk = exchange.Now("parking.walk").Span;
    public readonly ReadOnlySpan<double> GaveUp = exchange.Now("parking.gave-up").Span;
    public readonly ReadOnlySpan<double> DriversTurnedAway = exchange.Now("parking.drivers-turned-away").Span;
    public readonly ReadOnlySpan<double> Paid = exchange.Now("parking.paid").Span;
    public readonly ReadOnlySpan<double> TripsEnded = exchange.Now("road.trips-ended").Span;
    public readonly ReadOnlySpan<double> TripsBegun = exchange.Now("road.trips-begun").Span;
    public readonly ReadOnlySpan<double> WaitingTime = exchange.Now("road.waiting-time").Span;

    public readonly ReadOnlySpan<double> ParkedAt = exchange.Now("parking.parked-at").Span;
    public readonly ReadOnlySpan<double> SearchTimeAt = exchange.Now("parking.search-time-at").Span;
    public readonly ReadOnlySpan<double> WayTimeAt = exchange.Now("parking.way-time-at").Span;
    public readonly ReadOnlySpan<double> WalkAt = exchange.Now("parking.walk-at").Span;
    public readonly ReadOnlySpan<double> ParkedFor = exchange.Now("parking.parked-for").Span;
    public readonly ReadOnlySpan<double> SearchTimeFor = exchange.Now("parking.search-time-for").Span;
    public readonly ReadOnlySpan<double> WayTimeFor = exchange.Now("parking.way-time-for").Span;
    public readonly ReadOnlySpan<double> WalkFor = exchange.Now("parking.walk-for").Span;
    public readonly ReadOnlySpan<double> GaveUpFor = exchange.Now("parking.gave-up-for").Span;

    /// <summary>The sum of values in their order.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
