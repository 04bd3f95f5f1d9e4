namespace DigitalTwin.Water.Network;

/// <summary>What a link is.</summary>
public enum LinkKind : byte
{
    /// <summary>Pipe that lets water flow one way only.</summary>
    CheckValvePipe,

    /// <summary>Pipe.</summary>
    Pipe,

    /// <summary>Pump.</summary>
    Pump,

    /// <summary>Pressure reducing valve: keeps the pressure downstream at most at its setting.</summary>
    PressureReducing,

    /// <summary>Pressure sustaining valve: keeps the pressure upstream at least at its setting.</summary>
    PressureSustaining,

    /// <summary>Pressure breaker valve: a set loss of pressure.</summary>
    PressureBreaker,

    /// <summary>Flow control valve: flow at most at its setting.</summary>
    FlowControl,

    /// <summary>Throttle control valve: a set minor loss coefficient.</summary>
    Throttle,

    /// <summary>General purpose valve: head loss by curve.</summary>
    GeneralPurpose,

    /// <summary>Positional control valve: minor loss by percent open.</summary>
    Positional,
}

/// <summary>A link's status as given in the input, before hydraulics decides.</summary>
public enum InitialStatus : byte
{
    /// <summary>Closed.</summary>
    Closed,

    /// <summary>Open. For a valve: fixed open, its setting ignored.</summary>
    Open,

    /// <summary>A valve that obeys its setting.</summary>
    Active,
}

/// <summary>Links as arrays of equal length, SI units.</summary>
public sealed class LinkTable
{
    /// <summary>Ids, unique among links.</summary>
    public required string[] Ids { get; init; }

    /// <summary>Kinds.</summary>
    public required LinkKind[] Kinds { get; init; }

    /// <summary>Start node.</summary>
    public required int[] From { get; init; }

    /// <summary>End node.</summary>
    public required int[] To { get; init; }

    /// <summary>Length, m; 0 for pumps and valves.</summary>
    public required double[] Length { get; init; }

    /// <summary>Inner diameter, m; 0 for pumps.</summary>
    public required double[] Diameter { get; init; }

    /// <summary>Hazen-Williams C (-), Darcy-Weisbach roughness height (m) or Manning's n (-) by <see cref="WaterOptions.HeadLoss"/>.</summary>
    public required double[] Roughness { get; init; }

    /// <summary>Minor loss coefficient K (-) of h = K v²/2g.</summary>
    public required double[] MinorLoss { get; init; }

    /// <summary>Status at time 0.</summary>
    public required InitialStatus[] Status { get; init; }

    /// <summary>Pump speed (-) or valve setting at time 0 in SI (PRV PSV PBV: m of pressure head; FCV: m³/s; TCV: K; PCV: percent open); NaN when a valve is fixed by its status or a pipe has none.</summary>
    public required double[] Setting { get; init; }

    /// <summary>Leak area per length of pipe at zero pressure, m²/m (FAVAD, EPANET 2.3 [LEAKAGE]); 0 when there is none.</summary>
    public required double[] LeakArea { get; init; }

    /// <summary>Growth of the leak area with pressure, m²/m per m of head (FAVAD); 0 when there is none.</summary>
    public required double[] LeakExpansion { get; init; }

    /// <summary>Vertices of link i between its nodes, map coordinates as the file gives them; an empty array when there are none.</summary>
    public required (double X, double Y)[][] Vertices { get; init; }

    /// <summary>Number of links.</summary>
    public int Count => Ids.Length;
}
