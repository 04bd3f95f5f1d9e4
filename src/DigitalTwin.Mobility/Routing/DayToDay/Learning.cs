using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Routing.DayToDay;

/// <summary>
/// Drivers learn: the same day is simulated again and again. After each a share of those for whom there was a quicker way, by the times that were met, plan that one for the next (RT7, the method of successive averages: at most half
/// after the first day, a third after the second …, and fewer where there is little to gain), and all know better how full lots and kerbs are (P16). It ends when ways together are hardly longer than the quickest. What is learned is the way of the first drive and
/// where to park; who was turned away decides anew at his next departure, and so does the same share of the others; ways home follow the day's own travel times. Days settle when nobody leaves his plan on the way: <see cref="MobilityOptions.InformedOfTraffic"/> 0.
/// </summary>
/// <example><code>
/// var learned = new Learning(model, new DayToDayOptions { Gap = 0.02 }).Run(new KeyedRandom(seed), trips, until: 24 * 3600);
/// var state = model.InitialState(new KeyedRandom(seed));
/// learned.Plans.GiveTo(state, model.AddTrips(state, trips));               // a day of drivers who know the town
/// </code></example>
public sealed class Learning
{
    private readonly MobilityModel model;
    private readonly DayToDayOptions options;
    private readonly RoutePlanner planner;

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
    /// <param name="prepare">What is done to each day before it begins, after its trips were added.</param>
    /// <param name="during">What is done to the roads and lots of each day before each update interval.</param>
    /// <param name="report">Told of each day as it ends.</param>
    /// <param name="cancellation">Looked at throughout.</param>
    public LearnedDays Run(
        KeyedRandom random, TripTable trips, double until, Action<MobilityState>? prepare = null, Action<MobilityState>? during = null, Action<DayReport>? report = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trips);
        var interval = model.Options.UpdateInterval;
        var intervals = (int)Math.Round(until / interval);
        if (!(until > 0) || Math.Abs(intervals * interval - until) > 1e-6) throw new ArgumentException($"The day ends at {until} s; a whole number of update intervals of {interval} s is accepted.", nameof(until));
        var (plans, replanning, reports) = (new DayPlans(trips.Count), new Replanning(model, planner, random), new List<DayReport>());
        for (var (day, habit) = (0, model.Habit); ; day++)
        {
            var state = model.InitialState(random);
            model.AddTrips(state, trips);
            prepare?.Invoke(state);
            plans.GiveTo(state, 0, compares: false);
            state.Habit = habit;
            var met = DayOfLearning.Drive(model, state, plans, intervals, during, cancellation);
            replanning.Look(plans, state, met.Times(model), cancellation);
            var isLast = replanning.Gap <= options.Gap || day + 1 == options.MostDays;
            reports.Add(replanning.Report(day, isLast ? 0 : replanning.Change(plans, state, day)));
            report?.Invoke(reports[^1]);
            if (isLast) return new(state, reports, new LearnedPlans(plans, habit));
            habit = met.Learn(habit, day + 1);
        }
    }
}
