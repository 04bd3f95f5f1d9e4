using System.Runtime.CompilerServices;
using DigitalTwin.Numerics.Sparse;

namespace DigitalTwin.Water.Hydraulics;

/// <summary>
/// The global gradient algorithm (Todini and Pilati 1987; equations W1, W2): Newton's method on flows and heads together, one sparse linear system
/// for the heads per iteration, with EPANET's tests of convergence and its order of status checks between iterations. The workspace of one thread.
/// </summary>
/// <remarks>
/// Arrays of links are by place, arrays of nodes by row (see <see cref="NetworkPlan"/>). P and Z as in <see cref="PowerLawFriction"/>. What is called from
/// one place is inlined: in a network of a few links the calls would cost more than the arithmetic.
/// </remarks>
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
    private readonly double[] valveLoss;
    private int closedPipeCount;
    private double relaxation;
    private double largestChange;
    private WaterState state;

    public GradientSolver(NetworkPlan plan)
    {
        this.plan = plan;
        options = plan.Network.Options;
        emitterPower = 1 / options.EmitterExponent;
        matrix = new GroundedLaplacian(plan.Factor, plan.RowCount - plan.JunctionCount);
        head = new double[plan.RowCount];
        (flow, p, z, headLoss) = (new double[plan.PlaceCount], new double[plan.PlaceCount], new double[plan.PlaceCount], new double[plan.PlaceCount]);
        inflow = new double[plan.RowCount];
        closedPipes = new int[plan.PipeCount];
        valveLoss = new double[plan.PassiveValves.Length];
        friction = plan.Friction;
        balanceOfRow = new int[plan.RowCount];
        balances = PlanBalances(balanceOfRow);
        regulated = new double[balances.Length];
        state = null!;
    }

    /// <summary>Iterations of the last solution.</summary>
    public int Iterations { get; private set; }

    /// <summary>Sum of flow changes over sum of flows in the last of them.</summary>
    public double RelativeError { get; private set; }

    /// <summary>A node of a part that nothing tied to a head, or -1.</summary>
    public int LooseNode { get; private set; }

    /// <summary>Finds heads and flows for the state's demands, statuses, settings and tank heads.</summary>
    public void Solve(WaterState target)
    {
        state = target;
        Load();
        Iterate();
        Store();
    }

    private void Iterate()
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
            var failed = SolveHeads();
            if (failed >= 0)
            {
                if (Rescue(failed)) continue;
                (Iterations, RelativeError, LooseNode) = (iteration, double.NaN, plan.Factor.VertexOfRow[failed]);
                return;
            }
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
        (Iterations, RelativeError, LooseNode) = (iteration, error, tiedRows.Count > 0 ? plan.Factor.VertexOfRow[tiedRows[0]] : -1);
    }

    // -1, or a row that is tied to no head. Between tanks alone there is no head to find.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SolveHeads()
    {
        if (plan.JunctionCount + plan.RegulatingValves.Length == 0) return -1;
        Assemble();
        var failed = matrix.Solve();
        if (failed < 0) matrix.RightHandSide.AsSpan(0, plan.JunctionCount).CopyTo(head);
        return failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
        LoadValves();
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LoadValves()
    {
        for (var i = 0; i < plan.PassiveValves.Length; i++) valveLoss[i] = SettingLoss(plan.PassiveValves[i].Link, plan.PassiveValves[i].Place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ListClosedPipes()
    {
        closedPipeCount = 0;
        for (var place = 0; place < plan.PipeCount; place++)
        {
            if (state.Status[plan.LinkAtPlace[place]] <= LinkStatus.Closed) closedPipes[closedPipeCount++] = place;
        }
    }
}
