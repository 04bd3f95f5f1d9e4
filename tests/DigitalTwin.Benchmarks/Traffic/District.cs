using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>
/// A district of a city that exists nowhere: a grid of streets with an arterial every sixth, signals where arterials are crossed, lots and kerbs that are denser in the centre, and a day of trips with two peaks. A pure function of
/// its size and seed.
/// </summary>
internal sealed record District(RoadNetwork Roads, ParkingSupply Parking, Places Places, TripTable Trips)
{
    /// <summary>5,000 links, 300 lots, 1,000 kerbs, 200,000 trips in 24 h.</summary>
    public static District Whole(ulong seed) => Make(side: 36, links: 5000, lots: 300, kerbs: 1000, trips: 200_000, seed);

    /// <summary>A small one of the same kind, for tests: 144 nodes, 528 links.</summary>
    public static District Small(ulong seed) => Make(side: 12, links: 528, lots: 30, kerbs: 100, trips: 6000, seed);

    public static District Make(int side, int links, int lots, int kerbs, int trips, ulong seed)
    {
        var streets = new DistrictStreets(side, links, seed);
        var parking = DistrictParking.Make(streets, lots, kerbs, seed);
        var places = DistrictTrips.Places(streets);
        return new(streets.Network, parking, places, DistrictTrips.Make(streets, places, trips, seed));
    }
}
