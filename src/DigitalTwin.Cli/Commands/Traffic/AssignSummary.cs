using System.Text.Json.Serialization;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>How <c>twin traffic assign</c> went, for people and for machines.</summary>
internal sealed class AssignSummary : TimedSummary
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

    /// <summary>By class of travellers; empty where there is one.</summary>
    public List<ClassTotals> Classes { get; private set; } = [];

    /// <summary>The links that are fullest; by volume where capacities say nothing.</summary>
    public List<LoadedLink> MostLoaded { get; private set; } = [];

    /// <summary>False where every capacity is 1: B was divided by it, and flow over capacity is no ratio.</summary>
    public bool HasCapacities { get; private set; } = true;

    /// <summary>Beside the base, where there is one.</summary>
    public DifferenceSummary? Difference { get; set; }

    /// <summary>Of the links that --select names.</summary>
    public List<SelectionSummary> Selected { get; set; } = [];

    public List<string> Notes { get; } = [];

    [JsonIgnore]
    public AssignmentState? State { get; set; }

    /// <summary>A link, its flow and how full it is.</summary>
    public sealed record LoadedLink(string Link, double Volume, double Capacity, double? VolumeToCapacity, double Time);

    /// <summary>What a class of travellers drives: trips asked for, vehicles times time, cost and length.</summary>
    public sealed record ClassTotals(string Name, double Trips, double CarUnits, double TotalTravelTime, double TotalCost, double TotalDistance);

    public void Describe(AssignInput input, AssignmentModel model, AssignmentReport report)
    {
        var (network, state) = (model.Network, State!);
        (Zones, Nodes, Links) = (network.ZoneCount, network.NodeCount, network.LinkCount);
        (TollFactor, DistanceFactor) = (input.Classes[0].TollFactor, input.Classes[0].DistanceFactor);
        if (input.Classes.Count > 1) Classes = [.. input.Classes.Select((traveller, c) => Totals(traveller, c, network, state))];
        (TripsAssigned, TripsNotCarried) = (report.Trips, report.Unserved.Sum(u => u.Trips));
        (Converged, RelativeGap, AverageExcessCost, Iterations) = (report.Converged, report.Gap, report.AverageExcess, report.Iterations);
        (Objective, TotalTravelTime, TotalCost, TotalDistance) = (report.Objective, report.TotalTime, report.TotalCost, report.TotalDistance);
        Notes.AddRange(report.Sentences(network));
        // Where time does not grow with flow the capacity says nothing; where all are 1, they have gone into B already (Barcelona, Winnipeg), and flow over capacity says nothing either.
        int[] growing = [.. Enumerable.Range(0, network.LinkCount).Where(link => network.B[link] * network.FreeTime[link] > 0)];
        HasCapacities = !Array.TrueForAll(growing, link => network.Capacity[link] == 1);
        MostLoaded = [.. growing.Where(link => state.Volume[link] > 0).OrderByDescending(link => HasCapacities ? Ratio(link) : state.Volume[link]).ThenBy(link => link).Take(ShownLinks)
            .Select(link => new LoadedLink(network.LinkIds[link], state.Volume[link], Capacity(link), HasCapacities ? Ratio(link) : null, state.Time[link]))];

        double Capacity(int link) => network.Capacity[link] * state.CapacityFactor[link];

        double Ratio(int link) => state.Volume[link] / Capacity(link);
    }

    private static ClassTotals Totals(TravellerClass traveller, int c, AssignmentNetwork network, AssignmentState state)
    {
        double time = 0, cost = 0, distance = 0;
        for (var link = 0; link < network.LinkCount; link++)
        {
            var vehicles = state.Vehicles[c][link];
            time += vehicles * state.Time[link];
            cost += vehicles * (state.Time[link] + traveller.FixedCost(network, link));
            distance += vehicles * network.Length[link];
        }
        return new(traveller.Name, traveller.Demand.TotalBetweenZones * state.DemandFactor[c], traveller.CarUnits, time, cost, distance);
    }

    public void Write(TextWriter to)
    {
        foreach (var note in Notes) to.WriteLine(note);
        to.WriteLine($"{Path.GetFileName(Network)}: {Plural.Of(Zones, "zone")}, {Plural.Of(Nodes, "node")}, {Plural.Of(Links, "link")}, {TripsAssigned:0.###} trips between zones");
        to.WriteLine($"relative gap {RelativeGap:0.00e+0}, average excess cost {AverageExcessCost:0.00e+0}, {Plural.Of(Iterations, "iteration")}{(Converged ? "" : "; not converged")}");
        to.WriteLine($"objective {Objective:0.000000}");
        to.WriteLine($"total travel time {TotalTravelTime:0.0000}{(TollFactor + DistanceFactor > 0 ? $", with toll (factor {TollFactor}) and distance (factor {DistanceFactor}) {TotalCost:0.0000}" : "")}, total distance {TotalDistance:0.##}");
        foreach (var c in Classes) to.WriteLine($"{c.Name}: {c.Trips:0.###} trips of {c.CarUnits:0.###} passenger-car units, travel time {c.TotalTravelTime:0.####}, cost {c.TotalCost:0.####}, distance {c.TotalDistance:0.##}");
        if (MostLoaded.Count > 0) to.WriteLine($"{Environment.NewLine}{"most loaded",-16}{"volume",14}{(HasCapacities ? $"{"capacity",14}{"ratio",9}" : "")}{"time",13}");
        foreach (var link in MostLoaded) to.WriteLine($"{link.Link,-16}{link.Volume,14:0.0}{(HasCapacities ? $"{link.Capacity,14:0.0} {link.VolumeToCapacity,8:0.00}" : "")} {link.Time,12:0.000}");
        if (!HasCapacities) to.WriteLine("Every capacity of the file is 1, so that it has gone into B: how full a link is, is not known.");
        Difference?.Write(to);
        foreach (var selection in Selected) selection.Write(to);
        to.WriteLine();
        WriteTimes(to);
    }
}
