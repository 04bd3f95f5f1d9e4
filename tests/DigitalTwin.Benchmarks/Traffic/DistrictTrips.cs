using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>
/// A day's trips: a fifth drives through from gate to gate; two fifths come in through a gate and two fifths from inside, park, and half of these drive back after their dwell. Departures: 35 % around 8:00, 35 % around 17:30,
/// the rest from 6:00 to 22:00. Dwell: log-normal, half of them below 1.5 h.
/// </summary>
internal static class DistrictTrips
{
    private const double Hour = 3600, Day = 24 * Hour;

    /// <summary>Places at every second street corner, and gates where arterials leave the district; gates last.</summary>
    public static Places Places(DistrictStreets streets)
    {
        var side = streets.Side;
        int[] inside = [.. Enumerable.Range(0, side * side).Where(node => node % side % 2 == 0 && node / side % 2 == 0)];
        int[] nodes = [.. inside, .. Gates(side)];
        return new Places
        {
            Ids = [.. nodes.Select((node, i) => i < inside.Length ? $"place-{node}" : $"gate-{node}")],
            Longitude = [.. nodes.Select(node => streets.Network.Nodes.Longitude[node])],
            Latitude = [.. nodes.Select(node => streets.Network.Nodes.Latitude[node])],
            Node = nodes,
        };
    }

    public static TripTable Make(DistrictStreets streets, Places places, int count, ulong seed)
    {
        var random = new KeyedRandom(seed);
        var gates = Gates(streets.Side).Count();
        var inside = new WeightedChoice([.. Enumerable.Range(0, places.Count - gates)], place => streets.Attraction(places.Node[place]));
        double Draw(string what, int trip) => random.Uniform(KeyedRandom.Stream(what), (ulong)trip);
        int Gate(string what, int trip) => places.Count - gates + (int)(Draw(what, trip) * gates);
        var departures = new double[count];
        for (var trip = 0; trip < count; trip++) departures[trip] = Departure(random, trip);
        Array.Sort(departures);
        var trips = new TripTable
        {
            Places = places,
            Ids = [.. Enumerable.Range(0, count).Select(trip => $"t{trip}")],
            Origin = new int[count],
            Destination = new int[count],
            Departure = departures,
            Dwell = new double[count],
            Returns = new bool[count],
            Purpose = new byte[count],
            Group = new byte[count],
            Purposes = ["any"],
            Groups = ["any"],
        };
        for (var trip = 0; trip < count; trip++)
        {
            var kind = Draw("kind", trip);
            trips.Origin[trip] = kind < 0.6 ? Gate("from", trip) : inside.Draw(Draw("from", trip));
            trips.Destination[trip] = kind < 0.2 ? Gate("to", trip) : inside.Draw(Draw("to", trip));
            trips.Dwell[trip] = kind < 0.2 ? double.NaN : Math.Clamp(1.5 * Hour * Math.Exp(0.8 * random.Normal(KeyedRandom.Stream("dwell"), (ulong)trip)), 300, Day);
            trips.Returns[trip] = kind >= 0.2 && Draw("returns", trip) < 0.5;
        }
        return trips;
    }

    private static IEnumerable<int> Gates(int side)
    {
        for (var i = 0; i < side; i++)
        {
            if (!DistrictStreets.IsArterial(i)) continue;
            yield return i * side;
            yield return i * side + side - 1;
            yield return i;
            yield return (side - 1) * side + i;
        }
    }

    private static double Departure(KeyedRandom random, int trip)
    {
        var kind = random.Uniform(KeyedRandom.Stream("peak"), (ulong)trip);
        var normal = random.Normal(KeyedRandom.Stream("departure"), (ulong)trip);
        var time = kind < 0.35 ? 8 * Hour + Hour * normal
            : kind < 0.7 ? 17.5 * Hour + 1.25 * Hour * normal
            : 6 * Hour + 16 * Hour * random.Uniform(KeyedRandom.Stream("between"), (ulong)trip);
        return Math.Clamp(time, 0, Day - 1);
    }
}
