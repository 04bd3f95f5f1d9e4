using System.Diagnostics;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water;
using DigitalTwin.Water.Epanet;

namespace DigitalTwin.Benchmarks.Networks;

/// <summary>
/// Our hydraulic run beside EPANET's, on the same networks, in one process on one thread, in turns; prints the median of the ratios of neighbouring
/// turns, so that a machine that slows down slows both.
/// </summary>
internal static class EpanetRatios
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastTurn = TimeSpan.FromMilliseconds(0.1);

    public static void Print(string libraryPath, string folder, TextWriter to)
    {
        using var library = new EpanetLibrary(libraryPath);
        to.WriteLine("| network | junctions | EPANET ms | ours ms | ours / EPANET | reading MB/s |");
        to.WriteLine("|---|---|---|---|---|---|");
        var large = new List<double>();
        var paths = Directory.EnumerateFiles(folder, "*.inp").Order(StringComparer.Ordinal).ToArray();
        WarmUp(paths);
        foreach (var path in paths)
        {
            var problems = new ProblemList();
            var bytes = File.ReadAllBytes(path);
            var file = EpanetReader.Read(bytes, path, problems);
            if (problems.HasErrors || library.Open(path) is not { } project) continue;
            var network = file.ToNetwork();
            var model = new WaterModel(network);
            // Both begin again in the memory that they have: EN_initH, and a copy of the initial state.
            var (initial, state) = (model.InitialState(), model.InitialState());
            var (theirs, ours, ratio) = Turns(() => library.Run(project), () =>
            {
                initial.CopyTo(state);
                model.Run(state);
            });
            var reading = Median(Enumerable.Range(0, 7).Select(_ => Milliseconds(() => EpanetReader.Read(bytes, path, new ProblemList()))));
            library.Close(project);
            if (network.Nodes.JunctionCount > 500) large.Add(ratio);
            to.WriteLine($"| {Path.GetFileNameWithoutExtension(path)} | {network.Nodes.JunctionCount} | {theirs:0.00000} | {ours:0.00000} | {ratio:0.00} | {bytes.Length / 1e3 / reading:0} |");
        }
        if (large.Count > 0) to.WriteLine($"\nMedian ratio of the {large.Count} networks above 500 junctions: {Median(large):0.00}, largest {large.Max():0.00}.");
    }

    /// <summary>The runtime compiles hot code a second time, in the background; time counts only after that.</summary>
    private static void WarmUp(string[] paths)
    {
        var warming = Stopwatch.StartNew();
        while (warming.Elapsed < 3 * Budget)
        {
            foreach (var path in paths)
            {
                var problems = new ProblemList();
                var file = EpanetReader.Read(path, problems);
                if (problems.HasErrors) continue;
                var model = new WaterModel(file.ToNetwork());
                model.Run(model.InitialState());
                if (warming.Elapsed > 3 * Budget) return;
            }
        }
    }

    private static (double Theirs, double Ours, double Ratio) Turns(Action theirs, Action ours)
    {
        // A turn is long beside the clock's tick: the smallest networks are run some hundred times in each.
        var shortest = double.PositiveInfinity;
        for (var i = 0; i < 3; i++) shortest = Math.Min(shortest, Math.Min(Milliseconds(theirs), Milliseconds(ours)));
        var runs = (int)Math.Clamp(LeastTurn.TotalMilliseconds / shortest, 1, 1000);
        var pairs = new List<(double Theirs, double Ours)>();
        var total = Stopwatch.StartNew();
        while (pairs.Count < 7 || (total.Elapsed < Budget && pairs.Count < 301)) pairs.Add((Milliseconds(theirs, runs), Milliseconds(ours, runs)));
        return (Median(pairs.Select(p => p.Theirs)), Median(pairs.Select(p => p.Ours)), Median(pairs.Select(p => p.Ours / p.Theirs)));
    }

    private static double Milliseconds(Action work, int times = 1)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) work();
        return (Stopwatch.GetTimestamp() - begun) * 1e3 / Stopwatch.Frequency / times;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
