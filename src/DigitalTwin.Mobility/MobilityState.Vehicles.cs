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
        else Vehicles.Motion[entrance.LastWaiting].Next = v;
        entrance.LastWaiting = v;
        (Vehicles.Motion[v].Next, Vehicles.Phase[v], Vehicles.Motion[v].Link, Vehicles.Motion[v].Since) = (-1, VehiclePhase.WaitingToEnter, link, since);
    }

    /// <summary>The first of those that wait to enter a link waits no longer.</summary>
    internal void StopWaiting(int link)
    {
        ref var entrance = ref Queues.Entrance[link];
        var v = entrance.FirstWaiting;
        entrance.FirstWaiting = Vehicles.Motion[v].Next;
        if (entrance.FirstWaiting < 0) entrance.LastWaiting = -1;
        (Vehicles.Motion[v].Next, Vehicles.Motion[v].Link) = (-1, -1);
    }
}
