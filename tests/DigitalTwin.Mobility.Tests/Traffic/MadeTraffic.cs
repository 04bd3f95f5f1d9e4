using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Mobility.Tests.Roads;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

/// <summary>Small worlds for tests: a place at every node, named as the node.</summary>
internal static class MadeTraffic
{
    public static readonly IReadOnlyList<DriverGroup> Groups = [DriverGroups.Default[0]];

    public static Places PlaceAtEveryNode(RoadNetwork network) => new()
    {
        Ids = network.Nodes.Ids,
        Longitude = network.Nodes.Longitude,
        Latitude = network.Nodes.Latitude,
        Node = [.. Enumerable.Range(0, network.Nodes.Count)],
    };

    public static MobilityModel Model(RoadNetwork network, MobilityOptions? options = null, ParkingSupply? supply = null) =>
        new(network, supply ?? new ParkingSupply([], []), PlaceAtEveryNode(network), Groups, options ?? new MobilityOptions());

    /// <summary>Trips that do not park.</summary>
    public static TripTable Trips(MobilityModel model, params (int Origin, int Destination, double Departure)[] trips)
    {
        var sorted = trips.OrderBy(t => t.Departure).ToArray();
        return Table(model, [.. sorted.Select(t => (t.Origin, t.Destination, t.Departure, double.NaN, false))]);
    }

    public static TripTable Table(MobilityModel model, (int Origin, int Destination, double Departure, double Dwell, bool Returns)[] trips) => new()
    {
        Places = model.Places,
        Ids = [.. Enumerable.Range(0, trips.Length).Select(i => $"T{i}")],
        Origin = [.. trips.Select(t => t.Origin)],
        Destination = [.. trips.Select(t => t.Destination)],
        Departure = [.. trips.Select(t => t.Departure)],
        Dwell = [.. trips.Select(t => t.Dwell)],
        Returns = [.. trips.Select(t => t.Returns)],
        Purpose = new byte[trips.Length],
        Group = new byte[trips.Length],
        Purposes = ["work"],
        Groups = [.. model.Groups.Select(g => g.Name)],
    };

    /// <summary>A grid of two-way streets, side × side nodes.</summary>
    public static RoadNetwork Grid(int side, double length = 200, double capacity = 0.5)
    {
        var links = new List<(int, int)>();
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
            {
                var node = row * side + column;
                if (column + 1 < side) links.AddRange([(node, node + 1), (node + 1, node)]);
                if (row + 1 < side) links.AddRange([(node, node + side), (node + side, node)]);
            }
        }
        return MadeRoads.Of(side * side, [.. links], length: length, capacity: capacity);
    }

    /// <summary>A grid of streets on the ground in Wuhan, 150 m apart.</summary>
    public static RoadNetwork Town(int side, double capacity = 0.4)
    {
        var grid = Grid(side, length: 150, capacity: capacity);
        var nodes = new RoadNodes
        {
            Ids = grid.Nodes.Ids,
            Longitude = [.. Enumerable.Range(0, side * side).Select(i => 114.40 + i % side * 150 / 95_900.0)],
            Latitude = [.. Enumerable.Range(0, side * side).Select(i => 30.50 + i / side * 150 / 111_200.0)],
            IsThrough = grid.Nodes.IsThrough,
        };
        return new RoadNetwork(nodes, grid.Links, []);
    }

    /// <summary>A lot at the end of every n-th link and a kerb along every m-th.</summary>
    public static ParkingSupply Supply(RoadNetwork network, int lotEvery, int spaces, int kerbEvery = int.MaxValue, int bays = 4)
    {
        ParkingFacility At(int link, FacilityKind kind, int capacity)
        {
            var node = network.Links.To[link];
            return new ParkingFacility
            {
                Id = $"{kind}-{link}",
                Kind = kind,
                Link = link,
                ExitNode = node,
                Longitude = network.Nodes.Longitude[node],
                Latitude = network.Nodes.Latitude[node],
                Capacity = capacity,
                EntranceRate = kind == FacilityKind.Lot ? 0.2 : double.PositiveInfinity,
                QueuePlaces = kind == FacilityKind.Lot ? 5 : 0,
            };
        }

        var links = Enumerable.Range(0, network.Links.Count);
        return new ParkingSupply([.. links.Where(l => l % lotEvery == lotEvery / 2).Select(l => At(l, FacilityKind.Lot, spaces)), .. links.Where(l => l % kerbEvery == kerbEvery / 3).Select(l => At(l, FacilityKind.Kerb, bays))], []);
    }

    /// <summary>Trips that park for about an hour, and return or not.</summary>
    public static TripTable ParkingTrips(MobilityModel model, int count, double over, ulong seed, double dwell = 3600)
    {
        var (random, stream) = (new KeyedRandom(seed), KeyedRandom.Stream("parking test"));
        return Table(model, [.. Scattered(model.Network, count, over, seed).OrderBy(t => t.Item3)
            .Select((t, i) => (t.Item1, t.Item2, t.Item3, dwell * (0.5 + random.Uniform(stream, (ulong)i)), i % 4 != 0))]);
    }

    /// <summary>Trips that park and return: a Poisson process of so many a second, from any node, whose dwell is exponential.</summary>
    public static IEnumerable<(int, int, double, double, bool)> PoissonTrips(string name, int nodes, double arrivals, double dwell, double until, Func<ulong, int> destination)
    {
        var (random, stream) = (new KeyedRandom(11), KeyedRandom.Stream(name));
        double Exponential(ulong i, double mean) => -mean * Math.Log(1 - random.Uniform(stream, i));
        var time = 0.0;
        for (ulong i = 0; time < until; i += 3)
        {
            yield return (random.Below(nodes, stream, i), destination(i), time, Exponential(i + 1, dwell), true);
            time += Exponential(i + 2, 1 / arrivals);
        }
    }

    /// <summary>Trips between nodes drawn at random, evenly over a time.</summary>
    public static (int, int, double)[] Scattered(RoadNetwork network, int count, double over, ulong seed)
    {
        var (random, stream, nodes) = (new KeyedRandom(seed), KeyedRandom.Stream("test"), network.Nodes.Count);
        return [.. Enumerable.Range(0, count).Select(i => (random.Below(nodes, stream, 3 * (ulong)i), random.Below(nodes, stream, 3 * (ulong)i + 1), over * random.Uniform(stream, 3 * (ulong)i + 2)))];
    }

    public static string Bytes(MobilityState state)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        state.Save(writer);
        writer.Flush();
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(memory.ToArray()));
    }

    public static MobilityState Reloaded(MobilityModel model, MobilityState state)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        state.Save(writer);
        writer.Flush();
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        return model.Load(reader);
    }
}
