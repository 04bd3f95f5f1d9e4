using System.Diagnostics;
using DigitalTwin.Buildings.Step;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Benchmarks.Step;

/// <summary>
/// Opening files of ISO 10303-21 and reading their records, by processor time, beside two peers in the same run. All on one thread; the collector's own threads are counted in.
/// </summary>
internal static class StepBenchmark
{
    private const double Enough = 1.0;

    /// <summary>Runs it: <c>step FILE…</c>, or <c>step made MB</c> for a file of that many megabytes that it makes, measures and deletes.</summary>
    public static void Run(ReadOnlySpan<string> args, TextWriter report)
    {
        if (args is ["made", var size])
        {
            var path = Path.Combine(Path.GetTempPath(), $"made-{Environment.ProcessId}.ifc");
            try
            {
                var made = MadeStepFile.Write(path, long.Parse(size) * 1_000_000);
                report.WriteLine($"made: {made.Records:N0} records");
                GC.Collect();
                Memory(path, report);
                Print(path, report);
            }
            finally
            {
                File.Delete(path);
            }
        }
        foreach (var path in args is ["made", ..] ? [] : args) Print(path, report);
    }

    private static void Print(string path, TextWriter report)
    {
        var megabytes = new FileInfo(path).Length / 1e6;
        var records = 0;
        var held = megabytes < 1000 ? File.ReadAllBytes(path) : null;
        report.WriteLine($"{Path.GetFileName(path)}: {megabytes:F1} MB");
        var open = Rate("open from the file: index by id and entity", () => records = Opened(path).Count);
        if (held is not null) Rate("open from memory", () => StepFile.Open(held, path, new ProblemList()).Dispose());
        Rate("open, and one number or text of every record", () => Touch(path));
        Rate("open, and every record whole as a tree", () => ReadAll(path));
        var counted = 0;
        var least = held is null ? double.NaN : Rate("peer: a loop over bytes in memory that only counts", () => counted = StepPeers.CountOnly(held));
        var matched = 0;
        var regex = Rate("peer: lines and a regular expression into a dictionary", () => matched = StepPeers.LinesAndRegex(path));
        report.WriteLine($"  {records:N0} records (the loop counts {counted:N0}, the expression finds {matched:N0}); opening is {open / regex:F1} times the expression, {open / least:F2} times the loop");

        double Rate(string what, Action work)
        {
            work();
            var (turns, clock, before) = (0, Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            for (; clock.Elapsed.TotalSeconds < Enough; turns++) work();
            var rate = turns * megabytes / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            report.WriteLine($"  {rate,8:F0} MB/s  {what}");
            return rate;
        }
    }

    private static StepFile Opened(string path)
    {
        using var file = StepFile.Open(path, new ProblemList());
        return file;
    }

    private static void Touch(string path)
    {
        using var file = StepFile.Open(path, new ProblemList());
        Span<double> numbers = stackalloc double[3];
        foreach (var id in file.Ids)
        {
            if (!file.TryCursor(id, out var cursor)) continue;
            if (cursor.Ahead is StepKind.List) cursor.Numbers(numbers);
            else cursor.Skip(2);
        }
    }

    private static void ReadAll(string path)
    {
        using var file = StepFile.Open(path, new ProblemList());
        foreach (var id in file.Ids) file.TryGet(id, out _);
    }

    /// <summary>What the process holds at most, of which the mapped file's pages are the system's to take back.</summary>
    private static void Memory(string path, TextWriter report)
    {
        using var file = StepFile.Open(path, new ProblemList());
        report.WriteLine($"  after opening: managed {GC.GetTotalMemory(false) / 1e6:F0} MB; {Resident()}");
        foreach (var id in file.Ids) file.TryGet(id, out _);
        report.WriteLine($"  after reading every record: managed {GC.GetTotalMemory(false) / 1e6:F0} MB; {Resident()}");
    }

    private static string Resident() => !File.Exists("/proc/self/status")
        ? $"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"
        : string.Join("; ", File.ReadLines("/proc/self/status").Where(l => l.StartsWith("VmHWM", StringComparison.Ordinal) || l.StartsWith("Rss", StringComparison.Ordinal)).Select(l => l.Replace("\t", " ", StringComparison.Ordinal)));
}
