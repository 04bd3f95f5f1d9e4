namespace DigitalTwin.Mobility.Assignment;

/// <summary>How travel time grows with flow.</summary>
public enum TravelTimeFunction : byte
{
    /// <summary>Bureau of Public Roads 1964 (A1).</summary>
    Bpr,

    /// <summary>Conical, Spiess 1990 (A2); α is the network's power.</summary>
    Conical,
}

/// <summary>What is looked for.</summary>
public enum AssignmentGoal : byte
{
    /// <summary>Nobody can gain by another route (Wardrop's first principle).</summary>
    UserEquilibrium,

    /// <summary>All together lose least time (Wardrop's second principle): equilibrium of marginal costs (A6).</summary>
    SystemOptimum,
}

/// <summary>How it is looked for.</summary>
public enum AssignmentMethod : byte
{
    /// <summary>Dial's Algorithm B: an acyclic bush for each origin, flow shifted between its longest and shortest paths. Precise and fast.</summary>
    Bush,

    /// <summary>Frank and Wolfe 1956. For comparison.</summary>
    FrankWolfe,

    /// <summary>Conjugate Frank-Wolfe (Mitradjieva and Lindberg 2013). For comparison.</summary>
    ConjugateFrankWolfe,

    /// <summary>Bi-conjugate Frank-Wolfe (Mitradjieva and Lindberg 2013). For comparison.</summary>
    BiconjugateFrankWolfe,
}

/// <summary>Wishes for an assignment.</summary>
public sealed record AssignmentOptions
{
    /// <summary>Relative gap (A4) at which it ends; above 0.</summary>
    public double Gap { get; init; } = 1e-6;

    /// <summary>Most iterations; it then ends unconverged.</summary>
    public int MostIterations { get; init; } = 1000;

    /// <summary>How.</summary>
    public AssignmentMethod Method { get; init; }

    /// <summary>What.</summary>
    public AssignmentGoal Goal { get; init; }

    /// <summary>Travel time by flow.</summary>
    public TravelTimeFunction Function { get; init; }
}
