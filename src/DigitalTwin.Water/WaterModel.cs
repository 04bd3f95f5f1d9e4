using System.Runtime.CompilerServices;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Controls;
using DigitalTwin.Water.Energy;
using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;
using DigitalTwin.Water.Tanks;

namespace DigitalTwin.Water;

/// <summary>
/// The one door to a network's hydraulics. A model owns the workspace of one thread; <see cref="Share"/> gives another thread a model of its own that
/// shares everything that depends on the network alone. What flows is in a <see cref="WaterState"/>, so any number of states can be advanced in turn.
/// </summary>
/// <example><code>
/// var model = new WaterModel(network);
/// var state = model.InitialState();
/// model.Run(state, (at, report) => Console.WriteLine($"{at.Time} s: {at.Pressure(0)} m"));
/// </code></example>
public sealed class WaterModel
{
    private readonly NetworkPlan plan;
    private readonly GradientSolver solver;
    private readonly DemandPatterns patterns;
    private readonly RuleEvaluation rules;

    /// <summary>The network.</summary>
    public WaterNetwork Network => plan.Network;

    /// <summary>Analyses a network and makes a workspace.</summary>
    /// <exception cref="InputException">The network cannot be solved; the sentences say why.</exception>
    public WaterModel(WaterNetwork network)
        : this(NetworkCheck.Passed(network))
    {
    }

    private WaterModel(NetworkPlan plan)
    {
        this.plan = plan;
        solver = new GradientSolver(plan);
        patterns = new DemandPatterns(plan.Network);
        rules = new RuleEvaluation(plan);
    }

    /// <summary>A model for another thread: the same network and analysis, its own workspace.</summary>
    public WaterModel Share() => new(plan);

    /// <summary>State at time 0, not yet solved.</summary>
    public WaterState InitialState() => InitialConditions.State(plan);

    /// <summary>Sets demands, applies the controls that are due at the state's time, and finds heads and flows.</summary>
    /// <returns>How it went. A state that could not be solved keeps the heads and flows of the last iteration.</returns>
    public SolveReport Solve(WaterState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        patterns.Apply(state);
        foreach (var control in plan.Controls)
        {
            if (!state.Locked[control.Link] && control.IsDue(state, plan.Tanks, plan.TankOfNode)) control.Act(state);
        }
        solver.Solve(state);
        return SolutionReview.Review(state, plan, solver);
    }

    /// <summary>
    /// Moves a solved state on to the next instant at which its hydraulics change: the end of a hydraulic or pattern step, a report, a tank full or empty, a
    /// control or a rule that acts. Tanks, rules and pump energy are brought up to then; heads of junctions and flows remain those of the last solution.
    /// </summary>
    /// <param name="state">A state that <see cref="Solve"/> has solved.</param>
    /// <param name="limit">Longest step wanted, s; above 0.</param>
    /// <returns>The length of the step, s.</returns>
    public double Step(WaterState state, double limit)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var begin = state.Time;
        var step = NextEvent(state, limit);
        if (rules.Any) step = StepWithRules(state, step);
        else TankMotion.Advance(state, plan.Tanks, step);
        state.Time = begin;
        PumpMeter.Add(state, step);
        state.Time = begin + step;
        return step;
    }

    /// <summary>Solves and steps until a time is reached; the state there is not yet solved.</summary>
    /// <param name="state">State to advance.</param>
    /// <param name="until">Time to reach, s.</param>
    /// <param name="solved">Called after each solution.</param>
    /// <param name="cancellation">Looked at before each solution.</param>
    public void Advance(WaterState state, double until, Action<WaterState, SolveReport>? solved = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        while (state.Time < until)
        {
            cancellation.ThrowIfCancellationRequested();
            var report = Solve(state);
            solved?.Invoke(state, report);
            Step(state, until - state.Time);
        }
    }

    /// <summary>
    /// Runs the network's own simulation as EPANET does: from time 0 to its duration, ending early when a solution halts it. <paramref name="solved"/> sees
    /// every solution, the one at the end included.
    /// </summary>
    public void Run(WaterState state, Action<WaterState, SolveReport>? solved = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var report = Solve(state);
            solved?.Invoke(state, report);
            if (report.Halts || state.Time >= Network.Times.Duration) break;
            Step(state, double.PositiveInfinity);
        }
        // EPANET counts a single solution as an hour of pumping.
        if (Network.Times.Duration == 0) PumpMeter.Add(state, 3600);
    }

    private double NextEvent(WaterState state, double limit)
    {
        var (times, now) = (Network.Times, state.Time);
        var step = Math.Min(times.HydraulicStep, limit);
        step = Sooner((patterns.Period(now) + 1) * times.PatternStep - now, step);
        step = Sooner((Math.Floor(now / times.ReportStep) + 1) * times.ReportStep - now, step);
        step = TankMotion.LimitStep(state, plan.Tanks, step);
        foreach (var control in plan.Controls)
        {
            if (state.Locked[control.Link]) continue;
            var seconds = control.SecondsUntil(state, plan.Tanks, plan.TankOfNode);
            if (seconds > 0 && seconds < step && control.Differs(state)) step = seconds;
        }
        return step;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sooner(double candidate, double step) => candidate > 0 && candidate < step ? candidate : step;

    // Rules are looked at every rule step; the first that acts ends the step. Their clock runs with the state's time.
    private double StepWithRules(WaterState state, double step)
    {
        var (begin, end, interval) = (state.Time, state.Time + step, Math.Min(Network.Times.RuleStep, step));
        var first = Math.Min(Network.Times.RuleStep - begin % Network.Times.RuleStep, step);
        if (first == 0) first = interval;
        do
        {
            state.Time += first;
            TankMotion.Advance(state, plan.Tanks, first);
            if (rules.Fire(state, first)) break;
            first = interval = Math.Min(interval, end - state.Time);
        }
        while (interval > 0);
        return state.Time - begin;
    }
}
