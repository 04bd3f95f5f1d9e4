using System.Diagnostics;
using System.Globalization;

namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>What a day of a district of some size cost on one thread, in a process of its own: so peak memory is its own.</summary>
/// <param name="Links">Links of the district; lots and kerbs are in proportion to 5,000.</param>
/// <param name="Trips">Trips of its day.</param>
/// <param name="Processor">Processor time of the day, s.</param>
/// <param name="Moves">Links driven.</param>
/// <param name="Peak">Largest memory of the process, bytes, the making of the district included.</param>
/// <param name="Allocated">Bytes allocated during the day.</param>
/// <param name="Unfinished">Vehicles that were on the road or before a barrier when the day ended.</param>
internal sealed record GrowthCase(int Links, int Trips, double Processor, long Moves, long Peak, long Allocated, int Unfinished)
{
    private const ulong Seed = 20250708;

    /// <summary>A district with that many links and trips, lots and kerbs in proportion to its links.</summary>
    public static District Make(int links, int trips)
    {
        var side = 2;
        while (4 * side * (side - 1) < links) side++;
        return District.Make(side, links, lots: (int)(links * 300L / 5000), kerbs: links / 5, trips, Seed);
    }

    /// <summary>The case in a new process: the median of so many days by processor time.</summary>
    public static GrowthCase Measure(int links, int trips, int days)
    {
        var own = Environment.GetCommandLineArgs()[0];
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(own);
        foreach (var argument in (ReadOnlySpan<string>)["traffic", "case", $"{links}", $"{trips}", $"{days}"]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The case of {links:N0} links and {trips:N0} trips ended with code {process.ExitCode}.");
        var values = line.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        return new(links, trips, values[0], (long)values[1], (long)values[2], (long)values[3], (int)values[4]);
    }

    /// <summary>What that process does.</summary>
    public static void Print(int links, int trips, int days, TextWriter report)
    {
        DayRun.Of(District.Small(Seed), threads: 1);
        var district = Make(links, trips);
        var runs = Enumerable.Range(0, days).Select(_ => DayRun.Of(district, threads: 1)).OrderBy(run => run.Processor).ToArray();
        var run = runs[runs.Length / 2];
        using var process = Process.GetCurrentProcess();
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Processor:R} {run.Moves} {process.PeakWorkingSet64} {run.Allocated} {run.Unfinished}"));
    }
}
