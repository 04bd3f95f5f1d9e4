using DigitalTwin.Numerics.Text;
using DigitalTwin.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cli.Commands;

/// <summary>How <c>twin water solve</c> went, for people and for machines.</summary>
internal sealed class SolveSummary : TimedSummary
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
        to.WriteLine($"{Path.GetFileName(File)}: {Plural.Of(Junctions, "junction")}, {Plural.Of(TanksAndReservoirs, "tank or reservoir", "tanks and reservoirs")}, {Plural.Of(Links, "link")}, {TimeSpan.FromSeconds(DurationS).TotalHours:0.##} h");
        to.WriteLine($"{Plural.Of(Solutions, "solution")}, {Plural.Of(Iterations, "iteration")}{(Unconverged > 0 ? $", {Unconverged} not converged" : "")}{(Halted ? "; stopped early, as EPANET does" : "")}");
        WriteTimes(to);
    }
}
