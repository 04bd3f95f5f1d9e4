namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>A day of a district on one and on two threads, by turns, and the same roads and trips in SUMO's mesoscopic model, in one run.</summary>
internal static class TrafficBenchmark
{
    private const ulong Seed = 20250708;
    private const int Pairs = 5;

    /// <summary>Runs it: <c>traffic [SUMO-BINARY]</c>.</summary>
    public static void Run(string? sumo, TextWriter report)
    {
        var district = District.Whole(Seed);
        report.WriteLine($"{district.Roads.Links.Count:N0} links, {district.Parking.Facilities.Count:N0} lots and kerbs, {district.Trips.Count:N0} trips, {Environment.ProcessorCount} cores");
        // Once before: the first day compiles the model.
        DayRun.Of(District.Small(Seed), threads: 2);
        var (ones, twos) = (new List<DayRun>(), new List<DayRun>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            ones.Add(DayRun.Of(district, threads: 1));
            twos.Add(DayRun.Of(district, threads: 2));
            report.WriteLine($"1 thread {ones[pair].Seconds:F1} s, 2 threads {twos[pair].Seconds:F1} s: {ones[pair].Seconds / twos[pair].Seconds:F2} times");
        }
        var (one, two) = (Median(ones), Median(twos));
        report.WriteLine($"1 thread, median: {one}");
        report.WriteLine($"2 threads, median: {two}");
        double[] ratios = [.. ones.Zip(twos, (a, b) => a.Seconds / b.Seconds).Order()];
        report.WriteLine($"second thread: {ratios[Pairs / 2]:F2} times (median of {Pairs} pairs, {ratios[0]:F2} to {ratios[^1]:F2}); results {(ones.Concat(twos).All(run => run.Hash == one.Hash) ? "the same" : "DIFFERENT")}");
        report.WriteLine(one.Trips);
        if (sumo is not null) Compare(district, one, sumo, report);
    }

    private static DayRun Median(List<DayRun> runs) => runs.OrderBy(run => run.Seconds).ElementAt(Pairs / 2);

    private static void Compare(District district, DayRun one, string sumo, TextWriter report)
    {
        var folder = Directory.CreateTempSubdirectory("twin-sumo-").FullName;
        try
        {
            SumoFiles.Write(district, folder);
            SumoRun.MakeNetwork(sumo, folder);
            var run = SumoRun.Measure(sumo, folder, DayRun.Day);
            report.WriteLine($"SUMO: {run.Seconds:F1} s, processor {run.Processor:F1} s with reading, {run.Inserted:N0} inserted: {district.Trips.Count / run.Seconds:N0} agents/s");
            report.WriteLine($"ours on 1 thread / SUMO: {run.Seconds / one.Seconds:F1} times the agents per second, {run.Processor / one.Processor:F1} times by processor time");
            report.WriteLine(run.Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
