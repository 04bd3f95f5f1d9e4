namespace DigitalTwin.Water.Network;

/// <summary>What a node is.</summary>
public enum NodeKind : byte
{
    /// <summary>Head unknown, demand known.</summary>
    Junction,

    /// <summary>Head known, supply unlimited.</summary>
    Reservoir,

    /// <summary>Head follows from the stored volume.</summary>
    Tank,
}

/// <summary>Nodes as arrays of equal length. Junctions come first (<see cref="JunctionCount"/> of them).</summary>
public sealed class NodeTable
{
    /// <summary>Ids, unique among nodes.</summary>
    public required string[] Ids { get; init; }

    /// <summary>Kinds.</summary>
    public required NodeKind[] Kinds { get; init; }

    /// <summary>Elevation, m. For a reservoir its total head before the pattern, for a tank its bottom.</summary>
    public required double[] Elevation { get; init; }

    /// <summary>Emitter coefficient K of q = K p^γ, m³/s at 1 m of pressure head, with γ = <see cref="WaterOptions.EmitterExponent"/>; 0 when there is none.</summary>
    public required double[] EmitterCoefficient { get; init; }

    /// <summary>Demand categories of node i are entries <c>DemandStart[i] .. DemandStart[i+1]-1</c>; length Count + 1.</summary>
    public required int[] DemandStart { get; init; }

    /// <summary>Base demand per category, m³/s, before patterns and the demand multiplier.</summary>
    public required double[] DemandBase { get; init; }

    /// <summary>Pattern index per category, -1 for the constant 1.</summary>
    public required int[] DemandPattern { get; init; }

    /// <summary>Map coordinate as the file gives it, NaN when absent.</summary>
    public required double[] X { get; init; }

    /// <summary>Map coordinate as the file gives it, NaN when absent.</summary>
    public required double[] Y { get; init; }

    /// <summary>Number of junctions.</summary>
    public required int JunctionCount { get; init; }

    /// <summary>Number of nodes.</summary>
    public int Count => Ids.Length;
}
