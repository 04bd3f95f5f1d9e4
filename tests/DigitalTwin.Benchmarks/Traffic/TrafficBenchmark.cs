namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>A day of a district on one and on two threads, and the same roads and trips in SUMO's mesoscopic model, in one run.</summary>
internal static class TrafficBenchmark
{
    private const ulong Seed = 20250708;

    /// <summary>Runs it: <c>traffic [SUMO-BINARY]</c>.</summary>
    public static void Run(string? sumo, TextWriter report)
    {
        var district = District.Whole(Seed);
        report.WriteLine($"{district.Roads.Links.Count:N0} links, {district.Parking.Facilities.Count:N0} lots and kerbs, {district.Trips.Count:N0} trips, {Environment.ProcessorCount} cores");
        // Once before: the first day compiles the model.
        DayRun.Of(District.Small(Seed), threads: 2);
        var one = DayRun.Of(district, threads: 1);
        report.WriteLine($"1 thread: {one}");
        var two = DayRun.Of(district, threads: 2);
        report.WriteLine($"2 threads: {two}");
        report.WriteLine($"second thread: {one.Seconds / two.Seconds:F2} times; results {(one.Hash == two.Hash ? "the same" : "DIFFERENT")}");
        report.WriteLine(one.Trips);
        if (sumo is not null) Compare(district, one, sumo, report);
    }

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
