namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>A day of a district on one and on two threads, and the same roads and trips in SUMO's mesoscopic model, in one run.</summary>
internal static class TrafficBenchmark
{
    private const double Day = 86400;

    /// <summary>Runs it: <c>traffic [SUMO-BINARY]</c>.</summary>
    public static void Run(string? sumo, TextWriter report)
    {
        var district = District.Whole(seed: 20250708);
        report.WriteLine($"{district.Roads.Links.Count:N0} links, {district.Parking.Facilities.Count:N0} lots and kerbs, {district.Trips.Count:N0} trips");
        if (sumo is null) return;
        var folder = Directory.CreateTempSubdirectory("twin-sumo-").FullName;
        try
        {
            SumoFiles.Write(district, folder);
            SumoRun.MakeNetwork(sumo, folder);
            var run = SumoRun.Measure(sumo, folder, Day);
            report.WriteLine($"SUMO: {run.Seconds:F1} s simulated, {run.Whole:F1} s whole, {run.Processor:F1} s processor, {run.Inserted:N0} inserted: {district.Trips.Count / run.Seconds:N0} agents/s");
            report.WriteLine(run.Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
