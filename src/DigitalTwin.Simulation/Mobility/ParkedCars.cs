using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// The cars that stand in lots and kerbs when a run starts from a world: twins tell how many, not whose. (S8) Each is a trip of the day before that would still be there, drawn with equal chance among those
/// that are bound for within their group's longest walk of the facility; where there is none, any of them that parks near, with an even share of its stay left; where nobody parks near, any trip that parks.
/// It leaves when that trip would, pays from the start on, and drives home to where that trip came from.
/// </summary>
internal static class ParkedCars
{
    private const double Day = 86400;

    /// <summary>The cars, and the facility of each.</summary>
    public static (TripTable Trips, int[] Facility) Of(MobilityStart start, MobilitySite site, DemandModel demand, KeyedRandom random, LocalClock clock, CancellationToken cancellation)
    {
        var before = demand.Trips(random, clock, -Day, 0, cancellation);
        int[] parks = [.. Enumerable.Range(0, before.Count).Where(t => before.Dwell[t] > 0)];
        var (row, stay, facility) = (new List<int>(), new List<double>(), new List<int>());
        for (var f = 0; f < start.Occupancy.Length; f++)
        {
            if (double.IsNaN(start.Occupancy[f]) || parks.Length == 0) continue;
            int[] near = [.. parks.Where(t => Distance(site, before, t, f) <= site.Drivers[before.Group[t]].LongestWalk)];
            int[] still = [.. near.Where(t => Left(before, t) > 0)];
            var (from, isThere) = still.Length > 0 ? (still, true) : (near.Length > 0 ? near : parks, false);
            var (who, share) = (KeyedRandom.Stream("mobility.parked", site.FacilityAsset(f)), KeyedRandom.Stream("mobility.parked-stay", site.FacilityAsset(f)));
            for (var car = 0UL; car < start.Occupancy[f]; car++)
            {
                var trip = from[random.Below(from.Length, who, car)];
                row.Add(trip);
                stay.Add(isThere ? Left(before, trip) : before.Dwell[trip] * random.Uniform(share, car));
                facility.Add(f);
            }
        }
        T[] Each<T>(T[] column) => [.. row.Select(r => column[r])];
        return (new TripTable
        {
            Places = before.Places,
            Ids = [.. Enumerable.Range(1, row.Count).Select(i => $"parked {i}")],
            Origin = Each(before.Origin),
            Destination = Each(before.Destination),
            Departure = new double[row.Count],
            Dwell = [.. stay],
            Returns = Each(before.Returns),
            Purpose = Each(before.Purpose),
            Group = Each(before.Group),
            Purposes = before.Purposes,
            Groups = before.Groups,
        }, [.. facility]);
    }

    /// <summary>How long a trip of the day before would still stay, s.</summary>
    private static double Left(TripTable trips, int trip) => trips.Departure[trip] + trips.Dwell[trip];

    private static double Distance(MobilitySite site, TripTable trips, int trip, int facility)
    {
        var (place, lot) = (trips.Destination[trip], site.Parking.Facilities[facility]);
        return PlaneDistance(trips.Places.Longitude[place], trips.Places.Latitude[place], lot.Longitude, lot.Latitude);
    }

    private static double PlaneDistance(double fromLongitude, double fromLatitude, double toLongitude, double toLatitude)
    {
        const double MetresPerDegree = 111_195;
        var (dx, dy) = ((toLongitude - fromLongitude) * Math.Cos(fromLatitude * Math.PI / 180), toLatitude - fromLatitude);
        return MetresPerDegree * Math.Sqrt(dx * dx + dy * dy);
    }
}
