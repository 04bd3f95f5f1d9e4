using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>What driving a link takes, as measured and published at fixed instants (T7).</summary>
internal static class LinkTimes
{
    /// <summary>Closes an interval: publishes each link's time and begins a new measurement.</summary>
    public static void Publish(TrafficPlan plan, MobilityState state, double time)
    {
        for (var link = 0; link < plan.Storage.Length; link++)
        {
            ref var exit = ref state.Queues.Exit[link];
            var seconds = exit.LeftInInterval > 0 ? exit.TravelTimes / exit.LeftInInterval : state.DriveTime[link];
            if (state.Queues.On(link) > 0) seconds = Math.Max(seconds, time - state.Vehicles.Motion[state.Queues.Vehicle[plan.RingStart[link] + exit.Head]].Since);
            state.LinkTime[link] = Math.Max(seconds, plan.Network.FreeTime(link));
            (exit.TravelTimes, exit.LeftInInterval) = (0, 0);
        }
    }

    /// <summary>Published times as routes are found with them: a closed link has no end.</summary>
    public static TravelTimes ForRouting(TrafficPlan plan, MobilityState state)
    {
        var seconds = new double[plan.Storage.Length];
        for (var link = 0; link < seconds.Length; link++) seconds[link] = state.Roads.IsClosed[link] ? double.PositiveInfinity : state.LinkTime[link];
        return new TravelTimes(plan.Network, seconds);
    }
}
