using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>The grid of a district: node (row, column) is row × side + column, streets are 150 m apart.</summary>
internal sealed class DistrictStreets
{
    public const double Spacing = 150;
    private const int ArterialEvery = 6, FirstArterial = 3;
    private const double Longitude = 114.4, Latitude = 30.5, MetresPerDegree = 111_195;

    public DistrictStreets(int side, int links, ulong seed)
    {
        Side = side;
        var streets = new List<(int From, int To)>();
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
            {
                var node = row * side + column;
                if (column + 1 < side) streets.Add((node, node + 1));
                if (row + 1 < side) streets.Add((node, node + side));
            }
        }
        LeaveOut(streets, streets.Count - links / 2, seed);
        Network = Build([.. streets.SelectMany(s => new[] { s, (s.To, s.From) })]);
    }

    public int Side { get; }

    public RoadNetwork Network { get; }

    public static bool IsArterial(int rowOrColumn) => rowOrColumn % ArterialEvery == FirstArterial;

    public double X(int node) => node % Side * Spacing;

    public double Y(int node) => node / Side * Spacing;

    /// <summary>How much there is to do at a node: falls with the distance from the centre.</summary>
    public double Attraction(int node)
    {
        var (dx, dy) = (X(node) - (Side - 1) * Spacing / 2, Y(node) - (Side - 1) * Spacing / 2);
        return 0.1 + Math.Exp(-Math.Sqrt(dx * dx + dy * dy) / (Side * Spacing / 4));
    }

    public bool IsOnArterial(int from, int to) => from / Side == to / Side ? IsArterial(from / Side) : IsArterial(from % Side);

    // Streets inside that are no arterials, one after the other by chance.
    private void LeaveOut(List<(int From, int To)> streets, int count, ulong seed)
    {
        var random = new KeyedRandom(seed);
        bool IsInside(int node) => node % Side > 0 && node % Side < Side - 1 && node / Side > 0 && node / Side < Side - 1;
        for (ulong i = 0; count > 0; i++)
        {
            var street = random.Below(streets.Count, KeyedRandom.Stream("street"), i);
            var (from, to) = streets[street];
            if (!IsInside(from) || !IsInside(to) || IsOnArterial(from, to)) continue;
            streets.RemoveAt(street);
            count--;
        }
    }

    private RoadNetwork Build((int From, int To)[] links)
    {
        var nodes = Side * Side;
        bool Fast(int link) => IsOnArterial(links[link].From, links[link].To);
        double Green(int link)
        {
            var (row, column) = (links[link].To / Side, links[link].To % Side);
            if (IsArterial(row) && IsArterial(column)) return 0.45;
            if (!IsArterial(row) && !IsArterial(column)) return 1;
            return Fast(link) ? 0.65 : 0.3;
        }
        T[] Each<T>(Func<int, T> value) => [.. Enumerable.Range(0, links.Length).Select(value)];
        return new RoadNetwork(
            new RoadNodes
            {
                Ids = [.. Enumerable.Range(0, nodes).Select(n => $"n{n}")],
                Longitude = [.. Enumerable.Range(0, nodes).Select(n => Longitude + X(n) / MetresPerDegree / Math.Cos(Latitude * Math.PI / 180))],
                Latitude = [.. Enumerable.Range(0, nodes).Select(n => Latitude + Y(n) / MetresPerDegree)],
                IsThrough = [.. Enumerable.Repeat(true, nodes)],
            },
            new RoadLinks
            {
                Ids = Each(link => $"e{link}"),
                From = Each(link => links[link].From),
                To = Each(link => links[link].To),
                Length = Each(_ => Spacing),
                Lanes = Each(link => Fast(link) ? 3.0 : 1),
                FreeSpeed = Each(link => (Fast(link) ? 60 : 40) / 3.6),
                Capacity = Each(link => Fast(link) ? 1.5 : Green(link) < 1 ? 0.5 : 0.3),
                GreenShare = Each(Green),
                Storage = Each(link => (Fast(link) ? 3 : 1) * Spacing / 7.5),
                Class = Each(link => Fast(link) ? RoadClass.Primary : RoadClass.Residential),
                Course = new double[]?[links.Length],
                Names = Each(_ => ""),
            },
            []);
    }
}
