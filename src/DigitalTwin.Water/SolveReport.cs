using DigitalTwin.Water.Network;

namespace DigitalTwin.Water;

/// <summary>How a hydraulic solution went. Never an exception, never silence: whatever is wrong with it is named here.</summary>
public sealed class SolveReport
{
    /// <summary>Time of the solution, s.</summary>
    public double Time { get; init; }

    /// <summary>Whether the solution meets the accuracy asked for.</summary>
    public bool Converged { get; init; }

    /// <summary>Newton iterations made.</summary>
    public int Iterations { get; init; }

    /// <summary>Sum of flow changes over sum of flows at the last iteration.</summary>
    public double RelativeError { get; init; }

    /// <summary>Whether statuses had to be frozen to end a cycle (UNBALANCED CONTINUE).</summary>
    public bool StatusesFrozen { get; init; }

    /// <summary>A node of a part of the network that nothing ties to a known head, so that its heads mean nothing, or -1. EPANET stops here with error 110.</summary>
    public int IllConditionedNode { get; init; } = -1;

    /// <summary>Whether EPANET would stop the simulation here: no solution within TRIALS under UNBALANCED STOP.</summary>
    public bool Halts { get; init; }

    /// <summary>Junctions with a demand and a pressure below 0 (demand-driven), or with less than their demand (pressure-driven).</summary>
    public IReadOnlyList<int> DeficientNodes { get => field ?? []; init; }

    /// <summary>Junctions with a demand that no open path joins to a source. Looked for only when something else is wrong, as EPANET does.</summary>
    public IReadOnlyList<int> DisconnectedNodes { get => field ?? []; init; }

    /// <summary>Pumps that cannot deliver the head or the flow asked of them, by link.</summary>
    public IReadOnlyList<int> StrainedPumps { get => field ?? []; init; }

    /// <summary>Regulating valves that cannot hold their setting, by link.</summary>
    public IReadOnlyList<int> StrainedValves { get => field ?? []; init; }

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsClean => Converged && !StatusesFrozen && IllConditionedNode < 0
        && DeficientNodes.Count + DisconnectedNodes.Count + StrainedPumps.Count + StrainedValves.Count == 0;

    /// <summary>What is to be said, a sentence each, with ids.</summary>
    public IEnumerable<string> Sentences(WaterNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var at = $"at {TimeSpan.FromSeconds(Time):g}";
        if (IllConditionedNode >= 0)
            yield return $"Nothing ties node {network.Nodes.Ids[IllConditionedNode]} to a known head {at}: heads of that part of the network mean nothing.";
        if (!Converged)
            yield return $"Not converged {at}: relative error {RelativeError:g3} after {Iterations} iterations{(Halts ? "; EPANET would stop here" : "")}.";
        else if (StatusesFrozen)
            yield return $"Converged {at} only with all statuses frozen: a link cycles between states.";
        if (DeficientNodes.Count > 0) yield return $"Pressure too low {at} at {Names(DeficientNodes, network.Nodes.Ids)}.";
        if (DisconnectedNodes.Count > 0) yield return $"Cut off from every source {at}: {Names(DisconnectedNodes, network.Nodes.Ids)}.";
        if (StrainedPumps.Count > 0) yield return $"Beyond their curves {at}: pump {Names(StrainedPumps, network.Links.Ids)}.";
        if (StrainedValves.Count > 0) yield return $"Cannot hold their settings {at}: valve {Names(StrainedValves, network.Links.Ids)}.";
    }

    private static string Names(IReadOnlyList<int> indices, string[] ids)
    {
        const int shown = 10;
        var names = string.Join(", ", indices.Take(shown).Select(i => ids[i]));
        return indices.Count <= shown ? names : $"{names} and {indices.Count - shown} more";
    }
}
