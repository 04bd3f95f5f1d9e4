using System.Globalization;
using System.Text.Json.Serialization;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using DigitalTwin.Numerics.Text.Tables;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>How <c>twin traffic scan</c> went, for people and for machines.</summary>
internal sealed class ScanSummary : TimedSummary
{
    public required string Network { get; init; }

    public required string Trips { get; init; }

    public double TripsAssigned { get; set; }

    public double TotalTravelTime { get; set; }

    public double TotalCost { get; set; }

    public double RelativeGap { get; set; }

    public int ClosuresLookedAt { get; set; }

    /// <summary>Of those: solved now, neither known from a scan that was stopped nor of links that nobody uses.</summary>
    public int ClosuresSolved { get; set; }

    public int Threads { get; set; }

    public double ClosuresPerSecond => SolvingMs > 0 ? ClosuresSolved / SolvingMs * 1000 : 0;

    public int NotConverged { get; set; }

    /// <summary>The most costly first.</summary>
    public List<RankedClosure> Closures { get; private set; } = [];

    /// <summary>Those that cut trips off, most trips first.</summary>
    public List<RankedClosure> CuttingOff { get; private set; } = [];

    /// <summary>A closure in the table.</summary>
    public sealed record RankedClosure(int Rank, string Links, double TimeLost, double TimeLostPercent, double CostLost, double DistanceMore, double TripsCutOff, double BaseVolume, double RelativeGap, int Iterations, bool Converged);

    [JsonIgnore]
    public List<RankedClosure> All { get; private set; } = [];

    public void Rank(AssignmentNetwork network, IReadOnlyList<Closure> closures, ClosureCost[] costs, int top)
    {
        var order = Enumerable.Range(0, costs.Length).OrderByDescending(i => costs[i].Time).ThenByDescending(i => costs[i].TripsCutOff).ThenBy(i => i);
        All = [.. order.Select((i, rank) => Ranked(rank + 1, closures[i].Name(network), costs[i]))];
        Closures = [.. All.Take(top)];
        CuttingOff = [.. All.Where(c => c.TripsCutOff > 0).OrderByDescending(c => c.TripsCutOff).Take(top)];
        NotConverged = costs.Count(c => !c.Converged);

        RankedClosure Ranked(int rank, string links, in ClosureCost cost) => new(
            rank, links, cost.Time, TotalTravelTime > 0 ? 100 * cost.Time / TotalTravelTime : 0, cost.Cost, cost.Distance, cost.TripsCutOff, cost.Volume, cost.Gap, cost.Iterations, cost.Converged);
    }

    public void WriteCsv(TextWriter to)
    {
        to.WriteLine("rank,links,time_lost,time_lost_percent,cost_lost,distance_more,trips_cut_off,base_volume,relative_gap,iterations,converged");
        foreach (var c in All)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{c.Rank},{CsvText.Quoted(c.Links)},{c.TimeLost:R},{c.TimeLostPercent:R},{c.CostLost:R},{c.DistanceMore:R},{c.TripsCutOff:R},{c.BaseVolume:R},{c.RelativeGap:R},{c.Iterations},{(c.Converged ? "yes" : "no")}"));
        }
    }

    public void Write(TextWriter to)
    {
        to.WriteLine($"{Path.GetFileName(Network)}: {TripsAssigned:0.###} trips between zones, total travel time {TotalTravelTime:0.0000}, relative gap {RelativeGap:0.00e+0}");
        to.WriteLine($"{Plural.Of(ClosuresLookedAt, "closure")}, {ClosuresSolved} of them solved on {Plural.Of(Threads, "thread")}, {ClosuresPerSecond:0.#} a second");
        if (NotConverged > 0) to.WriteLine($"{NotConverged} of them did not converge.");
        Table("closed", Closures);
        Table("cut off trips", CuttingOff);
        to.WriteLine();
        WriteTimes(to);

        void Table(string title, List<RankedClosure> closures)
        {
            if (closures.Count == 0) return;
            to.WriteLine($"{Environment.NewLine}{"",5} {title,-18}{"time lost",14}{"",10}{"distance more",16}{"trips cut off",15}{"base volume",14}");
            foreach (var c in closures) to.WriteLine($"{c.Rank,5} {c.Links,-18}{c.TimeLost,14:0.0}{c.TimeLostPercent,8:0.00} %{c.DistanceMore,16:0.0}{c.TripsCutOff,15:0.0}{c.BaseVolume,14:0.0}");
        }
    }
}
