using DigitalTwin.Mobility.Traffic;

namespace DigitalTwin.Mobility;

/// <content>What is done to single vehicles between slices.</content>
public sealed partial class MobilityState
{
    /// <summary>A vehicle takes its place among those that wait to enter a link.</summary>
    internal void Wait(int v, int link, double since)
    {
        ref var entrance = ref Queues.Entrance[link];
        if (entrance.FirstWaiting < 0) entrance.FirstWaiting = v;
        else Vehicles.Next[entrance.LastWaiting] = v;
        entrance.LastWaiting = v;
        (Vehicles.Next[v], Vehicles.Phase[v], Vehicles.Link[v], Vehicles.Since[v]) = (-1, VehiclePhase.WaitingToEnter, link, since);
    }

    /// <summary>The first of those that wait to enter a link waits no longer.</summary>
    internal void StopWaiting(int link)
    {
        ref var entrance = ref Queues.Entrance[link];
        var v = entrance.FirstWaiting;
        entrance.FirstWaiting = Vehicles.Next[v];
        if (entrance.FirstWaiting < 0) entrance.LastWaiting = -1;
        (Vehicles.Next[v], Vehicles.Link[v]) = (-1, -1);
    }

    internal void End(int v, TripOutcome outcome, double time)
    {
        Vehicles.End(v, outcome, time);
        CountEnded(v);
    }
}
