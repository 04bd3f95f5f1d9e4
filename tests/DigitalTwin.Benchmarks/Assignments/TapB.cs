using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DigitalTwin.Benchmarks.Assignments;

/// <summary>TAP-B as an executable that is given a file of parameters, run in a folder of its own.</summary>
internal sealed partial class TapB : IDisposable
{
    private readonly string executable;
    private readonly string folder = Directory.CreateTempSubdirectory("assign").FullName;

    public TapB(string executable, string net, string trips, double toll, double distance, double gap)
    {
        this.executable = Path.GetFullPath(executable);
        var factors = string.Create(CultureInfo.InvariantCulture, $"<TOLL FACTOR> {toll}\n<DISTANCE FACTOR> {distance}\n<END OF METADATA>");
        File.WriteAllText(Path.Combine(folder, "net.txt"), File.ReadAllText(net).Replace("<END OF METADATA>", factors, StringComparison.Ordinal));
        File.Copy(trips, Path.Combine(folder, "trips.txt"));
        File.WriteAllText(Path.Combine(folder, "parameters.txt"), string.Create(CultureInfo.InvariantCulture,
            $"<NETWORK FILE> net.txt\n<TRIPS FILE> trips.txt\n<CONVERGENCE GAP> {gap}\n<MAX RUN TIME> 600\n<FILE PATH> ./\n<DATA PATH> ./\n<FLOWS FILE> flows.txt\n<OMIT BECKMANN>\n<EXCLUDE GAP TIME>\n"));
    }

    /// <summary>Solves.</summary>
    /// <returns>Seconds of solving, as it prints them.</returns>
    public double Run()
    {
        using var process = Process.Start(new ProcessStartInfo(executable, "parameters.txt") { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var times = Time().Matches(said);
        if (times.Count == 0) throw new InvalidOperationException($"{executable} did not say how long it took: {said}");
        return double.Parse(times[^1].Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [GeneratedRegex(@"Iteration .*time ([0-9.]+)")]
    private static partial Regex Time();
}
