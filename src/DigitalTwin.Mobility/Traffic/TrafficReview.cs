using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>Who, of those on the road, looks at an update for another way or another facility (T9), and who is stuck.</summary>
internal static class TrafficReview
{
    // A way is worth reconsidering when it has become longer by a minute and by a seventh.
    private const double WorthwhileTime = 60, WorthwhileShare = 0.15;
    private static readonly ulong InformedStream = KeyedRandom.Stream("informed of traffic");

    /// <summary>First vehicles of links that have been ready to leave for longer than allowed.</summary>
    public static List<int> Stuck(MobilityModel model, MobilityState state, double time)
    {
        var stuck = new List<int>();
        if (double.IsInfinity(model.Options.StuckAfter)) return stuck;
        for (var link = 0; link < model.Plan.Storage.Length; link++)
        {
            if (FirstReady(model.Plan, state, link) is var (v, ready) && v >= 0 && time - ready > model.Options.StuckAfter && state.Vehicles.Motion[v].Deliberation == Deliberation.None) stuck.Add(v);
        }
        return stuck;
    }

    /// <summary>Adds those who reconsider, in the order of links and of places on them.</summary>
    public static void Reconsider(MobilityModel model, MobilityState state, double time, List<int> reconsidering)
    {
        var (plan, vehicles, queues) = (model.Plan, state.Vehicles, state.Queues);
        for (var link = 0; link < plan.Storage.Length; link++)
        {
            var (start, storage, head, on) = (plan.RingStart[link], plan.Storage[link], queues.Exit[link].Head, queues.On(link));
            if (on == 0) continue;
            var (first, ready) = FirstReady(plan, state, link);
            for (var i = 0; i < on; i++)
            {
                var v = queues.Vehicle[start + (head + i) % storage];
                if (vehicles.Motion[v].Deliberation != Deliberation.None) continue;
                if ((v == first && time - ready > model.Options.Impatience) || IsWorthwhile(model, state, v, time) || KnowsItIsFull(model, state, v) || HasLostPatience(model, state, v)) reconsidering.Add(v);
            }
        }
    }

    private static (int Vehicle, double Ready) FirstReady(TrafficPlan plan, MobilityState state, int link)
    {
        if (state.Queues.On(link) == 0) return (-1, 0);
        var place = plan.RingStart[link] + state.Queues.Exit[link].Head;
        return (state.Queues.Vehicle[place], state.Queues.Time[place]);
    }

    private static bool IsWorthwhile(MobilityModel model, MobilityState state, int v, double time)
    {
        var vehicles = state.Vehicles;
        var remaining = Math.Max(0, vehicles.Motion[v].Since + state.LinkTime[vehicles.Motion[v].Link] - time);
        var route = vehicles.Route[v]!;
        if (vehicles.Motion[v].Step >= route.Length) return false;
        for (var step = vehicles.Motion[v].Step; step < route.Length; step++) remaining += state.Roads.IsClosed[route[step]] ? double.PositiveInfinity : state.LinkTime[route[step]];
        var planned = Math.Max(0, vehicles.Due[v] - time);
        return remaining - planned > Math.Max(WorthwhileTime, WorthwhileShare * planned) && state.Random.Uniform(InformedStream, (ulong)v) < model.Options.InformedOfTraffic;
    }

    // The signs say that there is no room where it goes.
    private static bool KnowsItIsFull(MobilityModel model, MobilityState state, int v)
    {
        if (!state.IsGuidanceOn || state.Vehicles.Errand[v] is not (Errand.ToFacility or Errand.Searching)) return false;
        var (facility, guidance) = (state.Vehicles.Facility[v], state.Guidance);
        var isFull = guidance.Occupied[facility] >= guidance.Capacity[facility] && guidance.Queue[facility] >= model.Supply.Facilities[facility].QueuePlaces.GetValueOrDefault();
        return (isFull || guidance.Closed[facility]) && state.IsInformed(v, Driver.Of(model.Groups[state.Vehicles.Group[v]], state.Random, v));
    }

    private static bool HasLostPatience(MobilityModel model, MobilityState state, int v) =>
        !double.IsNaN(state.Vehicles.Motion[v].SearchSince) && state.SearchTime(v) >= Driver.Of(model.Groups[state.Vehicles.Group[v]], state.Random, v).SearchPatience;
}
