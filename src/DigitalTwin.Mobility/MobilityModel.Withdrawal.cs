using DigitalTwin.Mobility.Traffic;

namespace DigitalTwin.Mobility;

/// <content>Trips that nobody wants to make any more.</content>
public sealed partial class MobilityModel
{
    /// <summary>
    /// Trips that lose their destination, or the place from which they would set out, at the state's time (T13): who has not set out, or only waits to get onto the road, stays where he is; who is on the way turns
    /// round and drives home, as does who waits before a barrier; who is parked leaves his space, pays and drives home, and his trip counts as made. Who is on the way home goes on. What was booked is given back.
    /// </summary>
    /// <param name="state">State of this model.</param>
    /// <param name="trips">Trips; those that have ended are left alone.</param>
    /// <returns>What became of them.</returns>
    public WithdrawnTrips Withdraw(MobilityState state, IReadOnlyList<int> trips)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(trips);
        return new TripWithdrawal(this, state).Withdraw(trips);
    }
}

/// <summary>What became of trips that nobody wants to make any more.</summary>
/// <param name="NotBegun">Had not set out, and do not.</param>
/// <param name="TurnedRound">Were on the way or waited before a barrier, and drive home.</param>
/// <param name="Left">Were parked, and leave.</param>
/// <param name="GoOn">Were on the way and have no way home: they go on as they meant to.</param>
public sealed record WithdrawnTrips(int NotBegun, int TurnedRound, int Left, int GoOn);
