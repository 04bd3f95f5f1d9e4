using DigitalTwin.Mobility.Demand;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// The trips of a map that says nothing of parking: nobody can look for a space, so a car is off the road when it arrives, and the way back is a trip of its own, so long after the first departure as the stay.
/// </summary>
internal static class KerblessTrips
{
    /// <summary>The trips, in the order of departure, and for each way back the row of its way there, -1 for a way there.</summary>
    public static (TripTable Trips, int[] Outward) Of(TripTable trips)
    {
        int[] returning = [.. Enumerable.Range(0, trips.Count).Where(t => trips.Returns[t] && !double.IsNaN(trips.Dwell[t]))];
        var all = Enumerable.Range(0, trips.Count).Select(t => (Trip: t, At: trips.Departure[t], IsBack: false))
            .Concat(returning.Select(t => (Trip: t, At: trips.Departure[t] + trips.Dwell[t], IsBack: true))).OrderBy(t => t.At).ThenBy(t => t.IsBack).ThenBy(t => t.Trip).ToArray();
        var there = new int[trips.Count];
        for (var i = 0; i < all.Length; i++)
            if (!all[i].IsBack) there[all[i].Trip] = i;
        return (new TripTable
        {
            Places = trips.Places,
            Ids = Array.ConvertAll(all, t => trips.Ids[t.Trip] + (t.IsBack ? " back" : "")),
            Origin = Array.ConvertAll(all, t => (t.IsBack ? trips.Destination : trips.Origin)[t.Trip]),
            Destination = Array.ConvertAll(all, t => (t.IsBack ? trips.Origin : trips.Destination)[t.Trip]),
            Departure = Array.ConvertAll(all, t => t.At),
            Dwell = Array.ConvertAll(all, _ => double.NaN),
            Returns = new bool[all.Length],
            Purpose = Array.ConvertAll(all, t => trips.Purpose[t.Trip]),
            Group = Array.ConvertAll(all, t => trips.Group[t.Trip]),
            Purposes = trips.Purposes,
            Groups = trips.Groups,
        }, Array.ConvertAll(all, t => t.IsBack ? there[t.Trip] : -1));
    }
}
