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

    public double ReadingMs => Reading.Elapsed.TotalMilliseconds;

    public double SolvingMs => Solving.Elapsed.TotalMilliseconds;

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
        to.WriteLine($"reading {ReadingMs:0.0} ms, solving {SolvingMs:0.0} ms, writing {WritingMs:0.0} ms");
    }
}

/// <summary>Time spent on one kind of work.</summary>
internal sealed class Spent
{
    public TimeSpan Elapsed { get; private set; }

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
}
