using System.Diagnostics;
using System.Globalization;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Benchmarks.Assignments;

/// <summary>
/// Our assignment beside TAP-B's (the executable that the user has, built for one thread), on the same networks to the same gap, in turns, from the empty network on. TAP-B's time is what it
/// prints: solving, without reading and, as it chooses, without the looks at the gap. Ours is of the whole solution, the gap included, after the runtime has compiled
/// it. Both clocks run on while something else has the processor, so the least of the turns counts: what else runs only adds. Then one link after another is closed, the most loaded ten and
/// twenty more over the whole range of loads, and the equilibrium is found again from the empty network and from the one before: all once in each turn, so that no solve follows on itself
/// (a processor learns the branches of a millisecond by heart), after the runtime has compiled both ways. Copying the equilibrium is not counted, nor is making the empty state; both ways
/// must come to the same objective. The bound is what the cold solve takes over what it still takes from the moment at which its gap is what the warm start finds at its first look at all bushes.
/// </summary>
internal static class AssignRatios
{
    private const double Gap = 1e-6;
    private const int PeerTurns = 9;
    private const int Turns = 5;
    private const int MostTurns = 50;
    private const int MostLoaded = 10;
    private const int Others = 20;

    private static readonly (string Name, double Toll, double Distance)[] Networks =
    [
        ("SiouxFalls", 0, 0), ("Anaheim", 0, 0), ("Barcelona", 0, 0), ("Winnipeg", 0, 0), ("ChicagoSketch", 0.02, 0.04),
    ];

    public static void Print(string executable, string folder, TextWriter to)
    {
        to.WriteLine("| network | TAP-B ms | ours ms | ours / TAP-B | our gap | closures | cold / warm: least | median | of the ten most loaded | cold / warm in links seen: median | bound: median | of the ten most loaded |");
        to.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        var all = new List<double>();
        foreach (var (name, toll, distance) in Networks)
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
            var pairs = Enumerable.Range(0, PeerTurns).Select(_ => (Theirs: theirs.Run(), Ours: Wall(Cold))).ToArray();
            var closures = Closures(model, equilibrium!);
            all.AddRange(closures.Select(c => c.Time));
            var (peer, ours) = (pairs.Min(p => p.Theirs), pairs.Min(p => p.Ours));
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {1e3 * peer:0.0} | {1e3 * ours:0.0} | {ours / peer:0.00} | {report!.Gap:0.0e-0} | {closures.Length} | {closures.Min(c => c.Time):0.0} | {Median(closures.Select(c => c.Time)):0.0} | {Median(closures.Take(MostLoaded).Select(c => c.Time)):0.0} | {Median(closures.Select(c => c.Work)):0.0} | {Median(closures.Select(c => c.Bound)):0.0} | {Median(closures.Take(MostLoaded).Select(c => c.Bound)):0.0} |"));
        }
        to.WriteLine();
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} closures together: cold / warm {Median(all):0.0} in the median, 3 or more for {all.Count(ratio => ratio >= 3)} of them"));
    }

    /// <summary>Cold over warm after each closure, in time and in links seen; the most loaded links first.</summary>
    private static (double Time, double Work, double Bound)[] Closures(AssignmentModel model, AssignmentState equilibrium)
    {
        var network = model.Network;
        // Links of zones only cut a zone off.
        var byLoad = Enumerable.Range(0, network.LinkCount).Where(link => equilibrium.Volume[link] > 0 && network.IsThrough[network.From[link]] && network.IsThrough[network.To[link]])
            .OrderByDescending(link => equilibrium.Volume[link]).ToArray();
        var chosen = byLoad.Take(MostLoaded).Concat(Enumerable.Range(0, Others).Select(k => byLoad[MostLoaded + k * (byLoad.Length - MostLoaded) / Others]));
        var solves = chosen.Select(link => (Cold: new Solves(model, link), Warm: new Solves(model, link))).ToArray();
        var (empty, state) = (model.InitialState(), model.InitialState());
        void Turn()
        {
            foreach (var (cold, warm) in solves)
            {
                cold.Turn(state, empty);
                warm.Turn(state, equilibrium);
            }
        }
        WarmUp(Turn);
        foreach (var (cold, warm) in solves) cold.Seconds = warm.Seconds = double.PositiveInfinity;
        var begun = Stopwatch.StartNew();
        for (var turn = 0; turn < Turns || (turn < MostTurns && begun.Elapsed < TimeSpan.FromSeconds(1)); turn++) Turn();
        foreach (var (cold, warm) in solves)
            if (!cold.Report.Converged || !warm.Report.Converged || Math.Abs(cold.Report.Objective - warm.Report.Objective) > 1e-6 * cold.Report.Objective)
                throw new InvalidOperationException($"Cold {cold.Report.Objective:r} and warm {warm.Report.Objective:r} disagree.");
        return [.. solves.Where(s => s.Cold.Report.Unserved.Count == 0).Select(s => (s.Cold.Seconds / s.Warm.Seconds, (double)s.Cold.Report.LinksSeen / s.Warm.Report.LinksSeen, s.Cold.Seconds / s.Cold.SecondsFrom(s.Warm.FirstGap)))];
    }

    /// <summary>What one closure takes from one start, the least of all turns.</summary>
    private sealed class Solves(AssignmentModel model, int link)
    {
        public double Seconds { get; set; }

        public AssignmentReport Report { get; private set; } = null!;

        private List<(double Second, double Gap)> steps = [];

        /// <summary>Gap of the first look at all bushes after a closure, which is the second of all.</summary>
        public double FirstGap => steps[Math.Min(1, steps.Count - 1)].Gap;

        /// <summary>What was still to be done when the gap was this small first.</summary>
        public double SecondsFrom(double gap) => Seconds - steps.Find(step => step.Gap <= gap || step == steps[^1]).Second;

        public void Turn(AssignmentState state, AssignmentState start)
        {
            state.Take(start);
            state.Closed[link] = true;
            var now = new List<(double, double)>(64);
            var begun = Stopwatch.GetTimestamp();
            Report = model.Solve(state, step => now.Add((Stopwatch.GetElapsedTime(begun).TotalSeconds, step.Gap)));
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            if (seconds < Seconds) (Seconds, steps) = (seconds, now);
        }
    }

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

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];
    }
}
