using DigitalTwin.Mobility.Demand;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>Takes trips into a state.</summary>
internal static class TripEntry
{
    public static int Add(MobilityState state, TripTable trips)
    {
        var first = AddColumns(state, trips);
        Sort(state, Enumerable.Range(first, trips.Count));
        return first;
    }

    /// <summary>Sorts those that have not set out, after their departures have changed or some of them have ended.</summary>
    public static void Sort(MobilityState state) => Sort(state, []);

    private static void Sort(MobilityState state, IEnumerable<int> added)
    {
        var vehicles = state.Vehicles;
        int[] waiting = [.. state.Departures.Skip(state.NextDeparture).Concat(added).Where(v => vehicles.Phase[v] == VehiclePhase.Planned)];
        Array.Sort(waiting, (a, b) => vehicles.Departure[a] != vehicles.Departure[b] ? vehicles.Departure[a].CompareTo(vehicles.Departure[b]) : a.CompareTo(b));
        (state.Departures, state.NextDeparture) = (waiting, 0);
    }

    /// <summary>Cars that stand already.</summary>
    public static int AddParked(MobilityState state, TripTable trips, IReadOnlyList<int> facility)
    {
        var first = AddColumns(state, trips);
        for (var i = 0; i < trips.Count; i++)
            (state.Vehicles.Phase[first + i], state.Vehicles.Facility[first + i], state.Vehicles.HasParked[first + i]) = (VehiclePhase.Parked, facility[i], true);
        return first;
    }

    private static int AddColumns(MobilityState state, TripTable trips)
    {
        var vehicles = state.Vehicles;
        var first = vehicles.Count;
        vehicles.Grow(first + trips.Count);
        for (var i = 0; i < trips.Count; i++)
        {
            var v = first + i;
            (vehicles.Origin[v], vehicles.Destination[v], vehicles.Departure[v], vehicles.Dwell[v]) = (trips.Origin[i], trips.Destination[i], trips.Departure[i], trips.Dwell[i]);
            (vehicles.Returns[v], vehicles.Purpose[v], vehicles.Group[v]) = (trips.Returns[i], trips.Purpose[i], trips.Group[i]);
            vehicles.Errand[v] = double.IsNaN(trips.Dwell[i]) ? Errand.ToDestination : Errand.ToFacility;
        }
        return first;
    }
}
