using DigitalTwin.Mobility.Traffic;

namespace DigitalTwin.Mobility;

/// <content>What is done to single vehicles between slices.</content>
public sealed partial class MobilityState
{
    /// <summary>Lets planned trips set out at once; those that have set out are left alone.</summary>
    public void SetOutNow(IReadOnlyList<int> trips)
    {
        ArgumentNullException.ThrowIfNull(trips);
        foreach (var trip in trips)
            if (Vehicles.Phase[trip] == VehiclePhase.Planned) (Vehicles.Departure[trip], Vehicles.Route[trip]) = (Time, null);
        TripEntry.Sort(this);
    }

    /// <summary>A vehicle takes its place among those that wait to enter a link.</summary>
    internal void Wait(int v, int link, double since)
    {
        ref var entrance = ref Queues.Entrance[link];
        if (entrance.FirstWaiting < 0) entrance.FirstWaiting = v;
        else Vehicles.Motion[entrance.LastWaiting].Next = v;
        entrance.LastWaiting = v;
        (Vehicles.Motion[v].Next, Vehicles.Phase[v], Vehicles.Motion[v].Link, Vehicles.Motion[v].Since) = (-1, VehiclePhase.WaitingToEnter, link, since);
    }

    /// <summary>A vehicle waits no longer to enter a link, wherever among the others it stood.</summary>
    internal void StopWaiting(int v, int link)
    {
        ref var entrance = ref Queues.Entrance[link];
        var before = -1;
        for (var other = entrance.FirstWaiting; other != v; other = Vehicles.Motion[other].Next) before = other;
        var next = Vehicles.Motion[v].Next;
        if (before < 0) entrance.FirstWaiting = next;
        else Vehicles.Motion[before].Next = next;
        if (next < 0) entrance.LastWaiting = before;
        (Vehicles.Motion[v].Next, Vehicles.Motion[v].Link) = (-1, -1);
    }

    internal void End(int v, TripOutcome outcome, double time)
    {
        Vehicles.End(v, outcome, time);
        CountEnded(v);
    }
}
