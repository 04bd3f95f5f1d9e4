namespace DigitalTwin.Water;

/// <summary>Formula of friction loss.</summary>
public enum HeadLossFormula
{
    /// <summary>Hazen-Williams.</summary>
    HazenWilliams,

    /// <summary>Darcy-Weisbach.</summary>
    DarcyWeisbach,

    /// <summary>Chezy-Manning.</summary>
    ChezyManning,
}

/// <summary>How demand answers to pressure.</summary>
public enum DemandModel
{
    /// <summary>Demand is always delivered (DDA).</summary>
    DemandDriven,

    /// <summary>Demand follows pressure between a minimum and a required pressure (PDA, Wagner).</summary>
    PressureDriven,
}

/// <summary>Hydraulic options in SI; the defaults are EPANET 2.3's.</summary>
public sealed record WaterOptions
{
    /// <summary>Friction formula.</summary>
    public HeadLossFormula HeadLoss { get; init; } = HeadLossFormula.HazenWilliams;

    /// <summary>Demand model.</summary>
    public DemandModel DemandModel { get; init; } = DemandModel.DemandDriven;

    /// <summary>Pressure head below which nothing is delivered (PDA), m.</summary>
    public double MinimumPressure { get; init; }

    /// <summary>Pressure head from which all is delivered (PDA), m.</summary>
    public double RequiredPressure { get; init; } = 0.1 * 0.3048;

    /// <summary>Exponent of pressure-driven demand (-).</summary>
    public double PressureExponent { get; init; } = 0.5;

    /// <summary>Kinematic viscosity, m²/s.</summary>
    public double Viscosity { get; init; } = 1.1e-5 * 0.3048 * 0.3048;

    /// <summary>Specific gravity (-), for power only.</summary>
    public double SpecificGravity { get; init; } = 1;

    /// <summary>Most Newton iterations per solution (TRIALS).</summary>
    public int Trials { get; init; } = 200;

    /// <summary>Sum of flow changes over sum of flows below which a solution has converged (ACCURACY).</summary>
    public double Accuracy { get; init; } = 0.001;

    /// <summary>Largest head loss error of a link, m; 0 when not asked (HEADERROR).</summary>
    public double HeadError { get; init; }

    /// <summary>Largest flow change, m³/s; 0 when not asked (FLOWCHANGE).</summary>
    public double FlowChange { get; init; }

    /// <summary>Extra trials with statuses frozen when TRIALS are used up; -1 means stop (UNBALANCED).</summary>
    public int UnbalancedTrials { get; init; } = -1;

    /// <summary>Iterations between status checks of pumps, check valves, FCVs and pipes to tanks (CHECKFREQ).</summary>
    public int CheckFrequency { get; init; } = 2;

    /// <summary>Iterations after which those checks wait for convergence (MAXCHECK).</summary>
    public int MaxCheck { get; init; } = 10;

    /// <summary>Relative flow change below which steps are damped and PRVs and PSVs checked (DAMPLIMIT); 0 turns it off.</summary>
    public double DampLimit { get; init; }

    /// <summary>Multiplies all demands (-).</summary>
    public double DemandMultiplier { get; init; } = 1;

    /// <summary>Exponent γ of emitter flow q = K p^γ (-).</summary>
    public double EmitterExponent { get; init; } = 0.5;

    /// <summary>Whether an emitter may draw water in when pressure is negative.</summary>
    public bool EmitterBackflow { get; init; } = true;

    /// <summary>Unit of length of the file that the network came from, m: 1 or 0.3048. EPANET computes in feet, and now and then its last bit decides.</summary>
    public double FileLength { get; init; } = 1;

    /// <summary>Margin of a rule's comparison of heads and levels, m: 0.001 of the file's unit.</summary>
    public double RuleHeadTolerance { get; init; } = 1e-3;

    /// <summary>Margin of a rule's comparison of pressures, m: 0.001 of the file's unit.</summary>
    public double RulePressureTolerance { get; init; } = 1e-3;

    /// <summary>Margin of a rule's comparison of flows and demands, m³/s: 0.001 of the file's unit.</summary>
    public double RuleFlowTolerance { get; init; } = 1e-6;
}

/// <summary>Times of an extended-period simulation, in s.</summary>
public sealed record WaterTimes
{
    /// <summary>Duration; 0 is a single steady solution.</summary>
    public double Duration { get; init; }

    /// <summary>Longest hydraulic step.</summary>
    public double HydraulicStep { get; init; } = 3600;

    /// <summary>Length of a pattern period.</summary>
    public double PatternStep { get; init; } = 3600;

    /// <summary>Offset at which patterns begin.</summary>
    public double PatternStart { get; init; }

    /// <summary>Interval of reports.</summary>
    public double ReportStep { get; init; } = 3600;

    /// <summary>First report.</summary>
    public double ReportStart { get; init; }

    /// <summary>Interval at which rules are evaluated.</summary>
    public double RuleStep { get; init; } = 360;

    /// <summary>Time of day at time 0.</summary>
    public double StartClockTime { get; init; }
}

/// <summary>Energy settings that hold unless a pump has its own.</summary>
public sealed record EnergyOptions
{
    /// <summary>Price per kWh.</summary>
    public double Price { get; init; }

    /// <summary>Pattern of the price, or -1.</summary>
    public int PricePattern { get; init; } = -1;

    /// <summary>Efficiency, percent.</summary>
    public double Efficiency { get; init; } = 75;

    /// <summary>Charge per kW of peak demand.</summary>
    public double DemandCharge { get; init; }
}
