using System.Text.Json.Serialization;
using DigitalTwin.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cli.Commands;

/// <summary>How <c>twin water solve</c> went, for people and for machines.</summary>
internal sealed class SolveSummary
{
    private const int KeptRemarks = 20;

    public required string File { get; init; }

    public int Junctions { get; private set; }

    public int TanksAndReservoirs { get; private set; }

    public int Links { get; private set; }

    public double DurationS { get; private set; }

    public int Solutions { get; private set; }

    public int Iterations { get; private set; }

    public int Unconverged { get; private set; }

    public bool Halted { get; private set; }

    public int RemarkCount { get; private set; }

    public List<string> Remarks { get; } = [];

    /// <summary>Bytes to network: the median of repeated readings; see <see cref="Spent"/>.</summary>
    public double ReadingMs => Reading.TypicalMs;

    /// <summary>The first reading.</summary>
    public double ReadingFirstMs => Reading.Elapsed.TotalMilliseconds;

    /// <summary>The whole period, analysis of the network included: the median of repeated runs.</summary>
    public double SolvingMs => Solving.TypicalMs;

    /// <summary>The first run.</summary>
    public double SolvingFirstMs => Solving.Elapsed.TotalMilliseconds;

    public double WritingMs => Writing.Elapsed.TotalMilliseconds;

    [JsonIgnore]
    public Spent Reading { get; } = new();

    [JsonIgnore]
    public Spent Solving { get; } = new();

    [JsonIgnore]
    public Spent Writing { get; } = new();

    public void Describe(WaterNetwork network)
    {
        (Junctions, Links, DurationS) = (network.Nodes.JunctionCount, network.Links.Count, network.Times.Duration);
        TanksAndReservoirs = network.Nodes.Count - Junctions;
    }

    public void Count(SolveReport report, WaterNetwork network)
    {
        Solutions++;
        Iterations += report.Iterations;
        if (!report.Converged) Unconverged++;
        Halted |= report.Halts;
        if (report.IsClean) return;
        foreach (var sentence in report.Sentences(network))
        {
            RemarkCount++;
            if (Remarks.Count < KeptRemarks) Remarks.Add(sentence);
        }
    }

    public void Write(TextWriter to)
    {
        foreach (var remark in Remarks) to.WriteLine(remark);
        if (RemarkCount > Remarks.Count) to.WriteLine($"… and {RemarkCount - Remarks.Count} more remarks.");
        to.WriteLine($"{Path.GetFileName(File)}: {Junctions} junctions, {TanksAndReservoirs} tanks and reservoirs, {Links} links, {TimeSpan.FromSeconds(DurationS).TotalHours:0.##} h");
        to.WriteLine($"{Solutions} solutions, {Iterations} iterations{(Unconverged > 0 ? $", {Unconverged} not converged" : "")}{(Halted ? "; stopped early, as EPANET does" : "")}");
        to.WriteLine($"reading {Reading}, solving {Solving}, writing {WritingMs:0.0} ms");
    }
}

/// <summary>
/// Time spent on one kind of work. The runtime compiles code while it first runs, which on a small network takes longer than the work; so work that took
/// less than half a second is repeated for as long, and the median is told beside the first.
/// </summary>
internal sealed class Spent
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(0.5);
    private readonly List<double> repeats = [];

    /// <summary>The first time.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>The median of the repeats; the first time when it was long enough by itself.</summary>
    public double TypicalMs => repeats.Count == 0 ? Elapsed.TotalMilliseconds : repeats.Order().ElementAt(repeats.Count / 2);

    public void Add(TimeSpan time) => Elapsed += time;

    public T Time<T>(TimeProvider clock, Func<T> work)
    {
        var begun = clock.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            Add(clock.GetElapsedTime(begun));
        }
    }

    public void Time(TimeProvider clock, Action work) => Time(clock, () =>
    {
        work();
        return true;
    });

    public void Repeat(TimeProvider clock, Action work, CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();
        while (Elapsed < Budget && clock.GetElapsedTime(begun) < Budget)
        {
            cancellation.ThrowIfCancellationRequested();
            var once = clock.GetTimestamp();
            work();
            repeats.Add(clock.GetElapsedTime(once).TotalMilliseconds);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => repeats.Count == 0
        ? $"{TypicalMs:0.0} ms" : $"{TypicalMs:0.00} ms (median of {repeats.Count} more; first {Elapsed.TotalMilliseconds:0.0} ms)";
}
