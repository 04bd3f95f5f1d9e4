namespace DigitalTwin.Mobility.Traffic;

/// <summary>Where all vehicles are at an instant. Nothing is lost: <see cref="Created"/> is the sum of all others.</summary>
/// <param name="Created">Trips that were ever added.</param>
/// <param name="Planned">Not yet departed.</param>
/// <param name="WaitingToEnter">Departed, waiting at a node for room on their first link.</param>
/// <param name="OnLinks">On the road.</param>
/// <param name="InLotQueues">Before a barrier.</param>
/// <param name="Parked">In a lot or at a kerb, those included that drive to their space or to the exit.</param>
/// <param name="Ended">Ended, by <see cref="TripOutcome"/>; the entry of <see cref="TripOutcome.Underway"/> is 0.</param>
public sealed record VehicleCount(int Created, int Planned, int WaitingToEnter, int OnLinks, int InLotQueues, int Parked, IReadOnlyList<int> Ended)
{
    /// <summary>All that are accounted for; equals <see cref="Created"/>.</summary>
    public int Sum => Planned + WaitingToEnter + OnLinks + InLotQueues + Parked + Ended.Sum();
}
