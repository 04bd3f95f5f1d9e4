using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Assignment;

/// <summary>How far an assignment has come.</summary>
/// <param name="Iteration">Number of the iteration, from 0.</param>
/// <param name="Gap">Relative gap (A4).</param>
public readonly record struct AssignmentProgress(int Iteration, double Gap);

/// <summary>Trips that no path carries.</summary>
/// <param name="Traveller">Class of travellers.</param>
/// <param name="Origin">Zone.</param>
/// <param name="Destination">Zone.</param>
/// <param name="Trips">Vehicles.</param>
public readonly record struct UnservedTrips(int Traveller, int Origin, int Destination, double Trips);

/// <summary>How an assignment went. Never an exception, never silence: what could not be carried is named here.</summary>
public sealed class AssignmentReport
{
    /// <summary>Whether the gap asked for was reached.</summary>
    public required bool Converged { get; init; }

    /// <summary>Relative gap (A4): (TSTT − SPTT) / SPTT.</summary>
    public required double Gap { get; init; }

    /// <summary>Average excess cost (A4): (TSTT − SPTT) / trips.</summary>
    public required double AverageExcess { get; init; }

    /// <summary>Iterations made.</summary>
    public required int Iterations { get; init; }

    /// <summary>Links that the bush method looked at, each as often as it did: its work, the same on every machine. 0 for other methods.</summary>
    public long LinksSeen { get; init; }

    /// <summary>Beckmann's objective (A3); for the system optimum the total cost, passenger-car units.</summary>
    public required double Objective { get; init; }

    /// <summary>Time of all vehicles together.</summary>
    public required double TotalTime { get; init; }

    /// <summary>Generalised cost of all vehicles together: time, toll and distance.</summary>
    public required double TotalCost { get; init; }

    /// <summary>Way of all vehicles together, in the unit of length.</summary>
    public required double TotalDistance { get; init; }

    /// <summary>Trips carried, vehicles; those within a zone do not count.</summary>
    public required double Trips { get; init; }

    /// <summary>Trips that no path carries.</summary>
    public required IReadOnlyList<UnservedTrips> Unserved { get; init; }

    /// <summary>What is to be said, a sentence each, with ids.</summary>
    public IEnumerable<string> Sentences(AssignmentNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        const int Most = 20;
        if (!Converged) yield return $"Not converged: relative gap {Gap:g3} after {Plural.Of(Iterations, "iteration")}.";
        var groups = Unserved.GroupBy(u => u.Origin).ToArray();
        foreach (var group in groups.Take(Most))
        {
            var zones = group.Select(u => network.NodeIds[u.Destination]).Distinct().ToArray();
            var names = zones.Length <= 10 ? string.Join(", ", zones) : $"{string.Join(", ", zones.Take(10))} and {zones.Length - 10} more";
            yield return $"No path leads from zone {network.NodeIds[group.Key]} to {names}: {group.Sum(u => u.Trips):0.###} trips are not carried.";
        }
        if (groups.Length > Most) yield return $"No path leads from {Plural.Of(groups.Length - Most, "more zone")} to some of their destinations: {groups.Skip(Most).SelectMany(g => g).Sum(u => u.Trips):0.###} trips are not carried.";
    }
}
