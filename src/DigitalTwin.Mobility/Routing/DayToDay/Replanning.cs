using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Routing.DayToDay;

/// <summary>The evening of a day: who could have driven a quicker way, by how much, and who will.</summary>
internal sealed class Replanning(MobilityModel model, RoutePlanner planner, KeyedRandom random)
{
    private static readonly ulong WayStream = KeyedRandom.Stream("plans another way"), ParkStream = KeyedRandom.Stream("parks anew");
    private readonly RouteSet quickest = new();
    private readonly List<RouteRequest> requests = [];
    private readonly List<int> askers = [];
    private int turnedAway;
    private double meanTime;

    /// <summary>RT6.</summary>
    public double Gap { get; private set; }

    /// <summary>Compares everybody's way with the quickest.</summary>
    public void Look(DayPlans plans, MobilityState state, TravelTimes times, CancellationToken cancellation)
    {
        requests.Clear();
        askers.Clear();
        turnedAway = 0;
        for (var v = 0; v < plans.Count; v++)
        {
            if (state.Vehicles.Tries[v] > 0) turnedAway++;
            if (plans.Route[v] is null) continue;
            requests.Add(plans.Question(model, state, v));
            askers.Add(v);
        }
        planner.Plan(requests.ToArray(), times, quickest, cancellation);
        var (driven, least, ended) = (0.0, 0.0, 0);
        for (var i = 0; i < askers.Count; i++)
        {
            var (v, best) = (askers[i], quickest.Seconds[i]);
            var own = plans.Expected[v] = Drive(plans.Route[v]!, requests[i].Departure, times);
            // A way that was closed meanwhile took no time that could be compared.
            if (double.IsFinite(own) && double.IsFinite(best)) (driven, least, ended) = (driven + own, least + best, ended + 1);
        }
        (Gap, meanTime) = (least > 0 ? Math.Max(0, driven / least - 1) : 0, ended > 0 ? driven / ended : 0);
    }

    /// <summary>The report of the day.</summary>
    public DayReport Report(int day, int changed) => new(day, askers.Count, changed, turnedAway, Gap, meanTime);

    /// <summary>Has some plan another way for the next day, or where to park.</summary>
    /// <returns>How many take another way.</returns>
    public int Change(DayPlans plans, MobilityState state, int day)
    {
        // Between two places every so many drivers change, one after the other in the order of departure, from a first that is drawn: chance alone would send too many at one time and too few at another.
        var (turns, changed) = (new Dictionary<(int, int), double>(), 0);
        for (var i = 0; i < askers.Count; i++)
        {
            var (v, best) = (askers[i], quickest.Seconds[i]);
            if (ParksAnew(state, v, day))
            {
                plans.Route[v] = null;
                continue;
            }
            var own = plans.Expected[v];
            if (!(own > best)) continue;
            var pair = (state.Vehicles.Origin[v], state.Vehicles.Destination[v]);
            var share = (turns.TryGetValue(pair, out var turn) ? turn : random.Uniform(WayStream, ((ulong)day << 32) + (uint)v)) + ShareThatChanges(day, (own - best) / best);
            turns[pair] = share < 1 ? share : share - 1;
            if (share < 1) continue;
            (plans.Route[v], plans.Expected[v]) = (quickest[i].ToArray(), best);
            changed++;
        }
        return changed;
    }

    // Who was turned away, and of the others who park a share that falls from day to day.
    private bool ParksAnew(MobilityState state, int v, int day) =>
        state.Vehicles.Tries[v] > 0 || (!double.IsNaN(state.Vehicles.Dwell[v]) && random.Uniform(ParkStream, ((ulong)day << 32) + (uint)v) < 1.0 / (day + 2));

    // RT7: the fewer, the later the day and the less there is to gain.
    private static double ShareThatChanges(int day, double excess) => Math.Min(1.0 / (day + 2), excess);

    private static double Drive(int[] route, double departure, TravelTimes times)
    {
        var elapsed = 0.0;
        foreach (var link in route) elapsed += times.At(link, departure + elapsed);
        return elapsed;
    }
}
