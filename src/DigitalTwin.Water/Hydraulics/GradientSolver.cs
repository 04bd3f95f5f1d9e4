using DigitalTwin.Numerics.Sparse;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>
/// The global gradient algorithm (Todini and Pilati 1987; equations W1, W2): Newton's method on flows and heads together, one sparse linear system
/// for the heads per iteration, with EPANET's tests of convergence and its order of status checks between iterations. The workspace of one thread.
/// </summary>
/// <remarks>Arrays of links are by place, arrays of nodes by row (see <see cref="NetworkPlan"/>). P and Z as in <see cref="PowerLawFriction"/>.</remarks>
internal sealed partial class GradientSolver
{
    private readonly NetworkPlan plan;
    private readonly WaterOptions options;
    private readonly GroundedLaplacian matrix;
    private readonly double[] head;
    private readonly double[] flow;
    private readonly double[] p;
    private readonly double[] z;
    private readonly double[] headLoss;
    private readonly double[] inflow;
    private readonly int[] closedPipes;
    private int closedPipeCount;
    private double relaxation;
    private double largestChange;
    private WaterState state;

    public GradientSolver(NetworkPlan plan)
    {
        this.plan = plan;
        options = plan.Network.Options;
        matrix = new GroundedLaplacian(plan.Factor, plan.RowCount - plan.JunctionCount);
        head = new double[plan.RowCount];
        (flow, p, z, headLoss) = (new double[plan.PlaceCount], new double[plan.PlaceCount], new double[plan.PlaceCount], new double[plan.PlaceCount]);
        inflow = new double[plan.RowCount];
        closedPipes = new int[plan.PipeCount];
        p.AsSpan(0, plan.PaddedPipeCount).Fill(1);
        friction = plan.Friction;
        balanceOfRow = new int[plan.RowCount];
        balances = PlanBalances(balanceOfRow);
        regulated = new double[balances.Length];
        state = null!;
    }

    /// <summary>Outcome of the iterations; a node of a part that nothing tied to a head, or -1.</summary>
    public readonly record struct Outcome(int Iterations, double RelativeError, int LooseNode);

    /// <summary>Finds heads and flows for the state's demands, statuses, settings and tank heads.</summary>
    public Outcome Solve(WaterState target)
    {
        state = target;
        Load();
        var outcome = Iterate();
        Store();
        return outcome;
    }

    private Outcome Iterate()
    {
        var nextCheck = options.CheckFrequency;
        var most = options.Trials + Math.Max(options.UnbalancedTrials, 0);
        var error = double.PositiveInfinity;
        relaxation = 1;
        tiedRows.Clear();
        var iteration = 1;
        while (iteration <= most)
        {
            LinkCoefficients();
            Assemble();
            var failed = matrix.Solve();
            if (failed >= 0)
            {
                if (Rescue(failed)) continue;
                return new(iteration, double.NaN, plan.Factor.VertexOfRow[failed]);
            }
            matrix.RightHandSide.AsSpan(0, plan.JunctionCount).CopyTo(head);
            error = UpdateFlows();
            if (double.IsNaN(error))
            {
                InitialConditions.BeginOutflows(state, plan.Outflows);
                break;
            }

            relaxation = 1;
            var valveChanged = false;
            if (options.DampLimit <= 0) valveChanged = CheckPressureValves();
            else if (error <= options.DampLimit)
            {
                relaxation = 0.6;
                valveChanged = CheckPressureValves();
            }

            if (HasConverged(error))
            {
                if (iteration > options.Trials) break;
                var changed = valveChanged;
                changed |= CheckLinks();
                changed |= CheckPressureControls();
                if (!changed) break;
                nextCheck = iteration + options.CheckFrequency;
            }
            else if (iteration <= options.MaxCheck && iteration == nextCheck)
            {
                CheckLinks();
                nextCheck += options.CheckFrequency;
            }
            iteration++;
        }
        return new(iteration, error, tiedRows.Count > 0 ? plan.Factor.VertexOfRow[tiedRows[0]] : -1);
    }

    private bool HasConverged(double error)
    {
        if (!(error <= options.Accuracy)) return false;
        if (options.HeadError > 0 && LargestHeadError() > options.HeadError) return false;
        if (options.FlowChange > 0 && largestChange > options.FlowChange) return false;
        if (plan.Outflows.LeakNodes.Length > 0 && !LeaksHaveConverged()) return false;
        return options.DemandModel == DemandModel.DemandDriven || DemandsHaveConverged();
    }

    // The largest difference between the loss that a link's flow makes and the heads at its ends, closed and regulating links apart.
    private double LargestHeadError()
    {
        LinkCoefficients();
        var largest = 0.0;
        for (var place = 0; place < plan.PlaceCount; place++)
        {
            var link = plan.LinkAtPlace[place];
            if (link < 0 || p[place] == 0 || state.Status[link] <= LinkStatus.Closed) continue;
            var error = Math.Abs(head[plan.Row1[place]] - head[plan.Row2[place]] - (z[place] + flow[place]) / p[place]);
            if (error > largest) largest = error;
        }
        return largest;
    }

    private void Load()
    {
        for (var place = 0; place < flow.Length; place++)
        {
            var link = plan.LinkAtPlace[place];
            if (link >= 0) flow[place] = state.Iterate[link];
        }
        for (var node = plan.JunctionCount; node < state.Head.Length; node++) head[node] = state.Head[node];
        ListClosedPipes();
        LoadOutflows();
    }

    private void Store()
    {
        var links = plan.PlaceOfLink;
        for (var k = 0; k < links.Length; k++)
        {
            var q = flow[links[k]];
            if (!double.IsFinite(q)) q = plan.StartFlow[k]; // what was not a number must not poison the next solution
            state.Iterate[k] = q;
            state.Flow[k] = state.Status[k] <= LinkStatus.Closed ? 0 : q;
        }
        var rows = plan.RowOfNode;
        for (var i = 0; i < plan.JunctionCount; i++) state.Head[i] = head[rows[i]];
        for (var node = plan.JunctionCount; node < state.Head.Length; node++) state.Demand[node] = inflow[node];
    }

    private void ListClosedPipes()
    {
        closedPipeCount = 0;
        for (var place = 0; place < plan.PipeCount; place++)
        {
            if (state.Status[plan.LinkAtPlace[place]] <= LinkStatus.Closed) closedPipes[closedPipeCount++] = place;
        }
    }
}
