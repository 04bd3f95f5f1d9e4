using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Routing.DayToDay;

/// <summary>
/// Drivers learn: the same day is simulated again and again, and after each a share of those for whom there was a quicker way, by the times that were met, plan that one for the next (RT7, the method of successive averages: at most half
/// after the first day, a third after the second …, and fewer where there is little to gain). It ends when ways together are hardly longer than the quickest. What is learned is the way of the first drive; who is turned away where he wanted to park decides anew at his next
/// departure, and ways home follow the day's own travel times. Days settle when nobody leaves his plan on the way: <see cref="MobilityOptions.InformedOfTraffic"/> 0 and <see cref="MobilityOptions.Impatience"/> infinite.
/// </summary>
/// <example><code>
/// var learning = new Learning(model, new DayToDayOptions { Gap = 0.05 });
/// var (state, days) = learning.Run(new KeyedRandom(seed), trips, until: 24 * 3600);
/// </code></example>
public sealed class Learning
{
    private static readonly ulong Stream = KeyedRandom.Stream("plans another way");
    private readonly MobilityModel model;
    private readonly DayToDayOptions options;
    private readonly RoutePlanner planner;
    private readonly RouteSet quickest = new();

    /// <summary>Prepares the days of a model.</summary>
    /// <exception cref="InputException">The options are wrong; says all that is.</exception>
    public Learning(MobilityModel model, DayToDayOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        var problems = new ProblemList();
        options.Check(problems);
        problems.ThrowIfErrors();
        (this.model, this.options, planner) = (model, options, new RoutePlanner(new RoutingGraph(model.Network), model.Options.Threads));
    }

    /// <summary>Simulates day after day until the gap is small enough or there were days enough.</summary>
    /// <param name="random">Seed of every draw; each day has the same.</param>
    /// <param name="trips">Trips of the day.</param>
    /// <param name="until">End of the day, s; a whole number of update intervals.</param>
    /// <param name="prepare">What is done to the roads and lots of each day before it begins.</param>
    /// <param name="cancellation">Looked at throughout.</param>
    /// <returns>The last day at its end, and a report of each.</returns>
    public (MobilityState LastDay, IReadOnlyList<DayReport> Days) Run(KeyedRandom random, TripTable trips, double until, Action<MobilityState>? prepare = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trips);
        var interval = model.Options.UpdateInterval;
        var intervals = (int)Math.Round(until / interval);
        if (!(until > 0) || Math.Abs(intervals * interval - until) > 1e-6) throw new ArgumentException($"The day ends at {until} s; a whole number of update intervals of {interval} s is accepted.", nameof(until));
        var (plans, reports) = (new DayPlans(trips.Count), new List<DayReport>());
        for (var day = 0; ; day++)
        {
            var state = model.InitialState(random);
            prepare?.Invoke(state);
            model.AddTrips(state, trips);
            plans.GiveTo(state);
            var times = ExperiencedTimes.ByEntry(model.Network, interval, Simulate(state, plans, interval, intervals, cancellation));
            plans.Review(state);
            reports.Add(Replan(state, plans, times, random, day, cancellation));
            if (reports[^1].Gap <= options.Gap || reports.Count == options.MostDays) return (state, reports);
        }
    }

    // Decisions of an interval are taken in its first slice, when the times of the one before are published too.
    private double[] Simulate(MobilityState state, DayPlans plans, double interval, int intervals, CancellationToken cancellation)
    {
        var links = model.Network.Links.Count;
        var (measured, departed) = (new double[links * intervals], 0);
        for (var k = 0; k <= intervals; k++)
        {
            model.Advance(state, k * interval + model.Options.Slice, cancellation);
            for (var link = 0; k > 0 && link < links; link++) measured[link * intervals + k - 1] = state.Roads.IsClosed[link] ? double.PositiveInfinity : state.TravelTime[link];
            for (; departed < plans.Count && state.Vehicles.Departure[departed] < (k + 1) * interval; departed++) plans.Keep(state, departed);
            if (k < intervals) model.Advance(state, (k + 1) * interval, cancellation);
        }
        return measured;
    }

    private DayReport Replan(MobilityState state, DayPlans plans, TravelTimes times, KeyedRandom random, int day, CancellationToken cancellation)
    {
        var (requests, askers) = (new List<RouteRequest>(), new List<int>());
        for (var v = 0; v < plans.Count; v++)
        {
            if (plans.Route[v] is null) continue;
            requests.Add(plans.Question(model, state, v));
            askers.Add(v);
        }
        planner.Plan(requests.ToArray(), times, quickest, cancellation);
        // Between two places every so many drivers change, one after the other in the order of departure, from a first that is drawn: chance alone would send too many at one time and too few at another.
        var turns = new Dictionary<(int, int), double>();
        var (driven, least, changed, ended) = (0.0, 0.0, 0, 0);
        for (var i = 0; i < askers.Count; i++)
        {
            var (v, best) = (askers[i], quickest.Seconds[i]);
            var own = Drive(plans.Route[v]!, requests[i].Departure, times);
            // A way that was closed meanwhile took no time that could be compared.
            if (double.IsFinite(own) && double.IsFinite(best)) (driven, least, ended) = (driven + own, least + best, ended + 1);
            if (!(own > best)) continue;
            var pair = (state.Vehicles.Origin[v], state.Vehicles.Destination[v]);
            var share = (turns.TryGetValue(pair, out var turn) ? turn : random.Uniform(Stream, ((ulong)day << 32) + (uint)v)) + ShareThatChanges(day, (own - best) / best);
            turns[pair] = share < 1 ? share : share - 1;
            if (share < 1) continue;
            plans.Route[v] = quickest[i].ToArray();
            changed++;
        }
        return new(day, askers.Count, changed, least > 0 ? Math.Max(0, driven / least - 1) : 0, ended > 0 ? driven / ended : 0);
    }

    // RT7: the fewer, the later the day and the less there is to gain.
    private static double ShareThatChanges(int day, double excess) => Math.Min(1.0 / (day + 2), excess / 2);

    private static double Drive(int[] route, double departure, TravelTimes times)
    {
        var elapsed = 0.0;
        foreach (var link in route) elapsed += times.At(link, departure + elapsed);
        return elapsed;
    }
}
