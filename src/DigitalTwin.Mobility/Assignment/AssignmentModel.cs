using DigitalTwin.Mobility.Assignment.Bushes;
using DigitalTwin.Mobility.Assignment.Costs;
using DigitalTwin.Mobility.Assignment.Linear;
using DigitalTwin.Mobility.Assignment.Paths;

namespace DigitalTwin.Mobility.Assignment;

/// <summary>
/// The one door to static assignment: who drives which links, when everybody has found a route that none can better. A model owns the workspace of one thread and knows nothing of
/// dynamics: flows are rates that last. What is found is in an <see cref="AssignmentState"/>, where closures, narrowed links and grown demand are set too; solving a state again goes on from
/// what it holds.
/// </summary>
/// <example><code>
/// var model = new AssignmentModel(network, [new("cars", trips)], new() { Gap = 1e-8 });
/// var state = model.InitialState();
/// model.Solve(state);
/// var closed = state.Clone();
/// closed.Closed[network.FindLink("6-8")] = true;
/// var report = model.Solve(closed);
/// </code></example>
public sealed class AssignmentModel
{
    private readonly PathGraph graph;
    private readonly BushSolver bushes;

    /// <summary>Prepares a network for its travellers.</summary>
    /// <param name="network">Nodes and links.</param>
    /// <param name="classes">Who drives.</param>
    /// <param name="options">Wishes.</param>
    /// <exception cref="ArgumentException">A number that cannot be computed with: what <see cref="AssignmentCheck"/> says.</exception>
    public AssignmentModel(AssignmentNetwork network, IReadOnlyList<TravellerClass> classes, AssignmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(classes);
        (Network, Classes, Options) = (network, classes, options ?? new());
        AssignmentCheck.ThrowIfWrong(network, classes, Options);
        graph = new PathGraph(network);
        bushes = new BushSolver(graph, classes);
    }

    /// <summary>Nodes and links.</summary>
    public AssignmentNetwork Network { get; }

    /// <summary>Who drives.</summary>
    public IReadOnlyList<TravellerClass> Classes { get; }

    /// <summary>Wishes.</summary>
    public AssignmentOptions Options { get; }

    /// <summary>An empty network, nothing closed.</summary>
    public AssignmentState InitialState() => new(Network, Classes.Count);

    /// <summary>Finds the equilibrium for what a state has closed, narrowed and asked for, from the flows that it holds.</summary>
    /// <param name="state">State; its flows are replaced. When it is cancelled they are those of the last iteration, and solving can go on.</param>
    /// <param name="progress">Told after each iteration, on the calling thread.</param>
    /// <param name="cancellation">Looked at before each iteration and between origins.</param>
    public AssignmentReport Solve(AssignmentState state, Action<AssignmentProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!ReferenceEquals(state.Network, Network) || state.ClassCount != Classes.Count) throw new ArgumentException("The state is of another network or of other classes.", nameof(state));
        AssignmentCheck.ThrowIfWrong(state);
        var costs = new LinkCosts(Functions(state), FixedCosts(state));
        var outcome = Options.Method == AssignmentMethod.Bush
            ? bushes.Solve(state, costs, Options, progress, cancellation)
            : new LinearSolver(graph, Classes).Solve(state, costs, Options, progress, cancellation);
        AssignmentTotals.Spread(this, state, graph);
        return AssignmentTotals.Report(this, state, outcome);
    }

    /// <summary>Travel time of a link at a flow, with the capacity that a state leaves it.</summary>
    public double Time(AssignmentState state, int link, double volume)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Function(state, AssignmentGoal.UserEquilibrium, link).Evaluate(volume).Time;
    }

    /// <summary>What a flow on a link adds to the objective, besides what is fixed.</summary>
    internal double Integral(AssignmentState state, int link, double volume) => Function(state, Options.Goal, link).Integral(volume);

    private LinkFunction[] Functions(AssignmentState state)
    {
        var functions = new LinkFunction[Network.LinkCount];
        for (var link = 0; link < functions.Length; link++) functions[link] = Function(state, Options.Goal, graph.Row[link]);
        return functions;
    }

    private LinkFunction Function(AssignmentState state, AssignmentGoal goal, int link) =>
        LinkFunction.Of(Options.Function, goal, Network.FreeTime[link], Network.B[link], Network.Power[link], Network.Capacity[link] * state.CapacityFactor[link]);

    private double[][] FixedCosts(AssignmentState state)
    {
        var (costs, byRow) = (new double[Classes.Count][], new double[Network.LinkCount]);
        for (var c = 0; c < costs.Length; c++)
        {
            for (var row = 0; row < byRow.Length; row++) byRow[row] = state.Closed[row] ? double.PositiveInfinity : Classes[c].FixedCost(Network, row);
            foreach (var row in Classes[c].BannedLinks) byRow[row] = double.PositiveInfinity;
            graph.Gather(byRow, costs[c] = new double[byRow.Length]);
        }
        return costs;
    }
}
