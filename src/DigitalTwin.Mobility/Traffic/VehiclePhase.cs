namespace DigitalTwin.Mobility.Traffic;

/// <summary>Where a vehicle is.</summary>
public enum VehiclePhase : byte
{
    /// <summary>Not yet departed.</summary>
    Planned,

    /// <summary>Waits at a node for room on its first link.</summary>
    WaitingToEnter,

    /// <summary>On a link.</summary>
    OnLink,

    /// <summary>Before the barrier of a lot.</summary>
    InLotQueue,

    /// <summary>In a lot or at a kerb.</summary>
    Parked,

    /// <summary>Its trip has ended.</summary>
    Ended,
}
