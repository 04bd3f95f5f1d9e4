using DigitalTwin.Mobility.Assignment;
using static DigitalTwin.Mobility.Tests.Assignment.MadeNetworks;

namespace DigitalTwin.Mobility.Tests.Assignment.Analysis;

/// <summary>A grid of two-way streets, no two alike, with cars between all corners and lorries between some; the lorries may not use one street and pay for length and toll.</summary>
internal sealed class SolvedTown
{
    public SolvedTown(int side = 4, double gap = 1e-10, bool lorries = true)
    {
        var links = new List<MadeLink>();
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                var node = y * side + x + 1;
                if (x + 1 < side) Street(node, node + 1);
                if (y + 1 < side) Street(node, node + side);
            }
        var zones = side * side;
        Network = Of(zones, zones, links);
        var pairs = Enumerable.Range(1, zones).SelectMany(o => Enumerable.Range(1, zones).Where(d => d != o).Select(d => (o, d, 3.0 + (o * 7 + d * 3) % 11))).ToArray();
        Classes =
        [
            new("cars", Trips(zones, pairs)) { DistanceFactor = 0.02 },
            .. lorries ? [Lorries()] : Array.Empty<TravellerClass>(),
        ];
        Gap = gap;
        Model = Make();
        State = Model.InitialState();
        if (lorries) State.DemandFactor[1] = 0.5;
        Report = Model.Solve(State);
        Assert.True(Report.Converged);

        TravellerClass Lorries() =>
            new("lorries", Trips(zones, [.. pairs.Where(p => (p.o + p.d) % 3 == 0)])) { CarUnits = 2.5, TollFactor = 0.1, DistanceFactor = 0.05, BannedLinks = [Network.FindLink("5-6")] };

        void Street(int a, int b)
        {
            links.Add(new(a, b, 1 + (a * 13 + b) % 5 * 0.2, 0.15, 4, 60 + (a * 7 + b) % 9 * 5, a % 3, 1 + b % 4));
            links.Add(new(b, a, 1 + (b * 13 + a) % 5 * 0.2, 0.15, 4, 60 + (b * 7 + a) % 9 * 5, b % 3, 1 + a % 4));
        }
    }

    public AssignmentNetwork Network { get; }

    public IReadOnlyList<TravellerClass> Classes { get; }

    public AssignmentModel Model { get; }

    public AssignmentState State { get; }

    public AssignmentReport Report { get; }

    private double Gap { get; }

    public AssignmentModel Make() => new(Network, Classes, new() { Gap = Gap });

    /// <summary>Cheapest costs between all pairs of nodes, by Floyd's algorithm.</summary>
    public static double[,] Cheapest(AssignmentNetwork network, Func<int, double> cost)
    {
        var n = network.NodeCount;
        var least = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) least[i, j] = i == j ? 0 : double.PositiveInfinity;
        for (var link = 0; link < network.LinkCount; link++) least[network.From[link], network.To[link]] = Math.Min(least[network.From[link], network.To[link]], cost(link));
        for (var k = 0; k < n; k++)
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) least[i, j] = Math.Min(least[i, j], least[i, k] + least[k, j]);
        return least;
    }
}
