using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>A run of SUMO's mesoscopic model over the files of a district.</summary>
/// <param name="Seconds">Wall time that SUMO itself says its simulation took, reading of files not counted, s.</param>
/// <param name="Whole">Wall time of the process, s.</param>
/// <param name="Processor">Processor time of the process, s.</param>
/// <param name="Inserted">Vehicles that entered the network.</param>
/// <param name="Output">What it said at the end.</param>
internal sealed partial record SumoRun(double Seconds, double Whole, double Processor, int Inserted, string Output)
{
    /// <summary>Makes the network with the netconvert that is beside SUMO.</summary>
    public static void MakeNetwork(string sumo, string folder) =>
        Start(Path.Combine(Path.GetDirectoryName(sumo) is { Length: > 0 } beside ? beside : "", "netconvert"), ["-n", "district.nod.xml", "-e", "district.edg.xml", "-o", "district.net.xml", "--no-warnings"], folder);

    /// <summary>
    /// Simulates a day. Routes are found at departure on travel times that are updated every 5 minutes, as ours are. Signals count as delays by their green share, without watching each phase: the quicker of SUMO's ways.
    /// </summary>
    public static SumoRun Measure(string sumo, string folder, double until)
    {
        var (output, whole, processor) = Start(sumo,
        [
            "-n", "district.net.xml", "-r", "district.trips.xml", "--mesosim", "--begin", "0", "--end", until.ToString("F0", CultureInfo.InvariantCulture), "--meso-tls-flow-penalty", "1",
            "--device.rerouting.probability", "1", "--device.rerouting.period", "0", "--device.rerouting.adaptation-interval", "300", "--routing-algorithm", "astar",
            "--no-step-log", "--no-warnings", "--duration-log.statistics", "--xml-validation", "never",
        ], folder);
        return new(Number(DurationLine(), output), whole, processor, (int)Number(InsertedLine(), output), output);
    }

    private static (string Output, double Seconds, double Processor) Start(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        // Nobody tells the processor time of a process that has ended: it is the last that was seen.
        var processor = TimeSpan.Zero;
        while (!process.WaitForExit(100))
        {
            process.Refresh();
            if (!process.HasExited) processor = process.TotalProcessorTime;
        }
        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with code {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
        return (output.GetAwaiter().GetResult(), seconds, processor.TotalSeconds);
    }

    private static double Number(Regex line, string text) => line.Match(text) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : double.NaN;

    [GeneratedRegex(@"Duration: ([0-9.]+)\s*s")]
    private static partial Regex DurationLine();

    [GeneratedRegex("Inserted: ([0-9]+)")]
    private static partial Regex InsertedLine();
}
