using System.Text.Json.Serialization;
using DigitalTwin.Mobility.Assignment;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>How <c>twin traffic assign</c> went, for people and for machines.</summary>
internal sealed class AssignSummary
{
    private const int ShownLinks = 10;

    public required string Network { get; init; }

    public required string Trips { get; init; }

    public int Zones { get; private set; }

    public int Nodes { get; private set; }

    public int Links { get; private set; }

    public double TripsAssigned { get; private set; }

    public double TripsNotCarried { get; private set; }

    public double TollFactor { get; private set; }

    public double DistanceFactor { get; private set; }

    public bool Converged { get; private set; }

    public double RelativeGap { get; private set; }

    public double AverageExcessCost { get; private set; }

    public int Iterations { get; private set; }

    public double Objective { get; private set; }

    public double TotalTravelTime { get; private set; }

    public double TotalCost { get; private set; }

    public double TotalDistance { get; private set; }

    public List<LoadedLink> MostLoaded { get; private set; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>The first reading.</summary>
    public double ReadingMs => Reading.Elapsed.TotalMilliseconds;

    /// <summary>Finding the equilibrium: the median of repeated runs; see <see cref="Spent"/>.</summary>
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

    [JsonIgnore]
    public AssignmentState? State { get; set; }

    /// <summary>A link, its flow and how full it is.</summary>
    public sealed record LoadedLink(string Link, double Volume, double Capacity, double VolumeToCapacity, double Time);

    public void Describe(AssignInput input, AssignmentModel model, AssignmentReport report)
    {
        var (network, state) = (model.Network, State!);
        (Zones, Nodes, Links) = (network.ZoneCount, network.NodeCount, network.LinkCount);
        (TollFactor, DistanceFactor) = (input.Cars.TollFactor, input.Cars.DistanceFactor);
        (TripsAssigned, TripsNotCarried) = (report.Trips, report.Unserved.Sum(u => u.Trips));
        (Converged, RelativeGap, AverageExcessCost, Iterations) = (report.Converged, report.Gap, report.AverageExcess, report.Iterations);
        (Objective, TotalTravelTime, TotalCost, TotalDistance) = (report.Objective, report.TotalTime, report.TotalCost, report.TotalDistance);
        Notes.AddRange(report.Sentences(network));
        // Where time does not grow with flow the capacity says nothing.
        MostLoaded = [.. Enumerable.Range(0, network.LinkCount).Where(link => network.B[link] * network.FreeTime[link] > 0 && state.Volume[link] > 0)
            .OrderByDescending(link => state.Volume[link] / network.Capacity[link]).ThenBy(link => link).Take(ShownLinks)
            .Select(link => new LoadedLink(network.LinkIds[link], state.Volume[link], network.Capacity[link], state.Volume[link] / network.Capacity[link], state.Time[link]))];
    }

    public void Write(TextWriter to)
    {
        foreach (var note in Notes) to.WriteLine(note);
        to.WriteLine($"{Path.GetFileName(Network)}: {Zones} zones, {Nodes} nodes, {Links} links, {TripsAssigned:0.###} trips between zones");
        to.WriteLine($"relative gap {RelativeGap:0.00e+0}, average excess cost {AverageExcessCost:0.00e+0}, {Iterations} iterations{(Converged ? "" : "; not converged")}");
        to.WriteLine($"objective {Objective:0.000000}");
        to.WriteLine($"total travel time {TotalTravelTime:0.0000}{(TollFactor + DistanceFactor > 0 ? $", with toll (factor {TollFactor}) and distance (factor {DistanceFactor}) {TotalCost:0.0000}" : "")}, total distance {TotalDistance:0.##}");
        if (MostLoaded.Count > 0) to.WriteLine($"{Environment.NewLine}{"most loaded",-16}{"volume",14}{"capacity",14}{"ratio",8}{"time",12}");
        foreach (var link in MostLoaded) to.WriteLine($"{link.Link,-16}{link.Volume,14:0.0}{link.Capacity,14:0.0}{link.VolumeToCapacity,8:0.00}{link.Time,12:0.000}");
        to.WriteLine($"{Environment.NewLine}reading {Reading}, solving {Solving}, writing {WritingMs:0.0} ms");
    }
}
