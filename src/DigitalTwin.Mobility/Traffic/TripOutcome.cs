namespace DigitalTwin.Mobility.Traffic;

/// <summary>How a trip ended. Every trip ends in exactly one of these; until then it is <see cref="Underway"/>.</summary>
public enum TripOutcome : byte
{
    /// <summary>Not yet ended: it has not left, drives, waits or is parked.</summary>
    Underway,

    /// <summary>It did what it was for: reached its destination, or parked, stayed, and left again (and came home, when it returns).</summary>
    Completed,

    /// <summary>It did not leave: before departure nothing promised a space within the longest walk, so its driver took another mode or stayed away.</summary>
    Cancelled,

    /// <summary>It searched for as long as its driver's patience lasted, found no space, and drove home (or away, when it does not return).</summary>
    GaveUp,

    /// <summary>There is no way to where it wants to go: it left the network where it stood.</summary>
    NoWay,

    /// <summary>It stood at the head of a queue for longer than <see cref="MobilityOptions.StuckAfter"/> and was taken off the road.</summary>
    Stuck,

    /// <summary>Nobody wants to make it any more (<see cref="MobilityModel.Withdraw"/>): it was not begun, or its driver turned round and is home.</summary>
    Withdrawn,
}
