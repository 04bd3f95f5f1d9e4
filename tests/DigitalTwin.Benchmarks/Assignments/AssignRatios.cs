using System.Diagnostics;
using System.Globalization;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Benchmarks.Assignments;

/// <summary>
/// Our assignment beside TAP-B's (the executable that the user has, built for one thread), on the same networks to the same gap, in turns, from the empty network on. TAP-B's time is what it
/// prints: solving, without reading and, as it chooses, without the looks at the gap. Ours is of the whole solution, the gap included, after the runtime has compiled
/// it. Both clocks run on while something else has the processor, so the least of the turns counts: what else runs only adds. Warm and cold are medians of CPU time.
/// </summary>
internal static class AssignRatios
{
    private const double Gap = 1e-6;
    private const int Turns = 9;

    private static readonly (string Name, double Toll, double Distance, string Closed)[] Networks =
    [
        ("SiouxFalls", 0, 0, "10-16"), ("Anaheim", 0, 0, "100-166"), ("Barcelona", 0, 0, "849-848"), ("Winnipeg", 0, 0, "200-201"), ("ChicagoSketch", 0.02, 0.04, "593-429"),
    ];

    public static void Print(string executable, string folder, TextWriter to)
    {
        to.WriteLine("| network | TAP-B ms | ours ms | ours / TAP-B | our gap | warm after a closure CPU ms | cold CPU ms | cold / warm |");
        to.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, toll, distance, closed) in Networks)
        {
            var (net, trips) = (Path.Combine(folder, $"{name}_net.tntp"), Path.Combine(folder, $"{name}_trips.tntp"));
            if (!File.Exists(net) || !File.Exists(trips)) continue;
            var problems = new ProblemList();
            var file = TntpReader.ReadNetwork(net, problems)!;
            var demand = TntpReader.ReadTrips(trips, file, problems)!;
            problems.ThrowIfErrors();
            var model = new AssignmentModel(file.Network, [new("all", demand) { TollFactor = toll, DistanceFactor = distance }], new() { Gap = Gap });
            AssignmentState? equilibrium = null;
            AssignmentReport? report = null;
            void Cold() => report = model.Solve(equilibrium = model.InitialState());
            WarmUp(Cold);

            using var theirs = new TapB(executable, net, trips, toll, distance, Gap);
            var pairs = Enumerable.Range(0, Turns).Select(_ => (Theirs: theirs.Run(), Ours: Wall(Cold))).ToArray();
            var link = file.Network.FindLink(closed);
            if (link < 0) link = Busiest(file.Network, equilibrium!);
            var (warm, cold) = (Changed(model, equilibrium!.Clone, link), Changed(model, model.InitialState, link));
            var (peer, ours) = (pairs.Min(p => p.Theirs), pairs.Min(p => p.Ours));
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {1e3 * peer:0.0} | {1e3 * ours:0.0} | {ours / peer:0.00} | {report!.Gap:0.0e-0} | {1e3 * warm:0.0} ({file.Network.LinkIds[link]}) | {1e3 * cold:0.0} | {cold / warm:0.0} |"));
        }
    }

    /// <summary>CPU seconds to the equilibrium after a link is closed, from a state.</summary>
    private static double Changed(AssignmentModel model, Func<AssignmentState> start, int link) => Median(Enumerable.Range(0, Turns).Select(_ =>
    {
        // The processor clock moves in steps on some machines: a turn is long beside them.
        var (spent, times) = (0.0, 0);
        for (; spent < 0.02 && times < 1024; times++)
        {
            var state = start();
            state.Closed[link] = true;
            var before = Environment.CpuUsage.TotalTime;
            model.Solve(state);
            spent += (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }
        return spent / times;
    }));

    private static int Busiest(AssignmentNetwork network, AssignmentState state) =>
        Enumerable.Range(0, network.LinkCount).Where(l => network.From[l] >= network.ZoneCount && network.To[l] >= network.ZoneCount).MaxBy(l => state.Volume[l]);

    private static void WarmUp(Action work)
    {
        var begun = Stopwatch.StartNew();
        do work();
        while (begun.Elapsed < TimeSpan.FromSeconds(1));
    }

    private static double Wall(Action work)
    {
        var begun = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Turns / 2);
}
